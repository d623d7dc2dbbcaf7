import type { Indicator } from "./indicator";

/** 部分休業取得率 — Takers among those back from childcare leave, or among staff with a child below school age. */
export const partialLeaveRate: Indicator = {
  id: "partial_leave_rate",
  label: { ja: "部分休業取得率", en: "Uptake of partial leave" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["partial-leave"],
  labels: [],
  source: "次世代育成支援対策推進法の行動計画の目標",
};
