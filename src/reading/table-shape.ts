import type { Cell } from "../model/cell";
import type { HeadingRole } from "../notation/label-features";
import { looksLikeTargetPhrase, type CellMeaning, type CellReader } from "./cell-meaning";
import type { TableArea } from "./find-tables";
import { isBodyFigure, type RowCell } from "./row-cell";
import { isOfRows } from "./row-columns";
import type { SheetGrid } from "./sheet-grid";

/** 見出し — a heading that speaks for a row or a column, with its reading. */
export interface Heading {
  readonly cell: Cell;
  readonly meaning: CellMeaning;
}

/**
 * 表の形 — which columns are headings and which hold figures, and the path of headings of each row and column.
 *
 * shape  paths run from far to near: the last heading is the nearest
 */
export interface TableShape {
  readonly area: TableArea;
  readonly left: number;
  readonly right: number;
  readonly labelCols: readonly number[];
  readonly bodyCols: readonly number[];
  readonly columnPath: ReadonlyMap<number, readonly Heading[]>;
  readonly rowPath: ReadonlyMap<number, readonly Heading[]>;
  /** Headings above the label columns: 区分, or the year of the whole table. */
  readonly corner: readonly Heading[];
}

const CLOSED_ROLES: ReadonlySet<HeadingRole> = new Set(["target", "actual", "baseline", "achievement", "change", "growth", "previous-year", "remark", "evaluation", "measures"]);

function isClosed(role: HeadingRole | undefined): boolean {
  return role !== undefined && CLOSED_ROLES.has(role);
}

/** 表の形を読む — one shape, or several when tables stand side by side without a gap. */
export function readTableShapes(grid: SheetGrid, area: TableArea, reader: CellReader): readonly TableShape[] {
  const columns = countColumns(grid, area, reader);
  const shapes: TableShape[] = [];
  let left = area.range.left;
  while (left <= area.range.right) {
    const labelCols = findLabelColumns(columns, left, area.range.right, reader);
    const right = findTableEnd(columns, (labelCols[labelCols.length - 1] ?? left - 1) + 1, area.range.right, columns.get(left), area.headerRows.length > 0, reader);
    const numbers = new Set([...columns].flatMap(([col, count]) => (isRunningNumber(count) ? [col] : [])));
    shapes.push(describe(grid, area, left, labelCols, numbers, right));
    left = right + 1;
  }
  return shapes;
}

interface ColumnCount {
  readonly header: readonly Heading[];
  readonly figures: number;
  /** 1日, 13日: a section or an amount, as the rest of the column decides. */
  readonly amounts: number;
  readonly labels: number;
  readonly targets: number;
  readonly cells: number;
  readonly yearNumbers: readonly number[];
}

function countColumns(grid: SheetGrid, area: TableArea, reader: CellReader): ReadonlyMap<number, ColumnCount> {
  const columns = new Map<number, { header: Heading[]; figures: number; amounts: number; labels: number; targets: number; cells: number; yearNumbers: number[] }>();
  for (let col = area.range.left; col <= area.range.right; col++)
    columns.set(col, { header: headerPath(grid, area, col), figures: 0, amounts: 0, labels: 0, targets: 0, cells: 0, yearNumbers: [] });
  for (const row of area.bodyRows) {
    const cells = grid.rowBetween(row, area.range.left, area.range.right);
    const remarksFrom = findRemarks(cells, reader);
    for (const { left: col, meaning, isFilled } of cells) {
      if (!isFilled) continue;
      const count = columns.get(col)!;
      count.cells++;
      if (isBodyFigure(meaning)) {
        count.figures++;
        if (meaning.year !== undefined) count.yearNumbers.push(meaning.year);
      } else if (meaning.kind === "figure") count.amounts++;
      else if (looksLikeTargetPhrase(meaning.text)) count.targets++;
      else if (col <= remarksFrom) count.labels++;
    }
  }
  for (const [col, count] of columns) {
    if (count.amounts === 0) continue;
    if (count.figures > 0 || isAmountColumn(columns, col, area.range.right, reader)) count.figures += count.amounts;
    else count.labels += count.amounts;
  }
  return columns;
}

