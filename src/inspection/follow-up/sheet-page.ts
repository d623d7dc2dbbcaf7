import type { CellRange, Place } from "../../model/cell";
import type { NewCell, NewChart, NewLook, NewSheet } from "../../model/new-sheet";

const grid: NewLook = { border: true, valign: "middle", size: 10 };

/** 表の見た目 — how the cells of our sheets look; told apart by words and lines, so that grey paper suffices. */
export const looks = {
  title: { bold: true, size: 14, valign: "middle" },
  meta: { size: 9, valign: "middle" },
  section: { bold: true, size: 11, valign: "middle" },
  text: { size: 10, valign: "middle" },
  note: { size: 9, valign: "top" },
  head: { ...grid, bold: true, fill: "E7E6E6", align: "center", wrap: true },
  label: { ...grid, wrap: true },
  figure: { ...grid, align: "right" },
  words: { ...grid, align: "center", wrap: true },
  strong: { ...grid, align: "center", wrap: true, bold: true, fill: "F2F2F2" },
  /** To be written in by people. */
  entry: { ...grid, wrap: true, valign: "top" },
} as const satisfies { readonly [name: string]: NewLook };

/** シートの頁 — gathers the cells of a sheet of ours row by row. */
export class SheetPage {
  readonly charts: NewChart[] = [];
  readonly breaks: number[] = [];
  /** Row that is written next. */
  row = 0;
  private readonly cells: NewCell[] = [];
  private readonly merges: CellRange[] = [];
  private readonly heights: { readonly row: number; readonly height: number }[] = [];

  put(col: number, value: string | number | null, look: NewLook, more: { readonly link?: Place; readonly formula?: string } = {}): void {
    this.cells.push({ row: this.row, col, value, look, ...more });
  }

  /** The row gets this height in points; without it a row grows with what people write. */
  height(points: number): void {
    this.heights.push({ row: this.row, height: points });
  }

  /** The cells from one column to another of this row become one. */
  merge(from: number, to: number): void {
    this.merges.push({ top: this.row, left: from, bottom: this.row, right: to });
  }

  next(rows = 1): void {
    this.row += rows;
  }

  finish(sheet: Pick<NewSheet, "name" | "columns" | "freeze"> & { readonly titleRows: NewSheet["page"]["titleRows"] }): NewSheet {
    const cells = [...this.cells].sort((a, b) => a.row - b.row || a.col - b.col);
    return {
      name: sheet.name,
      columns: sheet.columns,
      heights: this.heights,
      cells,
      merges: this.merges,
      charts: this.charts,
      freeze: sheet.freeze,
      page: { orientation: "landscape", titleRows: sheet.titleRows, breaks: this.breaks },
    };
  }
}
