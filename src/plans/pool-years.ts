import { isCumulative, isSameUnit, rawValue, type Actual } from "./actual";

/** 期間の値 — what the years of a plan give together. */
export interface Pooled {
  readonly value: number;
  readonly counts: Actual["counts"];
  readonly years: number;
}

/**
 * 期間をまとめる — the sum of the years (for a rate: all takers by all eligible), or their mean.
 *
 * shape  a year with nobody eligible adds nothing; a figure that is itself cumulative stands for all years so far
 * none   value null-like (undefined) when a year is missing, contradicts itself, or a rate lacks its people
 */
export function pool(kind: "cumulative" | "period-average", actuals: readonly (Actual | undefined)[], last: Actual): Pooled | undefined {
  if (isCumulative(last) && last.value !== null) return { value: rawValue(last)!, counts: last.counts, years: actuals.length };
  const stated: Actual[] = [];
  for (const actual of actuals) {
    if (actual?.state === "not-applicable") continue;
    if (!actual || actual.state !== "value" || actual.conflict !== null || !isSameUnit(actual.unit, last.unit)) return undefined;
    stated.push(actual);
  }
  if (stated.length === 0) return undefined;
  const counted = stated.flatMap((actual) => (actual.counts ? [actual.counts] : []));
  if (last.unit === "ratio" && counted.length === stated.length) {
    const counts = { numerator: sum(counted.map((c) => c.numerator)), denominator: sum(counted.map((c) => c.denominator)) };
    return { value: counts.numerator / counts.denominator, counts, years: actuals.length };
  }
  const total = sum(stated.map((actual) => rawValue(actual)!));
  if (kind === "period-average") return { value: total / stated.length, counts: null, years: actuals.length };
  return last.unit === "ratio" ? undefined : { value: total, counts: null, years: actuals.length };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
