import type { Indicator } from "./indicator";

/** 年5日未満の職員の割合 — People below five days among all. */
export const annualLeaveUnder5Rate: Indicator = {
  id: "annual_leave_under5_rate",
  label: { ja: "年5日未満の職員の割合", en: "Staff below five days of annual leave" },
  shape: "uptake",
  unit: "ratio",
  direction: "down",
  timing: "period",
  topics: ["annual-leave"],
  toldBy: { threshold: { sides: ["under"], days: 5 } },
  labels: [],
  source: "年5日の年次有給休暇の確実な取得",
};
