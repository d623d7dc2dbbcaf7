import type { Observation } from "../model/observation";
import type { Profile } from "../model/profile";
import { deriveAmount, nameOf, readAmount, type Amount } from "./amount";
import { isSamePopulation, withoutBucket, withRole, type SourceIndex, type Weight } from "./source-index";

/** 割り算 — what a figure is the quotient of, and by which rule of the table the two sides were found. */
export interface Quotient {
  readonly numerator: Amount;
  readonly denominator: Amount;
  /** Figures of one line found by the same rule are evidence for each other. */
  readonly rule: string;
  /** 0 is the closest relation; larger is farther. */
  readonly distance: number;
}

/**
 * 割り算をさがす — the numerator and denominator of a figure, in its own table, period and population.
 *
 * none  undefined when there is none, or when several would give different figures and no filled neighbour tells which
 */
export function findQuotient(of: Observation, index: SourceIndex, profile: Profile): Quotient | undefined {
  const candidates = listQuotients(of, index, profile);
  if (candidates.length === 0) return undefined;
  const weights = weighRules(of, index, profile);
  const weighed = candidates.map((quotient) => ({ quotient, evidence: weights.get(quotient.rule) ?? NO_EVIDENCE }));
  // One neighbour that differs may be wrong itself; a rule that several break and none keeps is a wrong reading of the table.
  const possible = weighed.filter(({ evidence }) => evidence.holds > 0 || evidence.breaks < 2);
  const needed = possible.filter(({ quotient, evidence }) => quotient.distance < UNSURE || evidence.holds > 0);
  needed.sort((a, b) => b.evidence.holds - b.evidence.breaks - (a.evidence.holds - a.evidence.breaks) || a.quotient.distance - b.quotient.distance);
  const [best, next] = needed;
  if (!best) return undefined;
  const isTie =
    next !== undefined && next.quotient.distance === best.quotient.distance && next.evidence.holds - next.evidence.breaks === best.evidence.holds - best.evidence.breaks;
  return isTie && quotientOf(next.quotient) !== quotientOf(best.quotient) ? undefined : best.quotient;
}

const NO_EVIDENCE: Weight = { holds: 0, breaks: 0 };

/** From here on a relation is believed only where filled neighbours bear it out. */
const UNSURE = 4;

function listQuotients(of: Observation, index: SourceIndex, profile: Profile): Quotient[] {
  const here = index.around(of);
  const numerators = findNumerators(of, here, index, profile);
  const denominators = findDenominators(of, here, index);
  const quotients: Quotient[] = [];
  for (const top of numerators)
    for (const bottom of denominators) {
      if (!mayDivide(of, top.amount, bottom.amount)) continue;
      const distance = Math.max(top.distance, bottom.distance);
      quotients.push({ numerator: top.amount, denominator: bottom.amount, rule: `${top.rule}/${bottom.rule}`, distance });
    }
  return quotients;
}

interface Side {
  readonly amount: Amount;
  readonly rule: string;
  readonly distance: number;
}

function findNumerators(of: Observation, here: readonly Observation[], index: SourceIndex, profile: Profile): Side[] {
  const ignoreSex = isFemaleShare(of.indicator, index);
  const own = withRole(here, "numerator").filter((o) => o.indicator === of.indicator && isSamePopulation(o.group, of.group, ignoreSex));
  const sides = sidesOf(own, of);
  if (sides.length > 0) return sides;
  const full = fullLengthTakers(of, here, index, profile);
  if (full) return [{ amount: readAmount(full), rule: ruleOf(full, of), distance: 1 }];
  const parts = addUpParts(of, here, index, ignoreSex);
  return parts ? [parts] : [];
}

