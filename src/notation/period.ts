import type { Cell } from "../model/cell";
import type { Period } from "../model/period";
import type { PeriodHeading } from "../model/reading";
import { unifyWidth } from "./normalize";
import { readNumberFormat } from "./number-format";

export type PeriodStyle = PeriodHeading["style"];
export type Era = "showa" | "heisei" | "reiwa";

/** 期間の読み取り — what a text says of the time it speaks for, and the words that remain. */
export interface PeriodReading {
  readonly period: Period;
  readonly style: PeriodStyle;
  /** Written past the end of its era: H32, 平成33年3月31日. */
  readonly isPastEra: boolean;
  /** Words beside the period: 実績, 取得率, の状況; "" when there are none. */
  readonly rest: string;
  readonly isWhole: boolean;
  /** 年度末, 末: the end of the period, as deadlines and stocks are written. */
  readonly isYearEnd: boolean;
  /** 現在, 時点 or a full date: it speaks for a day. */
  readonly isDated: boolean;
}

/** 期間の範囲 — both ends as written. */
export interface PeriodRange {
  readonly from: Period;
  readonly to: Period;
  readonly text: string;
  readonly rest: string;
}

export interface PeriodContext {
  /** The era of years written without one: 28, 29年度. */
  readonly bareEra?: Era;
}

const ERA_START: { readonly [era in Era]: number } = { showa: 1926, heisei: 1989, reiwa: 2019 };
const ERA_OF: { readonly [letter: string]: Era } = { 昭和: "showa", 平成: "heisei", 令和: "reiwa", 昭: "showa", 平: "heisei", 令: "reiwa", S: "showa", H: "heisei", R: "reiwa", s: "showa", h: "heisei", r: "reiwa" };

// Years stand in long eras, short eras, western years, or bare before 年度. Every part is bounded, so matching stays linear.
const YEAR = String.raw`(?:(昭和|平成|令和)\s*\.?\s*(元|\d{1,2})(?!\d)|(?<![A-Za-z0-9])([SHR])\s*\.?\s*(元|\d{1,2})(?![\dA-Za-z])|(?<![\d.,/])((?:19|20)\d{2})(?![\d,%]|\.\d{3}|\s*(?:人|名|時間|日|件|円)))`;
// The same year said a second time: 平成31(令和1)年度, H31/R1, 令和6年度(2024年度).
const ALIAS = String.raw`(?:\s*(?:年度?)?\s*[(/・=]\s*(?:(昭和|平成|令和|[SHR])?\s*\.?\s*(元|\d{1,2})|((?:19|20)\d{2}))\s*(?:年度?)?\s*\)?(?!\d|\s*[.月/～]))`;
const MONTH = String.raw`(0?[1-9]|1[0-2])(?!\d)`;
const DAY = String.raw`(0?[1-9]|[12]\d|3[01])(?!\d)`;
const MONTH_DAY = String.raw`(?:\s*年\s*${MONTH}\s*月(?:\s*${DAY}\s*日)?|\s*([.．/・-])\s*${MONTH}\s*[.．/・-]\s*${DAY}日?|\s*\.\s*${MONTH}\s*月?)?`;
const TAIL = String.raw`\s*(年\s*[(]度[)]|年\s*度|年)?\s*(末日|末|中(?!間))?\s*(現在|時点|当時|付け|付)?`;
const ALIASED = new RegExp(YEAR + ALIAS + MONTH_DAY + TAIL, "y");
const DATED = new RegExp(YEAR + String.raw`()()()` + MONTH_DAY + TAIL, "g");
const BARE_NENDO = /(?<![\d約第近去各全毎次後A-Za-z.,～~])(元|\d{1,2})\s*年\s*度\s*(末)?(?!\s*(?:前|間|以|ごと|毎|目))/;
const BARE_WHOLE = /^[(\s]*'?(元|\d{1,2})\s*(年)?[)\s]*$/;
const HAS_YEAR = /[元\d０-９㍻㋿]/;
const RANGE_NEXT =
  /^\s*(?:[)\]]\s*)?(?:～|から|より|-|－|−|—|–|―|ー|→)\s*(?=\(?\s*(?:昭和|平成|令和|[SHR]\s*\.?\s*[元\d]|(?:元|\d{1,4})\s*(?:年|\.\s*\d|[)\]]|$)))/;

