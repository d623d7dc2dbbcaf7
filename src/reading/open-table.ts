import type { CellRange } from "../model/cell";
import { isBodyFigure, type RowCell } from "./row-cell";

/** 読みかけの行 — a row with its cells. */
export interface ReadRow {
  readonly row: number;
  readonly cells: readonly RowCell[];
}

/** 読みかけの表 — header and body rows so far, from which the next row is understood; every look costs the same, however long the table. */
export class OpenTable {
  readonly headers: ReadRow[] = [];
  readonly body: ReadRow[] = [];
  readonly sections = new Map<number, number>();
  /** The row that heads the lines now being read. */
  section: number | undefined;
  /** Leftmost and rightmost column of any cell. */
  left = Infinity;
  right = -1;
  /** Leftmost column of any figure of the body. */
  figureLeft = Infinity;
  private until: number;

  constructor(
    row: number,
    readonly continuesAbove: boolean,
  ) {
    this.until = row;
  }

  addHeader(row: number, cells: readonly RowCell[]): void {
    this.headers.push({ row, cells });
    this.widen(row, cells);
  }

  addBody(row: number, cells: readonly RowCell[]): void {
    this.body.push({ row, cells });
    if (this.section !== undefined) this.sections.set(row, this.section);
    this.widen(row, cells);
    for (const { meaning, left, bottom } of cells) {
      if (isBodyFigure(meaning)) this.figureLeft = Math.min(this.figureLeft, left);
      this.until = Math.max(this.until, bottom);
    }
  }

  addSection(row: number): void {
    this.section = row;
    this.until = Math.max(this.until, row);
  }

  /** Its rectangle, no further down than the block. */
  range(block: CellRange): CellRange {
    const top = (this.headers[0] ?? this.body[0])!.row;
    return { top, left: this.left, bottom: Math.max(top, Math.min(block.bottom, this.until)), right: this.right };
  }

  /** Rows of figures, those under a tall merge only included. */
  bodyRows(block: CellRange): readonly number[] {
    const rows: number[] = [];
    const headed = new Set(this.sections.values());
    let covered = -1;
    this.body.forEach(({ row, cells }, i) => {
      rows.push(row);
      for (const { bottom } of cells) covered = Math.max(covered, Math.min(bottom, block.bottom));
      const next = this.body[i + 1]?.row ?? covered + 1;
      for (let under = row + 1; under < next && under <= covered; under++) if (!headed.has(under)) rows.push(under);
    });
    return rows;
  }

  private widen(row: number, cells: readonly RowCell[]): void {
    this.until = Math.max(this.until, row);
    for (const { left, right } of cells) {
      this.left = Math.min(this.left, left);
      this.right = Math.max(this.right, right);
    }
  }
}
