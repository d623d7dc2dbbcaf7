import { defineCheck } from "./define-check";
import { findMarks } from "./relations/marks";

/**
 * 凡例にない記号 — the legend gives one mark, the cells use others.
 *
 * looks at  legends for 該当者なし against the cells in that state
 * silent    workbooks without a legend; the legend's own mark
 * source    R37 in the catalogue of checks
 */
export const markOutsideLegend = defineCheck({
  id: "mark-outside-legend",
  severity: "warning",
  cause: "notation",
  needs: ["reading", "figures"],
  *run({ reading, figures }) {
    const legends = reading.legends.filter((legend) => legend.state === "not-applicable");
    const [legend] = legends;
    if (!legend) return;
    const known = new Set(legends.map((l) => l.mark.trim()));
    const others = findMarks(figures).filter((m) => !known.has(m.mark));
    if (others.length > 0) yield { at: legend.at, related: others.map((m) => m.first), facts: { mark: legend.mark, others: others.map((m) => `${m.mark}×${m.count}`) } };
  },
  say: {
    ja: (f) => `凡例では該当者がいない項目を『${f.mark}』で表すとしていますが、ほかの書き方もあります（${f.others.join("、")}）。`,
    en: (f) => `The legend uses "${f.mark}" where nobody was eligible, but other marks occur too (${f.others.join(", ")}).`,
  },
});
