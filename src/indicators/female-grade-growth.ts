import type { Indicator } from "./indicator";

/** 各役職段階の女性職員の伸び率 — Change of the women of a grade against the year before. */
export const femaleGradeGrowth: Indicator = {
  id: "female_grade_growth",
  label: { ja: "各役職段階の女性職員の伸び率", en: "Growth of women by grade" },
  shape: "quantity",
  unit: "ratio",
  direction: "up",
  timing: "as-of",
  topics: ["grades"],
  toldBy: { measure: "growth" },
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活に関する機会の提供）",
};
