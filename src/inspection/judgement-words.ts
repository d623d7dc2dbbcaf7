import type { Language } from "../model/finding";
import type { JudgementStatus } from "../model/plan";

/** 判定の語と記号 — a word and a symbol each; `tone` picks the colour and never stands alone. */
export interface JudgementWord {
  readonly word: string;
  readonly symbol: string;
}

/** 判定の色合い — which statuses share a look. */
export type Tone = "met" | "missed" | "under-way" | "trend" | "question" | "quiet";

/** 判定の色合いを選ぶ — the look of each status. */
export const toneOf: { readonly [status in JudgementStatus]: Tone } = {
  baseline: "quiet",
  "out-of-period": "quiet",
  expired: "quiet",
  "no-target": "quiet",
  initiative: "quiet",
  conflict: "question",
  unknown: "question",
  pending: "question",
  "not-applicable": "quiet",
  "not-comparable": "question",
  improved: "trend",
  unchanged: "trend",
  worsened: "trend",
  "in-progress": "under-way",
  "met-early": "met",
  met: "met",
  "missed-by-rounding": "missed",
  missed: "missed",
};

/** 判定の語 — the words people use. */
export const judgementWords: { readonly [language in Language]: { readonly [status in JudgementStatus]: JudgementWord } } = {
  ja: {
    met: { word: "達成", symbol: "○" },
    "met-early": { word: "先行達成", symbol: "◎" },
    missed: { word: "未達", symbol: "×" },
    "missed-by-rounding": { word: "未達（端数）", symbol: "×" },
    "in-progress": { word: "途中経過", symbol: "…" },
    improved: { word: "改善", symbol: "↗" },
    unchanged: { word: "横ばい", symbol: "→" },
    worsened: { word: "悪化", symbol: "↘" },
    "not-applicable": { word: "該当なし", symbol: "／" },
    unknown: { word: "未把握", symbol: "？" },
    pending: { word: "入力待ち", symbol: "□" },
    conflict: { word: "要確認", symbol: "▲" },
    "not-comparable": { word: "判定不能", symbol: "≠" },
    expired: { word: "期限切れ", symbol: "－" },
    "out-of-period": { word: "期間外", symbol: "－" },
    baseline: { word: "策定時値", symbol: "－" },
    "no-target": { word: "目標なし", symbol: "－" },
    initiative: { word: "取組", symbol: "◇" },
  },
  en: {
    met: { word: "Met", symbol: "○" },
    "met-early": { word: "Met early", symbol: "◎" },
    missed: { word: "Missed", symbol: "×" },
    "missed-by-rounding": { word: "Missed (rounding)", symbol: "×" },
    "in-progress": { word: "Under way", symbol: "…" },
    improved: { word: "Better", symbol: "↗" },
    unchanged: { word: "Same", symbol: "→" },
    worsened: { word: "Worse", symbol: "↘" },
    "not-applicable": { word: "No one eligible", symbol: "／" },
    unknown: { word: "Not known", symbol: "？" },
    pending: { word: "Awaited", symbol: "□" },
    conflict: { word: "To review", symbol: "▲" },
    "not-comparable": { word: "Undecided", symbol: "≠" },
    expired: { word: "Expired", symbol: "－" },
    "out-of-period": { word: "Outside", symbol: "－" },
    baseline: { word: "Baseline", symbol: "－" },
    "no-target": { word: "No target", symbol: "－" },
    initiative: { word: "Initiative", symbol: "◇" },
  },
};
