import type { Observation, Role } from "../../model/observation";
import { hasValue } from "./compare";
import type { Figures } from "./figures";
import type { Keys } from "./keys";

/** 年ごとの数 — one figure of one table over its years, oldest first: the same subject, role, population and month. */
export type YearSeries = readonly (Observation & { readonly value: number; readonly period: NonNullable<Observation["period"]> })[];

const ROLES: readonly Role[] = ["value", "numerator", "denominator", "part"];

/** 年ごとの数をさがす — every figure that a table states for two years or more; what it states twice for one year is left out. */
export function findYearSeries(figures: Figures, keys: Keys): readonly YearSeries[] {
  const series = new Map<number, YearSeries[number][]>();
  const stated = figures.pick(
    ({ role, state, figure, measure, isMergedCopy }) => ROLES.includes(role) && state === "value" && figure.part !== "previous" && measure !== "growth" && !isMergedCopy,
  );
  const tables = findTablesOfYears(stated);
  for (const o of stated) {
    if (!tables.has(o.table) || !isOfYear(o)) continue;
    const key = keys.pack(o.table, keys.indicatorOf(o), ROLES.indexOf(o.role) * 13 + (o.period.month ?? 0), keys.groupOf(o));
    const known = series.get(key);
    if (known) known.push(o);
    else series.set(key, [o]);
  }
  return [...series.values()].flatMap((years) => {
    const [first] = years;
    if (!first || years.length < 2 || new Set(years.map((o) => o.period.year)).size < years.length) return [];
    if (years.some((o) => o.period.kind !== first.period.kind || o.measure !== first.measure || o.unit !== first.unit)) return [];
    return [years.sort((a, b) => a.period.year - b.period.year)];
  });
}

/** Tables that speak of two years or more; in the many tables of one year nothing follows. */
function findTablesOfYears(observations: readonly Observation[]): ReadonlySet<number> {
  const first = new Map<number, number>();
  const several = new Set<number>();
  for (const { table, period } of observations) {
    if (period === undefined) continue;
    const year = first.get(table);
    if (year === undefined) first.set(table, period.year);
    else if (year !== period.year) several.add(table);
  }
  return several;
}

function isOfYear(o: Observation): o is YearSeries[number] {
  return hasValue(o) && o.period !== undefined;
}
