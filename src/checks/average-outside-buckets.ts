import type { Observation } from "../model/observation";
import { groupKey } from "../model/observation";
import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { readBucket } from "./relations/buckets";
import { groupBy } from "./relations/evidence";
import { familyOf } from "./relations/family";
import { findSpokenYear } from "../notation/judged-year";
import { renderNumber, renderStated } from "./relations/render";

/**
 * 内訳から外れた平均 — an average number of days that the people by days cannot give.
 *
 * looks at  平均取得日数 with 1日・2日・3日 or 5日未満・5日以上 of the same year, over the eligible if they are known, else the takers
 * silent    classes without days; averages within what the classes allow
 * source    R07 in the catalogue of checks
 */
export const averageOutsideBuckets = defineCheck({
  id: "average-outside-buckets",
  severity: "warning",
  cause: "state",
  needs: ["sums", "figures", "counts", "profile"],
  *run({ sums, figures, counts, profile }) {
    if (!sums.some((c) => c.axis === "bucket")) return;
    const key = (o: Observation) => `${familyOf(o.indicator)}|${findSpokenYear(o.period, profile)}|${groupKey({ ...(o.group.sex ? { sex: o.group.sex } : {}) })}`;
    const averages = groupBy(figures.pick((kind) => kind.role === "value" && kind.unit === "days" && kind.indicator.includes("_avg_") && !kind.isMergedCopy).filter(hasValue), key);
    if (averages.size === 0) return;
    const eligible = new Map<string, number>();
    for (const { denominator } of counts) if (hasValue(denominator) && denominator.unit === "people") eligible.set(key(denominator), denominator.value);
    for (const { axis, total, parts } of sums) {
      if (axis !== "bucket" || !hasValue(total) || total.value === 0) continue;
      const bounds = boundsOf(parts);
      if (!bounds) continue;
      for (const average of averages.get(key(total)) ?? []) {
        const fewest = total.value;
        const most = Math.max(fewest, eligible.get(key(total)) ?? fewest);
        const low = bounds.low / most;
        const high = bounds.high / fewest;
        const step = average.figure.step ?? 0.1;
        if (average.value === null || (average.value >= low - step && average.value <= high + step)) continue;
        const people = `${renderNumber(fewest)}人`;
        const classes = parts.filter((p) => hasValue(p) && p.value > 0).map((p) => `${p.group.bucket ?? p.label} ${renderStated(p)}`);
        yield { at: average, related: [total, ...parts], facts: { average: renderStated(average), people, classes, low: renderNumber(low) } };
      }
    }
  },
  say: {
    ja: (f) => `平均〔${f.average}〕は内訳（${f.people}中 ${f.classes.join("、")}）から導ける範囲の外です（少なくとも${f.low}日）。分母を確認してください。`,
    en: (f) => `The average ${f.average} is outside what the classes allow (${f.classes.join(", ")} of ${f.people}; at least ${f.low} days). Please check the denominator.`,
  },
});

function boundsOf(parts: readonly Observation[]): { low: number; high: number } | undefined {
  let low = 0;
  let high = 0;
  for (const part of parts) {
    if (part.state !== "value" && part.state !== "not-applicable") return undefined;
    const people = part.value ?? 0;
    if (people === 0) continue;
    const range = readBucket(part.group.bucket ?? part.label);
    if (!range) return undefined;
    low += people * range.from;
    high += people * range.to;
  }
  return { low, high };
}
