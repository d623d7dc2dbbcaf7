import { readLine, type Line } from "./line";
import type { LinedTable } from "./lined-table";

/** 行と列の交わる所 — a place of a table's body with the two lines of headings it stands on. */
export interface Crossing {
  readonly row: number;
  readonly col: number;
  readonly line: Line;
  readonly column: Line;
}

/**
 * 交わる所をたどる — every place of the body, row by row.
 *
 * shape  of a wide, nearly empty table only the places that hold a cell; places that are themselves the heading of a figure beside them are left out
 */
export function* findCrossings(table: LinedTable): Generator<Crossing, void> {
  const { grid, rows, cols } = table;
  const { shape } = table.outline;
  const isSparse = rows.size * shape.bodyCols.length > 40 * countCells(table) + 20_000;
  for (const [row, line] of rows) {
    const places = isSparse ? grid.rowBetween(row, shape.left, shape.right).map(({ left }) => left) : shape.bodyCols;
    for (const col of places) {
      const column = cols.get(col);
      if (!column) continue;
      const inline = column.path.length === 0 ? inlineHeading(table, row, col) : undefined;
      if (inline !== "heading") yield { row, col, line: inline ?? line, column };
    }
  }
}

function countCells({ grid, rows, outline: { shape } }: LinedTable): number {
  let count = 0;
  for (const row of rows.keys()) count += grid.rowBetween(row, shape.left, shape.right).length;
  return count;
}

/** Labels and figures by turns in one line: 対象者数 8人 取得者数 4人. A figure's heading is then the label at its left. */
function inlineHeading(table: LinedTable, row: number, col: number): Line | "heading" | undefined {
  const { grid, reader, rows } = table;
  const { shape } = table.outline;
  if (isLabel(table, row, col) && (hasFigureRightOf(table, row, col) || awaitsFigure(table, row, col))) return "heading";
  const left = grid.at(row, col - 1);
  if (left?.meaning.kind !== "label" || !shape.bodyCols.includes(col - 1)) return undefined;
  const path = shape.rowPath.get(row) ?? [];
  // The last heading column named the first figure of the line only.
  const kept = path.length > 1 ? path.slice(0, -1) : path;
  return readLine([...kept, left], rows.get(row)?.period, reader);
}

/** 取得率 and nothing at its right, where the label two cells before it has its figure, or this column has one in another row. */
function awaitsFigure(table: LinedTable, row: number, col: number): boolean {
  if (table.grid.at(row, col + 1) !== undefined || !table.outline.shape.bodyCols.includes(col + 1)) return false;
  return (
    [...table.rows.keys()].some((other) => other !== row && isLabel(table, other, col) && hasFigureRightOf(table, other, col)) ||
    (isLabel(table, row, col - 2) && hasFigureRightOf(table, row, col - 2))
  );
}

function isLabel({ grid }: LinedTable, row: number, col: number): boolean {
  return grid.at(row, col)?.meaning.kind === "label";
}

function hasFigureRightOf({ grid }: LinedTable, row: number, col: number): boolean {
  const right = grid.at(row, col + 1);
  return right !== undefined && right.meaning.figures.length > 0;
}
