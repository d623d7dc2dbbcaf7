import { fiscalYear, type FiscalYear, type Period } from "../model/period";
import { unifyWidth } from "./normalize";
import { fiscalYearOfPeriod } from "./period";
import { readPeriodRange } from "./period-range";
import { findPeriods } from "./period-scan";
import type { TargetFigure } from "./target-figures";

const MONTH_DAY = /\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:\s*(?:現在|時点))?(?!間|以|未|数)/g;
const BASE_AFTER =
  /^\s*(?:[(][^()]*[)])?\s*(?:の?(?:実績|現状|水準|平均|数値|値))?\s*(?:値)?\s*(?:[(][^()]*[)])?\s*(?:比(?!率)|対比|度比|に比べ|と比べ|に対し|から(?=[^0-9]{0,6}\d+(?:\.\d+)?\s*(?:%|割)[^以]{0,3}(?:縮減|削減|減|増|引|向上|低減))|より(?!\s*\d{1,2}年)|を基準|以上|以下|並み|を上回|を下回|を維持)/;
const BASE_BEFORE = /(?:対|基準(?:年度?)?[:は(]?|(?:現状|現行|策定時|基準)の?(?:値|実績|数値)?[:は(])\s*$/;
const FROM_AFTER = /^\s*(?:以降|から|より|[~～])/;
/** 改定の語 — 改定, 見直し: what stands before holds until then, what stands after from then on. */
export const REVISED = /改[定訂]|見直し|変更|引き?[上下]げ/;
/** 改定前の語 — 当初, 改定前: the target that was replaced. */
export const OLD = /(?:当初|改[定訂]前|変更前|見直し前|従前|従来|旧)[^\d]{0,8}$/;
const REVISED_AFTER = /^\s*(?:に|より|から)?\s*(?:一部|中間)?(?:改[定訂]|見直し|変更)(?!前)/;
const UNTIL_AFTER = /^\s*まで(?!に)/;

/** 目標の一つの時期 — a year of the text, where it stands, and whether a target is due by it, holds until it or counts from it. */
export interface TimePoint {
  readonly year: FiscalYear;
  readonly at: number;
  readonly role: "by" | "until" | "from" | "revised";
}

/** 目標の時期 — the times a text states, the base a change is measured from, and the text without them. */
export interface TargetTimes {
  readonly points: readonly TimePoint[];
  readonly baseYear: FiscalYear | null;
  /** 2016年度から2020年度までの5年間で: the target is for the period as one. */
  readonly whole: "sum" | "average" | null;
  /** The text with the periods blanked out, so that positions keep. */
  readonly rest: string;
}

/** 時期を読む — 令和7年度までに, R5から, 令和元年度比, R3～R4：. */
export function readTimes(text: string): TargetTimes {
  const points: TimePoint[] = [];
  let baseYear: FiscalYear | null = null;
  let rest = text;
  let whole: TargetTimes["whole"] = null;
  const blank = (start: number, end: number, trailing: RegExp) => {
    const more = trailing.exec(text.slice(end))?.[0].length ?? 0;
    rest = rest.slice(0, start) + " ".repeat(end + more - start) + rest.slice(end + more);
  };
  const ranges = findRanges(text);
  const isSpans = ranges.length > 1;
  for (const { from, to, at, end, isCounted } of ranges) {
    if (/^\s*(?:の?(?:平均|実績))/.test(text.slice(end)) && /比|から|対/.test(text.slice(end))) baseYear = closingYear(to);
    else {
      points.push({ year: fiscalYear(fiscalYearOfPeriod(from)), at, role: "from" }, { year: closingYear(to), at, role: isSpans ? "until" : "by" });
      if (isCounted) whole = /^\s*の?平均/.test(text.slice(end)) ? "average" : "sum";
    }
    blank(at, end, baseYear === null ? /^\s*(?:までに?|の間に?)/ : /^\s*(?:の?(?:平均|実績)値?)?(?:から|比(?!率)|対比|に対し)?/);
  }
  for (const found of findPeriods(rest)) {
    if (ranges.some(({ at, end }) => found.start < end && found.end > at)) continue;
    const after = text.slice(found.end);
    const at = found.start;
    if (REVISED_AFTER.test(after)) {
      points.push({ year: openingYear(found.period), at, role: "revised" });
      blank(at, found.end, REVISED_AFTER);
    } else if (BASE_BEFORE.test(text.slice(0, at)) || BASE_AFTER.test(after)) {
      baseYear = fiscalYear(fiscalYearOfPeriod(found.period));
      blank(at, found.end, /^\s*(?:の?(?:実績|現状|水準|平均|数値)値?)?\s*(?:[(][^()]*[)])?\s*(?:比(?!率)|対比|より)?/);
    } else if (FROM_AFTER.test(after)) {
      points.push({ year: fiscalYear(fiscalYearOfPeriod(found.period)), at, role: "from" });
      blank(at, found.end, /^\s*(?:以降|から|より|[~～])(?:は)?/);
    } else {
      points.push({ year: closingYear(found.period), at, role: UNTIL_AFTER.test(after) ? "until" : "by" });
      blank(at, found.end, /^\s*(?:中|末)?(?:までに?|を目途に?|を目標に?|において|時点で|には?)?/);
    }
  }
  rest = rest.replace(MONTH_DAY, (found) => " ".repeat(found.length));
  return { points: points.sort((a, b) => a.at - b.at), baseYear, whole, rest };
}

function findRanges(text: string): { readonly from: Period; readonly to: Period; readonly at: number; readonly end: number; readonly isCounted: boolean }[] {
  const found = [];
  for (let from = 0; found.length < 6;) {
    const range = readPeriodRange(text.slice(from));
    const at = range ? text.indexOf(range.text, from) : -1;
    if (!range || at < 0) break;
    from = at + range.text.length;
    found.push({ from: range.from, to: range.to, at, end: from, isCounted: /年間$/.test(range.text) });
  }
  return found;
}

/** 期限の年度 — a target for April 1 is met, or not, by what the year before it has done. */
export function closingYear(period: Period): FiscalYear {
  const year = fiscalYearOfPeriod(period);
  return fiscalYear(period.date?.endsWith("-04-01") ? year - 1 : year);
}

/** What is revised in the last quarter of a year counts from the next one on. */
function openingYear(period: Period): FiscalYear {
  const month = period.month ?? (period.date === undefined ? undefined : Number(period.date.slice(5, 7)));
  return fiscalYear(fiscalYearOfPeriod(period) + (month !== undefined && month <= 3 ? 1 : 0));
}

/** 目標の時 — when one figure of a text is due, and from which year on it counts. */
export interface DueTime {
  readonly deadline: FiscalYear | null;
  readonly from: FiscalYear | null;
}

/**
 * 時期を分ける — the times of a text to its figures: R5:30%, R7:50% · 80%（R5）→100%（R7） · 60%（R5年度以降は80%） · 当初25％、30%（R5改定）.
 *
 * shape  one entry a figure; a time before a figure is its own, one in the bracket behind it too; a figure without a time shares that of the one before it, else the first;
 *        a text without figures gives one entry
 */
export function shareTimes({ points }: TargetTimes, figures: readonly TargetFigure[], text: string): readonly DueTime[] {
  const owned = figures.map((): TimePoint[] => []);
  for (const point of points) owned[ownerOf(point, figures, text)]?.push(point);
  if (figures.length === 0) return [dueOf(points, points)];
  const isSwitched = points.some(({ role, at }) => role === "revised" || (role === "from" && !points.some((end) => end.at === at && end.role === "by")));
  return figures.map((figure, i) => {
    if (owned[i]!.length > 0) return dueOf(owned[i]!, points);
    // What a later figure takes the place of has no time but that of the other's beginning.
    if (isSwitched && (OLD.test(figure.before) || owned.slice(0, i).every((one) => one.length === 0))) return { deadline: null, from: null };
    const before = owned.slice(0, i).findLast((one) => one.length > 0);
    return dueOf(before ?? points.filter(({ role }) => role === "by" || role === "until").slice(0, 1), points);
  });
}

function ownerOf(point: TimePoint, figures: readonly TargetFigure[], text: string): number {
  const next = figures.findIndex(({ start }) => start > point.at);
  const before = next < 0 ? figures.length - 1 : next - 1;
  const isBehind = before >= 0 && standsBehind(text, figures[before]!, point, figures[next]?.start ?? text.length);
  if (point.role !== "revised") return isBehind || next < 0 ? before : next;
  const isNew = (i: number): boolean => i >= 0 && i < figures.length && !OLD.test(figures[i]!.before);
  return isBehind && isNew(before) ? before : isNew(next) ? next : figures.findIndex((_, i) => isNew(i));
}

/** （R5） right behind 80%, or closed before the next figure begins. */
function standsBehind(text: string, { start }: TargetFigure, { at }: TimePoint, limit: number): boolean {
  const between = text.slice(start, at);
  const open = between.lastIndexOf("(");
  if (open < 0 || between.slice(open).includes(")") || /[、,/\n]/.test(between.slice(0, open))) return false;
  const close = text.indexOf(")", at);
  return close >= 0 && close < limit;
}

function dueOf(own: readonly TimePoint[], all: readonly TimePoint[]): DueTime {
  const from = own.find(({ role }) => role === "from" || role === "revised")?.year ?? null;
  const end = own.find(({ role }) => role === "by" || role === "until");
  // R4まで：25％／R5から：30％: it holds until then, and is not due by then.
  const isSpan =
    end?.role === "until" && all.some((other) => other !== end && (other.role === "from" || other.role === "revised") && (other.year === end.year + 1 || other.at === end.at));
  return { deadline: isSpan ? null : (end?.year ?? null), from };
}

/**
 * 見出しの言う適用の始まり — 改定後目標（R5～R7）, 目標（令和5年度改定）, （R3～R4）: the first year a target under these headings counts for.
 *
 * none  null when no heading says so
 */
export function readStartOfHeadings(headings: readonly string[]): FiscalYear | null {
  for (const heading of headings) {
    const text = unifyWidth(heading);
    const { points, rest } = readTimes(text);
    const start = points.find(({ role }) => role === "from" || role === "revised");
    if (start && (/目標|改[定訂]|見直し/.test(text) || /^[\s()～~まで以降から:]*$/.test(rest))) return start.year;
  }
  return null;
}

const REPLACED_HEAD = /^(?:(?:当初|旧)の?(?:数値)?目標|(?:改[定訂]|見直し|変更)前)|目標値?[(](?:当初|旧|(?:改[定訂]|見直し|変更)前)/;
const REPLACING_HEAD = /^(?:新(?:しい)?(?:数値)?目標|(?:改[定訂]|見直し|変更)(?:後|した|目標))|目標値?[(](?:新|(?:改[定訂]|見直し|変更)後)/;

/** 見出しの言う改定 — 当初目標 is replaced, 改定後目標 replaces it; null where no heading says either. */
export function readRevisionOfHeadings(headings: readonly string[]): "replaced" | "replacing" | null {
  for (const heading of headings) {
    const text = unifyWidth(heading);
    if (REPLACED_HEAD.test(text)) return "replaced";
    if (REPLACING_HEAD.test(text)) return "replacing";
  }
  return null;
}
