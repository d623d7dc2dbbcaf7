import type { Indicator } from "./indicator";

/** 一人当たり月平均時間外勤務時間数 — Hours per head in a month, or the year's by twelve. */
export const overtimePerHeadMonth: Indicator = {
  id: "overtime_per_head_month",
  label: { ja: "一人当たり月平均時間外勤務時間数", en: "Overtime per head in a month" },
  shape: "quantity",
  unit: "hours",
  direction: "down",
  timing: "period",
  topics: ["overtime"],
  toldBy: { isPerHead: true, per: "month" },
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活と家庭生活との両立）",
};
