import type { Indicator } from "./indicator";

/** 職員に占める女性職員の割合 — Women among all staff, by kind of employment. */
export const femaleStaffRate: Indicator = {
  id: "female_staff_rate",
  label: { ja: "職員に占める女性職員の割合", en: "Women among the staff" },
  shape: "female-share",
  unit: "ratio",
  direction: "up",
  timing: "as-of",
  topics: ["staff"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活に関する機会の提供）",
};
