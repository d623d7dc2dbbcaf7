import { type CellRange, type Place, readAddress } from "../../model/cell";
import type { FiscalYear, Period } from "../../model/period";
import type { Profile } from "../../model/profile";
import type { ProgressEntry, ProgressItem, ProgressTable } from "../../model/progress";
import type { Reading, TextAt } from "../../model/reading";
import { remember } from "../../model/remember";
import { findSpokenYear } from "../../notation/judged-year";

/** 年度の分かる記入 — an entry with the fiscal year it speaks for; absent where nothing says it. */
export interface DatedEntry extends ProgressEntry {
  readonly year: FiscalYear | undefined;
}

/** 進捗の行 — one item of a progress sheet with its entries by year. */
export interface ProgressLine {
  readonly item: ProgressItem;
  readonly entries: readonly DatedEntry[];
  readonly sheet: ProgressSheet;
}

/** 進捗の表 — the items of one table, and where they stand. */
export interface ProgressSheet {
  readonly name: string;
  readonly range: CellRange;
  readonly axis: ProgressTable["axis"];
  readonly table: number;
  readonly lines: readonly ProgressLine[];
  /** Everything that is written on the sheet outside its tables. */
  readonly texts: readonly TextAt[];
  readonly legends: readonly string[];
}

/** 進捗の表をさがす — the progress tables of a reading; what has no year of its own speaks for the year the table speaks for. */
export function findProgress(reading: Reading, profile: Profile): readonly ProgressSheet[] {
  if (reading.progress.length === 0) return [];
  const years = findStatedYears(reading, profile);
  const tables = new Map(reading.tables.map((table) => [table.id, table]));
  const textsOf = remember((sheet: string) => reading.texts.filter(({ at }) => at.sheet === sheet));
  return reading.progress.flatMap((progress): ProgressSheet[] => {
    const table = tables.get(progress.table);
    if (!table) return [];
    const undated = findTableYear(findSpokenYear(progress.period, profile), years.get(progress.table));
    const yearOf = (period: Period | undefined): FiscalYear | undefined => findSpokenYear(period, profile) ?? undated;
    const lines: ProgressLine[] = [];
    const sheet: ProgressSheet = {
      name: table.sheet,
      range: table.range,
      axis: progress.axis,
      table: progress.table,
      lines,
      texts: textsOf(table.sheet),
      legends: progress.legends,
    };
    for (const item of progress.items) lines.push({ item, sheet, entries: item.entries.map((entry) => ({ ...entry, year: yearOf(entry.period) })) });
    return [sheet];
  });
}

/** その行にあるか — does this cell stand on the line of the item? */
export function isOnLine(place: Place, { item, sheet: { name, range, axis } }: ProgressLine): boolean {
  if (place.sheet !== name) return false;
  const at = readAddress(place.cell);
  if (!at || at.row < range.top || at.row > range.bottom || at.col < range.left || at.col > range.right) return false;
  return axis === "whole" || item.lines.includes(axis === "rows" ? at.row : at.col);
}

/** The years of which each table states a figure. */
function findStatedYears(reading: Reading, profile: Profile): ReadonlyMap<number, ReadonlySet<FiscalYear>> {
  const years = new Map(reading.progress.map(({ table }) => [table, new Set<FiscalYear>()]));
  for (const o of reading.observations) {
    const of = years.get(o.table);
    if (!of || o.role === "target" || o.state === "blank" || o.state === "unreadable" || o.isBaseline) continue;
    const year = findSpokenYear(o.period, profile);
    if (year !== undefined) of.add(year);
  }
  return years;
}

/** 令和6年度 over the table, or else its last year with a figure: an evaluation at the right end is of that year. */
function findTableYear(said: FiscalYear | undefined, stated: ReadonlySet<FiscalYear> | undefined): FiscalYear | undefined {
  if (!stated || stated.size === 0 || (said !== undefined && stated.has(said))) return said;
  const upTo = [...stated].filter((year) => said === undefined || year <= said).sort((a, b) => b - a);
  return upTo[0] ?? said;
}