/** Words beside 評価 or 未達成の理由 at the left of a row are written for the columns and name no line. */
function findRemarks(cells: readonly RowCell[], reader: CellReader): number {
  const first = cells.find(({ isFilled }) => isFilled);
  return first?.meaning.kind === "label" && isRemarkRole(reader.label(first.meaning.text).role) ? first.left : Infinity;
}

/** Amounts are figures under a year, a measure or 目標, and where no column of figures follows. */
function isAmountColumn(columns: ReadonlyMap<number, { header: readonly Heading[]; figures: number; amounts: number }>, col: number, right: number, reader: CellReader): boolean {
  const near = columns.get(col)!.header.at(-1);
  if (near) {
    if (near.meaning.period !== undefined || near.meaning.month !== undefined) return true;
    const label = reader.label(near.meaning.text);
    if (label.role === "section") return false;
    if (label.role !== undefined || label.measure !== undefined || label.topics.length > 0) return true;
  }
  for (let next = col + 1; next <= right; next++) {
    const other = columns.get(next)!;
    if (other.figures > 0 || other.amounts > 0 || other.header.some(({ meaning }) => meaning.period !== undefined || meaning.month !== undefined)) return false;
  }
  return true;
}

/** Heading columns from `left` on; columns of remarks and running numbers between them are passed over. */
function findLabelColumns(columns: ReadonlyMap<number, ColumnCount>, left: number, right: number, reader: CellReader): readonly number[] {
  const labels: number[] = [];
  const remarks: number[] = [];
  for (let col = left; col <= right; col++) {
    const count = columns.get(col)!;
    if (isRunningNumber(count)) continue;
    if (isRemarkColumn(count, reader)) {
      remarks.push(col);
      continue;
    }
    if (!isLabelColumn(count, labels.length === 0, columns, col, right, reader)) break;
    labels.push(col);
  }
  // Where nothing else names the lines, 取組内容 does.
  if (labels.length === 0 && remarks.length > 0 && remarks[0] === left) return [left];
  // A table whose every column reads as headings has none: its last column holds texts to be shown as they are.
  return labels.length > 1 && labels[labels.length - 1] === right ? labels.slice(0, -1) : labels;
}

