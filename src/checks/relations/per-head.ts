import type { Place } from "../../model/cell";
import type { Observation } from "../../model/observation";
import type { Reading } from "../../model/reading";
import type { Figures } from "./figures";
import type { Keys } from "./keys";
import { numberRules } from "./rules";

/** 一人当たりと時間数 — a figure per head with the hours and the people it stands on. */
export interface PerHeadCase {
  readonly perHead: Observation;
  readonly hours: Observation | undefined;
  readonly headcount: { readonly value: number; readonly at: Place } | undefined;
  /** For a monthly average: the figure per head of the whole year beside it. */
  readonly year: Observation | undefined;
  readonly rule: number;
}

/** 一人当たりをさがす — figures per head with the hours of the same month or year of their table, and the people named in its heading or in a row. */
export function findPerHead(reading: Reading, figures: Figures, keys: Keys): PerHeadCase[] {
  const overtime = figures.pick((kind) => kind.role !== "target" && kind.indicator.startsWith("overtime"));
  if (overtime.length === 0) return [];
  const tables = new Map(reading.tables.map((t) => [t.id, t]));
  const keyOf = (o: Observation): number => keys.pack(o.table, 0, keys.monthOf(o), keys.groupOf(o));
  const hoursAt = new Map<number, Observation>();
  const peopleAt = new Map<number, Observation>();
  const yearAt = new Map<number, Observation>();
  const perHead: Observation[] = [];
  // Figures of a table that states nothing else need no look at their coordinates.
  const tellingTables = new Set<number>();
  const note = (map: Map<number, Observation>, o: Observation): void => {
    tellingTables.add(o.table);
    const key = keyOf(o);
    if (!map.has(key)) map.set(key, o);
  };
  const isNamedSo = figures.mark((kind) => kind.unit === "hours" && kind.indicator.startsWith("overtime_per_head"));
  for (const o of overtime) {
    if (isNamedSo(o) || isPerHead(o)) {
      perHead.push(o);
      if (o.indicator === "overtime_per_head_year" && o.period?.month === undefined) note(yearAt, o);
    } else if (isHours(o)) note(hoursAt, o);
    // The eligible of a leave in the same table are no people of the overtime.
    if (o.unit === "people" && o.role === "denominator") note(peopleAt, o);
  }
  const ruleOf = numberRules();
  return perHead.map((o) => {
    const key = tellingTables.has(o.table) ? keyOf(o) : NaN;
    const hours = hoursAt.get(key);
    const people = peopleAt.get(key);
    const stated = tables.get(o.table)?.headcount;
    const isSameYear = !stated?.period || !o.period || stated.period.year === o.period.year;
    const headcount = people?.value ? { value: people.value, at: people.at } : stated && isSameYear ? { value: stated.value, at: stated.at } : undefined;
    const year = o.indicator === "overtime_per_head_month" && o.period?.month === undefined ? yearAt.get(key) : undefined;
    return { perHead: o, hours, headcount, year, rule: ruleOf(o, hours) };
  });
}

/** 一人当たりの時間か — hours of overtime for one person, in a month or a year. */
export function isPerHead(o: Observation): boolean {
  if (o.role === "target" || o.unit !== "hours" || !o.indicator.startsWith("overtime")) return false;
  return o.indicator.startsWith("overtime_per_head") || /一人|1人|１人|ひとり|人当/.test(o.label);
}

function isHours(o: Observation): boolean {
  return o.unit === "hours" && o.measure === "hours" && !/平均/.test(o.label);
}
