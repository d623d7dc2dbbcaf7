import type { Indicator } from "../indicators/indicator";
import type { Period } from "../model/period";
import { remember } from "../model/remember";
import { readPeriod, type PeriodReading } from "../notation/period";
import type { Crossing } from "./find-crossings";
import type { LinedTable } from "./lined-table";
import { findTimeBeside, hasDueBeside } from "./time-beside";

/** 数値の時期 — when each figure of a table was: the nearest of what its cell, the cells beside it, its headings and the caption say. */
export class FigurePeriods {
  // One object per period: what comes after tells most figures' periods apart by identity.
  private readonly monthOf = remember((year: number) => remember((month: number): Period => ({ kind: "fiscal-year", year, month })));
  private readonly dayOf = remember((day: string) => remember((year: number): Period => ({ kind: "as-of", year, date: `${year}-${day}` })));
  /** Years that stand for the 1st of April where an indicator counts staff of a day. */
  private readonly mayBeDays: boolean;

  private readonly monthAsDay = (year: number, month: number): Period => {
    const ofCalendar = month <= 3 ? year + 1 : year;
    return this.dayOf(`${String(month).padStart(2, "0")}-01`)(ofCalendar);
  };

  /** With `isAsOfSheet`, some table of this sheet speaks of days: short years of staffing figures are days too. */
  constructor(
    private readonly table: LinedTable,
    private readonly byId: ReadonlyMap<string, Indicator>,
    isAsOfSheet: boolean,
  ) {
    this.mayBeDays = (isAsOfSheet || table.context.asOfDay !== undefined) && hasShortYears(table);
  }

  /** When the figure at a place was; `inCell` is a time written with the figure itself. */
  at({ row, col, line, column }: Crossing, inCell: string | undefined): Period | undefined {
    const own = inCell === undefined ? undefined : readPeriod(inCell);
    if (own) return own.period;
    const { context } = this.table;
    const month = column.month ?? line.month;
    const role = column.role ?? line.role;
    // 公表内容 | 時点: a time beside the figure says when it was, where the figure stands under no year.
    const isUndated = role === undefined && !column.period && !line.period;
    const mayStandBeside = this.table.hasDeadlines && (role === "actual" || role === "baseline" || (isUndated && !hasDueBeside(this.table, col)));
    const beside = mayStandBeside ? findTimeBeside(this.table, row, col) : undefined;
    const stated = (beside === undefined ? undefined : readPeriod(beside)) ?? column.period ?? line.period ?? context.period;
    if (!stated) return undefined;
    let period = stated.period;
    if (role === "previous-year" && !column.period && !line.period) period = { ...period, year: period.year - 1 };
    if (month !== undefined) return this.monthOf(period.year)(month);
    if (context.asOfDay && period.kind !== "as-of") return this.dayOf(context.asOfDay)(period.year);
    return period;
  }

  /** Whether the figure at a place has a time of its own: beside it or in its headings, not the caption's. */
  isStatedAt({ row, col, line, column }: Crossing): boolean {
    const text = findTimeBeside(this.table, row, col);
    return (text !== undefined && readPeriod(text) !== undefined) || line.period !== undefined || column.period !== undefined;
  }

  /** A year as the day it stands for, where the sheet speaks of days and the indicator counts the staff of a day. */
  ofIndicator(period: Period | undefined, id: string): Period | undefined {
    if (!period || period.kind === "as-of") return period;
    const isOfDay = this.byId.get(id)?.timing === "as-of";
    // 令和6年7月 over a share of the staff is when it was counted; the months of an axis are months.
    if (period.month !== undefined) return isOfDay && period !== this.monthOf(period.year)(period.month) ? this.monthAsDay(period.year, period.month) : period;
    return isOfDay && this.mayBeDays ? this.dayOf("04-01")(period.year) : period;
  }
}

/** Every year is written short, without 年度: the years of staffing figures may then be days. */
function hasShortYears({ rows, cols, context: { period, periodAt } }: LinedTable): boolean {
  let isDated = false;
  for (const line of [...cols.values(), ...rows.values()]) {
    if (!line.period) continue;
    isDated = true;
    const said = line.path.map(({ meaning }) => meaning.text);
    if (!isShort(line.period, said)) return false;
  }
  return isDated || period === undefined || isShort(period, periodAt ? [periodAt.text] : []);
}

function isShort({ style }: PeriodReading, said: readonly string[]): boolean {
  return (style === "era-short" || style === "bare" || style === "western-year") && !said.some((text) => /年\s*度/.test(text));
}
