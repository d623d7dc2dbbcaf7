import type { Indicator } from "./indicator";

/** 通勤緩和の特別休暇 — Takers, and their share among expectant staff where it is stated. */
export const commuteReliefLeave: Indicator = {
  id: "commute_relief_leave",
  label: { ja: "通勤緩和の特別休暇", en: "Leave to ease commuting during pregnancy" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["commute-relief"],
  labels: [],
  source: "次世代育成支援対策推進法の行動計画で数値目標となる休暇",
};
