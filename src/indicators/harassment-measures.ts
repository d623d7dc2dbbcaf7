import type { Indicator } from "./indicator";

/** ハラスメント対策の整備状況 — What is in place, in words. */
export const harassmentMeasures: Indicator = {
  id: "harassment_measures",
  label: { ja: "ハラスメント対策の整備状況", en: "Measures against harassment" },
  shape: "text",
  unit: "cases",
  direction: "neutral",
  timing: "period",
  topics: ["harassment"],
  labels: [],
  source: "女性活躍推進法の情報公表の項目（職業生活と家庭生活との両立）",
};