/**
 * 年月日の年度 — the fiscal year in which an ISO date lies: 2022-03-31 → 2021.
 *
 * none  NaN when the text is no ISO date
 */
export function fiscalYearOfDate(iso: string): number {
  const found = /^(\d{4})-(\d{2})/.exec(iso);
  return found ? Number(found[1]) - (Number(found[2]) < 4 ? 1 : 0) : NaN;
}

/**
 * 期間の年度 — the fiscal year a period lies in; an as-of period by its date, a calendar year by its own number.
 */
export function fiscalYearOfPeriod(period: Period): number {
  return period.kind === "as-of" && period.date ? fiscalYearOfDate(period.date) : period.year;
}

/** 文中の期間 — where a text names a year or a date. */
export interface PeriodAt {
  readonly period: Period;
  readonly isYearEnd: boolean;
  readonly start: number;
  readonly end: number;
}

/** 文中の期間をすべて探す — in the order written; positions are those of the text in one width. */
export function findPeriods(unified: string, context: PeriodContext = {}): readonly PeriodAt[] {
  const found: PeriodAt[] = [];
  if (unified.length > 2000 || !HAS_YEAR.test(unified)) return found;
  for (let at = 0; at < unified.length && found.length < 20; ) {
    const next = findPeriod(unified, at, context);
    if (!next) break;
    found.push({ period: next.period, isYearEnd: next.isYearEnd, start: next.start, end: next.end });
    at = Math.max(next.end, at + 1);
  }
  return found;
}

interface Match {
  readonly period: Period;
  readonly style: PeriodStyle;
  readonly isPastEra: boolean;
  readonly isYearEnd: boolean;
  readonly isDated: boolean;
  readonly start: number;
  readonly end: number;
  readonly era: Era | null;
  /** Whether 年度 or 年 stands after the number. */
  readonly says: "nendo" | "nen" | null;
}

/**
 * 期間を読む — the first year, date or month in a text, in any of the ways headings write it.
 *
 * shape  年度 and bare era years are fiscal years; 年 alone is a calendar year; a full date is as-of
 * none   undefined when the text states no year, or states a range of years
 */
export function readPeriod(text: string, context: PeriodContext = {}): PeriodReading | undefined {
  if (text.length > 200 || !HAS_YEAR.test(text)) return undefined;
  const unified = unifyWidth(text);
  const found = findPeriod(unified, 0, context);
  if (!found || RANGE_NEXT.test(unified.slice(found.end))) return undefined;
  const rest = restOf(unified, found);
  return { period: found.period, style: found.style, isPastEra: found.isPastEra, isYearEnd: found.isYearEnd, isDated: found.isDated, rest, isWhole: rest === "" };
}

function restOf(text: string, found: { start: number; end: number }): string {
  const before = text.slice(0, found.start);
  const after = text.slice(found.end);
  const joined = /[([]\s*$/.test(before) && /^\s*[)\]]/.test(after) ? before.replace(/[([]\s*$/, "") + after.replace(/^\s*[)\]]/, "") : before + after;
  return joined
    .replace(/\s+/g, "")
    .replace(/^(?:[①-⑳]|\(\d{1,2}\)|[■□◆◇●○◎▼・※:])+/, "")
    .replace(/^[()[\]【】<>〈〉:：、,.]+$/, "");
}

function findPeriod(text: string, from: number, context: PeriodContext): Match | undefined {
  DATED.lastIndex = from;
  for (let found = DATED.exec(text); found; found = DATED.exec(text)) {
    const read = readDated(text, found);
    if (read) return read;
    DATED.lastIndex = found.index + 1;
  }
  return findBare(text, from, context);
}

