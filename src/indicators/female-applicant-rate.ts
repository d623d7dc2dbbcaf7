import type { Indicator } from "./indicator";

/** 採用試験の受験者の女性割合 — Women among those who sat the examination or applied. */
export const femaleApplicantRate: Indicator = {
  id: "female_applicant_rate",
  label: { ja: "採用試験の受験者の女性割合", en: "Women among applicants" },
  shape: "female-share",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["applicants"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活に関する機会の提供）",
};
