import { sumText } from "../../model/check-sum";
import { groupKey, type Observation } from "../../model/observation";
import { type Period, periodKey } from "../../model/period";
import { remember } from "../../model/remember";
import type { RememberedFigure } from "../../model/remembered";
import type { Reading } from "../../model/reading";

const SURE_ENOUGH = 0.6;
/** Binary fractions miss their decimals by less than this share of a digit. */
const FUZZ = 1e-6;

/** 過去の数値 — one figure of an ended period as the workbook states it now, in one cell or in several. */
export interface PastFigure extends Pick<RememberedFigure, "period" | "value" | "step"> {
  /** Names it: `what`, group and period. */
  readonly key: string;
  /** Indicator, role, measure, unit, and whether it is a total. */
  readonly what: string;
  readonly group: string;
  /** Every cell that states it, in reading order. */
  readonly cells: readonly [Observation, ...Observation[]];
  /** Its cells state different figures. */
  readonly isAmbiguous: boolean;
}

/** 過去の数値の鍵 — one string for what is stated, of whom, and when. */
export function pastKey(what: string, group: string, period: string): string {
  return `${what}~${group}~${period}`;
}

/** 見出しの言葉 — a check sum of the words of a line's headings: it outlives inserted rows and copied sheets. */
export function sumWords(label: string): string {
  return sumText(label.normalize("NFKC").replace(/\s+/g, ""));
}

/** 終わった期間か — is nothing of it still to come on this day? */
export function hasEnded(period: Period, day: string): boolean {
  return lastDay(period) <= day;
}

/**
 * 数値が固まった期間か — half a year after a period its figures are collected and published.
 *
 * shape  a fiscal year from October 1, a calendar year from July 1, a day half a year later
 */
export function isSettled(period: Period, day: string): boolean {
  const [year = period.year, month = 1, date = 1] = lastDay(period).split("-").map(Number);
  return toDay(month > 6 ? year + 1 : year, month > 6 ? month - 6 : month + 6, date) <= day;
}

/** The day after which nothing of the period is to come. Months are collected with their year. */
function lastDay(period: Period): string {
  if (period.kind === "as-of") return period.date ?? toDay(period.year, 4, 1);
  return period.kind === "calendar-year" ? toDay(period.year + 1, 1, 1) : toDay(period.year + 1, 4, 1);
}

function toDay(year: number, month: number, date: number): string {
  return [year, String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-");
}

/** 過去の数値として読めるか — stated as a figure or as 該当者なし, surely read, and not said of another cell or a plan's start. */
export function isPast(o: Observation, day: string): o is Observation & { readonly period: Period } {
  return (
    o.period !== undefined &&
    (o.state === "value" || o.state === "not-applicable") &&
    o.role !== "target" &&
    o.confidence >= SURE_ENOUGH &&
    !o.isMergedCopy &&
    o.isBaseline !== true &&
    o.figure.part !== "previous" &&
    !o.figure.isApproximate &&
    hasEnded(o.period, day)
  );
}

/** 求める過去の数値 — of these lines only (`pastKey` without a period), and of these years. */
export interface WantedPast {
  readonly lines?: ReadonlySet<string>;
  readonly from?: number;
}

/** 過去の数値を並べる — by key, in reading order. */
export function listPastFigures(reading: Reading, day: string, { lines, from = 0 }: WantedPast = {}): ReadonlyMap<string, PastFigure> {
  const periodOf = remember(periodKey);
  const figures = new Map<string, PastFigure & { readonly cells: [Observation, ...Observation[]] }>();
  const nameOf = nameInTurn();
  for (const o of reading.observations) {
    if (!isPast(o, day) || o.period.year < from) continue;
    const { what, group, line } = nameOf(o);
    if (lines && !lines.has(line)) continue;
    const period = periodOf(o.period);
    const key = `${line}${period}`;
    const stated = { value: o.state === "value" ? o.value : null, step: o.figure.step ?? 0 };
    const known = figures.get(key);
    if (!known) figures.set(key, { key, what, group, period, ...stated, cells: [o], isAmbiguous: false });
    else {
      known.cells.push(o);
      if (!isUnchanged(known, stated, o.unit === "ratio")) figures.set(key, { ...known, isAmbiguous: true });
      else if (stated.step < known.step) figures.set(key, { ...known, ...stated });
    }
  }
  return figures;
}

interface PastName {
  readonly what: string;
  readonly group: string;
  readonly line: string;
}

/** Figures beside each other mostly have one name. */
function nameInTurn(): (o: Observation) => PastName {
  let last: Observation | undefined;
  let name: PastName = { what: "", group: "", line: "" };
  return (o) => {
    const isSame =
      last?.group === o.group && last.indicator === o.indicator && last.role === o.role && last.measure === o.measure && last.unit === o.unit && last.isTotal === o.isTotal;
    last = o;
    if (isSame) return name;
    const what = nameWhat(o);
    const group = groupKey(o.group);
    return (name = { what, group, line: pastKey(what, group, "") });
  };
}

function nameWhat({ indicator, role, measure, unit, isTotal }: Observation): string {
  return `${indicator}|${role}|${measure}|${unit}${isTotal ? "|total" : ""}`;
}

/** 割合か — does this name a rate? Of a rate, 該当者なし and 0 % are two things; of a count they are one. */
export function isRate(what: string): boolean {
  return what.split("|")[3] === "ratio";
}

/** 変わらない数値か — the same, or one is the other shown with fewer digits. */
export function isUnchanged(one: Pick<PastFigure, "value" | "step">, other: Pick<PastFigure, "value" | "step">, isRatio: boolean): boolean {
  if (one.value === null || other.value === null) return one.value === other.value || (!isRatio && (one.value ?? other.value) === 0);
  const apart = Math.abs(one.value - other.value);
  return apart < Math.max(one.step, other.step) * (1 - FUZZ) || apart <= 1e-9 * Math.max(1, Math.abs(one.value));
}