function readDated(text: string, plain: RegExpExecArray): Match | undefined {
  ALIASED.lastIndex = plain.index;
  const aliased = ALIASED.exec(text);
  const isSameYear = aliased !== null && yearOf(aliased, 1) === aliasYear(aliased, yearOf(aliased, 1));
  const found = isSameYear ? aliased : plain;
  const [whole, longEra, , shortEra] = found;
  const [tail, end, asOf] = [found[15], found[16], found[17]];
  const era = longEra ? ERA_OF[longEra]! : shortEra ? ERA_OF[shortEra]! : null;
  const year = yearOf(found, 1);
  if (year === undefined || (shortEra === "S" && year < 1955)) return undefined;
  const month = found[9] ?? found[12] ?? found[14];
  const day = found[10] ?? found[13];
  const says = tail ?? (isSameYear ? (/年\s*度/.exec(whole)?.[0] ?? /年/.exec(whole)?.[0]) : undefined);
  const isNendo = says !== undefined && says.includes("度");
  const span = { start: found.index, end: found.index + whole.trimEnd().length, era, says: isNendo ? "nendo" : says === undefined ? null : "nen" } as const;
  const base: PeriodStyle = era ? (longEra ? "era-long" : "era-short") : isNendo ? "western-nendo" : "western-year";
  const dateStyle: PeriodStyle = era ? "era-date" : "western-date";
  if (month !== undefined) {
    const m = Number(month);
    const last = new Date(Date.UTC(year, m, 0)).getUTCDate();
    const isPastEra = isPast(era, year, m);
    if (day === undefined && !end && !asOf)
      return { ...span, period: { kind: "fiscal-year", year: m < 4 ? year - 1 : year, month: m }, style: era ? base : "western-date", isPastEra, isYearEnd: false, isDated: false };
    const d = day === undefined ? (end ? last : 1) : Math.min(Number(day), last);
    return { ...span, period: { kind: "as-of", year, date: `${year}-${two(m)}-${two(d)}` }, style: dateStyle, isPastEra, isYearEnd: m === 3 && d === 31, isDated: true };
  }
  const isPastEra = isPast(era, year, 4);
  const isYearEnd = end === "末" || end === "末日";
  if (says !== undefined && !isNendo) {
    if (isYearEnd) return { ...span, period: { kind: "as-of", year, date: `${year}-12-31` }, style: dateStyle, isPastEra, isYearEnd, isDated: true };
    return { ...span, period: { kind: "calendar-year", year }, style: base, isPastEra, isYearEnd, isDated: asOf !== undefined };
  }
  if (!era && says === undefined && !isWesternYearAlone(text, span.start, span.end)) return undefined;
  return { ...span, period: { kind: "fiscal-year", year }, style: base, isPastEra, isYearEnd, isDated: asOf !== undefined };
}

function yearOf(found: RegExpExecArray, at: number): number | undefined {
  const era = found[at] ?? found[at + 2];
  return era ? eraYear(ERA_OF[era]!, (found[at + 1] ?? found[at + 3])!) : Number(found[at + 4]);
}

function aliasYear(found: RegExpExecArray, year: number | undefined): number | undefined {
  if (found[8]) return Number(found[8]);
  if (found[6]) return eraYear(ERA_OF[found[6]]!, found[7]!);
  // 平成31(元)年度: the first year of the next era needs no name.
  return year === 2019 && (found[7] === "元" || found[7] === "1") ? 2019 : undefined;
}

/** A western year without 年 is one only where nothing makes it a figure: alone, in brackets, or before words. */
function isWesternYearAlone(text: string, start: number, end: number): boolean {
  const year = Number(text.slice(start, start + 4));
  if (year < 1990 || year > 2060) return false;
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(end, end + 1);
  return (before === "" || /[\s(（[【:：～]/.test(before)) && (after === "" || /[\s)）\]】:：～\-－ァ-ヶ一-龠]/.test(after));
}

