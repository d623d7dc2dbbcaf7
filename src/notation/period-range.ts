import type { Period } from "../model/period";
import { unifyWidth } from "./normalize";
import { DATED, ERA_START, findPeriod, HAS_YEAR, isPast, RANGE_NEXT, readDated, restOf, two, type PeriodContext, type PeriodMatch } from "./period-scan";

/** 期間の範囲 — both ends as written. */
export interface PeriodRange {
  readonly from: Period;
  readonly to: Period;
  readonly text: string;
  readonly rest: string;
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

function readEnd(text: string, at: number, first: PeriodMatch, context: PeriodContext): PeriodMatch | undefined {
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
    return {
      ...span,
      era,
      says,
      period: { kind: isCalendar ? "calendar-year" : "fiscal-year", year },
      style: first.style,
      isPastEra: isPast(era, year, 4),
      isYearEnd: Boolean(end),
      isDated: false,
    };
  }
  const m = Number(month);
  if (m < 1 || m > 12) return undefined;
  const last = new Date(Date.UTC(year, m, 0)).getUTCDate();
  const d = d1 ?? d2;
  if (d === undefined && !/末/.test(whole))
    return {
      ...span,
      era,
      says: "nen",
      period: { kind: "fiscal-year", year: m < 4 ? year - 1 : year, month: m },
      style: first.style,
      isPastEra: isPast(era, year, m),
      isYearEnd: false,
      isDated: false,
    };
  return {
    ...span,
    era,
    says: "nen",
    period: { kind: "as-of", year, date: `${year}-${two(m)}-${two(d === undefined ? last : Math.min(Number(d), last))}` },
    style: "era-date",
    isPastEra: isPast(era, year, m),
    isYearEnd: m === 3,
    isDated: true,
  };
}

function addYears(period: Period, years: number): Period {
  if (period.kind !== "as-of" || !period.date) return { ...period, year: period.year + years - 1 };
  const end = new Date(`${period.date}T00:00:00Z`);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  end.setUTCDate(end.getUTCDate() - 1);
  const date = end.toISOString().slice(0, 10);
  return { kind: "as-of", year: end.getUTCFullYear(), date };
}
