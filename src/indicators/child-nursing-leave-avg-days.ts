import type { Indicator } from "./indicator";

/** 子の看護休暇 平均取得日数 — Days taken per taker or per eligible member of staff. */
export const childNursingLeaveAvgDays: Indicator = {
  id: "child_nursing_leave_avg_days",
  label: { ja: "子の看護休暇 平均取得日数", en: "Average days of leave to nurse a child" },
  shape: "quantity",
  unit: "days",
  direction: "up",
  timing: "period",
  topics: ["child-nursing-leave"],
  toldBy: { measure: "days" },
  labels: [],
  sharesDenominatorWith: "child_nursing_leave_rate",
  source: "次世代育成支援対策推進法の行動計画の目標",
};
