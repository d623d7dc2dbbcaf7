import type { Indicator } from "./indicator";

/** 育児休業の取得期間の分布 — New takers by the length of their leave. */
export const childcareLeaveDurationDist: Indicator = {
  id: "childcare_leave_duration_dist",
  label: { ja: "育児休業の取得期間の分布", en: "Length of childcare leave" },
  shape: "distribution",
  unit: "people",
  direction: "neutral",
  timing: "period",
  topics: ["childcare-leave"],
  toldBy: { isSection: true },
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活と家庭生活との両立）",
};
