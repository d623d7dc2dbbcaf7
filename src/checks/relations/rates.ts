import type { Group, Observation } from "../../model/observation";
import { groupKey } from "../../model/observation";
import { periodKey } from "../../model/period";
import type { Reading } from "../../model/reading";
import { familyOf } from "./family";

/** 率と人数 — a figure that is a quotient, with the counts it stands on. */
export interface RateCase {
  readonly rate: Observation;
  readonly numerator: Observation | undefined;
  readonly denominator: Observation | undefined;
  /** Several candidates that differ were found; none was taken. */
  readonly isAmbiguous: boolean;
  /** Cases with one key were read by one rule (same table, counts at the same distance); they are evidence for each other. */
  readonly rule: string;
}

/** 人数だけの組 — a numerator and a denominator of one indicator, period and group, with or without a rate beside them. */
export interface CountPair {
  readonly numerator: Observation;
  readonly denominator: Observation;
  readonly rate: Observation | undefined;
  readonly rule: string;
}

interface Index {
  find(role: "numerator" | "denominator", of: Observation): { found: Observation | undefined; isAmbiguous: boolean };
}

/** 率をさがす — every quotient of the workbook with its counts; counts are looked for in the same cell, then the same table. */
export function findRates(reading: Reading): RateCase[] {
  const index = indexCounts(reading);
  const cases: RateCase[] = [];
  for (const rate of reading.observations) {
    if (!isQuotient(rate)) continue;
    const numerator = index.find("numerator", rate);
    const denominator = index.find("denominator", rate);
    const isFitting = fits(rate, numerator.found, denominator.found);
    cases.push({
      rate,
      numerator: isFitting ? numerator.found : undefined,
      denominator: isFitting ? denominator.found : undefined,
      isAmbiguous: numerator.isAmbiguous || denominator.isAmbiguous || !isFitting,
      rule: ruleOf(rate, numerator.found, denominator.found),
    });
  }
  return cases;
}

/** 人数の組をさがす — every numerator that has its denominator in the same table. */
export function findCountPairs(reading: Reading, rates: readonly RateCase[]): CountPair[] {
  const index = indexCounts(reading);
  const rateOf = new Map<number, Observation>();
  for (const c of rates) if (c.numerator) rateOf.set(c.numerator.id, c.rate);
  const pairs: CountPair[] = [];
  for (const numerator of reading.observations) {
    if (numerator.role !== "numerator" || numerator.isMergedCopy) continue;
    const { found: denominator } = index.find("denominator", numerator);
    if (denominator) pairs.push({ numerator, denominator, rate: rateOf.get(numerator.id), rule: ruleOf(numerator, denominator, undefined) });
  }
  return pairs;
}

function isQuotient(o: Observation): boolean {
  if (o.role !== "value" || o.figure.part === "previous" || o.indicator.startsWith("overtime_per_head")) return false;
  return (o.measure === "ratio" && o.unit === "ratio") || (o.measure === "days" && o.unit === "days") || (o.measure === "hours" && o.unit === "hours");
}

function indexCounts(reading: Reading): Index {
  const byKey = new Map<string, Observation[]>();
  const add = (key: string, o: Observation) => {
    const list = byKey.get(key);
    if (list) list.push(o);
    else byKey.set(key, [o]);
  };
  for (const o of reading.observations) {
    if (o.role !== "numerator" && o.role !== "denominator") continue;
    add(`${o.role}|${o.table}|${o.indicator}|${periodKey(o.period)}|${groupKey(o.group)}`, o);
    // A family shares its denominator (完全取得率 stands on the eligible of 取得率), never its numerator.
    if (o.role === "denominator") add(`family|${o.table}|${familyOf(o.indicator)}|${periodKey(o.period)}|${groupKey(o.group)}`, o);
  }
  return {
    find(role, of) {
      const without = groupKey(withoutBucket(of.group));
      const exact = `${of.table}|${of.indicator}|${periodKey(of.period)}|`;
      const keys = [`${role}|${exact}${groupKey(of.group)}`, `${role}|${exact}${without}`];
      if (role === "denominator") keys.push(`family|${of.table}|${familyOf(of.indicator)}|${periodKey(of.period)}|${without}`);
      for (const key of keys) {
        const list = byKey.get(key);
        if (list) return pickNearest(list, of);
      }
      return { found: undefined, isAmbiguous: false };
    },
  };
}

function pickNearest(list: readonly Observation[], of: Observation): { found: Observation | undefined; isAmbiguous: boolean } {
  if (list.length === 1) return { found: list[0], isAmbiguous: false };
  const sameCell = list.filter((o) => o.row === of.row && o.col === of.col);
  if (sameCell.length === 1) return { found: sameCell[0], isAmbiguous: false };
  const aligned = list.filter((o) => o.row === of.row || o.col === of.col);
  if (aligned.length === 1) return { found: aligned[0], isAmbiguous: false };
  const unit = of.measure === "ratio" ? undefined : of.unit;
  const left = (aligned.length > 0 ? aligned : list).filter((o) => unit === undefined || o.unit === unit || o.role === "denominator");
  const [first] = left;
  if (first && left.every((o) => o.state === first.state && o.value === first.value)) return { found: first, isAmbiguous: false };
  return { found: undefined, isAmbiguous: true };
}

function withoutBucket(group: Group): Group {
  return Object.fromEntries(Object.entries(group).filter(([axis]) => axis !== "bucket"));
}

// Days over people make an average, but days over people never make a percentage.
function fits(rate: Observation, numerator: Observation | undefined, denominator: Observation | undefined): boolean {
  if (!numerator || !denominator) return true;
  return rate.measure === "ratio" ? numerator.unit === denominator.unit : numerator.unit === rate.unit && denominator.unit === "people";
}

function ruleOf(from: Observation, a: Observation | undefined, b: Observation | undefined): string {
  const way = (o: Observation | undefined) => (o ? `${o.row - from.row},${o.col - from.col}` : "-");
  return `${from.table}|${way(a)}|${way(b)}`;
}
