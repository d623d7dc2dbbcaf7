import type { Indicator } from "./indicator";

/** 配偶者出産休暇取得率 — Fathers who took the leave among those whose child was born in the year. */
export const spouseBirthLeaveRate: Indicator = {
  id: "spouse_birth_leave_rate",
  label: { ja: "配偶者出産休暇取得率", en: "Uptake of leave for a spouse's childbirth" },
  shape: "uptake",
  unit: "ratio",
  direction: "full",
  timing: "period",
  topics: ["spouse-birth-leave"],
  labels: [],
  population: "male",
  source: "次世代育成支援対策推進法の行動計画で数値目標となる休暇、地方公務員の勤務条件等の調査",
};
