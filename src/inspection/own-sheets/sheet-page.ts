import type { CellRange, Place } from "../../model/cell";
import type { NewCell, NewChart, NewLook, NewSheet } from "../../model/new-sheet";
import { widthOf } from "./text-width";

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
  private readonly wrapped = new Map<number, NewCell[]>();

  put(col: number, value: string | number | null, look: NewLook, more: { readonly link?: Place; readonly formula?: string } = {}): void {
    const cell: NewCell = { row: this.row, col, value, look, ...more };
    this.cells.push(cell);
    if (!look.wrap) return;
    const others = this.wrapped.get(this.row);
    if (others) others.push(cell);
    else this.wrapped.set(this.row, [cell]);
  }

  /** The row gets this height in points; without it a row is as high as its wrapped texts need, and grows with what people write. */
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
    const fixed = new Set(this.heights.map(({ row }) => row));
    const growing = [...this.wrapped].filter(([row]) => !fixed.has(row));
    const cells = [...this.cells].sort((a, b) => a.row - b.row || a.col - b.col);
    return {
      name: sheet.name,
      columns: sheet.columns,
      heights: [...this.heights, ...growing.map(([row, wrapped]) => ({ row, height: estimateHeight(wrapped, sheet.columns), grows: true }))].sort((a, b) => a.row - b.row),
      cells,
      merges: this.merges,
      charts: this.charts,
      freeze: sheet.freeze,
      page: { orientation: "landscape", titleRows: sheet.titleRows, breaks: this.breaks },
    };
  }
}

const TITLE_HEIGHT = 24;

/** 頁を始める — leaves room for the title, and says under it what was looked at, when, and this note. */
export function openPage({ workbook, asOf }: { readonly workbook: string; readonly asOf: string }, note: string): SheetPage {
  const page = new SheetPage();
  page.height(TITLE_HEIGHT);
  page.next();
  page.put(0, `「${workbook}」を ${asOf.replace(/-/g, "/")} に点検した内容です。${note}`, looks.meta);
  page.next(2);
  return page;
}

/** A line of text at this size of letters takes so many times its points. */
const LINE = 1.35;
/** Room to write in by hand. */
const ENTRY_HEIGHT = 32;

/** No host measures texts for us: letters of full width count two, and a line of words breaks a little early. */
function estimateHeight(cells: readonly NewCell[], columns: readonly number[]): number {
  return Math.ceil(
    Math.max(
      ...cells.map(({ col, value, look }) => {
        const size = look?.size ?? 11;
        const room = ((columns[col] ?? 9) * 11) / size - 1;
        const width = widthOf(typeof value === "string" ? value : "");
        const text = Math.max(1, Math.ceil(width / room)) * size * LINE + 4;
        return look?.valign === "top" ? Math.max(text, ENTRY_HEIGHT) : text;
      }),
    ),
  );
}
