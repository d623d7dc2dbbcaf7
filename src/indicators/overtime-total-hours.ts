import type { Indicator } from "./indicator";

/** 時間外勤務 総時間数 — Hours of all staff over the twelve months. */
export const overtimeTotalHours: Indicator = {
  id: "overtime_total_hours",
  label: { ja: "時間外勤務 総時間数", en: "Total overtime" },
  shape: "quantity",
  unit: "hours",
  direction: "down",
  timing: "period",
  topics: ["overtime"],
  toldBy: { per: "year" },
  labels: [],
  source: "次世代育成支援対策推進法の行動計画の目標",
};
