import type { Fill } from "../model/fill";
import type { Finding, Sentence } from "../model/finding";
import { groupKey, type Group, type Observation } from "../model/observation";
import type { FiscalYear } from "../model/period";
import type { Target } from "../model/plan";
import type { Profile } from "../model/profile";
import type { Reading } from "../model/reading";
import { remember } from "../model/remember";
import { findJudgedYear } from "../notation/judged-year";
import type { Actual } from "./actual";
import { addUpMonths } from "./add-up-months";
import { PlaceMap } from "./place-map";
import { readPopulation } from "./population";
import { readActuals, type Entry, type Evidence } from "./read-actual";
import type { Catalogue, Series } from "./series";
import { SeriesIndex } from "./series-index";

/**
 * 実績をさがす — the series of every indicator some target speaks of; derived values stand where cells are blank.
 */
export function findActuals(
  reading: Reading,
  profile: Profile,
  catalogue: Catalogue,
  said: { readonly fills: readonly Fill[]; readonly findings: readonly Finding[] },
): ReadonlyMap<string, SeriesIndex> {
  const isWanted = askedFor(reading.targets, catalogue);
  const populationOf = remember((indicator: string) => remember((group: Group) => readPopulation(group, catalogue(indicator))));
  const evidence = gatherEvidence(said.fills, said.findings);
  const entries = new Map<string, Entry>();
  const sharedDenominators = new Map<string, Observation[]>();
  for (const o of reading.observations) {
    if (o.role === "target" || o.role === "part" || o.figure.part === "previous" || !isWanted(o.indicator)) continue;
    const year = findJudgedYear(o.period, profile);
    if (year === undefined) continue;
    const group = populationOf(o.indicator)(o.group);
    const key = `${o.table}|${o.indicator}|${groupKey(group)}|${year}`;
    let entry = entries.get(key);
    if (!entry) entries.set(key, (entry = { indicator: o.indicator, group, year, values: [], numerators: [], denominators: [] }));
    (o.role === "value" ? entry.values : o.role === "numerator" ? entry.numerators : entry.denominators).push(o);
    if (o.role === "denominator") push(sharedDenominators, key, o);
  }
  const series = new Map<string, { indicator: string; group: Group; years: Map<FiscalYear, Actual[]> }>();
  for (const entry of entries.values()) {
    const table = (entry.values[0] ?? entry.numerators[0] ?? entry.denominators[0])!.table;
    const lender = catalogue(entry.indicator)?.sharesDenominatorWith;
    const borrowed = entry.denominators.length > 0 || lender === undefined ? [] : (sharedDenominators.get(`${table}|${lender}|${groupKey(entry.group)}|${entry.year}`) ?? []);
    const whole = borrowed.length > 0 ? { ...entry, denominators: borrowed } : entry;
    const key = `${entry.indicator}|${groupKey(entry.group)}`;
    const of = series.get(key) ?? { indicator: entry.indicator, group: entry.group, years: new Map<FiscalYear, Actual[]>() };
    series.set(key, of);
    for (const actual of readActuals(whole, catalogue(entry.indicator), evidence)) {
      const list = of.years.get(entry.year);
      if (list) list.push(actual);
      else of.years.set(entry.year, [actual]);
    }
  }
  for (const { key, series: stated, actual } of addUpMonths(reading.observations, catalogue, evidence.suspect)) {
    const of = series.get(key) ?? { ...stated, years: new Map<FiscalYear, Actual[]>() };
    series.set(key, of);
    // A year that is stated, or deliberately left open, is not made up from its months.
    if (!(of.years.get(actual.fiscalYear) ?? []).some((other) => other.state !== "blank")) of.years.set(actual.fiscalYear, [actual]);
  }
  const byIndicator = new Map<string, Series[]>();
  for (const one of series.values()) if (one.years.size > 0) push(byIndicator, one.indicator, one);
  return new Map([...byIndicator].map(([indicator, stated]) => [indicator, new SeriesIndex(stated)]));
}

/** Only what some target speaks of, in whatever measure, needs to be gathered. */
function askedFor(targets: readonly Target[], catalogue: Catalogue): (indicator: string) => boolean {
  const ids = new Set(targets.map((target) => target.indicator));
  const topics = new Set([...ids].flatMap((id) => catalogue(id)?.topics ?? []));
  const known = new Map<string, boolean>();
  return (id) => {
    const said = known.get(id) ?? (ids.has(id) || (catalogue(id)?.topics.some((topic) => topics.has(topic)) ?? false));
    known.set(id, said);
    return said;
  };
}

function gatherEvidence(fills: readonly Fill[], findings: readonly Finding[]): Evidence {
  const suspect = new PlaceMap<Sentence>();
  for (const finding of findings) if (finding.severity === "error") suspect.set(finding.at, finding.message);
  const derived = new PlaceMap<Fill>();
  for (const fill of fills) derived.set(fill.at, fill);
  return { suspect, derived };
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
