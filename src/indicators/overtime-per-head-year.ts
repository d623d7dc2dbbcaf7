import type { Indicator } from "./indicator";

/** 一人当たり年間時間外勤務時間数 — Total hours by the people they were counted for. */
export const overtimePerHeadYear: Indicator = {
  id: "overtime_per_head_year",
  label: { ja: "一人当たり年間時間外勤務時間数", en: "Overtime per head in a year" },
  shape: "quantity",
  unit: "hours",
  direction: "down",
  timing: "period",
  topics: ["overtime"],
  toldBy: { isPerHead: true, per: "year" },
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活と家庭生活との両立）",
};
