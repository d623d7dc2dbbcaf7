import type { Cell } from "../model/cell";
import type { Period } from "../model/period";
import { unifyWidth } from "./normalize";
import { readNumberFormat } from "./number-format";
import { readPeriodRange } from "./period-range";
import { ERA_START, findPeriod, HAS_YEAR, RANGE_NEXT, restOf, type PeriodContext, type PeriodStyle, type WrittenEra } from "./period-scan";

/** 元号 — the eras in which action plans write their years. */
export type Era = WrittenEra;

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

// R2,R3 and 令和3年度・令和4年度 speak of two years, so of no one.
const ANOTHER_YEAR = /^\s*[・,、/]\s*(?:(?:昭和|平成|令和|[SHR])\s*\.?\s*(?:元|\d{1,2})(?!\d)|(?:19|20)\d{2}\s*年度)/;
const ISSUED_BEFORE = /(?:公表|公開|掲載|更新|作成|発行|策定|制定|改定|改訂|決定|提出|報告)(?:年月)?日?\s*[:(]?\s*$/;
const ISSUED_AFTER = /^\s*(?:に|付けで?)?\s*(?:公表|公開|掲載|更新|作成|発行|策定|制定|改定|改訂|決定|提出)(?!時)/;
const MONTHS_NEXT = /^\s*(?:～|から|-|－)\s*\d{1,2}\s*月/;
const SAME_YEAR =
  /((?:昭和|平成|令和|[SHR])\s*(?:元|\d{1,2})|(?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*1\s*日)?\s*(?:～|から|-|－)\s*(\d{1,2})\s*月(?:\s*3[01]\s*日)?(?:\s*まで)?/;

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

/**
 * 期間を読む — the first year, date or month in a text, in any of the ways headings write it.
 *
 * shape  年度 and bare era years are fiscal years; 年 alone is a calendar year; a full date is as-of
 * none   undefined when the text states no year, or states a range of years
 */
export function readPeriod(text: string, context: PeriodContext = {}): PeriodReading | undefined {
  if (text.length > 200 || !HAS_YEAR.test(text)) return undefined;
  const unified = unifyWidth(text);
  let found = findPeriod(unified, 0, context);
  while (found && isDayOfIssue(unified, found)) found = findPeriod(unified, found.end, context);
  if (!found) return undefined;
  const tail = unified.slice(found.end);
  if (ANOTHER_YEAR.test(tail)) return undefined;
  if (RANGE_NEXT.test(tail) || MONTHS_NEXT.test(tail)) return readWholeYear(unified, context);
  const rest = restOf(unified, found);
  return { period: found.period, style: found.style, isPastEra: found.isPastEra, isYearEnd: found.isYearEnd, isDated: found.isDated, rest, isWhole: rest === "" };
}

/** 公表日：令和6年11月1日, （令和5年6月作成）: the day the sheet was made or published is no time its figures speak for. */
function isDayOfIssue(text: string, { start, end, period }: { start: number; end: number; period: Period }): boolean {
  if (period.kind !== "as-of" && period.month === undefined) return false;
  return ISSUED_BEFORE.test(text.slice(0, start)) || ISSUED_AFTER.test(text.slice(end));
}

/** 令和3年1月～12月, R3.4.1～R4.3.31: a range that is exactly one year is that year; any other is no one period. */
function readWholeYear(text: string, context: PeriodContext): PeriodReading | undefined {
  const months = SAME_YEAR.exec(text);
  if (months) {
    const year = readPeriod(`${text.slice(months.index, months.index + months[0].indexOf("年") + 1)}`, context);
    const first = Number(months[2]);
    if (!year || first !== 1 || Number(months[3]) !== 12) return undefined;
    return oneYear({ kind: "calendar-year", year: year.period.year }, year, restOf(text, { start: months.index, end: months.index + months[0].length }));
  }
  const range = readPeriodRange(text, context);
  if (!range) return undefined;
  const from = range.from.date ?? monthOf(range.from);
  const to = range.to.date ?? monthOf(range.to);
  const style = readPeriod(range.text.split(/～|から|-|－/)[0]!, context);
  if (!style || !from || !to) return undefined;
  const [start, end] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (/-04(?:-01)?$/.test(from) && /-03(?:-31)?$/.test(to) && end === start + 1) return oneYear({ kind: "fiscal-year", year: start }, style, range.rest);
  if (/-01(?:-01)?$/.test(from) && /-12(?:-31)?$/.test(to) && end === start) return oneYear({ kind: "calendar-year", year: start }, style, range.rest);
  return undefined;
}

function monthOf(period: Period): string | undefined {
  if (period.month === undefined) return undefined;
  return `${period.month < 4 ? period.year + 1 : period.year}-${period.month < 10 ? "0" : ""}${period.month}`;
}

function oneYear(period: Period, from: PeriodReading, rest: string): PeriodReading {
  return { ...from, period, isYearEnd: false, isDated: false, rest, isWhole: rest === "" };
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
  if (cell.value >= 2010 && cell.value <= 2040 && !format.hasThousands && (format.decimals ?? 0) === 0) return whole({ kind: "fiscal-year", year: cell.value }, "western-year");
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
