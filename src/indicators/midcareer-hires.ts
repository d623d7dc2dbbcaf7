import type { Indicator } from "./indicator";

/** 中途採用の男女別実績 — People hired in mid-career, by sex. */
export const midcareerHires: Indicator = {
  id: "midcareer_hires",
  label: { ja: "中途採用の男女別実績", en: "Mid-career hires" },
  shape: "quantity",
  unit: "people",
  direction: "neutral",
  timing: "period",
  topics: ["midcareer"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活に関する機会の提供）",
};
