import type { Indicator } from "./indicator";

/** 年次有給休暇取得率 — Days taken of the days granted. */
export const annualLeaveRate: Indicator = {
  id: "annual_leave_rate",
  label: { ja: "年次有給休暇取得率", en: "Uptake of annual leave" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["annual-leave"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活と家庭生活との両立）",
};
