import type { Indicator } from "./indicator";

/** 育児休業の平均取得日数 — Days of leave per taker. */
export const childcareLeaveAvgDays: Indicator = {
  id: "childcare_leave_avg_days",
  label: { ja: "育児休業の平均取得日数", en: "Average days of childcare leave" },
  shape: "quantity",
  unit: "days",
  direction: "up",
  timing: "period",
  topics: ["childcare-leave"],
  toldBy: { measure: "days" },
  labels: [],
  source: "次世代育成支援対策推進法の行動計画の目標",
};
