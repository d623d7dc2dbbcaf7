import type { Indicator } from "./indicator";

/** 母親学級の特別休暇取得率 — Takers of the leave among those who went to a class. */
export const maternityClassLeaveRate: Indicator = {
  id: "maternity_class_leave_rate",
  label: { ja: "母親学級の特別休暇取得率", en: "Uptake of leave for maternity classes" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["maternity-class"],
  labels: [],
  source: "次世代育成支援対策推進法の行動計画で数値目標となる休暇",
};
