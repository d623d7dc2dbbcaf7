import type { Indicator } from "./indicator";

/** 約10年度前に採用した職員の男女別継続任用割合 — Those hired nine to eleven years ago who are still employed. */
export const retention10y: Indicator = {
  id: "retention_10y",
  label: { ja: "約10年度前に採用した職員の男女別継続任用割合", en: "Still employed about ten years after hiring" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "as-of",
  topics: ["retention"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活と家庭生活との両立）",
};
