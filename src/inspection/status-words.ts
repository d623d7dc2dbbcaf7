import type { Sentence } from "../model/finding";
import type { JudgementStatus } from "../model/plan";

/** 判定の語 — one word per status, as committees use them. */
export const statusWords: { readonly [status in JudgementStatus]: Sentence } = {
  baseline: { ja: "策定時値", en: "baseline" },
  "out-of-period": { ja: "期間外", en: "outside the plan" },
  expired: { ja: "期限切れ", en: "past its deadline" },
  "no-target": { ja: "目標なし", en: "no target" },
  initiative: { ja: "取組", en: "initiative" },
  conflict: { ja: "要確認", en: "to check" },
  unknown: { ja: "未把握", en: "not known" },
  pending: { ja: "入力待ち", en: "to come" },
  "not-applicable": { ja: "該当なし", en: "nobody eligible" },
  "not-comparable": { ja: "判定不能", en: "not comparable" },
  improved: { ja: "改善", en: "improved" },
  unchanged: { ja: "横ばい", en: "unchanged" },
  worsened: { ja: "悪化", en: "worsened" },
  "in-progress": { ja: "途中経過", en: "in progress" },
  "met-early": { ja: "先行達成", en: "met early" },
  met: { ja: "達成", en: "met" },
  "missed-by-rounding": { ja: "未達（端数）", en: "missed (rounding)" },
  missed: { ja: "未達", en: "missed" },
};
