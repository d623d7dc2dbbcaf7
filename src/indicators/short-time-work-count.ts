import type { Indicator } from "./indicator";

/** 育児短時間勤務 取得者数 — People working short time to care for a child. */
export const shortTimeWorkCount: Indicator = {
  id: "short_time_work_count",
  label: { ja: "育児短時間勤務 取得者数", en: "Staff on short-time work for childcare" },
  shape: "quantity",
  unit: "people",
  direction: "up",
  timing: "period",
  topics: ["short-time-work"],
  labels: [],
  source: "地方公務員の勤務条件等の調査",
};
