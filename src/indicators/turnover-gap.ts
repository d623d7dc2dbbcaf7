import type { Indicator } from "./indicator";

/** 離職率の男女の差異 — Women's rate of leaving minus men's, in points. */
export const turnoverGap: Indicator = {
  id: "turnover_gap",
  label: { ja: "離職率の男女の差異", en: "Difference of turnover" },
  shape: "difference",
  unit: "ratio",
  direction: "down",
  timing: "period",
  topics: ["turnover"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活と家庭生活との両立）",
};
