import type { Indicator } from "./indicator";

/** 制度認識率・意識調査の割合 — Those who answered so among all who answered. */
export const awarenessRate: Indicator = {
  id: "awareness_rate",
  label: { ja: "制度認識率・意識調査の割合", en: "Awareness in surveys" },
  shape: "uptake",
  unit: "ratio",
  direction: "full",
  timing: "period",
  topics: ["awareness"],
  labels: [],
  source: "次世代育成支援対策推進法の行動計画の目標",
};
