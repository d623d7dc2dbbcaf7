import type { Indicator } from "./indicator";

/** 女性職員の平均退職年齢 — Average age at which women leave. */
export const womenAvgRetireAge: Indicator = {
  id: "women_avg_retire_age",
  label: { ja: "女性職員の平均退職年齢", en: "Average age of women at retirement" },
  shape: "quantity",
  unit: "years",
  direction: "up",
  timing: "period",
  topics: ["retire-age"],
  labels: [],
  population: "female",
  source: "次世代育成支援対策推進法の行動計画の目標",
};
