import type { Cell } from "../model/cell";
import type { SheetLook } from "../hosts/file/sheet-look";
import type { Sheet } from "../model/workbook";
import { type SheetShape, type ShownCell, type ShownMerge, type Tile, tileCols, tileRows } from "./sheet-view";

const spareRows = 30;
const spareCols = 6;
const letterWidth = 7.2;
const lineHeight = 18;

function kindOf(cell: Cell): ShownCell["kind"] {
  if (cell.error !== undefined) return "error";
  if (typeof cell.value === "number") return "number";
  if (typeof cell.value === "boolean") return "boolean";
  return cell.value === null ? "empty" : "text";
}

/** Index of the first entry at or after a row, in a list sorted by row. */
function findRow(list: readonly { readonly row: number }[], row: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.row < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 文字の幅の見積り — full-width letters count twice. */
function estimateWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letter.codePointAt(0)! > 0x2e7f ? letterWidth * 1.85 : letterWidth;
  return width;
}

/** シートの窓 — gives a sheet to the grid piece by piece. */
export class SheetWindow {
  private readonly styleAt = new Map<number, number>();
  private readonly mergesByTile = new Map<string, ShownMerge[]>();
  private readonly markedCells = new Set<number>();
  private readonly usedRows: number;
  private readonly usedCols: number;

  constructor(
    private readonly sheet: Sheet,
    private readonly look: SheetLook,
  ) {
    let rows = 0;
    let cols = 0;
    const reach = (row: number, col: number): void => {
      if (row >= rows) rows = row + 1;
      if (col >= cols) cols = col + 1;
    };
    for (const cell of sheet.cells) reach(cell.row, cell.col);
    for (const { row, col, style } of look.styled) {
      this.styleAt.set(row * 16384 + col, style);
      const { fill, top, right, bottom, left } = look.styles[style] ?? {};
      // A painted or framed cell is part of what people see as the sheet; a whole formatted column is not.
      if ((fill ?? top ?? right ?? bottom ?? left) !== undefined && row < 5000 && col < 200) reach(row, col);
    }
    // A merge down a whole column says nothing of how far the sheet is used.
    for (const merge of sheet.merges) if (merge.bottom < rows + 5000) reach(merge.bottom, Math.min(merge.right, cols + 200));
    this.usedRows = rows;
    this.usedCols = cols;
    for (const range of look.marks)
      for (let row = range.top; row <= range.bottom; row++) for (let col = range.left; col <= range.right; col++) this.markedCells.add(row * 16384 + col);
    this.indexMerges();
  }

  shape(): SheetShape {
    const { look, sheet } = this;
    const countRows = Math.min(1048576, Math.max(this.usedRows + spareRows, 60));
    const countCols = Math.min(16384, Math.max(this.usedCols + spareCols, 20));
    const cols = new Float64Array(countCols);
    for (let col = 0; col < countCols; col++) cols[col] = sheet.hiddenCols.has(col) ? 0 : (look.widths.get(col) ?? look.defaultWidth);
    const rows = new Float64Array(countRows).fill(look.defaultHeight);
    this.growRows(rows, cols);
    for (const [row, height] of look.heights) if (row < countRows) rows[row] = height;
    for (const row of sheet.hiddenRows) if (row < countRows) rows[row] = 0;
    return {
      name: sheet.name,
      rows,
      cols,
      usedRows: this.usedRows,
      usedCols: this.usedCols,
      frozenRows: look.frozenRows,
      frozenCols: look.frozenCols,
      hasGridLines: look.hasGridLines,
      styles: look.styles,
      charts: look.charts,
      images: look.images,
    };
  }

  tile(tileRow: number, tileCol: number): Tile {
    const { sheet, look } = this;
    const top = tileRow * tileRows;
    const left = tileCol * tileCols;
    const bottom = top + tileRows;
    const right = left + tileCols;
    const cells = new Map<number, ShownCell>();
    this.paintLines(cells, top, left);
    for (let i = findRow(look.styled, top); i < look.styled.length; i++) {
      const { row, col, style } = look.styled[i]!;
      if (row >= bottom) break;
      if (col >= left && col < right) cells.set(row * 16384 + col, { row, col, text: "", kind: "empty", style });
    }
    for (let i = findRow(sheet.cells, top); i < sheet.cells.length; i++) {
      const cell = sheet.cells[i]!;
      if (cell.row >= bottom) break;
      if (cell.col >= left && cell.col < right) cells.set(cell.row * 16384 + cell.col, this.showCell(cell));
    }
    for (const key of this.markedCells) {
      const [row, col] = [Math.floor(key / 16384), key % 16384];
      if (row < top || row >= bottom || col < left || col >= right) continue;
      cells.set(key, { ...(cells.get(key) ?? { row, col, text: "", kind: "empty", style: -1 }), isMarked: true });
    }
    return { cells: [...cells.values()], merges: this.mergesByTile.get(`${tileRow}:${tileCol}`) ?? [] };
  }

