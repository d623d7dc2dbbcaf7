import type { Cell, CellRange } from "../model/cell";
import type { CellMeaning, CellReader } from "./cell-meaning";
import type { SheetGrid } from "./sheet-grid";

/** 行の中のセル — a cell of a row with its reading and the columns it spans. */
export interface RowCell {
  readonly cell: Cell;
  readonly meaning: CellMeaning;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** 行を読む — the cells of a row with their meanings; a covered cell of a merge counts at its anchor's row only. */
export function readRow(grid: SheetGrid, row: number, block: CellRange, reader: CellReader): readonly RowCell[] {
  const found: RowCell[] = [];
  for (const cell of grid.rowBetween(row, block.left, block.right)) {
    const merge = grid.mergeAt(row, cell.col);
    if (merge && (merge.top !== row || merge.left !== cell.col)) continue;
    if (cell.value === null && cell.error === undefined) continue;
    if (typeof cell.value === "string" && cell.value.trim() === "") continue;
    found.push({ cell, meaning: reader.read(cell), left: cell.col, right: merge?.right ?? cell.col, bottom: merge?.bottom ?? row });
  }
  return found;
}

/** 表の数値か — a figure or a mark that can only be a figure of the body: not a year, not 1日 as a label. */
export function isBodyFigure(meaning: CellMeaning): boolean {
  if (meaning.kind === "mark") return true;
  return meaning.kind === "figure" && !meaning.isLabelFigure;
}
