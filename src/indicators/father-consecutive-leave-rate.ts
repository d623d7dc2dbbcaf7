import type { Indicator } from "./indicator";

/** 父親の5日間以上の連続休暇取得率 — New fathers with five days of leave in a row, other leave included. */
export const fatherConsecutiveLeaveRate: Indicator = {
  id: "father_consecutive_leave_rate",
  label: { ja: "父親の5日間以上の連続休暇取得率", en: "Fathers' leave of five days or more in a row" },
  shape: "uptake",
  unit: "ratio",
  direction: "full",
  timing: "period",
  topics: ["father-consecutive-leave"],
  toldBy: { threshold: { sides: ["from", "over"], days: 5, isImplied: true } },
  labels: [],
  population: "male",
  source: "次世代育成支援対策推進法の行動計画の目標",
};
