import type { Indicator } from "./indicator";

/** 定時退庁日の退庁率 — People who left on time among those at work. */
export const noOvertimeDayRate: Indicator = {
  id: "no_overtime_day_rate",
  label: { ja: "定時退庁日の退庁率", en: "Leaving on time on no-overtime days" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["no-overtime-day"],
  labels: [],
  source: "次世代育成支援対策推進法の行動計画の目標",
};