  /** Whole rows and columns with a look of their own; a row goes before a column. */
  private paintLines(cells: Map<number, ShownCell>, top: number, left: number): void {
    const { colStyles, rowStyles } = this.look;
    if (colStyles.size === 0 && rowStyles.size === 0) return;
    for (let row = top; row < top + tileRows; row++)
      for (let col = left; col < left + tileCols; col++) {
        const style = rowStyles.get(row) ?? colStyles.get(col);
        if (style !== undefined) cells.set(row * 16384 + col, { row, col, text: "", kind: "empty", style });
      }
  }

  private styleOf(row: number, col: number): number {
    return this.styleAt.get(row * 16384 + col) ?? this.look.rowStyles.get(row) ?? this.look.colStyles.get(col) ?? -1;
  }

  private showCell(cell: Cell): ShownCell {
    const { row, col, text, formula } = cell;
    const shown = { row, col, text, kind: kindOf(cell), style: this.styleOf(row, col) };
    return formula === undefined ? shown : { ...shown, formula };
  }

  /** Rows without a written height grow with their wrapped texts and large letters, as Excel does when it opens the file. */
  private growRows(rows: Float64Array, cols: Float64Array): void {
    const covered = new Set(this.sheet.merges.map((merge) => merge.top * 16384 + merge.left));
    for (const cell of this.sheet.cells) {
      if (cell.row >= rows.length || this.look.heights.has(cell.row)) continue;
      const key = cell.row * 16384 + cell.col;
      const style = this.look.styles[this.styleOf(cell.row, cell.col)];
      if (style?.size && style.size * 1.5 > rows[cell.row]!) rows[cell.row] = Math.ceil(style.size * 1.5);
      if (typeof cell.value !== "string") continue;
      if (!style?.wrap || style.vertical || covered.has(key)) continue;
      const room = Math.max(20, (cols[cell.col] ?? 64) - 8);
      let lines = 0;
      for (const part of cell.text.split("\n")) lines += Math.max(1, Math.ceil(estimateWidth(part) / room));
      const height = lines * lineHeight + 4;
      if (height > rows[cell.row]!) rows[cell.row] = Math.min(546, height);
    }
  }

  private indexMerges(): void {
    const anchors = new Map(this.sheet.merges.map((range) => [range.top * 16384 + range.left, range]));
    const filled = new Map<number, Cell>();
    for (const cell of this.sheet.cells) {
      const key = cell.row * 16384 + cell.col;
      if (anchors.has(key)) filled.set(key, cell);
    }
    for (const [key, range] of anchors) {
      const cell = filled.get(key);
      const shown: ShownCell = cell ? this.showCell(cell) : { row: range.top, col: range.left, text: "", kind: "empty", style: this.styleOf(range.top, range.left) };
      const { right } = this.look.styles[this.styleOf(range.top, range.right)] ?? {};
      const { bottom } = this.look.styles[this.styleOf(range.bottom, range.left)] ?? {};
      const merge: ShownMerge = {
        range,
        cell: this.markedCells.has(key) ? { ...shown, isMarked: true } : shown,
        ...(right === undefined ? {} : { right }),
        ...(bottom === undefined ? {} : { bottom }),
      };
      // A merge over whole columns touches many tiles; beyond what is used nobody scrolls.
      const lastRow = Math.min(range.bottom, this.usedRows + spareRows);
      for (let row = Math.floor(range.top / tileRows); row <= Math.floor(lastRow / tileRows); row++)
        for (let col = Math.floor(range.left / tileCols); col <= Math.floor(range.right / tileCols); col++) {
          const name = `${row}:${col}`;
          const list = this.mergesByTile.get(name);
          if (list) list.push(merge);
          else this.mergesByTile.set(name, [merge]);
        }
    }
  }
}
