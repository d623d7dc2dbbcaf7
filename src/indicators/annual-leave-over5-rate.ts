import type { Indicator } from "./indicator";

/** 年5日以上取得した職員の割合 — People with five days or more among all. */
export const annualLeaveOver5Rate: Indicator = {
  id: "annual_leave_over5_rate",
  label: { ja: "年5日以上取得した職員の割合", en: "Staff with five days or more of annual leave" },
  shape: "uptake",
  unit: "ratio",
  direction: "full",
  timing: "period",
  topics: ["annual-leave"],
  toldBy: { threshold: { sides: ["from", "over"], days: 5 } },
  labels: [],
  source: "年5日の年次有給休暇の確実な取得",
};
