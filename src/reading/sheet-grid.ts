import type { Cell, CellRange } from "../model/cell";
import type { Sheet } from "../model/workbook";
import type { CellReader } from "./cell-meaning";
import type { RowCell } from "./row-cell";

/** A merge that spans more than this many cells is a decoration of the page, not a heading. */
const WIDEST_MERGE = 20_000;

/**
 * シートの格子 — a sheet's cells by position, each read once for all who look at it, with merges that reach no further than the cells do.
 *
 * shape  look-ups cost at most the logarithm of a row's cells; nothing is stored per empty cell
 */
export class SheetGrid {
  readonly name: string;
  readonly lastRow: number;
  readonly lastCol: number;
  private readonly rows = new Map<number, readonly RowCell[]>();
  private readonly covers = new Map<number, CellRange>();

  constructor(sheet: Sheet, reader: CellReader) {
    this.name = sheet.name;
    const lastRow = sheet.cells.at(-1)?.row ?? -1;
    let lastCol = -1;
    for (const { col } of sheet.cells) if (col > lastCol) lastCol = col;
    this.lastRow = lastRow;
    this.lastCol = lastCol;
    for (const merge of sheet.merges) {
      const clipped = { top: merge.top, left: merge.left, bottom: Math.min(merge.bottom, lastRow), right: Math.min(merge.right, lastCol) };
      const size = (clipped.bottom - clipped.top + 1) * (clipped.right - clipped.left + 1);
      if (size <= 1 || size > WIDEST_MERGE) continue;
      for (let r = clipped.top; r <= clipped.bottom; r++) for (let c = clipped.left; c <= clipped.right; c++) this.covers.set(key(r, c), clipped);
    }
    let row: RowCell[] = [];
    let at = -1;
    for (const cell of sheet.cells) {
      if (cell.row !== at) this.rows.set((at = cell.row), (row = []));
      const merge = this.mergeAt(cell.row, cell.col);
      row.push({ cell, meaning: reader.read(cell), left: cell.col, right: merge?.right ?? cell.col, bottom: merge?.bottom ?? cell.row, isFilled: isFilled(cell) });
    }
  }

  get filledRows(): IterableIterator<number> {
    return this.rows.keys();
  }

  /** The cells of one row, left to right. */
  row(row: number): readonly RowCell[] {
    return this.rows.get(row) ?? NONE;
  }

  /** The cells of one row between two columns, both included. */
  rowBetween(row: number, left: number, right: number): readonly RowCell[] {
    const cells = this.row(row);
    if (cells.length === 0 || (cells[0]!.left >= left && cells[cells.length - 1]!.left <= right)) return cells;
    return cells.slice(firstFrom(cells, left), firstFrom(cells, right + 1));
  }

  /** Those of them that hold something; a covered cell of a merge counts at its anchor only. */
  filledBetween(row: number, left: number, right: number): readonly RowCell[] {
    const cells = this.rowBetween(row, left, right);
    return cells.every((cell) => this.counts(cell)) ? cells : cells.filter((cell) => this.counts(cell));
  }

  at(row: number, col: number): RowCell | undefined {
    const cells = this.row(row);
    const found = cells[firstFrom(cells, col)];
    return found?.left === col ? found : undefined;
  }

  /** The merge that covers this place, or undefined. */
  mergeAt(row: number, col: number): CellRange | undefined {
    return this.covers.size === 0 ? undefined : this.covers.get(key(row, col));
  }

  /** The cell itself, or the anchor of the merge that covers it. */
  shownAt(row: number, col: number): RowCell | undefined {
    const merge = this.mergeAt(row, col);
    return merge ? this.at(merge.top, merge.left) : this.at(row, col);
  }

  isMergedCopy(row: number, col: number): boolean {
    const merge = this.mergeAt(row, col);
    return merge !== undefined && (merge.top !== row || merge.left !== col);
  }

  private counts({ cell, isFilled }: RowCell): boolean {
    return isFilled && !this.isMergedCopy(cell.row, cell.col);
  }
}

const NONE: readonly RowCell[] = [];

function isFilled({ value, error }: Cell): boolean {
  return typeof value === "string" ? value.trim() !== "" : value !== null || error !== undefined;
}

function key(row: number, col: number): number {
  return row * 16_384 + col;
}

function firstFrom(cells: readonly RowCell[], col: number): number {
  // Most rows have no gap: the cell is where its distance from the first one says.
  const near = cells.length === 0 ? -1 : col - cells[0]!.left;
  if (near >= 0 && near < cells.length && cells[near]!.left === col) return near;
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]!.left < col) low = middle + 1;
    else high = middle;
  }
  return low;
}
