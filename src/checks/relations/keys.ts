import { GroupNumbers } from "../../model/group-numbers";
import type { Group, Observation } from "../../model/observation";
import { type Period, periodKey } from "../../model/period";
import type { Profile } from "../../model/profile";
import type { Reading } from "../../model/reading";
import { remember } from "../../model/remember";
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
  /** Every period there is, by its number. */
  readonly periods: readonly (Period | undefined)[];
  /** The group without one of its fields. */
  readonly without: (group: number, axis: keyof Group) => number;
  /** One number for several; each must be below its own count. */
  readonly pack: (table: number, what: number, period: number, group: number) => number;
}

/** 座標に番号を振る — once per reading. */
export function numberCoordinates(reading: Reading, profile: Profile): Keys {
  const count = reading.observations.length;
  const groups = new GroupNumbers();
  const periods = new PeriodNumbers(profile);
  const names = new Numbers();
  const groupIds = new Int32Array(count);
  const periodIds = new Int32Array(count);
  const indicatorIds = new Int32Array(count);
  const familyIds = new Int32Array(count);
  const years = new Int32Array(count);
  const months = new Int32Array(count);
  const numberName = remember((of: string) => ({ id: names.of(of), family: names.of(`~${familyOf(of)}`) }));
  let before: Observation | undefined;
  let group = 0;
  let period = periods.of(undefined);
  let name = numberName("");
  for (let i = 0; i < count; i++) {
    const o = reading.observations[i]!;
    // Neighbours share most of their coordinates.
    if (o.group !== before?.group) group = groups.of(o.group);
    if (o.period !== before?.period) period = periods.of(o.period);
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
  const most = { names: names.count, periods: Math.max(256, periods.all.length), groups: 64 * Math.max(1, groupCount) };
  return {
    groupOf: (o) => groupIds[o.id] ?? 0,
    periodOf: (o) => periodIds[o.id] ?? 0,
    indicatorOf: (o) => indicatorIds[o.id] ?? 0,
    familyOf: (o) => familyIds[o.id] ?? 0,
    yearOf: (o) => years[o.id] ?? NO_YEAR,
    monthOf: (o) => months[o.id] ?? 0,
    groupCount,
    periods: periods.all,
    without: (of, axis) => groups.without(of, axis),
    pack: (table, what, period, group) => (((table + 2) * most.names + what) * most.periods + period) * most.groups + group,
  };
}

interface Numbered {
  readonly id: number;
  readonly year: number;
  readonly month: number;
}

const FIRST_YEAR = 1800;
const KINDS: readonly Period["kind"][] = ["fiscal-year", "as-of", "calendar-year"];

class PeriodNumbers {
  readonly all: (Period | undefined)[] = [];
  /** Years and months by what they come to as a number, so that no period need be written out. */
  private readonly known: Numbered[] = [];
  private readonly days = new Map<string, Numbered>();
  private readonly months = new Numbers();
  constructor(private readonly profile: Profile) {}

  of(period: Period | undefined): Numbered {
    // 0 is no period.
    const place = period ? 1 + ((period.year - FIRST_YEAR) * 16 + (period.month ?? 0)) * KINDS.length + KINDS.indexOf(period.kind) : 0;
    if (period?.date !== undefined || place < 0 || place > 1 << 16) return this.ofDay(period);
    return (this.known[place] ??= this.ofDay(period));
  }

  private ofDay(period: Period | undefined): Numbered {
    const key = periodKey(period);
    const known = this.days.get(key);
    if (known) return known;
    const month = this.months.of(period ? `${period.year}|${period.month ?? ""}` : "");
    const numbered = { id: this.all.push(period) - 1, year: findSpokenYear(period, this.profile) ?? NO_YEAR, month };
    this.days.set(key, numbered);
    return numbered;
  }
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
