import type { Indicator } from "./indicator";

/** 男女の平均した継続勤務年数の差異 — Women's average years of service minus men's. */
export const tenureGap: Indicator = {
  id: "tenure_gap",
  label: { ja: "男女の平均した継続勤務年数の差異", en: "Difference of years of service" },
  shape: "difference",
  unit: "years",
  direction: "neutral",
  timing: "as-of",
  topics: ["tenure"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活と家庭生活との両立）",
};
