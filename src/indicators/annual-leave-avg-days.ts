import type { Indicator } from "./indicator";

/** 年次有給休暇 平均取得日数 — Days taken, hours converted, per member of staff. */
export const annualLeaveAvgDays: Indicator = {
  id: "annual_leave_avg_days",
  label: { ja: "年次有給休暇 平均取得日数", en: "Average days of annual leave" },
  shape: "quantity",
  unit: "days",
  direction: "up",
  timing: "period",
  topics: ["annual-leave"],
  toldBy: { measure: "days" },
  labels: [],
  source: "次世代育成支援対策推進法の行動計画の目標、女性活躍推進法の情報公表の項目（職業生活と家庭生活との両立）",
};
