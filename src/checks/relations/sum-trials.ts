import type { Observation } from "../../model/observation";
import { hasValue, stepOf } from "./compare";
import type { Trial, Weighed } from "./evidence";
import { groupBy, leastConfidence, weighTrials } from "./evidence";
import type { SumCase } from "./sums";

/** 合計の照合 — a total with the sum of its parts. */
export interface SumTrial {
  readonly of: SumCase;
  readonly sum: number;
  /** The total is the mean of its parts, whatever its heading says. */
  readonly isMean: boolean;
  readonly parts: readonly Observation[];
}

/**
 * 合計を照合する — tries every sum whose parts are all there, and weighs the broken ones by their neighbours along the same heading.
 *
 * shape  parts that say 該当者なし count as nobody; with a blank or unknown part the sum is not tried
 */
export function weighSums(cases: readonly SumCase[]): {
  readonly weighed: readonly Weighed<SumTrial>[];
  readonly means: readonly SumTrial[];
  readonly incomplete: readonly SumCase[];
} {
  const trials: Trial<SumTrial>[] = [];
  const means: SumTrial[] = [];
  const incomplete: SumCase[] = [];
  for (const c of cases) {
    if (!hasValue(c.total)) continue;
    const stated = c.parts.filter(hasValue);
    const sum = round(stated.reduce((all, o) => all + o.value, 0));
    const slack = slackOf(c);
    const difference = Math.abs(sum - c.total.value);
    const isHeld = difference <= slack;
    const isWhole = c.parts.every((o) => o.state === "value" || o.state === "not-applicable");
    if (!isHeld && (!isWhole || stated.length === 0)) {
      // A year in progress: what is there may already be the sum so far, otherwise nothing can be said.
      incomplete.push(c);
      continue;
    }
    const trial: SumTrial = { of: c, sum, parts: stated, isMean: isMeanOf(c, stated, sum) };
    if (!isHeld && trial.isMean) {
      means.push(trial);
      continue;
    }
    trials.push({
      of: trial,
      holds: isHeld,
      isTelling: sum !== 0 && stated.filter((o) => o.value !== 0).length >= 2,
      isPlausible: difference <= 0.3 * Math.max(sum, c.total.value) || isSlip(sum, c.total.value) || difference <= 3,
      confidence: leastConfidence([c.total, ...c.parts]),
    });
  }
  const telling = withoutEchoes(trials);
  const weighed = [...groupBy(telling, (t) => t.of.of.rule).values()].flatMap((group) => {
    const result = weighTrials(group);
    return result ? [result] : [];
  });
  return { weighed, means, incomplete };
}

/** A wrong 計 of one section breaks the total of all sections too; where its own parts mend both, only the section is wrong. */
function withoutEchoes(trials: readonly Trial<SumTrial>[]): readonly Trial<SumTrial>[] {
  const broken = new Map(trials.filter((t) => !t.holds).map((t) => [t.of.of.total, t.of.sum]));
  if (broken.size < 2) return trials;
  const isEcho = ({ of: { of: c, sum }, holds }: Trial<SumTrial>): boolean => {
    if (holds) return false;
    const mended = c.parts.reduce((all, part) => all + (broken.has(part) && part.value !== null ? broken.get(part)! - part.value : 0), sum);
    return mended !== sum && Math.abs(mended - (c.total.value ?? 0)) <= slackOf(c);
  };
  return trials.filter((trial) => !isEcho(trial));
}

function slackOf(c: SumCase): number {
  // Whole people add up exactly; shown decimals may each hide half a digit.
  const steps = [c.total, ...c.parts].map(stepOf);
  // Shares may all have been cut off instead of rounded; 100 % is exact however it is written.
  if (c.total.unit === "ratio") return steps.slice(c.total.value === 1 ? 1 : 0).reduce((all, s) => all + s, 0) + 1e-6;
  return steps.every((s) => s === 0 || Number.isInteger(s)) ? 1e-6 : steps.reduce((all, s) => all + (Number.isInteger(s) ? 0 : s / 2), 0) + 1e-6;
}

function isMeanOf(c: SumCase, stated: readonly Observation[], sum: number): boolean {
  if (stated.length < 3 || c.total.value === null || sum === 0) return false;
  return Math.abs(sum / stated.length - c.total.value) <= Math.max(stepOf(c.total) / 2, 0.005) + 1e-9;
}

// 1626 and 1662, 162 and 1620: figures that changed places, or a lost digit.
function isSlip(a: number, b: number): boolean {
  const digits = (n: number) => [...String(Math.round(n))].sort().join("");
  return digits(a) === digits(b) || Math.abs(a * 10 - b) < 10 || Math.abs(b * 10 - a) < 10;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