function findBare(text: string, from: number, context: PeriodContext): Match | undefined {
  const rest = text.slice(from);
  const nendo = BARE_NENDO.exec(rest);
  if (nendo) {
    const { year, era } = bareYear(nendo[1]!, context.bareEra);
    return { period: { kind: "fiscal-year", year }, style: "bare", isPastEra: isPast(era, year, 4), isYearEnd: Boolean(nendo[2]), isDated: false, start: from + nendo.index, end: from + nendo.index + nendo[0].trimEnd().length, era, says: "nendo" };
  }
  if (context.bareEra === undefined) return undefined;
  const whole = BARE_WHOLE.exec(rest);
  if (!whole || whole[1] === "0" || whole[1] === "00") return undefined;
  const { year, era } = bareYear(whole[1]!, context.bareEra);
  return { period: { kind: whole[2] ? "calendar-year" : "fiscal-year", year }, style: "bare", isPastEra: isPast(era, year, 4), isYearEnd: false, isDated: false, start: from, end: text.length, era, says: whole[2] ? "nen" : null };
}

/** Action plans exist since 2003: an era that puts a bare year before that is the wrong era. */
function bareYear(written: string, bareEra: Era | undefined): { year: number; era: Era } {
  const count = written === "元" ? 1 : Number(written);
  const era = bareEra === "showa" || bareEra === "reiwa" ? bareEra : bareEra === "heisei" ? (count >= 12 ? "heisei" : "reiwa") : count >= 20 ? "heisei" : "reiwa";
  return { year: ERA_START[era] + count - 1, era };
}

function eraYear(era: Era, written: string): number | undefined {
  const count = written === "元" ? 1 : Number(written);
  if (count < 1 || count > (era === "reiwa" ? 60 : era === "heisei" ? 70 : 99)) return undefined;
  return ERA_START[era] + count - 1;
}

