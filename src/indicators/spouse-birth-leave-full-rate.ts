import type { Indicator } from "./indicator";

/** 配偶者出産休暇 完全取得率 — Fathers who took all days of the leave among those whose child was born in the year. */
export const spouseBirthLeaveFullRate: Indicator = {
  id: "spouse_birth_leave_full_rate",
  label: { ja: "配偶者出産休暇 完全取得率", en: "Full uptake of leave for a spouse's childbirth" },
  shape: "uptake",
  unit: "ratio",
  direction: "full",
  timing: "period",
  topics: ["spouse-birth-leave"],
  toldBy: { isFull: true },
  labels: [],
  population: "male",
  sharesDenominatorWith: "spouse_birth_leave_rate",
  source: "次世代育成支援対策推進法の行動計画で数値目標となる休暇",
};
