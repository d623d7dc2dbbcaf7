import { defineCheck } from "./define-check";
import { findMarks } from "./relations/marks";

/**
 * 記号の混在 — two ways or more of writing that nobody was eligible.
 *
 * looks at  cells in the state 該当者なし, where no legend sets a mark
 * silent    one way throughout; words of their own meaning (採用なし)
 * source    R36 in the catalogue of checks
 */
export const mixedMarks = defineCheck({
  id: "mixed-marks",
  severity: "warning",
  cause: "notation",
  needs: ["reading", "figures"],
  *run({ reading, figures }) {
    if (reading.legends.some((legend) => legend.state === "not-applicable")) return;
    const marks = findMarks(figures);
    const [most, ...others] = marks;
    const [odd] = others;
    if (!most || !odd) return;
    const words = marks.find((m) => !m.isDash) ?? most;
    yield { at: odd.first, related: [most.first, ...others.slice(1).map((m) => m.first)], facts: { kinds: marks.map((m) => `${m.mark}×${m.count}`), keep: words.mark } };
  },
  say: {
    ja: (f) => `『該当なし』の書き方が${f.kinds.length}種類あります（${f.kinds.join("、")}）。〔${f.keep}〕に統一しますか。`,
    en: (f) => `"Not applicable" is written in ${f.kinds.length} ways (${f.kinds.join(", ")}). Use "${f.keep}" throughout?`,
  },
});
