import type { Indicator } from "./indicator";

/** 時間外勤務 縮減率 — Reduction against a base year. */
export const overtimeReductionRate: Indicator = {
  id: "overtime_reduction_rate",
  label: { ja: "時間外勤務 縮減率", en: "Reduction of overtime" },
  shape: "quantity",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["overtime-reduction"],
  labels: [],
  source: "次世代育成支援対策推進法の行動計画の目標",
};
