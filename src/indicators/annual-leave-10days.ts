import type { Indicator } from "./indicator";

/** 年次有給休暇 10日以上取得率 — People with ten days or more, or below ten, as the heading says. */
export const annualLeave10days: Indicator = {
  id: "annual_leave_10days",
  label: { ja: "年次有給休暇 10日以上取得率", en: "Staff by ten days of annual leave" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["annual-leave"],
  toldBy: { threshold: { sides: ["from", "over", "under"], days: 10 } },
  labels: [],
  source: "次世代育成支援対策推進法の行動計画の目標",
};
