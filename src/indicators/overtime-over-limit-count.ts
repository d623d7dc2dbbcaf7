import type { Indicator } from "./indicator";

/** 上限時間を超えた職員数 — People whose overtime went beyond the limit, by month or by year. */
export const overtimeOverLimitCount: Indicator = {
  id: "overtime_over_limit_count",
  label: { ja: "上限時間を超えた職員数", en: "Staff above the limit of overtime" },
  shape: "quantity",
  unit: "people",
  direction: "down",
  timing: "period",
  topics: ["overtime-limit"],
  toldBy: { threshold: { sides: ["over", "from"], unit: "hours" } },
  labels: [],
  source: "時間外勤務の上限規制（月45時間・年360時間）",
};
