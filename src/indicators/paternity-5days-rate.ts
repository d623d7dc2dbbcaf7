import type { Indicator } from "./indicator";

/** 配偶者出産休暇及び育児参加休暇 合計5日以上取得率 — Fathers who took five days or more of the two leaves together. */
export const paternity5daysRate: Indicator = {
  id: "paternity_5days_rate",
  label: { ja: "配偶者出産休暇及び育児参加休暇 合計5日以上取得率", en: "Five days or more of both paternity leaves" },
  shape: "uptake",
  unit: "ratio",
  direction: "full",
  timing: "period",
  topics: ["paternity-both-leaves"],
  toldBy: { threshold: { sides: ["from", "over"], days: 5, isImplied: true } },
  labels: [],
  population: "male",
  source: "地方公務員の勤務条件等の調査",
};
