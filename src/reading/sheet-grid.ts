import type { Cell, CellRange } from "../model/cell";
import type { Sheet } from "../model/workbook";

/** A merge that spans more than this many cells is a decoration of the page, not a heading. */
const WIDEST_MERGE = 20_000;

/**
 * シートの格子 — a sheet's cells by position, with merges that reach no further than the cells do.
 *
 * shape  look-ups cost the logarithm of a row's cells; nothing is stored per empty cell
 */
export class SheetGrid {
  readonly name: string;
  readonly lastRow: number;
  readonly lastCol: number;
  private readonly rows = new Map<number, readonly Cell[]>();
  private readonly covers = new Map<number, CellRange>();

  constructor(readonly sheet: Sheet) {
    this.name = sheet.name;
    let lastRow = -1;
    let lastCol = -1;
    let row: Cell[] = [];
    for (const cell of sheet.cells) {
      if (cell.row !== lastRow) this.rows.set((lastRow = cell.row), (row = []));
      row.push(cell);
      if (cell.col > lastCol) lastCol = cell.col;
    }
    this.lastRow = lastRow;
    this.lastCol = lastCol;
    for (const merge of sheet.merges) {
      const clipped = { top: merge.top, left: merge.left, bottom: Math.min(merge.bottom, lastRow), right: Math.min(merge.right, lastCol) };
      const size = (clipped.bottom - clipped.top + 1) * (clipped.right - clipped.left + 1);
      if (size <= 1 || size > WIDEST_MERGE) continue;
      for (let r = clipped.top; r <= clipped.bottom; r++) for (let c = clipped.left; c <= clipped.right; c++) this.covers.set(key(r, c), clipped);
    }
  }

  get filledRows(): IterableIterator<number> {
    return this.rows.keys();
  }

  /** The cells of one row, left to right. */
  row(row: number): readonly Cell[] {
    return this.rows.get(row) ?? [];
  }

  /** The cells of one row between two columns, both included. */
  rowBetween(row: number, left: number, right: number): readonly Cell[] {
    const cells = this.row(row);
    if (cells.length === 0 || (cells[0]!.col >= left && cells[cells.length - 1]!.col <= right)) return cells;
    return cells.slice(firstFrom(cells, left), firstFrom(cells, right + 1));
  }

  at(row: number, col: number): Cell | undefined {
    const cells = this.row(row);
    const found = cells[firstFrom(cells, col)];
    return found?.col === col ? found : undefined;
  }

  /** The merge that covers this place, or undefined. */
  mergeAt(row: number, col: number): CellRange | undefined {
    return this.covers.size === 0 ? undefined : this.covers.get(key(row, col));
  }

  /** The cell itself, or the anchor of the merge that covers it. */
  shownAt(row: number, col: number): Cell | undefined {
    const merge = this.mergeAt(row, col);
    return merge ? this.at(merge.top, merge.left) : this.at(row, col);
  }

  isMergedCopy(row: number, col: number): boolean {
    const merge = this.mergeAt(row, col);
    return merge !== undefined && (merge.top !== row || merge.left !== col);
  }
}

function key(row: number, col: number): number {
  return row * 16_384 + col;
}

function firstFrom(cells: readonly Cell[], col: number): number {
  // Most rows have no gap: the cell is where its distance from the first one says.
  const near = cells.length === 0 ? -1 : col - cells[0]!.col;
  if (near >= 0 && near < cells.length && cells[near]!.col === col) return near;
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]!.col < col) low = middle + 1;
    else high = middle;
  }
  return low;
}
