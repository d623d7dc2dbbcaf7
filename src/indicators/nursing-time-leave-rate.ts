import type { Indicator } from "./indicator";

/** 育児時間の特別休暇取得率 — Takers among staff with a child up to the age of one. */
export const nursingTimeLeaveRate: Indicator = {
  id: "nursing_time_leave_rate",
  label: { ja: "育児時間の特別休暇取得率", en: "Uptake of nursing time" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["nursing-time"],
  labels: [],
  source: "次世代育成支援対策推進法の行動計画で数値目標となる休暇",
};
