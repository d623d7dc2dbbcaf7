import type { Comparison, Judgement } from "../model/plan";
import type { Unit } from "../model/figure";
import type { Actual } from "./actual";
import { meets } from "./direction-of";

/**
 * 不足を測る — what is missing to the target, in its unit, and the fewest people who would make it up.
 *
 * unit  a difference of rates is a ratio (0.1 = 10 points)
 * none  null when the target is met
 */
export function measureGap(actual: Pick<Actual, "counts">, value: number, comparison: Comparison, threshold: number, unit: Unit): Judgement["gap"] {
  if (meets(value, comparison, threshold)) return null;
  const size = Math.abs(threshold - value);
  if (unit === "people" || unit === "cases") return { value: size, unit, people: unit === "people" ? Math.ceil(size - 1e-9) || 1 : null };
  return { value: size, unit, people: actual.counts && unit === "ratio" ? countPeople(actual.counts, comparison, threshold) : null };
}

/** The smallest whole number of people, found by trying from just below the fraction on. */
function countPeople(counts: NonNullable<Actual["counts"]>, comparison: Comparison, threshold: number): number | null {
  const { numerator, denominator } = counts;
  const step = comparison === "at-most" || comparison === "less-than" || (comparison === "equal" && numerator / denominator > threshold) ? -1 : 1;
  const about = Math.max(1, Math.floor(Math.abs(threshold * denominator - numerator)) - 1);
  for (let people = about; people <= about + 3; people++) if (meets((numerator + step * people) / denominator, comparison, threshold)) return people;
  return null;
}
