import { remember } from "../model/remember";
import type { Crossing } from "./find-crossings";
import type { Line } from "./line";
import type { LinedTable } from "./lined-table";

/** Plain numbers under the same headings. */
interface Scale {
  largest: number;
  saysPercent: boolean;
}

const newScale = (): Scale => ({ largest: -Infinity, saysPercent: false });

/** 百分率の桁 — a line of plain numbers read as a rate is in percent when one of them is over 1.5, or its heading says so; looked at when the first of them is one. */
export class PercentScales {
  private readonly ofRow = remember((_line: string) => remember((_column: string) => newScale()));
  private readonly ofCol = remember((_column: string) => newScale());
  private isRead = false;

  constructor(private readonly table: LinedTable) {}

  /** What a plain number at a place is multiplied by, should it be a rate. */
  factorAt({ line, column }: Crossing): number {
    if (!this.isRead) this.read();
    const { largest, saysPercent } = this.scaleOf(line, column);
    return largest > 1.5 || (largest >= 0 && saysPercent) ? 0.01 : 1;
  }

  private read(): void {
    this.isRead = true;
    const { grid, outline, context, rows, cols } = this.table;
    const { shape } = outline;
    const saysPercent = remember(({ label }: Line) => /[%％]/.test(label));
    for (const [row, line] of rows)
      for (const { left, meaning } of grid.rowBetween(row, shape.left, shape.right)) {
        const column = cols.get(left);
        if (!column) continue;
        const figure = meaning.figures[0];
        if (!figure || figure.value === null || figure.unit !== null) continue;
        const scale = this.scaleOf(line, column);
        scale.largest = Math.max(scale.largest, Math.abs(figure.value));
        scale.saysPercent ||= context.saysPercent || saysPercent(line) || saysPercent(column);
      }
  }

  private scaleOf(line: Line, column: Line): Scale {
    return line.period === undefined ? this.ofRow(line.label)(column.isSaying ? column.label : "") : this.ofCol(column.label);
  }
}
