import { defineCheck } from "./define-check";
import { renderStated } from "./relations/render";

/**
 * 実績の目標語 — 7.7%以上, 取得促進 where an actual belongs.
 *
 * looks at  words of comparison or wish inside actual figures
 * silent    targets; words of the row's own class (5日以上)
 * source    R32 in the catalogue of checks
 */
export const targetWordsInActual = defineCheck({
  id: "target-words-in-actual",
  severity: "warning",
  cause: "notation",
  needs: ["figures"],
  *run({ figures }) {
    const told = new Set<string>();
    for (const o of figures.annotated) {
      const words = o.figure.targetWords;
      if (words === undefined || words === "" || o.role === "target" || o.isMergedCopy || told.has(`${o.at.sheet}|${o.at.cell}`)) continue;
      told.add(`${o.at.sheet}|${o.at.cell}`);
      yield { at: o, facts: { stated: renderStated(o).includes(words) ? renderStated(o) : o.text.slice(0, 24), words } };
    }
  },
  say: {
    ja: (f) => `実績に『${f.words}』が含まれています〔${f.stated}〕。目標の欄の文言ではないか確認してください。`,
    en: (f) => `The actual contains a word of targets ("${f.words}" in ${f.stated}). Please check that it is not the target.`,
  },
});
