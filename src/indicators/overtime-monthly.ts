import type { Indicator } from "./indicator";

/** 月別時間外勤務時間数 — Hours of all staff in each month. */
export const overtimeMonthly: Indicator = {
  id: "overtime_monthly",
  label: { ja: "月別時間外勤務時間数", en: "Overtime by month" },
  shape: "quantity",
  unit: "hours",
  direction: "down",
  timing: "period",
  topics: ["overtime"],
  toldBy: { per: "month" },
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活と家庭生活との両立）",
};
