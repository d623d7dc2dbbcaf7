import type { Indicator } from "./indicator";

/** 配偶者出産休暇又は育児参加休暇の取得率 — Fathers who took one of the leaves or both. */
export const paternityEitherLeaveRate: Indicator = {
  id: "paternity_either_leave_rate",
  label: { ja: "配偶者出産休暇又は育児参加休暇の取得率", en: "Uptake of either paternity leave" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["paternity-either-leave"],
  labels: [],
  population: "male",
  source: "女性活躍推進法の情報公表の項目（職業生活と家庭生活との両立）",
};
