import type { Indicator } from "./indicator";

/** 保健指導又は健康診査の特別休暇取得率 — Takers of the leave among those who had a check-up. */
export const healthCheckupLeaveRate: Indicator = {
  id: "health_checkup_leave_rate",
  label: { ja: "保健指導又は健康診査の特別休暇取得率", en: "Uptake of leave for health guidance and check-ups" },
  shape: "uptake",
  unit: "ratio",
  direction: "full",
  timing: "period",
  topics: ["health-checkup"],
  labels: [],
  source: "次世代育成支援対策推進法の行動計画で数値目標となる休暇",
};
