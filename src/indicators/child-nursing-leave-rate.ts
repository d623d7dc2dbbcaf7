import type { Indicator } from "./indicator";

/** 子の看護休暇取得率 — Takers among staff with a child of the age. */
export const childNursingLeaveRate: Indicator = {
  id: "child_nursing_leave_rate",
  label: { ja: "子の看護休暇取得率", en: "Uptake of leave to nurse a child" },
  shape: "uptake",
  unit: "ratio",
  direction: "full",
  timing: "period",
  topics: ["child-nursing-leave"],
  labels: [],
  source: "次世代育成支援対策推進法の行動計画の目標",
};
