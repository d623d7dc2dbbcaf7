import type { Observation } from "../model/observation";
import { groupKey } from "../model/observation";
import { periodKey } from "../model/period";
import { defineCheck } from "./define-check";
import { hasValue, stepOf } from "./relations/compare";
import { groupBy, leastConfidence, weighTrials } from "./relations/evidence";
import { renderNumber, renderStated } from "./relations/render";

/**
 * 男女差の不一致 — a difference that the figures for women and men do not give.
 *
 * looks at  differences of years of service and of turnover, with the figures of both sexes in the same table
 * unit      each figure may hide half a digit; the sign is left to the sheet
 * silent    a missing sex; pay, whose 差異 is a ratio
 * source    R28 in the catalogue of checks
 */
export const differenceDisagreesWithSexes = defineCheck({
  id: "difference-disagrees-with-sexes",
  severity: "error",
  cause: "sum",
  needs: ["figures"],
  *run({ figures }) {
    const gaps = figures
      .pick((kind) => /_gap$/.test(kind.indicator) && kind.indicator !== "pay_gap" && kind.measure !== "count" && !kind.isMergedCopy && kind.role !== "target")
      .filter(hasValue);
    const trials = [];
    for (const group of groupBy(gaps, (o) => `${o.table}|${o.indicator}|${periodKey(o.period)}|${groupKey(withoutSex(o))}`).values()) {
      const women = group.filter((o) => o.group.sex === "female");
      const men = group.filter((o) => o.group.sex === "male");
      // 計 of 離職率 is the rate of everybody.
      const differences = group.filter((o) => o.group.sex === undefined && !(o.isTotal && o.role === "part"));
      const [woman] = women;
      const [man] = men;
      const [difference] = differences;
      if (!woman || !man || !difference || women.length > 1 || men.length > 1 || differences.length > 1) continue;
      const computed = (woman.value ?? 0) - (man.value ?? 0);
      // Points and ratios of turnover stand side by side: 1.0 beside 1.35 % and 0.34 %.
      const scale = difference.unit === "points" && woman.unit === "ratio" ? 100 : 1;
      const slack = (scale * (stepOf(woman) + stepOf(man))) / 2 + stepOf(difference) / 2 + 1e-9;
      const off = Math.abs(Math.abs(difference.value ?? 0) - Math.abs(scale * computed));
      trials.push({
        of: { woman, man, difference, computed: scale * computed },
        holds: off <= slack,
        isTelling: computed !== 0,
        isPlausible: off <= 0.5 * Math.max(1, Math.abs(scale * computed)),
        confidence: leastConfidence([woman, man, difference]),
      });
    }
    for (const group of groupBy(trials, (t) => `${t.of.difference.table}|${t.of.difference.indicator}`).values()) {
      const weighed = weighTrials(group);
      for (const t of weighed?.broken ?? []) {
        const unit = t.difference.unit === "ratio" ? 100 : 1;
        const subtraction = `${renderStated(t.woman)} − ${renderStated(t.man)} = ${renderNumber(t.computed * unit)}${unit === 100 ? "%" : ""}`;
        yield {
          at: t.difference,
          related: [t.woman, t.man],
          severity: weighed?.kind === "sheet" ? "error" : "warning",
          facts: { subtraction, stated: renderStated(t.difference) },
          arithmetic: { ja: `${subtraction}、記載 ${renderStated(t.difference)}`, en: `${subtraction}, stated ${renderStated(t.difference)}` },
        };
      }
    }
  },
  say: {
    ja: (f) => `男女の差〔${f.stated}〕が ${f.subtraction} と一致しません。`,
    en: (f) => `The difference ${f.stated} disagrees with ${f.subtraction}.`,
  },
});

function withoutSex(o: Observation): Observation["group"] {
  return Object.fromEntries(Object.entries(o.group).filter(([name]) => name !== "sex"));
}
