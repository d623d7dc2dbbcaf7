import type { Indicator } from "./indicator";

/** 各役職段階にある職員に占める女性職員の割合 — Women among the staff of each grade. */
export const femaleRateByGrade: Indicator = {
  id: "female_rate_by_grade",
  label: { ja: "各役職段階にある職員に占める女性職員の割合", en: "Women by grade" },
  shape: "female-share",
  unit: "ratio",
  direction: "up",
  timing: "as-of",
  topics: ["grades"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活に関する機会の提供）",
};
