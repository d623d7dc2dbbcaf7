import type { Indicator } from "./indicator";

/** 2週間以上の育児休業取得率 — Takers of two weeks or more among the eligible. */
export const childcareLeave2wRate: Indicator = {
  id: "childcare_leave_2w_rate",
  label: { ja: "2週間以上の育児休業取得率", en: "Uptake of childcare leave of two weeks or more" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["childcare-leave"],
  toldBy: { threshold: { sides: ["from", "over"], days: 14 } },
  labels: [],
  sharesDenominatorWith: "childcare_leave_rate",
  source: "こども未来戦略の政府目標",
};
