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
  const groupIds = new Int32Array(count);
  const periodIds = new Int32Array(count);
  const indicatorIds = new Int32Array(count);
  const familyIds = new Int32Array(count);
  const years = new Int32Array(count);
  const groupShapes: Group[] = [];
  // A reader hands the same object to many cells; telling them apart by identity first is cheaper than by text.
  const knownGroups = new Map<Group, number>();
  const knownPeriods = new Map<Observation["period"], { readonly id: number; readonly year: number }>();
  const knownNames = new Map<string, { readonly id: number; readonly family: number }>();
  for (const o of reading.observations) {
    let group = knownGroups.get(o.group);
    if (group === undefined) {
      group = groups.of(groupKey(o.group));
      groupShapes[group] ??= o.group;
      knownGroups.set(o.group, group);
    }
    groupIds[o.id] = group;
    let period = knownPeriods.get(o.period);
    if (!period) {
      period = { id: periods.of(periodKey(o.period)), year: findSpokenYear(o.period, profile) ?? NO_YEAR };
      knownPeriods.set(o.period, period);
    }
    let name = knownNames.get(o.indicator);
    if (!name) {
      name = { id: names.of(o.indicator), family: names.of(`~${familyOf(o.indicator)}`) };
      knownNames.set(o.indicator, name);
    }
    periodIds[o.id] = period.id;
    years[o.id] = period.year;
    indicatorIds[o.id] = name.id;
    familyIds[o.id] = name.family;
  }
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
    without,
    pack: (table, what, period, group) => (((table + 2) * most.names + what) * most.periods + period) * most.groups + group,
  };
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
