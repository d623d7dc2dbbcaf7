import { groupKey, type Observation, type Role } from "../model/observation";
import { periodKey } from "../model/period";

interface Quotient {
  readonly rate: Observation;
  /** Places among the settled observations. */
  readonly counts: readonly number[];
}

/**
 * 割り算で確かめる — of two counts beside a rate of which the words make the same half, the figures tell which is divided by which.
 *
 * shape  changes roles only, where the division holds in more than half of the columns in which it can be tried
 */
export function settleQuotients(settled: Observation[]): void {
  const quotients = findQuotients(settled);
  if (quotients.length === 0) return;
  const votes = new Map<string, { held: number; tried: number; small: string; large: string }>();
  for (const { rate, counts } of quotients) {
    const [a, b] = counts.map((i) => settled[i]!) as [Observation, Observation];
    if (a.value === null || b.value === null || rate.value === null || a.value === b.value) continue;
    const [small, large] = a.value < b.value ? [a, b] : [b, a];
    const key = [a.line, b.line].sort().join("|");
    const vote = votes.get(key) ?? { held: 0, tried: 0, small: small.line, large: large.line };
    votes.set(key, vote);
    vote.tried++;
    const isHeld = Math.abs(small.value! / large.value! - rate.value) <= (rate.figure.step ?? 0.001) * 0.501 + 1e-9;
    if (isHeld && vote.small === small.line) vote.held++;
  }
  for (const { counts } of quotients) {
    const key = counts
      .map((i) => settled[i]!.line)
      .sort()
      .join("|");
    const vote = votes.get(key);
    if (!vote || vote.held * 2 <= vote.tried) continue;
    for (const i of counts) settled[i] = { ...settled[i]!, role: settled[i]!.line === vote.large ? "denominator" : "numerator" };
  }
}

/** Rates with two counts of one half and none of the other. */
function findQuotients(settled: readonly Observation[]): readonly Quotient[] {
  const keyOf = (o: Observation): string => `${o.indicator}|${groupKey(o.group)}|${periodKey(o.period)}`;
  if (!mayDivide(settled)) return [];
  const rates = new Map<string, Observation | null>();
  for (const o of settled) if (o.role === "value" && o.measure === "ratio" && o.figure.part === "value") rates.set(keyOf(o), rates.has(keyOf(o)) ? null : o);
  if (rates.size === 0) return [];
  const halves = new Map<string, number[]>();
  settled.forEach((o, i) => {
    if (!isHalf(o) || !rates.get(keyOf(o))) return;
    // What somebody corrected by hand is not for the figures to decide.
    if (o.confidence >= 1) return;
    const known = halves.get(keyOf(o));
    if (known) known.push(i);
    else halves.set(keyOf(o), [i]);
  });
  return [...halves].flatMap(([key, counts]) => {
    if (counts.length !== 2) return [];
    const [a, b] = counts.map((i) => settled[i]!) as [Observation, Observation];
    return a.role === b.role && a.line !== b.line ? [{ rate: rates.get(key)!, counts }] : [];
  });
}

function isHalf({ role, measure, figure, isMergedCopy }: Observation): boolean {
  return (role === "numerator" || role === "denominator") && measure === "count" && figure.part === "value" && !isMergedCopy;
}

/** Whether two lines make the same half at all. */
function mayDivide(settled: readonly Observation[]): boolean {
  const lineOf = new Map<Role, string>();
  for (const o of settled) {
    if (!isHalf(o)) continue;
    const known = lineOf.get(o.role);
    if (known !== undefined && known !== o.line) return true;
    lineOf.set(o.role, o.line);
  }
  return false;
}
