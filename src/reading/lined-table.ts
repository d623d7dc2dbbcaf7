import type { PeriodReading } from "../notation/period";
import { readAxisPeriods } from "./axis-periods";
import type { CellReader } from "./cell-meaning";
import { completeFormula } from "./complete-formula";
import { completePeople } from "./complete-people";
import { completeShares } from "./complete-shares";
import { completeSpans } from "./complete-spans";
import { completeSubsets } from "./complete-subsets";
import { withYear, type Corrections, type TableCorrections } from "./corrections";
import { completeAxis, completeGroups, completeGrowth, completeTopic, readLine, type Line } from "./line";
import type { SheetGrid } from "./sheet-grid";
import type { TableOutline } from "./sheet-outline";
import { findContext, type TableContext } from "./table-context";
import type { Heading } from "./table-shape";

/** 見出しを読んだ表 — a table whose rows, columns and surroundings are read, before any of its figures. */
export interface LinedTable {
  readonly grid: SheetGrid;
  readonly outline: TableOutline;
  readonly reader: CellReader;
  readonly corrections: TableCorrections;
  readonly context: TableContext;
  readonly cols: ReadonlyMap<number, Line>;
  readonly rows: ReadonlyMap<number, Line>;
  /** Some row or column says when the figures beside it are due, or were. */
  readonly hasDeadlines: boolean;
  /** The columns whose headings speak of a target or its time. */
  readonly dueCols: ReadonlySet<number>;
}

/** 表の見出しを読む — every row and column of the body as a line, each completed by its neighbours and by what somebody said of its year. */
export function readLinedTable(
  grid: SheetGrid,
  outline: TableOutline,
  reader: CellReader,
  { corrections: said, nearYear }: { readonly corrections: Corrections; readonly nearYear: number },
): LinedTable {
  const { shape } = outline;
  const surrounding = findContext(grid, outline, reader);
  const captions = [...(surrounding.subject ? [surrounding.subject.meaning.text] : []), ...outline.captions.map((piece) => piece.text)];
  const corrections = said.under(grid.name, captions);
  const context = correctContext(surrounding, corrections);
  const readLines = (keys: readonly number[], paths: ReadonlyMap<number, readonly Heading[]>): readonly Line[] => {
    const all = keys.map((key) => paths.get(key) ?? []);
    const periods = readAxisPeriods(all, nearYear);
    const read = all.map((path, i) => readDatedLine(path, periods[i], reader, corrections));
    const own = completeGroups(completeAxis(completeShares(completeSubsets(completePeople(completeFormula(read))), context.features)));
    return own.map((_, i) => completeGrowth(completeTopic(own, i, context.features), own, i));
  };
  const periodColumns = findPeriodColumns(grid, outline);
  const cols = readLines(shape.bodyCols, shape.columnPath).map((line, i): Line => {
    const isDeadline = line.role === undefined && periodColumns.has(shape.bodyCols[i]!);
    return isDeadline ? { ...line, role: "deadline" } : line;
  });
  const bodyRows = shape.area.bodyRows.filter((row) => shape.rowPath.has(row));
  const rows = readLines(bodyRows, shape.rowPath);
  const lines = { cols: byKey(shape.bodyCols, completeSpans(cols, rows, reader)), rows: byKey(bodyRows, completeSpans(rows, cols, reader)) };
  return {
    grid,
    outline,
    reader,
    corrections,
    context,
    ...lines,
    hasDeadlines: [lines.cols, lines.rows].some((all) => [...all.values()].some(({ role }) => role === "deadline")),
    dueCols: new Set([...lines.cols].flatMap(([col, { path }]) => (path.some(({ meaning }) => /達成|期限|目標/.test(meaning.text)) ? [col] : []))),
  };
}

function byKey(keys: readonly number[], lines: readonly Line[]): ReadonlyMap<number, Line> {
  return new Map(keys.map((key, i) => [key, lines[i]!]));
}

function readDatedLine(path: readonly Heading[], period: PeriodReading | undefined, reader: CellReader, corrections: TableCorrections): Line {
  const yearBy = corrections.ofYear([...path].reverse().map(({ meaning }) => meaning.text));
  return yearBy?.year === undefined ? readLine(path, period, reader) : { ...readLine(path, inYear(period, yearBy.year), reader), yearBy };
}

function correctContext(context: TableContext, corrections: TableCorrections): TableContext {
  const year = corrections.ofTableYear()?.year;
  return year === undefined ? context : { ...context, period: inYear(context.period, year) };
}

function inYear(reading: PeriodReading | undefined, year: number): PeriodReading {
  const period = withYear(reading?.period, year);
  return reading ? { ...reading, period } : { period, style: "era-long", isPastEra: false, rest: "", isWhole: false, isYearEnd: false, isDated: false };
}

/** Columns whose every cell states a time say when the figure at their left was, or is due. */
function findPeriodColumns(grid: SheetGrid, { shape }: TableOutline): ReadonlySet<number> {
  const found = new Set<number>();
  const others = new Set<number>();
  for (const row of shape.area.bodyRows)
    for (const { left, meaning } of grid.rowBetween(row, shape.left, shape.right)) {
      if (meaning.kind === "period") found.add(left);
      else if (meaning.kind !== "mark") others.add(left);
    }
  for (const col of others) found.delete(col);
  return found;
}
