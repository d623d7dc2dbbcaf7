import type { Indicator } from "./indicator";

/** 介護休暇・介護時間 取得者数 — People who took family care leave or time. */
export const careLeaveTakers: Indicator = {
  id: "care_leave_takers",
  label: { ja: "介護休暇・介護時間 取得者数", en: "Takers of family care leave" },
  shape: "quantity",
  unit: "people",
  direction: "neutral",
  timing: "period",
  topics: ["care-leave"],
  labels: [],
  source: "地方公務員の勤務条件等の調査",
};
