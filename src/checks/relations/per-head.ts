import type { Place } from "../../model/cell";
import type { Observation } from "../../model/observation";
import type { Reading } from "../../model/reading";
import type { Keys } from "./keys";

/** 一人当たりと時間数 — a figure per head with the hours and the people it stands on. */
export interface PerHeadCase {
  readonly perHead: Observation;
  readonly hours: Observation | undefined;
  readonly headcount: { readonly value: number; readonly at: Place } | undefined;
  /** For a monthly average: the figure per head of the whole year beside it. */
  readonly year: Observation | undefined;
  readonly rule: string;
}

/** 一人当たりをさがす — figures per head with the hours of the same month or year of their table, and the people named in its heading or in a row. */
export function findPerHead(reading: Reading, keys: Keys): PerHeadCase[] {
  if (!reading.observations.some((o) => o.indicator.startsWith("overtime"))) return [];
  const tables = new Map(reading.tables.map((t) => [t.id, t]));
  const hoursAt = new Map<string, Observation>();
  const peopleAt = new Map<string, Observation>();
  for (const o of reading.observations) {
    if (o.role === "target") continue;
    if (isHours(o)) noteFirst(hoursAt, o, keys);
    // The eligible of a leave in the same table are no people of the overtime.
    if (o.unit === "people" && o.role === "denominator" && o.indicator.startsWith("overtime")) noteFirst(peopleAt, o, keys);
  }
  const yearAt = new Map<string, Observation>();
  for (const o of reading.observations) if (o.indicator === "overtime_per_head_year" && o.period?.month === undefined && isPerHead(o)) noteFirst(yearAt, o, keys);
  const cases: PerHeadCase[] = [];
  for (const o of reading.observations) {
    if (!isPerHead(o)) continue;
    const key = keyOf(o, keys);
    const hours = hoursAt.get(key);
    const people = peopleAt.get(key);
    const stated = tables.get(o.table)?.headcount;
    const isSameYear = !stated?.period || !o.period || stated.period.year === o.period.year;
    const headcount = people?.value ? { value: people.value, at: people.at } : stated && isSameYear ? { value: stated.value, at: stated.at } : undefined;
    const year = o.indicator === "overtime_per_head_month" && o.period?.month === undefined ? yearAt.get(key) : undefined;
    const way = hours ? `${hours.row - o.row},${hours.col - o.col}` : "-";
    cases.push({ perHead: o, hours, headcount, year, rule: `${o.table}|${way}` });
  }
  return cases;
}

/** 一人当たりの時間か — hours of overtime for one person, in a month or a year. */
export function isPerHead(o: Observation): boolean {
  if (o.role === "target" || o.unit !== "hours" || !o.indicator.startsWith("overtime")) return false;
  return o.indicator.startsWith("overtime_per_head") || /一人|1人|１人|ひとり|人当/.test(o.label);
}

function isHours(o: Observation): boolean {
  return o.unit === "hours" && o.measure === "hours" && o.indicator.startsWith("overtime") && !isPerHead(o) && !/平均/.test(o.label);
}

function noteFirst(map: Map<string, Observation>, o: Observation, keys: Keys): void {
  const key = keyOf(o, keys);
  if (!map.has(key)) map.set(key, o);
}

function keyOf(o: Observation, keys: Keys): string {
  return `${o.table}|${o.period?.year ?? ""}|${o.period?.month ?? ""}|${keys.groupOf(o)}`;
}
