import type { Indicator } from "./indicator";

/** 深夜勤務の制限等の申請者数 — People who asked to be freed from night work or overtime. */
export const nightWorkLimitApplicants: Indicator = {
  id: "night_work_limit_applicants",
  label: { ja: "深夜勤務の制限等の申請者数", en: "Applicants for limits on night work" },
  shape: "quantity",
  unit: "people",
  direction: "up",
  timing: "period",
  topics: ["night-work-limit"],
  labels: [],
  source: "次世代育成支援対策推進法の行動計画の目標",
};
