import type { Indicator } from "./indicator";

/** 育児休業取得者数 — People on leave in the year: new, continuing, again. */
export const childcareLeaveTakers: Indicator = {
  id: "childcare_leave_takers",
  label: { ja: "育児休業取得者数", en: "Takers of childcare leave" },
  shape: "quantity",
  unit: "people",
  direction: "up",
  timing: "period",
  topics: ["childcare-leave"],
  toldBy: { measure: "count" },
  labels: [],
  source: "地方公務員の勤務条件等の調査",
};
