import type { Observation } from "../model/observation";
import { groupKey } from "../model/observation";
import { periodKey } from "../model/period";
import type { Sentence } from "../model/finding";
import type { Speech } from "./define-check";
import { defineCheck } from "./define-check";
import { hasValue, stepOf } from "./relations/compare";
import type { Figures } from "./relations/figures";
import { groupBy, leastConfidence, weighTrials } from "./relations/evidence";
import { renderStated, renderWhere } from "./relations/render";

/** Each part with the whole that includes it; both stand on the same people. */
const INCLUDED: readonly (readonly [part: string, whole: string])[] = [
  ["spouse_birth_leave_full_rate", "spouse_birth_leave_rate"],
  ["spouse_birth_leave_rate", "paternity_either_leave_rate"],
  ["childcare_participation_leave_rate", "paternity_either_leave_rate"],
  ["paternity_5days_rate", "paternity_either_leave_rate"],
  ["childcare_leave_2w_rate", "childcare_leave_rate"],
];

/**
 * 一部が全体を上回る — 5日以上 above いずれか取得, 2週間以上 above all who took leave, or a union above its two parts.
 *
 * looks at  rates and takers of the same table, year and sex; rates only where both stand on the same eligible
 * silent    one of the two missing; differences within the digits shown
 * source    R09 in the catalogue of checks
 */
export const subsetAboveWhole = defineCheck({
  id: "subset-above-whole",
  severity: "error",
  cause: "sum",
  needs: ["figures"],
  *run({ figures }): Generator<Speech<Facts>> {
    yield* speakOfClasses(figures);
    const stated = new Set(figures.kinds.map((kind) => kind.indicator));
    const names = new Set(INCLUDED.filter((pair) => pair.every((name) => stated.has(name))).flat());
    if (names.size === 0) return;
    const at = new Map<string, Observation>();
    const eligible = new Map<string, number>();
    const key = (o: Observation, indicator: string) => `${o.table}|${indicator}|${o.role}|${o.unit}|${periodKey(o.period)}|${groupKey(o.group)}`;
    for (const o of figures.pick((kind) => names.has(kind.indicator) && !kind.isMergedCopy)) {
      if (!hasValue(o) || o.group.bucket !== undefined) continue;
      if (o.role === "denominator") eligible.set(key(o, o.indicator), o.value);
      else if (o.role === "value" || o.role === "numerator") at.set(key(o, o.indicator), o);
    }
    for (const o of at.values()) {
      for (const [part, whole] of INCLUDED) {
        if (o.indicator !== part) continue;
        const all = at.get(key(o, whole));
        if (!hasValue(o) || !hasValue(all)) continue;
        // The counts beside the rates have spoken for themselves.
        if (o.role === "value" && [part, whole].every((indicator) => at.has(key({ ...o, role: "numerator", unit: "people" }, indicator)))) continue;
        const people = [part, whole].map((indicator) => eligible.get(key({ ...o, role: "denominator", unit: "people" }, indicator)));
        const sameEligible = people[0] === undefined || people[1] === undefined || people[0] === people[1];
        if (sameEligible && o.value > all.value + slack(o, all))
          yield { at: o, related: [all], facts: { kind: "part", part: renderWhere(o), partStated: renderStated(o), whole: renderWhere(all), wholeStated: renderStated(all) } };
      }
      if (o.indicator !== "paternity_either_leave_rate") continue;
      const birth = at.get(key(o, "spouse_birth_leave_rate"));
      const participation = at.get(key(o, "childcare_participation_leave_rate"));
      if (hasValue(o) && hasValue(birth) && hasValue(participation) && o.value > birth.value + participation.value + slack(o, birth) + slack(o, participation))
        yield {
          at: o,
          related: [birth, participation],
          facts: {
            kind: "union",
            part: renderWhere(o),
            partStated: renderStated(o),
            whole: renderWhere(birth),
            wholeStated: `${renderStated(birth)} + ${renderStated(participation)}`,
          },
        };
    }
  },
  say: {
    ja: (f) =>
      f.kind === "part"
        ? `「${f.part.ja}」〔${f.partStated}〕が、それを含む「${f.whole.ja}」〔${f.wholeStated}〕を超えています。`
        : `「いずれか取得」〔${f.partStated}〕が、2つの休暇の合計〔${f.wholeStated}〕を超えています。`,
    en: (f) =>
      f.kind === "part"
        ? `"${f.part.en}" (${f.partStated}) exceeds "${f.whole.en}" (${f.wholeStated}), which includes it.`
        : `Taking either leave (${f.partStated}) exceeds both together (${f.wholeStated}).`,
  },
});

type Kind = "part" | "union";

interface Facts {
  readonly kind: Kind;
  readonly part: Sentence;
  readonly partStated: string;
  readonly whole: Sentence;
  readonly wholeStated: string;
}

// 5日以上 and 2週間以上 are classes of the takers above them, whether or not the classes make a whole.
function* speakOfClasses(figures: Figures): Generator<Speech<Facts>> {
  const classes = figures.pick((kind) => kind.role === "part" && kind.unit === "people" && !kind.isMergedCopy).filter((o) => o.group.bucket !== undefined && hasValue(o));
  if (classes.length === 0) return;
  const divided = new Set(classes.map((o) => o.table));
  const takers = groupBy(
    figures
      .pick((kind) => kind.role === "numerator" && kind.unit === "people" && !kind.isMergedCopy)
      .filter((o) => divided.has(o.table) && o.group.bucket === undefined && hasValue(o)),
    classKey,
  );
  for (const line of groupBy(classes, (o) => o.line).values()) {
    const trials = line.flatMap((part) => {
      const [whole, other] = takers.get(classKey(part)) ?? [];
      if (!whole || other) return [];
      return [
        { of: { part, whole }, holds: (part.value ?? 0) <= (whole.value ?? 0), isTelling: (part.value ?? 0) > 0, isPlausible: true, confidence: leastConfidence([part, whole]) },
      ];
    });
    const weighed = weighTrials(trials);
    if (!weighed || weighed.kind === "reading") continue;
    for (const { part, whole } of weighed.broken)
      yield {
        at: part,
        related: [whole],
        severity: weighed.kind === "sheet" ? "error" : "warning",
        facts: { kind: "part", part: renderWhere(part), partStated: renderStated(part), whole: renderWhere(whole), wholeStated: renderStated(whole) },
      };
  }
}

function classKey(o: Observation): string {
  return `${o.table}|${o.indicator}|${periodKey(o.period)}|${o.group.sex ?? ""}|${o.group.department ?? ""}|${o.group.employment ?? ""}`;
}

function slack(a: Observation, b: Observation): number {
  return a.unit === "ratio" ? Math.max(stepOf(a), stepOf(b)) + 1e-9 : 1e-9;
}
