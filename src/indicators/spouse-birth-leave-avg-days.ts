import type { Indicator } from "./indicator";

/** 配偶者出産休暇 平均取得日数 — Days taken per taker or per father, as the organisation counts. */
export const spouseBirthLeaveAvgDays: Indicator = {
  id: "spouse_birth_leave_avg_days",
  label: { ja: "配偶者出産休暇 平均取得日数", en: "Average days of leave for a spouse's childbirth" },
  shape: "quantity",
  unit: "days",
  direction: "up",
  timing: "period",
  topics: ["spouse-birth-leave"],
  toldBy: { measure: "days" },
  labels: [],
  population: "male",
  sharesDenominatorWith: "spouse_birth_leave_rate",
  source: "次世代育成支援対策推進法の行動計画で数値目標となる休暇",
};
