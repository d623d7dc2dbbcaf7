import type { Indicator } from "./indicator";

/** 職員の給与の男女の差異 — Women's average pay by men's; the whole may lie outside its sections. */
export const payGap: Indicator = {
  id: "pay_gap",
  label: { ja: "職員の給与の男女の差異", en: "Women's pay relative to men's" },
  shape: "women-to-men",
  unit: "ratio",
  direction: "neutral",
  timing: "period",
  topics: ["pay"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活に関する機会の提供）",
};
