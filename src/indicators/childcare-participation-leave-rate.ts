import type { Indicator } from "./indicator";

/** 育児参加のための休暇取得率 — Fathers who took the leave among those whose child was born in the year. */
export const childcareParticipationLeaveRate: Indicator = {
  id: "childcare_participation_leave_rate",
  label: { ja: "育児参加のための休暇取得率", en: "Uptake of leave to take part in childcare" },
  shape: "uptake",
  unit: "ratio",
  direction: "up",
  timing: "period",
  topics: ["childcare-participation-leave"],
  labels: [],
  population: "male",
  source: "地方公務員の勤務条件等の調査",
};
