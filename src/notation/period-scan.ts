import type { Period } from "../model/period";
import type { PeriodHeading } from "../model/reading";

/** 書き方 — how a period is written, as in `PeriodHeading`. */
export type PeriodStyle = PeriodHeading["style"];
/** 元号 — the eras in which action plans write their years. */
export type WrittenEra = "showa" | "heisei" | "reiwa";

/** 文脈の元号 — what the neighbours of a year say of its era. */
export interface PeriodContext {
  /** The era of years written without one: 28, 29年度. */
  readonly bareEra?: WrittenEra;
}

/** 元号の初年 — the western year of each era's 元年. */
export const ERA_START: { readonly [era in WrittenEra]: number } = { showa: 1926, heisei: 1989, reiwa: 2019 };
const ERA_OF: { readonly [letter: string]: WrittenEra } = {
  昭和: "showa",
  平成: "heisei",
  令和: "reiwa",
  昭: "showa",
  平: "heisei",
  令: "reiwa",
  S: "showa",
  H: "heisei",
  R: "reiwa",
  s: "showa",
  h: "heisei",
  r: "reiwa",
};

// Years stand in long eras, short eras, western years, or bare before 年度. Every part is bounded, so matching stays linear.
const YEAR = String.raw`(?:(昭和|平成|令和)\s*\.?\s*(元|\d{1,2})(?!\d)|((?<![A-Za-z0-9])[SHR]|(?<![一-龠])[昭平令](?=\s*(?:元|\d{1,2})(?:[.年度/\s)]|$)))\s*\.?\s*(元|\d{1,2})(?![\dA-Za-z])|(?<![\d.,/A-Z])(?:FY\s?)?((?:19|20)\d{2})(?![\d,%]|\.\d{3}|\s*(?:人|名|時間|日|件|円)))`;
// The same year said a second time: 平成31(令和1)年度, H31/R1, 令和6年度(2024年度).
const ALIAS = String.raw`(?:\s*(?:年度?)?\s*[(/・=]\s*(?:(昭和|平成|令和|[SHR])?\s*\.?\s*(元|\d{1,2})|((?:19|20)\d{2}))\s*(?:年度?)?\s*\)?(?!\d|\s*[.月/～]))`;
const MONTH = String.raw`(0?[1-9]|1[0-2])(?!\d)`;
const DAY = String.raw`(0?[1-9]|[12]\d|3[01])(?!\d)`;
const MONTH_DAY = String.raw`(?:\s*年\s*${MONTH}\s*月(?:\s*${DAY}\s*日)?|\s*([.．/・-])\s*${MONTH}\s*[.．/・-]\s*${DAY}日?|\s*\.\s*${MONTH}(?!\s*[%人日時])\s*月?)?`;
const TAIL = String.raw`\s*(年\s*[(]度[)]|年\s*度|年)?\s*(末日|末|中(?!間))?\s*(現在|時点|当時|付け|付)?`;
const ALIASED = new RegExp(YEAR + ALIAS + MONTH_DAY + TAIL, "y");
/** 年のある時 — finds eras and western years with their months and days. */
export const DATED = new RegExp(YEAR + String.raw`()()()` + MONTH_DAY + TAIL, "g");
const BARE_NENDO = /(?<![\d約第近去各全毎次後A-Za-z.,～~])(元|\d{1,2})\s*年\s*度\s*(末)?(?!\s*(?:前|間|以|ごと|毎|目))/;
const BARE_WHOLE = /^[(\s]*'?(元|\d{1,2})\s*(年)?[)\s]*$/;
/** 年を含むか — a cheap first look before any search. */
export const HAS_YEAR = /[元\d０-９㍻㋿]/;
/** 範囲のつなぎ — what joins two ends of a range, standing before the second. */
export const RANGE_NEXT =
  /^\s*(?:[)\]]\s*)?(?:～|から|より|-|－|−|—|–|―|ー|→)\s*(?=\(?\s*(?:昭和|平成|令和|[SHR]\s*\.?\s*[元\d]|FY\s?\d{4}|(?:元|\d{1,4})\s*(?:年|\.\s*\d|[)\]]|$)))/;

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
  for (let at = 0; at < unified.length && found.length < 20;) {
    const next = findPeriod(unified, at, context);
    if (!next) break;
    found.push({ period: next.period, isYearEnd: next.isYearEnd, start: next.start, end: next.end });
    at = Math.max(next.end, at + 1);
  }
  return found;
}

