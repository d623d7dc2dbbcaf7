import type { Indicator } from "./indicator";

/** 管理的地位にある職員に占める女性職員の割合 — Women among managers; who counts as one is the organisation's own setting. */
export const femaleManagerRate: Indicator = {
  id: "female_manager_rate",
  label: { ja: "管理的地位にある職員に占める女性職員の割合", en: "Women among managers" },
  shape: "female-share",
  unit: "ratio",
  direction: "up",
  timing: "as-of",
  topics: ["managers"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活に関する機会の提供）",
};
