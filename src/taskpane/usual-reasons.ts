import type { Sentence } from "../model/finding";

const common = {
  source: { ja: "出典の資料の値どおり", en: "As in the source" },
  rounding: { ja: "端数処理の違い", en: "Rounded in another way" },
  counting: { ja: "制度・集計方法の変更", en: "The scheme or the way of counting changed" },
  people: { ja: "対象者の範囲が異なる", en: "It speaks of another group of people" },
  midYear: { ja: "年度途中の変更（採用・異動・組織改編）", en: "Changes within the year (hires, transfers, reorganisation)" },
  day: { ja: "集計した時点が異なる", en: "Taken on another day" },
  earlier: { ja: "前年度以前の対象者の取得を含む", en: "Includes people who became eligible in earlier years" },
  multiple: { ja: "一人が複数回取得した分を含む（延べ人数）", en: "Counts one person more than once" },
  published: { ja: "公表済みの値のため変更しない", en: "Already published as it is" },
  later: { ja: "翌年度に修正予定", en: "Will be corrected next year" },
  form: { ja: "様式で決められた書き方", en: "Written as the form requires" },
} as const satisfies { readonly [reason: string]: Sentence };

type Reason = keyof typeof common;

/** What is usual for a check comes first. */
const first: { readonly [check: string]: readonly Reason[] } = {
  "uptake-above-hundred": ["earlier", "multiple"],
  "numerator-above-denominator": ["earlier", "multiple"],
  "rate-disagrees-with-counts": ["rounding", "source"],
  "rate-no-whole-number-gives": ["people", "source"],
  "per-head-disagrees-with-hours": ["rounding", "people"],
  "tables-in-conflict": ["day", "people"],
  "whole-unlike-sections": ["people", "day"],
  "grades-disagree-with-total": ["day", "people"],
  "manager-share-unlike-grades": ["people", "day"],
  "parts-disagree-with-total": ["multiple", "people"],
  "months-disagree-with-total": ["rounding", "midYear"],
  "definition-changed": ["counting"],
  "period-unlike-heading": ["form", "counting"],
  "mixed-marks": ["form"],
  "mark-outside-legend": ["form"],
  "mixed-decimals": ["form"],
  "mixed-triangles": ["form"],
  "unit-missing": ["form"],
  "number-as-text": ["form"],
  "target-without-actual": ["later", "counting"],
};

const order: readonly Reason[] = ["source", "rounding", "counting", "people", "midYear", "day", "earlier", "multiple", "published", "later", "form"];

/** よくある理由 — what people usually say of a finding that is right as it stands, the likeliest first. */
export function listUsualReasons(check: string): readonly Sentence[] {
  return [...new Set([...(first[check] ?? []), ...order])].map((reason) => common[reason]);
}