/** 期間の一致 — one period and where it stands. */
export interface PeriodMatch {
  readonly period: Period;
  readonly style: PeriodStyle;
  readonly isPastEra: boolean;
  readonly isYearEnd: boolean;
  readonly isDated: boolean;
  readonly start: number;
  readonly end: number;
  readonly era: WrittenEra | null;
  /** Whether 年度 or 年 stands after the number. */
  readonly says: "nendo" | "nen" | null;
}

/** 次の期間を探す — the first period at or after a position. */
export function findPeriod(text: string, from: number, context: PeriodContext): PeriodMatch | undefined {
  DATED.lastIndex = from;
  for (let found = DATED.exec(text); found; found = DATED.exec(text)) {
    const read = readDated(text, found);
    if (read) return read;
    DATED.lastIndex = found.index + 1;
  }
  return findBare(text, from, context);
}

/** 一致を読む — the period of one match of `DATED`. */
export function readDated(text: string, plain: RegExpExecArray): PeriodMatch | undefined {
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

function findBare(text: string, from: number, context: PeriodContext): PeriodMatch | undefined {
  const rest = text.slice(from);
  const nendo = BARE_NENDO.exec(rest);
  if (nendo) {
    const { year, era } = bareYear(nendo[1]!, context.bareEra);
    return {
      period: { kind: "fiscal-year", year },
      style: "bare",
      isPastEra: isPast(era, year, 4),
      isYearEnd: Boolean(nendo[2]),
      isDated: false,
      start: from + nendo.index,
      end: from + nendo.index + nendo[0].trimEnd().length,
      era,
      says: "nendo",
    };
  }
  if (context.bareEra === undefined) return undefined;
  const whole = BARE_WHOLE.exec(rest);
  if (!whole || whole[1] === "0" || whole[1] === "00") return undefined;
  const { year, era } = bareYear(whole[1]!, context.bareEra);
  return {
    period: { kind: whole[2] ? "calendar-year" : "fiscal-year", year },
    style: "bare",
    isPastEra: isPast(era, year, 4),
    isYearEnd: false,
    isDated: false,
    start: from,
    end: text.length,
    era,
    says: whole[2] ? "nen" : null,
  };
}

/** Action plans exist since 2003: an era that puts a bare year before that is the wrong era. */
function bareYear(written: string, bareEra: WrittenEra | undefined): { year: number; era: WrittenEra } {
  const count = written === "元" ? 1 : Number(written);
  const era = bareEra === "showa" || bareEra === "reiwa" ? bareEra : bareEra === "heisei" ? (count >= 12 ? "heisei" : "reiwa") : count >= 20 ? "heisei" : "reiwa";
  return { year: ERA_START[era] + count - 1, era };
}

function eraYear(era: WrittenEra, written: string): number | undefined {
  const count = written === "元" ? 1 : Number(written);
  if (count < 1 || count > (era === "reiwa" ? 60 : era === "heisei" ? 70 : 99)) return undefined;
  return ERA_START[era] + count - 1;
}

/** 改元後か — written past the end of its era: H32. */
export function isPast(era: WrittenEra | null, year: number, month: number): boolean {
  if (era === "heisei") return year > 2019 || (year === 2019 && month > 4);
  return era === "showa" && year > 1989;
}

/** 二桁にする — 4 → "04". */
export function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** 残りの語 — the text without a period, its empty brackets, numbering and separators. */
export function restOf(text: string, found: { start: number; end: number }): string {
  const before = text.slice(0, found.start);
  const after = text.slice(found.end);
  const joined = /[([]\s*$/.test(before) && /^\s*[)\]]/.test(after) ? before.replace(/[([]\s*$/, "") + after.replace(/^\s*[)\]]/, "") : before + after;
  return joined
    .replace(/\s+/g, "")
    .replace(/^(?:[①-⑳]|\(\d{1,2}\)|[■□◆◇●○◎▼・※:])+/, "")
    .replace(/^[()[\]【】<>〈〉:：、,.]+$/, "");
}
