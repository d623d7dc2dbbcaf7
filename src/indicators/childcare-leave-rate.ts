import type { Indicator } from "./indicator";

/** 育児休業取得率 — New takers in the year among those who became eligible in it; takers may have become eligible earlier. */
export const childcareLeaveRate: Indicator = {
  id: "childcare_leave_rate",
  label: { ja: "育児休業取得率", en: "Uptake of childcare leave" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["childcare-leave"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活と家庭生活との両立）",
};