function isPast(era: Era | null, year: number, month: number): boolean {
  if (era === "heisei") return year > 2019 || (year === 2019 && month > 4);
  return era === "showa" && year > 1989;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/**
 * 期間の範囲を読む — 令和5年4月1日から令和7年3月31日まで, R2～R6, 2016年度から2020年度までの5年間, 令和5～7年度.
 *
 * shape  the second end takes the era of the first when it has none of its own
 * none   undefined when the text states no two ends
 */
export function readPeriodRange(text: string, context: PeriodContext = {}): PeriodRange | undefined {
  if (text.length > 2000 || !HAS_YEAR.test(text)) return undefined;
  const unified = unifyWidth(text);
  for (let at = 0, tries = 0; at < unified.length && tries < 20; tries++) {
    const first = findPeriod(unified, at, context);
    if (!first) return undefined;
    const tail = unified.slice(first.end);
    const years = /^\s*(?:から|より|以降)\s*(\d{1,2})\s*(?:[かカヵヶケ箇]?年)間/.exec(tail);
    if (years) {
      const end = first.end + years[0].length;
      return { from: first.period, to: addYears(first.period, Number(years[1])), text: unified.slice(first.start, end), rest: restOf(unified, { start: first.start, end }) };
    }
    const join = RANGE_NEXT.exec(tail);
    if (join) {
      const nextAt = first.end + join[0].length;
      const second = readEnd(unified, nextAt, first, context);
      if (second) {
        const closed = /^\s*(?:まで)?(?:の?\s*\d{1,2}\s*(?:[かカヵヶケ箇]?年度?)間?)?/.exec(unified.slice(second.end))![0].length;
        // 令和5～7年: the word stands once, at the end, and speaks for both.
        const isHalf = first.says === null && first.period.kind === "fiscal-year" && first.period.month === undefined && second.period.kind === "calendar-year";
        const from = isHalf ? { ...first.period, kind: second.period.kind } : first.period;
        const end = second.end + closed;
        return { from, to: second.period, text: unified.slice(first.start, end).trim(), rest: restOf(unified, { start: first.start, end }) };
      }
    }
    at = Math.max(first.end, at + 1);
  }
  return undefined;
}

const BARE_END = /\(?\s*(元|\d{1,2})(?!\d)\s*(?:年\s*(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日|末)?|\.\s*(\d{1,2})\s*\.\s*(\d{1,2})|年\s*度|年(?!間))?\s*(末)?\s*\)?/y;

function readEnd(text: string, at: number, first: Match, context: PeriodContext): Match | undefined {
  const open = /^[\s(]*/.exec(text.slice(at))![0].length;
  DATED.lastIndex = at + open;
  const dated = DATED.exec(text);
  if (dated && dated.index === at + open) return readDated(text, dated);
  BARE_END.lastIndex = at;
  const bare = BARE_END.exec(text);
  if (!bare) return undefined;
  const [whole, written, m1, d1, m2, d2, end] = bare;
  const count = written === "元" ? 1 : Number(written);
  const span = { start: at, end: at + whole.trimEnd().length };
  // 令和3年4月～9月: the second end is a month, not a year.
  if (!m1 && !m2 && /^\s*月/.test(text.slice(span.end))) return undefined;
  let year: number;
  let era = first.era;
  if (era === null && first.style !== "bare") year = Math.floor(first.period.year / 100) * 100 + count;
  else {
    era = era ?? context.bareEra ?? "reiwa";
    year = ERA_START[era] + count - 1;
    // 平成30～2年度 crosses into the next era.
    if (year < first.period.year && era === "heisei") {
      era = "reiwa";
      year = ERA_START.reiwa + count - 1;
    }
  }
  if (year < first.period.year || year > first.period.year + 30) return undefined;
  const month = m1 ?? m2;
  if (month === undefined) {
    const says = /度/.test(whole) ? "nendo" : /年/.test(whole) ? "nen" : null;
    const isCalendar = says === "nen" ? first.says !== "nendo" : says === null && first.period.kind === "calendar-year";
    return { ...span, era, says, period: { kind: isCalendar ? "calendar-year" : "fiscal-year", year }, style: first.style, isPastEra: isPast(era, year, 4), isYearEnd: Boolean(end), isDated: false };
  }
  const m = Number(month);
  if (m < 1 || m > 12) return undefined;
  const last = new Date(Date.UTC(year, m, 0)).getUTCDate();
  const d = d1 ?? d2;
  if (d === undefined && !/末/.test(whole)) return { ...span, era, says: "nen", period: { kind: "fiscal-year", year: m < 4 ? year - 1 : year, month: m }, style: first.style, isPastEra: isPast(era, year, m), isYearEnd: false, isDated: false };
  return { ...span, era, says: "nen", period: { kind: "as-of", year, date: `${year}-${two(m)}-${two(d === undefined ? last : Math.min(Number(d), last))}` }, style: "era-date", isPastEra: isPast(era, year, m), isYearEnd: m === 3, isDated: true };
}

function addYears(period: Period, years: number): Period {
  if (period.kind !== "as-of" || !period.date) return { ...period, year: period.year + years - 1 };
  const end = new Date(`${period.date}T00:00:00Z`);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  end.setUTCDate(end.getUTCDate() - 1);
  const date = end.toISOString().slice(0, 10);
  return { kind: "as-of", year: end.getUTCFullYear(), date };
}

/**
 * 月を読む — "4月", "４月分" → 4.
 *
 * none  undefined for anything but a month on its own
 */
export function readMonth(text: string): number | undefined {
  if (text.length > 8) return undefined;
  const found = /^\s*\(?\s*(\d{1,2})\s*月\s*(?:分|度)?\s*\)?\s*$/.exec(unifyWidth(text));
  if (!found) return undefined;
  const month = Number(found[1]);
  return month >= 1 && month <= 12 ? month : undefined;
}

type PeriodCell = Pick<Cell, "value" | "text" | "format">;

/**
 * セルの期間を読む — texts, date serials in any date or era format, and whole numbers that are years.
 *
 * shape  what the sheet shows decides: a date shown as 令和3年度 is the fiscal year
 * none   undefined when the cell states no period
 */
export function readPeriodOfCell(cell: PeriodCell, date1904 = false, context: PeriodContext = {}): PeriodReading | undefined {
  if (typeof cell.value === "string") return readPeriod(cell.value, context);
  if (typeof cell.value !== "number") return undefined;
  const format = readNumberFormat(cell.format);
  if (format.isDate) return readSerial(cell.value, cell.text, format, date1904);
  if (!Number.isInteger(cell.value) || format.isPercent) return undefined;
  if (format.before || format.after) {
    const shown = cell.text && !cell.text.startsWith("#") ? cell.text : `${format.before}${cell.value}${format.after}`;
    return /年|[SHR]$|昭和|平成|令和|^'/.test(format.before + format.after) ? readPeriod(shown, context) : undefined;
  }
  if (cell.value >= 2010 && cell.value <= 2040 && !format.hasThousands && (format.decimals ?? 0) === 0)
    return whole({ kind: "fiscal-year", year: cell.value }, "western-year");
  if (context.bareEra !== undefined && cell.value >= 1 && cell.value <= 64 && !format.hasThousands) return readPeriod(String(cell.value), context);
  return undefined;
}

/**
 * セルの月を読む — "4月", 4 shown as 4月, or a date shown only by its month.
 *
 * none  undefined when the cell states no month of its own
 */
export function readMonthOfCell(cell: PeriodCell, date1904 = false): number | undefined {
  if (typeof cell.value === "string") return readMonth(cell.value);
  if (typeof cell.value !== "number") return undefined;
  const format = readNumberFormat(cell.format);
  if (format.isDate && format.hasMonth && !format.hasYear && !format.hasDay) return Number(dateOfSerial(cell.value, date1904).slice(5, 7));
  if (Number.isInteger(cell.value) && /^月/.test(format.after)) return readMonth(`${cell.value}月`);
  return undefined;
}

function whole(period: Period, style: PeriodStyle): PeriodReading {
  return { period, style, isPastEra: false, isYearEnd: false, isDated: period.kind === "as-of", rest: "", isWhole: true };
}

/** 日付のシリアル値 — 44287 → "2021-04-01". */
export function dateOfSerial(serial: number, date1904: boolean): string {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0);
  const epoch = days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + days * 86_400_000);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

function readSerial(serial: number, text: string, format: ReturnType<typeof readNumberFormat>, date1904: boolean): PeriodReading | undefined {
  if (serial < 20_000 || serial > 80_000 || !(format.hasYear || format.hasDay)) return undefined;
  const date = dateOfSerial(serial, date1904);
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const shown = text.startsWith("#") ? undefined : readPeriod(text);
  if (shown?.isWhole && shown.period.kind !== "as-of") return shown.period.month === undefined || format.hasMonth ? { ...shown, style: "serial" } : undefined;
  if (format.hasDay) return { ...whole({ kind: "as-of", year, date }, "serial"), isYearEnd: date.endsWith("-03-31") };
  if (format.hasMonth) return whole({ kind: "fiscal-year", year: month < 4 ? year - 1 : year, month }, "serial");
  if (/年度/.test(format.after + format.before + text)) return whole({ kind: "fiscal-year", year }, "serial");
  return whole({ kind: "calendar-year", year }, "serial");
}

/**
 * 年度を書く — 2021 → 令和3年度, R3, 2021年度; the first year of an era is 元年.
 *
 * shape  a fiscal year belongs to the era in force in most of it: 2019 is 令和元年度
 */
export function writeFiscalYear(year: number, style: "era-long" | "era-short" | "western-nendo" | "western-year"): string {
  if (style === "western-nendo") return `${year}年度`;
  if (style === "western-year") return String(year);
  const era: Era = year >= ERA_START.reiwa ? "reiwa" : year >= ERA_START.heisei ? "heisei" : "showa";
  const count = year - ERA_START[era] + 1;
  if (style === "era-short") return `${{ showa: "S", heisei: "H", reiwa: "R" }[era]}${count}`;
  return `${{ showa: "昭和", heisei: "平成", reiwa: "令和" }[era]}${count === 1 ? "元" : count}年度`;
}
