import type { Indicator } from "./indicator";

/** 採用した職員に占める女性職員の割合 — Women among all who were hired. */
export const femaleHireRate: Indicator = {
  id: "female_hire_rate",
  label: { ja: "採用した職員に占める女性職員の割合", en: "Women among the hired" },
  shape: "female-share",
  unit: "ratio",
  direction: "up",
  timing: "as-of",
  topics: ["hiring"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活に関する機会の提供）",
};
