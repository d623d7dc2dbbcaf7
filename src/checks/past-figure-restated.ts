import { defineCheck } from "./define-check";
import type { Unit } from "../model/figure";
import { renderNumber, renderPeriod, renderStated, renderValue, renderWhere } from "./relations/render";

/**
 * 改められた過去の数値 — a figure of an earlier year that is another one than when something was last written into the workbook.
 *
 * looks at  figures of ended periods against what the workbook remembers of them, by indicator, role, people and period
 * unit      compared at the coarser digits of the two
 * silent    years still being collected (until half a year after their end); what was blank, withheld or not known; a figure that
 *           several cells state differently; another setting or another reading of cells that did not change
 */
export const pastFigureRestated = defineCheck({
  id: "past-figure-restated",
  severity: "info",
  cause: "past",
  needs: ["restated", "remembered", "reading"],
  *run({ restated, remembered, reading }) {
    for (const { was, now } of restated) {
      const [at, ...others] = now.cells;
      const before = renderBefore(was.value, was.step, at.unit);
      const facts = { where: renderWhere(at), since: renderPeriod({ kind: "as-of", year: Number(was.since.slice(0, 4)), date: was.since }), before, now: renderStated(at) };
      yield { at, related: others, facts };
    }
    const [first] = reading.tables;
    if (remembered?.cut && first) {
      const kept = renderNumber(remembered.cut.kept);
      yield {
        at: reading.observations.find(({ table }) => table === first.id) ?? { sheet: first.sheet, cell: "A1" },
        missing: {
          ja: `過去の数値が多いため、ブックに覚えているのは新しい年度からの ${kept} 件です。それより前の数値の修正は調べていません。`,
          en: `There are too many past figures to remember: the workbook holds ${kept}, of the newest years. Changes before those were not looked for.`,
        },
      };
    }
  },
  say: {
    ja: (f) => `「${f.where.ja}」は、${f.since.ja}に記録した ${f.before.ja} から ${f.now} に変わっています。過去の数値を改めたものであれば、その理由を付けておいてください。`,
    en: (f) => `"${f.where.en}" was ${f.before.en} when it was noted on ${f.since.en}, and is ${f.now} now. If the past figure was restated, please keep the reason with it.`,
  },
});

/** As many digits as it was shown with. */
function renderBefore(value: number | null, step: number, unit: Unit) {
  if (value === null) return { ja: "該当者なし", en: "not applicable (該当者なし)" };
  const digits = step > 0 ? Math.max(0, Math.ceil(-Math.log10(unit === "ratio" ? step * 100 : step) - 1e-9)) : 2;
  return renderValue(value, unit, Math.min(4, unit === "ratio" ? digits + 1 : digits));
}
