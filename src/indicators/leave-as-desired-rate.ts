import type { Indicator } from "./indicator";

/** 希望する期間を休業できた職員の割合 — Takers whose leave was as long as they wished, among all takers. */
export const leaveAsDesiredRate: Indicator = {
  id: "leave_as_desired_rate",
  label: { ja: "希望する期間を休業できた職員の割合", en: "Staff who were on leave for as long as they wished" },
  shape: "uptake",
  unit: "ratio",
  direction: "full",
  timing: "period",
  topics: ["leave-as-desired"],
  labels: [],
  source: "次世代育成支援対策推進法の行動計画の目標",
};
