import { writeAddress, type Cell, type Place } from "../model/cell";
import type { Period } from "../model/period";
import type { ProgressEntry, ProgressField, ProgressItem, ProgressTable } from "../model/progress";
import { readProgressHead } from "../notation/progress-head";
import { findSignLegends } from "./find-sign-legends";
import type { Line } from "./line";
import type { LinedTable } from "./lined-table";
import type { RowCell } from "./row-cell";

/** What a progress sheet is told by: without one of them, 担当課 and 備考 stand beside any table. */
const TELLING: ReadonlySet<ProgressField> = new Set(["status", "evaluation", "cause", "next"]);

interface ProgressLine {
  readonly key: number;
  readonly field: ProgressField;
  readonly heading: string;
  readonly period: Period | undefined;
}

interface Spot {
  readonly row: number;
  readonly col: number;
}

/**
 * 進捗表を読む — a table in which an organisation itself writes 実施状況, 評価, 原因 or 今後の取組: what each of its cells is for, blank ones too.
 *
 * shape  items are its rows, the columns of a transposed one, or the whole table: a card of one target, or years beside each other over such rows
 * none   undefined for every other table
 */
export function readProgress(table: LinedTable, id: number): ProgressTable | undefined {
  const { rows, cols, context } = table;
  const shared = (): Omit<ProgressTable, "axis" | "items"> => ({ table: id, period: context.period?.period, legends: findSignLegends(table.grid) });
  if (tellsProgress(cols)) return { ...shared(), axis: "rows", items: readRows(table, findProgressLines(cols)) };
  if (!tellsProgress(rows)) return undefined;
  const lines = findProgressLines(rows);
  // A card of one target has one column, and mostly no heading over it.
  const isOfOne = cols.size === 1 || [...cols.values()].some(({ period }) => period !== undefined);
  return isOfOne ? { ...shared(), axis: "whole", items: [readWhole(table, lines)] } : { ...shared(), axis: "columns", items: readColumns(table, lines) };
}

/** Nearly no table does: only headings that name a role are asked, of which there are few. */
function tellsProgress(lines: ReadonlyMap<number, Line>): boolean {
  for (const { role, path } of lines.values()) if (role !== undefined && path.some(({ meaning }) => TELLING.has(readProgressHead(meaning.text) ?? "measure"))) return true;
  return false;
}

function findProgressLines(lines: ReadonlyMap<number, Line>): readonly ProgressLine[] {
  const found: ProgressLine[] = [];
  for (const [key, line] of lines) {
    if (line.role === "target" || line.role === "baseline" || line.role === "deadline") continue;
    const { path } = line;
    // The nearest heading that says it: 評価 under 令和6年度, 担当課 beside 評価.
    for (let level = path.length - 1; level >= 0; level--) {
      const field = readProgressHead(path[level]!.meaning.text);
      if (field === undefined) continue;
      found.push({ key, field, heading: path[level]!.meaning.raw.replace(/\s+/g, ""), period: line.period?.period });
      break;
    }
  }
  return found;
}

function readRows(table: LinedTable, columns: readonly ProgressLine[]): readonly ProgressItem[] {
  const { grid, rows } = table;
  const measures = columns.filter(({ field }) => field === "measure");
  const groups: { rows: number[]; named: Cell | undefined; own: readonly RowCell[] }[] = [];
  for (const [row, line] of rows) {
    const named = line.path.at(-1)?.cell;
    const own = measures.flatMap(({ key }) => filledAt(table, { row, col: key }) ?? []);
    const last = groups.at(-1);
    const goesOn = last?.named === named && (measures.length === 0 ? named !== undefined : own.every(({ cell }) => last?.own.some((other) => other.cell === cell)));
    if (last && goesOn) last.rows.push(row);
    else groups.push({ rows: [row], named, own });
  }
  return groups.map(({ rows: lines, named, own }): ProgressItem => {
    const words = [...rows.get(lines[0]!)!.path, ...own].map(({ meaning }) => meaning.raw.replace(/\s+/g, " "));
    return {
      lines,
      label: words.join("　"),
      headedBy: named && placeOf(grid.name, named),
      isHeaded: named !== undefined && lines.includes(named.row),
      filled: countFilled(table, lines),
      entries: columns.map((line) =>
        readEntry(
          table,
          line,
          lines.map((row) => ({ row, col: line.key })),
        ),
      ),
    };
  });
}

function readColumns(table: LinedTable, lines: readonly ProgressLine[]): readonly ProgressItem[] {
  return [...table.cols].flatMap(([col, line]): ProgressItem[] => {
    const named = line.path.at(-1)?.cell;
    if (!line.isSaying || line.role !== undefined || !named) return [];
    const entries = lines.map((of) => readEntry(table, of, [{ row: of.key, col }]));
    return [{ lines: [col], label: line.label, headedBy: placeOf(table.grid.name, named), isHeaded: true, filled: 1 + entries.filter(({ text }) => text !== "").length, entries }];
  });
}

/** 評価 and 今後の取組 under a row of years: one text speaks for the whole, several for their years. */
function readWhole(table: LinedTable, lines: readonly ProgressLine[]): ProgressItem {
  const { grid, cols } = table;
  const entries = lines.flatMap((line): ProgressEntry[] => {
    const spots = [...cols.keys()].map((col) => ({ row: line.key, col }));
    const isMerged = spots.some(({ row, col }) => grid.mergeAt(row, col) !== undefined);
    if (isMerged || spots.filter((spot) => filledAt(table, spot)).length < 2) return [readEntry(table, line, spots)];
    return spots.map((spot) => readEntry(table, { ...line, period: cols.get(spot.col)?.period?.period ?? line.period }, [spot]));
  });
  return { lines: [], label: "", headedBy: undefined, isHeaded: true, filled: entries.length, entries };
}

/** The cells of one item under one heading as one entry; several texts are read as one, at the first of them. */
function readEntry(table: LinedTable, { field, heading, period }: ProgressLine, spots: readonly Spot[]): ProgressEntry {
  const { grid } = table;
  const { row, col } = spots[0]!;
  const shown = [...new Set(spots.map((spot) => filledAt(table, spot)))].flatMap((cell) => cell ?? []);
  const merge = grid.mergeAt(row, col);
  return {
    field,
    at: placeOf(grid.name, shown[0]?.cell ?? { row: merge?.top ?? row, col: merge?.left ?? col }),
    text: shown.map(({ meaning }) => meaning.raw).join("　"),
    heading,
    period,
    isFigure: shown.length > 0 && shown.every(({ meaning }) => meaning.kind === "figure" || meaning.kind === "mark"),
  };
}

const NUMBER_ONLY = /^[\d①-⑳ア-ンA-Za-zⅠ-Ⅹ\-－.()]{1,6}$/;

function countFilled({ grid, outline: { shape } }: LinedTable, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + grid.filledBetween(row, shape.left, shape.right).filter(({ meaning }) => !NUMBER_ONLY.test(meaning.text)).length, 0);
}

/** The cell of this place, or that of the merge that covers it, where something is written. */
function filledAt({ grid }: LinedTable, { row, col }: Spot): RowCell | undefined {
  const shown = grid.shownAt(row, col);
  return shown?.isFilled ? shown : undefined;
}

function placeOf(sheet: string, { row, col }: Spot): Place {
  return { sheet, cell: writeAddress(row, col) };
}
