import { writeAddress, type Cell, type Place } from "../model/cell";
import type { Period } from "../model/period";
import type { LabelFeatures } from "../notation/label-features";
import type { MetCorrection } from "./corrections";
import type { Crossing } from "./find-crossings";
import { silentLine, type Line } from "./line";
import type { LineResolver } from "./line-resolver";
import type { LinedTable } from "./lined-table";
import type { RowCell } from "./row-cell";
import { findTimeBeside } from "./time-beside";

/** 目標のセル — a cell that states a target, with what its headings say. */
export interface TargetCell {
  readonly cell: Cell;
  readonly at: Place;
  readonly text: string;
  readonly features: LabelFeatures;
  readonly period: Period | undefined;
  readonly deadlineText: string | undefined;
  readonly source: "column" | "row" | "label";
  readonly label: string;
  /** All its headings as written, nearest first. */
  readonly headings: readonly string[];
  /** The short words on its row that are no headings: 次世代法 in a column 根拠法. */
  readonly beside: readonly string[];
  /** What somebody said of its line. */
  readonly said: MetCorrection | undefined;
}

/** 見出しに書かれた目標を見つける — the targets inside the labels of rows and columns: 課長職以上の割合：10%以上. */
export function findLabelTargets({ grid, rows, cols, corrections }: LinedTable, resolver: LineResolver): readonly TargetCell[] {
  const found = new Map<Cell, TargetCell | undefined>();
  const read = (of: Line, line: Line, column: Line): void => {
    const cell = of.ownTarget?.heading.cell;
    if (!cell || found.has(cell)) return;
    const features = resolver.featuresOf(line, column, undefined);
    found.set(
      cell,
      features && {
        cell,
        at: { sheet: grid.name, cell: writeAddress(cell.row, cell.col) },
        text: of.ownTarget.text,
        features,
        period: undefined,
        deadlineText: undefined,
        said: corrections.ofLines(of, silentLine),
        source: "label",
        label: of.label,
        headings: headingsOf(of),
        beside: [],
      },
    );
  };
  for (const line of rows.values()) read(line, line, silentLine);
  for (const column of cols.values()) read(column, silentLine, column);
  return [...found.values()].flatMap((target) => target ?? []);
}

/**
 * 目標のセルを読む — a cell under a heading of targets, with what its row and column say it is a target of.
 *
 * none  undefined where nothing says it
 */
export function readTargetCell(table: LinedTable, resolver: LineResolver, { cell, meaning }: RowCell, { row, col, line, column }: Crossing): TargetCell | undefined {
  const features = resolver.featuresOf(line, column, undefined);
  if (!features) return undefined;
  const isRow = line.role === "target";
  return {
    cell,
    at: { sheet: table.grid.name, cell: writeAddress(row, col) },
    text: meaning.text,
    features: table.reader.meanings.ofTarget(features),
    period: (line.period ?? column.period)?.period,
    deadlineText: findTimeBeside(table, row, col),
    said: table.corrections.ofLines(line, column),
    source: isRow ? "row" : "column",
    label: (isRow ? column : line).label,
    headings: [...headingsOf(line), ...headingsOf(column)],
    beside: wordsBeside(table, row, col),
  };
}

/**
 * 年度ごとの目標か — a target for each year, as against one for the middle of the plan and one for its end.
 *
 * none  false where every subject has one target only: a column 達成期限 gives each its own time
 */
export function areYearly(cells: readonly TargetCell[]): boolean {
  const years = new Set(cells.map((cell) => cell.period?.year));
  if (years.size < 2 || years.has(undefined)) return false;
  const known = [...years].flatMap((year) => year ?? []);
  if (Math.max(...known) - Math.min(...known) !== known.length - 1) return false;
  const yearOf = new Map<string, number | undefined>();
  return cells.some(({ features: { topics, measure, group }, period }) => {
    const subject = JSON.stringify([topics, measure, group]);
    if (!yearOf.has(subject)) yearOf.set(subject, period?.year);
    return yearOf.get(subject) !== period?.year;
  });
}

const LONGEST_WORD = 16;

function wordsBeside({ grid, outline: { shape } }: LinedTable, row: number, col: number): readonly string[] {
  return shape.bodyCols.flatMap((other) => {
    const { meaning } = (other !== col && grid.shownAt(row, other)) || {};
    return meaning?.kind === "label" && meaning.text.length <= LONGEST_WORD ? [meaning.text] : [];
  });
}

function headingsOf(line: Line): readonly string[] {
  return [...line.path].reverse().map(({ meaning }) => meaning.text);
}
