import type { Unit } from "../model/figure";
import { readAddress } from "../model/cell";
import type { Group, Observation } from "../model/observation";
import type { Target } from "../model/plan";
import { remember } from "../model/remember";
import { defineCheck } from "./define-check";
import { groupBy } from "./relations/evidence";
import { familyOf } from "./relations/family";
import type { Kind } from "./relations/figures";
import { renderStated } from "./relations/render";

const NAME: { readonly [unit in Unit]: { readonly ja: string; readonly en: string } } = {
  ratio: { ja: "率", en: "a rate" },
  people: { ja: "人数", en: "people" },
  days: { ja: "日数", en: "days" },
  hours: { ja: "時間", en: "hours" },
  years: { ja: "年数", en: "years" },
  cases: { ja: "件数", en: "cases" },
  points: { ja: "ポイント", en: "points" },
};

/**
 * 測り方の違う目標 — the target is in days, the actual is a rate.
 *
 * looks at  numeric targets against the figures beside them, else against all figures of what they speak of
 * silent    targets for which some figure of the same measure stands anywhere
 * source    R21 in the catalogue of checks
 */
export const targetInOtherMeasure = defineCheck({
  id: "target-in-other-measure",
  severity: "warning",
  cause: "target",
  needs: ["reading", "figures"],
  *run({ reading, figures }) {
    const family = remember(familyOf);
    // Blank and 該当者なし rows of the right measure will hold figures one day; counts give the rate.
    const nameOf = ({ indicator, group }: { readonly indicator: string; readonly group: Pick<Group, "sex"> }): string => `${family(indicator)}|${group.sex ?? ""}`;
    const kinds = groupBy(figures.kinds.filter(isActual), nameOf);
    const stated = (kind: Kind): boolean => isActual(kind) && kind.role === "value" && kind.state === "value";
    const first = remember((name: string) => figures.pick((kind) => stated(kind) && nameOf(kind) === name).slice(0, 1));
    const units = groupBy(figures.kinds.filter(stated), (kind) => family(kind.indicator));
    const hasOther = ({ indicator, unit }: Target): boolean => (units.get(family(indicator)) ?? []).some((kind) => kind.unit !== unit);
    const rowsOf = remember((sheet: string) =>
      groupBy(
        figures.pick(stated).filter((o) => o.at.sheet === sheet),
        (o) => o.row,
      ),
    );
    const besideOf = ({ at, indicator }: Target): readonly Observation[] =>
      (rowsOf(at.sheet).get(readAddress(at.cell)?.row ?? -1) ?? []).filter((o) => family(o.indicator) === family(indicator));
    for (const target of reading.targets) {
      if (target.value === null || target.unit === null || target.confidence < 0.5 || target.change !== null) continue;
      const name = nameOf(target);
      // Where all is measured as the target is, its own row is no exception.
      const beside = target.source === "column" && hasOther(target) ? besideOf(target) : [];
      const actuals: readonly Kind[] = beside.length > 0 ? beside : (kinds.get(name) ?? []);
      if (actuals.some((o) => (o.role === "value" && o.unit === target.unit) || (o.role === "denominator" && target.unit === "ratio"))) continue;
      const [actual] = beside.length > 0 ? beside : first(name);
      if (!actual) continue;
      yield { at: target.at, related: [actual], facts: { target: target.text, targetIn: NAME[target.unit], actual: renderStated(actual), actualIn: NAME[actual.unit] } };
    }
  },
  say: {
    ja: (f) => `目標〔${f.target}〕は${f.targetIn.ja}、実績〔${f.actual}〕は${f.actualIn.ja}です。測り方が違うため達成の判定ができません。`,
    en: (f) => `The target (${f.target}) is in ${f.targetIn.en}, the actual (${f.actual}) in ${f.actualIn.en}. They cannot be compared.`,
  },
});

function isActual(kind: Kind): boolean {
  return kind.role !== "part" && kind.role !== "target" && kind.measure !== "growth" && !kind.isMergedCopy;
}
