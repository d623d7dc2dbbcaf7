import type { Fill } from "../model/fill";
import type { Finding, Sentence } from "../model/finding";
import type { Group, Observation } from "../model/observation";
import type { FiscalYear, Period } from "../model/period";
import type { Target } from "../model/plan";
import type { Profile } from "../model/profile";
import type { Reading } from "../model/reading";
import { remember } from "../model/remember";
import { findJudgedYear } from "../notation/judged-year";
import type { Actual } from "./actual";
import { addUpMonths } from "./add-up-months";
import { PlaceMap } from "./place-map";
import { Populations } from "./populations";
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
  const populations = new Populations(catalogue);
  const evidence = gatherEvidence(said.fills, said.findings);
  const entries = gatherEntries(
    reading.observations.filter((o) => o.role !== "target" && o.role !== "part" && o.figure.part !== "previous" && isWanted(o.indicator)),
    populations,
    profile,
  );
  const series = new SeriesBuilder(populations);
  for (const entry of entries.all) {
    const lender = catalogue(entry.indicator)?.sharesDenominatorWith;
    const borrowed = entry.denominators.length > 0 || lender === undefined ? [] : (entries.find(entry.table, lender, entry.group, entry.year)?.denominators ?? []);
    const whole = borrowed.length > 0 ? { ...entry, denominators: borrowed } : entry;
    const { years } = series.of(entry.indicator, entry.group);
    for (const actual of readActuals(whole, catalogue(entry.indicator), evidence)) {
      const list = years.get(entry.year);
      if (list) list.push(actual);
      else years.set(entry.year, [actual]);
    }
  }
  const months = reading.observations.filter((o) => o.period?.month !== undefined && isWanted(o.indicator));
  for (const { indicator, group, actual } of addUpMonths(months, catalogue, populations, evidence.suspect)) {
    const { years } = series.of(indicator, group);
    // A year that is stated, or deliberately left open, is not made up from its months.
    if (!(years.get(actual.fiscalYear) ?? []).some((other) => other.state !== "blank")) years.set(actual.fiscalYear, [actual]);
  }
  return new Map([...series.byIndicator()].map(([indicator, stated]) => [indicator, new SeriesIndex(stated)]));
}

/** What every table says of an indicator, a population and a year, in the order of the reading. */
interface Entries {
  readonly all: readonly Entry[];
  find(table: number, indicator: string, group: Group, year: FiscalYear): Entry | undefined;
}

function gatherEntries(observations: readonly Observation[], populations: Populations, profile: Profile): Entries {
  const yearOf = remember((period: Period | undefined) => ({ year: findJudgedYear(period, profile) }));
  const all: Entry[] = [];
  const tables = remember((_table: number) => remember((_indicator: string) => new Map<number, Entry>()));
  const keyOf = (population: number, year: FiscalYear): number => population * FAR_YEAR + year;
  for (const o of observations) {
    const { year } = yearOf(o.period);
    if (year === undefined) continue;
    const { group, number } = populations.of(o.indicator, o.group);
    const known = tables(o.table)(o.indicator);
    const key = keyOf(number, year);
    let entry = known.get(key);
    if (!entry) {
      entry = { table: o.table, indicator: o.indicator, group, year, values: [], numerators: [], denominators: [] };
      known.set(key, entry);
      all.push(entry);
    }
    (o.role === "value" ? entry.values : o.role === "numerator" ? entry.numerators : entry.denominators).push(o);
  }
  return { all, find: (table, indicator, group, year) => tables(table)(indicator).get(keyOf(populations.numberOf(group), year)) };
}

/** Years of the calendar lie below. */
const FAR_YEAR = 16384;

interface GrowingSeries extends Series {
  readonly years: Map<FiscalYear, Actual[]>;
}

/** The series as they grow, in the order in which they are first spoken of. */
class SeriesBuilder {
  private readonly all: GrowingSeries[] = [];
  private readonly known = remember((_indicator: string) => new Map<number, GrowingSeries>());
  constructor(private readonly populations: Populations) {}

  of(indicator: string, group: Group): GrowingSeries {
    const known = this.known(indicator);
    const number = this.populations.numberOf(group);
    let series = known.get(number);
    if (!series) {
      series = { indicator, group, years: new Map() };
      known.set(number, series);
      this.all.push(series);
    }
    return series;
  }

  byIndicator(): ReadonlyMap<string, readonly Series[]> {
    const found = new Map<string, Series[]>();
    for (const series of this.all) {
      if (series.years.size === 0) continue;
      const list = found.get(series.indicator);
      if (list) list.push(series);
      else found.set(series.indicator, [series]);
    }
    return found;
  }
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
