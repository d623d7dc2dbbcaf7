import { listByCell } from "../model/observation";
import { isPlainFigureText } from "../notation/plain-figure";
import { defineCheck } from "./define-check";
import { groupBy } from "./relations/evidence";

/**
 * 文字列の数値 — numbers that formulas cannot use, because they were typed as text.
 *
 * looks at  single figures in text cells: with units, full width, spaces
 * silent    cells that state several figures, sentences, days with hours, approximate figures
 * source    R33 in the catalogue of checks
 */
export const numberAsText = defineCheck({
  id: "number-as-text",
  severity: "info",
  cause: "notation",
  needs: ["figures"],
  *run({ figures }) {
    const cells = listByCell(figures.pick((kind) => kind.isText));
    const plain = cells.filter(isPlainFigureText).map((cell) => cell[0]!);
    for (const group of groupBy(plain, (o) => o.at.sheet).values()) {
      const [first, ...rest] = group;
      if (first) yield { at: first, related: rest.slice(0, 200), facts: { count: group.length, example: first.text.replace(/\s+/g, " ").slice(0, 20) } };
    }
  },
  say: {
    ja: (f) => `文字列の数値が〔${f.count}〕件あります（例〔${f.example}〕）。数値に直すと計算に使えます。見た目は変わりません。`,
    en: (f) => `${f.count} numbers are typed as text (for example ${f.example}). As numbers they can be used in formulas, and look the same.`,
  },
});