function isRunningNumber(count: ColumnCount): boolean {
  return /^(?:No\.?|№|番号|項番|通番|#)$/i.test(count.header[count.header.length - 1]?.meaning.text ?? "");
}

function isRemarkColumn(count: ColumnCount, reader: CellReader): boolean {
  if (count.figures > 0) return false;
  const role = reader.label(count.header[count.header.length - 1]?.meaning.text ?? "").role;
  return isRemarkRole(role);
}

function isRemarkRole(role: HeadingRole | undefined): boolean {
  return role === "remark" || role === "measures" || role === "evaluation";
}

function isLabelColumn(count: ColumnCount, isFirst: boolean, columns: ReadonlyMap<number, ColumnCount>, col: number, right: number, reader: CellReader): boolean {
  const near = count.header[count.header.length - 1];
  const isYears = isYearColumn(count);
  if (count.figures > 0 && !isYears && count.figures >= count.labels) return false;
  // Under 「目標」 a first column of words names the targets: 課長職以上の割合：10%以上.
  const holdsLabels = isFirst && count.figures === 0 && count.labels > count.targets && col < right;
  if (!holdsLabels && count.header.some(({ meaning }) => isClosed(reader.label(meaning.text).role))) return false;
  const isAxisHeading = near !== undefined && (near.meaning.period !== undefined || near.meaning.month !== undefined || near.meaning.year !== undefined);
  if (isAxisHeading) return isFirst && count.figures === 0 && count.labels > 0 && col < right;
  if (count.cells === 0) return near === undefined ? isFirst || hasLabelAfter(columns, col, right) : isFirst && count.header.length > 0 && isSectionWord(near.meaning.text, reader);
  if (count.targets > count.labels) return false;
  return count.labels > 0 || isYears;
}

/** An empty column without a heading between two heading columns is the tail of a merged heading. */
function hasLabelAfter(columns: ReadonlyMap<number, ColumnCount>, col: number, right: number): boolean {
  const next = col < right ? columns.get(col + 1) : undefined;
  return next !== undefined && next.labels > 0 && next.figures === 0 && next.header.every(({ meaning }) => meaning.period === undefined && meaning.month === undefined);
}

function isYearColumn(count: ColumnCount): boolean {
  const years = count.yearNumbers;
  if (years.length === 0 || years.length !== count.figures) return false;
  const heading = count.header[count.header.length - 1]?.meaning.text ?? "";
  // One line for each figure repeats its year: 2022, 2022, 2023.
  const isSteady = years.every((year, i) => i === 0 || Math.abs(year - years[i - 1]!) <= (/年/.test(heading) ? 1 : 0) || Math.abs(year - years[i - 1]!) === 1);
  return isSteady && (years.every((year) => year >= 1990) || (/年/.test(heading) && (years.length >= 2 || count.labels > 0)));
}

/** Where the figures of this table end: before the headings of the next one at its side, or at the edge. */
function findTableEnd(columns: ReadonlyMap<number, ColumnCount>, from: number, right: number, first: ColumnCount | undefined, hasHeaders: boolean, reader: CellReader): number {
  let seenFigures = false;
  for (let col = from; col <= right; col++) {
    const count = columns.get(col)!;
    if (count.figures > 0 && !isYearColumn(count)) seenFigures = true;
    else if (seenFigures && startsNextTable(columns, count, col, right, first, hasHeaders, reader)) return col - 1;
  }
  return right;
}

function startsNextTable(
  columns: ReadonlyMap<number, ColumnCount>,
  count: ColumnCount,
  col: number,
  right: number,
  first: ColumnCount | undefined,
  hasHeaders: boolean,
  reader: CellReader,
): boolean {
  if (count.labels + count.yearNumbers.length < 2 || count.figures > count.yearNumbers.length || count.targets > 0) return false;
  const heading = count.header[count.header.length - 1]?.meaning;
  const role = heading && reader.label(heading.text).role;
  if (role !== undefined && role !== "section") return false;
  if (heading && (heading.period || heading.month !== undefined)) return false;
  // Labels and figures by turns in lines without headings are one form, unless a gap parts them.
  if (!heading && !hasHeaders && columns.get(col - 1)?.cells !== 0) return false;
  const isRepeated = heading !== undefined && heading.text === first?.header[first.header.length - 1]?.meaning.text;
  if (!isRepeated && heading && !isSectionWord(heading.text, reader)) return false;
  for (let next = col + 1; next <= right; next++) if (columns.get(next)!.figures > 0) return true;
  return false;
}

function isSectionWord(text: string, reader: CellReader): boolean {
  return reader.label(text).role === "section";
}

function describe(grid: SheetGrid, area: TableArea, left: number, labelCols: readonly number[], runningNumbers: ReadonlySet<number>, right: number): TableShape {
  const bodyCols: number[] = [];
  const unitCols: number[] = [];
  for (let col = left; col <= right; col++) {
    if (labelCols.includes(col) || runningNumbers.has(col)) continue;
    (isOfRows(headerPath(grid, area, col).at(-1)?.meaning.text ?? "", grid, area, col) ? unitCols : bodyCols).push(col);
  }
  const labelEnd = labelCols[labelCols.length - 1] ?? left - 1;
  const columnPath = new Map<number, readonly Heading[]>();
  for (const col of bodyCols) columnPath.set(col, headerPath(grid, area, col, labelEnd));
  const corner = labelCols.flatMap((col) => headerPath(grid, area, col)).filter((heading, i, all) => all.findIndex((other) => other.cell === heading.cell) === i);
  const kept = corner.filter((heading) => ![...columnPath.values()].some((path) => path.some((other) => other.cell === heading.cell)));
  return { area, left, right, labelCols, bodyCols, columnPath, rowPath: withUnits(rowPaths(grid, area, labelCols, bodyCols), grid, unitCols), corner: kept };
}

/** Headings above a column, far to near; an empty place of an upper line takes the filled one at its left. */
function headerPath(grid: SheetGrid, area: TableArea, col: number, labelEnd = -1): Heading[] {
  const path: Heading[] = [];
  area.headerRows.forEach((row, level) => {
    const shown = headingAt(grid, row, col);
    const heading = shown ?? (level < area.headerRows.length - 1 ? continuedFromLeft(grid, area, row, col, labelEnd) : undefined);
    if (heading && path[path.length - 1]?.cell !== heading.cell) path.push(heading);
  });
  return path;
}

function continuedFromLeft(grid: SheetGrid, area: TableArea, row: number, col: number, labelEnd: number): Heading | undefined {
  const isHeadedBelow = area.headerRows.some((lower) => lower > row && headingAt(grid, lower, col) !== undefined);
  if (!isHeadedBelow) return undefined;
  for (let left = col - 1; left >= area.range.left && left > labelEnd; left--) {
    const heading = headingAt(grid, row, left);
    if (!heading) continue;
    // An explicit merge says where it ends.
    const merge = grid.mergeAt(row, left);
    return merge && merge.right > merge.left ? undefined : heading;
  }
  return undefined;
}

/** Headings at the left of each body row, far to near; an empty place takes the filled one above it on its level. */
function rowPaths(grid: SheetGrid, area: TableArea, labelCols: readonly number[], bodyCols: readonly number[]): ReadonlyMap<number, readonly Heading[]> {
  const paths = new Map<number, readonly Heading[]>();
  const last: (Heading | undefined)[] = labelCols.map(() => undefined);
  let section: number | undefined;
  for (const row of area.bodyRows) {
    const own = labelCols.map((col) => headingAt(grid, row, col));
    if (area.sectionOf.get(row) !== section) {
      section = area.sectionOf.get(row);
      last.fill(undefined);
    }
    const deepest = own.reduce((found, heading, level) => (heading ? level : found), -1);
    const path: Heading[] = [];
    const sectionCell = section === undefined ? undefined : grid.rowBetween(section, area.range.left, area.range.right)[0];
    if (sectionCell) path.push(sectionCell);
    labelCols.forEach((_, level) => {
      const heading = own[level] ?? (level < deepest || deepest === -1 ? last[level] : undefined);
      if (heading && path[path.length - 1]?.cell !== heading.cell) path.push(heading);
    });
    // A new heading on one level ends what the levels below it said.
    own.forEach((heading, level) => {
      if (!heading) return;
      last[level] = heading;
      for (let lower = level + 1; lower < last.length; lower++) if (!own[lower]) last[lower] = undefined;
    });
    if (deepest === -1 && !bodyCols.some((col) => grid.shownAt(row, col) !== undefined)) continue;
    paths.set(row, path);
  }
  return paths;
}

/** A column of units or populations at the right says of each row what one at its left would say. */
function withUnits(paths: ReadonlyMap<number, readonly Heading[]>, grid: SheetGrid, unitCols: readonly number[]): ReadonlyMap<number, readonly Heading[]> {
  if (unitCols.length === 0) return paths;
  return new Map([...paths].map(([row, path]) => [row, [...path, ...unitCols.flatMap((col) => headingAt(grid, row, col) ?? [])]]));
}

function headingAt(grid: SheetGrid, row: number, col: number): Heading | undefined {
  const shown = grid.shownAt(row, col);
  return shown?.isFilled && shown.cell.value !== null ? shown : undefined;
}
