import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { renderStated } from "./relations/render";

/**
 * 超過人数が対象人数を上回る — more people above the limit than there are.
 *
 * looks at  people above the monthly or yearly limit, with the people named in the heading
 * silent    yearly sums of months, in which one person counts several times
 * source    R16 in the catalogue of checks
 */
export const overLimitAboveHeadcount = defineCheck({
  id: "over-limit-above-headcount",
  severity: "error",
  cause: "sum",
  needs: ["reading", "figures", "tables"],
  *run({ reading, figures, tables }) {
    const above = figures.pick(
      (kind) => kind.indicator === "overtime_over_limit_count" && kind.unit === "people" && kind.role !== "target" && kind.role !== "denominator" && !kind.isMergedCopy,
    );
    if (above.length === 0) return;
    const hasMonths = new Set(reading.observations.filter((o) => o.period?.month !== undefined).map((o) => o.table));
    for (const o of above.filter(hasValue)) {
      const headcount = tables.get(o.table)?.headcount;
      const isRepeated = /延べ|のべ/.test(o.label + o.text) || (o.period?.month === undefined && o.figure.per !== "year" && hasMonths.has(o.table));
      if (!headcount || isRepeated || o.value <= headcount.value) continue;
      yield { at: o, related: [headcount.at], facts: { stated: renderStated(o), people: headcount.value } };
    }
  },
  say: {
    ja: (f) => `上限時間を超えた職員数〔${f.stated}〕が対象人数〔${f.people}人〕を上回っています。`,
    en: (f) => `More people are above the limit (${f.stated}) than there are (${f.people}).`,
  },
});
