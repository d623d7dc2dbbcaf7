import type { Group, Observation } from "../model/observation";
import { defineCheck } from "./define-check";
import { hasValue, stepOf } from "./relations/compare";
import { groupBy } from "./relations/evidence";
import { renderStated } from "./relations/render";

type Stated = Observation & { readonly value: number };

const AXES = ["sex", "department", "occupation"] as const;
const MEANS = /_avg_days$|^overtime_per_head_|^annual_leave_rate$|^childcare_leave_rate$/;

/**
 * 内訳の外の平均 — an average of everybody that is lower, or higher, than that of every part.
 *
 * looks at  average days, hours per head and rates of women and men, of departments or occupations, beside that of all, in one table
 * unit      at the digits shown
 * silent    differences and pay, which composition moves; departments whose line of everybody lies outside in more than one year, since others may belong to it
 * source    a mean lies between those of its parts
 */
export const averageOutsideParts = defineCheck({
  id: "average-outside-parts",
  severity: "warning",
  cause: "sum",
  needs: ["figures", "keys"],
  *run({ figures, keys }) {
    const means = figures
      .pick((kind) => kind.role === "value" && kind.state === "value" && MEANS.test(kind.indicator) && !kind.isMergedCopy && kind.figure.part === "value")
      .filter(hasValue);
    for (const axis of AXES) {
      const trials = [...groupBy(means, (o) => keys.pack(o.table, keys.indicatorOf(o), keys.periodOf(o), keys.without(keys.groupOf(o), axis))).values()].flatMap((all) =>
        tryMean(all, axis),
      );
      for (const line of groupBy(trials, ({ whole }) => `${whole.table}|${whole.indicator}|${keys.groupOf(whole)}`).values()) {
        const outside = line.filter(({ isOutside }) => isOutside);
        // Men and women are everybody; departments may not be all there are.
        const isKnown = axis === "sex" || line.length - outside.length >= 2;
        const [only, ...more] = outside;
        if (!only || more.length > 0 || !isKnown) continue;
        const { whole, parts, low, high } = only;
        yield { at: whole, related: parts, facts: { stated: renderStated(whole), low: renderStated(low), high: renderStated(high) } };
      }
    }
  },
  say: {
    ja: (f) => `全体の平均〔${f.stated}〕が、内訳の範囲（〔${f.low}〕から〔${f.high}〕まで）の外です。全体か内訳のどちらかを確認してください。`,
    en: (f) => `The average of everybody, ${f.stated}, lies outside those of its parts (${f.low} to ${f.high}). Please check which of them is right.`,
  },
});

interface MeanTrial {
  readonly whole: Stated;
  readonly parts: readonly Stated[];
  readonly low: Stated;
  readonly high: Stated;
  readonly isOutside: boolean;
}

/** One whole and all its parts; two wholes, or the same part twice, tell nothing. */
function tryMean(all: readonly Stated[], axis: keyof Group): readonly MeanTrial[] {
  const wholes = all.filter(({ group }) => group[axis] === undefined);
  const parts = all.filter(({ group }) => group[axis] !== undefined);
  const [whole, ...others] = wholes;
  // The same year heads two columns: each column is a case of its own.
  const columns = others.length > 0 ? [...groupBy(all, ({ col }) => col).values()] : [];
  if (columns.length > 1) return columns.flatMap((column) => tryMean(column, axis));
  const isWhole = axis === "sex" ? parts.length === 2 : parts.length >= 3 && whole?.isTotal === true;
  if (!whole || others.length > 0 || !isWhole || new Set(parts.map(({ group }) => group[axis])).size < parts.length) return [];
  if (parts.some(({ unit, group }) => unit !== whole.unit || group.bucket !== undefined)) return [];
  const sorted = [...parts].sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  const finest = Math.min(...all.map(stepOf));
  // General shows every digit there is: 13 beside 11.3 is 13.0.
  const slack = Math.max(...[whole, low, high].map((o) => (o.format === "General" && !o.isText ? finest : stepOf(o)))) + 1e-9;
  return [{ whole, parts, low, high, isOutside: whole.value < low.value - slack || whole.value > high.value + slack }];
}
