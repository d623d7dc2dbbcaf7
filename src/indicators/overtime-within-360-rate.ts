import type { Indicator } from "./indicator";

/** 年360時間を超えない職員の割合 — People within the limit of the year among those it holds for. */
export const overtimeWithin360Rate: Indicator = {
  id: "overtime_within_360_rate",
  label: { ja: "年360時間を超えない職員の割合", en: "Staff within 360 hours of overtime" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["overtime-limit"],
  toldBy: { threshold: { sides: ["under"], unit: "hours" } },
  labels: [],
  source: "時間外勤務の上限規制（年360時間）",
};
