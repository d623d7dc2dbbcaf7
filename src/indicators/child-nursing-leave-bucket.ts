import type { Indicator } from "./indicator";

/** 子の看護休暇 取得日数の分布 — Takers by the days they took; the sections add up to the takers. */
export const childNursingLeaveBucket: Indicator = {
  id: "child_nursing_leave_bucket",
  label: { ja: "子の看護休暇 取得日数の分布", en: "Leave to nurse a child by days taken" },
  shape: "distribution",
  unit: "people",
  direction: "neutral",
  timing: "period",
  topics: ["child-nursing-leave"],
  toldBy: { isSection: true },
  labels: [],
  source: "次世代育成支援対策推進法の行動計画の目標",
};
