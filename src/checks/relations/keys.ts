import type { Group, Observation } from "../../model/observation";
import { groupKey } from "../../model/observation";
import { periodKey } from "../../model/period";
import type { Profile } from "../../model/profile";
import type { Reading } from "../../model/reading";
import { familyOf } from "./family";
import { findSpokenYear } from "../../notation/judged-year";

const NO_YEAR = 0;

/**
 * 座標の番号 — the coordinates of every observation as small numbers, so that relations over many figures stay quick.
 *
 * shape  numbers are of one reading; equal coordinates have equal numbers
 */
export interface Keys {
  readonly groupOf: (o: Observation) => number;
  readonly periodOf: (o: Observation) => number;
  readonly indicatorOf: (o: Observation) => number;
  readonly familyOf: (o: Observation) => number;
  /** The fiscal year a figure speaks for; 0 without one. */
  readonly yearOf: (o: Observation) => number;
  /** The year and month as written, whatever kind of period they are; as few as there are periods. */
  readonly monthOf: (o: Observation) => number;
  /** All numbers of groups of observations are below this. */
  readonly groupCount: number;
  /** The group without one of its fields. */
  readonly without: (group: number, axis: keyof Group) => number;
  /** One number for several; each must be below its own count. */
  readonly pack: (table: number, what: number, period: number, group: number) => number;
}

/** 座標に番号を振る — once per reading. */
export function numberCoordinates(reading: Reading, profile: Profile): Keys {
  const count = reading.observations.length;
  const groups = new Numbers();
  const periods = new Numbers();
  const names = new Numbers();
  const dates = new Numbers();
  dates.of("");
  const groupIds = new Int32Array(count);
  const periodIds = new Int32Array(count);
  const indicatorIds = new Int32Array(count);
  const familyIds = new Int32Array(count);
  const years = new Int32Array(count);
  const months = new Int32Array(count);
  const groupShapes: Group[] = [];
  // A reader hands the same object to many cells; telling them apart by identity first is cheaper than by text.
  const knownGroups = new Map<Group, number>();
  const knownPeriods = new Map<Observation["period"], PeriodNumbers>();
  const knownNames = new Map<string, { readonly id: number; readonly family: number }>();
  const numberGroup = (of: Group): number => {
    let group = knownGroups.get(of);
    if (group === undefined) {
      group = groups.of(groupKey(of));
      groupShapes[group] ??= of;
      knownGroups.set(of, group);
    }
    return group;
  };
  const numberPeriod = (of: Observation["period"]): PeriodNumbers => {
    let period = knownPeriods.get(of);
    if (!period) {
      period = { id: periods.of(periodKey(of)), year: findSpokenYear(of, profile) ?? NO_YEAR, month: of ? dates.of(`${of.year}|${of.month ?? ""}`) : 0 };
      knownPeriods.set(of, period);
    }
    return period;
  };
  const numberName = (of: string): { readonly id: number; readonly family: number } => {
    let name = knownNames.get(of);
    if (!name) {
      name = { id: names.of(of), family: names.of(`~${familyOf(of)}`) };
      knownNames.set(of, name);
    }
    return name;
  };
  let before: Observation | undefined;
  let group = 0;
  let period = numberPeriod(undefined);
  let name = numberName("");
  for (const o of reading.observations) {
    // Neighbours share most of their coordinates.
    if (o.group !== before?.group) group = numberGroup(o.group);
    if (o.period !== before?.period) period = numberPeriod(o.period);
    if (o.indicator !== before?.indicator) name = numberName(o.indicator);
    before = o;
    groupIds[o.id] = group;
    periodIds[o.id] = period.id;
    years[o.id] = period.year;
    months[o.id] = period.month;
    indicatorIds[o.id] = name.id;
    familyIds[o.id] = name.family;
  }
  const groupCount = groups.count;
  // As small as the workbook allows, so that products stay below 2^53: calendar years stand where periods do, and a group may lose any of its six fields.
  const most = { names: names.count, periods: Math.max(256, periods.count), groups: 64 * groups.count };
  const shorter = new Map<string, number>();
  const without = (group: number, axis: keyof Group): number => {
    const known = shorter.get(`${axis}${group}`);
    if (known !== undefined) return known;
    const shape: Group = Object.fromEntries(Object.entries(groupShapes[group] ?? {}).filter(([name]) => name !== axis));
    const found = groups.of(groupKey(shape));
    groupShapes[found] ??= shape;
    shorter.set(`${axis}${group}`, found);
    return found;
  };
  return {
    groupOf: (o) => groupIds[o.id] ?? 0,
    periodOf: (o) => periodIds[o.id] ?? 0,
    indicatorOf: (o) => indicatorIds[o.id] ?? 0,
    familyOf: (o) => familyIds[o.id] ?? 0,
    yearOf: (o) => years[o.id] ?? NO_YEAR,
    monthOf: (o) => months[o.id] ?? 0,
    groupCount,
    without,
    pack: (table, what, period, group) => (((table + 2) * most.names + what) * most.periods + period) * most.groups + group,
  };
}

interface PeriodNumbers {
  readonly id: number;
  readonly year: number;
  readonly month: number;
}

class Numbers {
  private readonly known = new Map<string, number>();
  get count(): number {
    return this.known.size;
  }
  of(text: string): number {
    let id = this.known.get(text);
    if (id === undefined) {
      id = this.known.size;
      this.known.set(text, id);
    }
    return id;
  }
}
