/** 年度 — the calendar year in which its April falls: 令和3年度 is 2021. Never a Date. */
export type FiscalYear = number & { readonly __fiscalYear: true };

/** 年度にする — marks a whole number as a fiscal year. */
export function fiscalYear(year: number): FiscalYear {
  return year as FiscalYear;
}

/**
 * 期間 — what a figure speaks for, as in the public JSON.
 *
 * shape  fiscal-year: `year` is the fiscal year, `month` 1–12 inside it;
 *        as-of: `year` is the year of `date` (ISO); calendar-year: `year` as written
 */
export interface Period {
  readonly kind: "fiscal-year" | "as-of" | "calendar-year";
  readonly year: number;
  readonly date?: string;
  readonly month?: number;
}

/** 同じ期間か — equal in kind, year, date and month. */
export function isSamePeriod(a: Period, b: Period): boolean {
  return a.kind === b.kind && a.year === b.year && a.date === b.date && a.month === b.month;
}

/** 期間の鍵 — one string per period, for maps. */
export function periodKey(period: Period | undefined): string {
  return period ? `${period.kind}:${period.date ?? period.year}${period.month ? `-${period.month}` : ""}` : "";
}