/** 完全取得 — the line of those who took all the days there are; the longest of the day buckets, or the one the profile names. */
function fullLengthTakers(of: Observation, here: readonly Observation[], index: SourceIndex, profile: Profile): Observation | undefined {
  const shared = index.indicator(of.indicator)?.sharesDenominatorWith;
  if (shared === undefined || !/full/.test(of.indicator)) return undefined;
  const byDays = here.filter(
    (o) => (o.role === "part" || o.role === "numerator") && o.indicator === shared && isSamePopulation(o.group, of.group, false) && daysOf(o) !== undefined,
  );
  const most = profile.spouseBirthLeaveDays ?? Math.max(...byDays.map((o) => daysOf(o)!));
  const found = byDays.filter((o) => daysOf(o) === most);
  return byDays.length > 1 || profile.spouseBirthLeaveDays !== null ? (found.length === 1 ? found[0] : undefined) : undefined;
}

/** 内訳の和 — takers by number of days (1日, 2日, 3日 without a gap), or by buckets that leave nobody out. */
function addUpParts(of: Observation, here: readonly Observation[], index: SourceIndex, ignoreSex: boolean): Side | undefined {
  const isPartOf = (o: Observation) => o.indicator === of.indicator || index.indicator(o.indicator)?.sharesDenominatorWith === of.indicator;
  const related = here.filter(
    (o) => (o.role === "part" || o.role === "numerator") && o.group.bucket !== undefined && isPartOf(o) && isSamePopulation(o.group, of.group, ignoreSex),
  );
  const total = related.filter((o) => o.isTotal);
  if (total.length === 1) return { amount: readAmount(total[0]!), rule: ruleOf(total[0]!, of), distance: 1 };
  const parts = related.filter((o) => !o.isTotal && !/継続|再度/.test(o.label));
  if (parts.length < 2) return undefined;
  const days = parts.map(daysOf);
  const isEveryDay = days.every((d) => d !== undefined) && new Set(days).size === days.length && Math.max(...days.map((d) => d!)) === days.length;
  const isUnderAndOver = parts.length === 2 && parts.some((o) => /未満/.test(o.group.bucket!)) && parts.some((o) => /以上/.test(o.group.bucket!));
  if (!isEveryDay && !isUnderAndOver) return undefined;
  const name = { ja: parts.map((o) => o.group.bucket!).join("＋"), en: parts.map((o) => `"${o.group.bucket!}"`).join(" + ") };
  return { amount: { kind: "cells", name, cells: parts }, rule: parts.map((o) => ruleOf(o, of)).join("+"), distance: 2 };
}

function findDenominators(of: Observation, here: readonly Observation[], index: SourceIndex): Side[] {
  const ignoreSex = isFemaleShare(of.indicator, index);
  const all = withRole(here, "denominator").filter((o) => isSamePopulation(o.group, of.group, ignoreSex));
  const indicator = index.indicator(of.indicator);
  const steps: ((o: Observation) => boolean)[] = [
    (o) => o.indicator === of.indicator,
    (o) => o.indicator === indicator?.sharesDenominatorWith || index.indicator(o.indicator)?.sharesDenominatorWith === of.indicator,
    (o) => isSameTopic(o.indicator, of.indicator, index),
    (o) => isForFathers(o.indicator, index) && isForFathers(of.indicator, index),
    (o) => o.unit === "people",
  ];
  for (const [step, belongs] of steps.entries()) {
    const sides = sidesOf(all.filter(belongs), of);
    if (sides.length > 0) return sides.map((side) => ({ ...side, distance: step }));
  }
  const women = ignoreSex ? addUpSexes(of, here) : undefined;
  return women ? [women] : [];
}

/** 男女の和 — where no line counts everybody, women and men together do. */
function addUpSexes(of: Observation, here: readonly Observation[]): Side | undefined {
  const counts = here.filter((o) => o.indicator === of.indicator && o.role !== "value" && o.unit === "people" && isSamePopulation(o.group, of.group, true));
  const women = counts.filter((o) => o.group.sex === "female" || (o.role === "numerator" && o.group.sex === undefined));
  const men = counts.filter((o) => o.group.sex === "male");
  if (women.length !== 1 || men.length !== 1) return undefined;
  const cells = [women[0]!, men[0]!];
  return { amount: { kind: "cells", name: { ja: "女性と男性の計", en: "women and men" }, cells }, rule: cells.map((o) => ruleOf(o, of)).join("+"), distance: 2 };
}

/** One side per line; the cell itself first, then its own row or column, then the rest. */
function sidesOf(observations: readonly Observation[], of: Observation): Side[] {
  const anchors = observations.filter((o) => !o.isMergedCopy);
  const found = anchors.length > 0 ? anchors : observations;
  const exact = found.filter((o) => o.group.bucket === of.group.bucket);
  const near = exact.length > 0 ? exact : found;
  return near.map((o) => ({ amount: readAmount(o), rule: ruleOf(o, of), distance: 0 }));
}

/** Every filled figure of the line votes once for each rule that could have given it. */
function weighRules(of: Observation, index: SourceIndex, profile: Profile): ReadonlyMap<string, Weight> {
  const key = `${of.line}|${of.indicator}`;
  const known = index.memory.get(key);
  if (known) return known;
  const weights = new Map<string, { holds: number; breaks: number }>();
  for (const neighbour of index.line(of.line)) {
    if (neighbour.role !== "value" || neighbour.state !== "value" || neighbour.value === null || neighbour.indicator !== of.indicator) continue;
    for (const quotient of listQuotients(neighbour, index, profile)) {
      const computed = quotientOf(quotient);
      if (computed === undefined) continue;
      const weight = weights.get(quotient.rule) ?? { holds: 0, breaks: 0 };
      weights.set(quotient.rule, weight);
      // Truncated figures and those rounded up are off by less than the last digit.
      if (Math.abs(computed - neighbour.value) <= (neighbour.figure.step ?? 1e-6) * 1.001) weight.holds++;
      else weight.breaks++;
    }
  }
  index.memory.set(key, weights);
  return weights;
}

function quotientOf(quotient: Quotient): number | undefined {
  const top = deriveAmount(quotient.numerator);
  const bottom = deriveAmount(quotient.denominator);
  return top.state === "value" && bottom.state === "value" && bottom.value !== 0 ? top.value / bottom.value : undefined;
}

/** Days by people give days, people by people a rate: a division whose units cannot give the figure's is none. */
function mayDivide(of: Observation, numerator: Amount, denominator: Amount): boolean {
  if (numerator.kind === "words" || denominator.kind === "words") return true;
  const top = numerator.cells[0]?.unit;
  const bottom = denominator.cells[0]?.unit;
  if (of.unit === "ratio" || of.unit === "points") return top === bottom || (isCount(top) && isCount(bottom));
  return top === of.unit && isCount(bottom);
}

function isCount(unit: string | undefined): boolean {
  return unit === "people" || unit === "cases";
}

function daysOf(o: Observation): number | undefined {
  const found = /^(\d+)日間?$/.exec((o.group.bucket ?? "").normalize("NFKC"));
  return found ? Number(found[1]) : undefined;
}

function isSameTopic(a: string, b: string, index: SourceIndex): boolean {
  const first = index.indicator(a)?.topics;
  const second = index.indicator(b)?.topics;
  return first !== undefined && second !== undefined && first.length > 0 && first.every((topic) => second.includes(topic)) && first.length === second.length;
}

/** The leaves of fathers are all counted against the men whose child was born. */
function isForFathers(id: string, index: SourceIndex): boolean {
  const indicator = index.indicator(id);
  return indicator?.population === "male" && indicator.shape === "uptake";
}

function isFemaleShare(indicator: string, index: SourceIndex): boolean {
  return index.indicator(indicator)?.shape === "female-share";
}

/** The place of a source relative to the figure, as a line of its table or, for a headless one, its label. */
function ruleOf(source: Observation, of: Observation): string {
  return source.line === of.line ? `=${withoutBucketKey(source)}${source.role}${source.figure.part}` : source.line;
}

function withoutBucketKey(o: Observation): string {
  return `${Object.values(withoutBucket(o.group)).join("|")}:${nameOf(o).ja}:`;
}
