import type { Cell, CellRange, Place } from "./cell";

/** 見た目 — how a cell of a sheet of ours looks; what is not said is the workbook's own default. */
export interface NewLook {
  readonly bold?: boolean;
  /** Points. */
  readonly size?: number;
  /** Six hexadecimal digits: red, green, blue. */
  readonly fill?: string;
  readonly color?: string;
  /** A thin line around the cell. */
  readonly border?: boolean;
  readonly wrap?: boolean;
  readonly align?: "left" | "center" | "right";
  readonly valign?: "top" | "middle" | "bottom";
  /** Number format code. */
  readonly format?: string;
}

/**
 * 新しいセル — one cell of a sheet of ours.
 *
 * shape  `formula` without "=" carries its computed `value`; `link` leads to a cell of this workbook
 */
export interface NewCell {
  readonly row: number;
  readonly col: number;
  readonly value: string | number | null;
  readonly formula?: string;
  readonly look?: NewLook;
  readonly link?: Place;
}

/** 折れ線 — one line of a chart; a target is drawn dashed and without points, so that both are told apart in grey. */
export interface NewSeries {
  readonly name: string;
  readonly role: "actual" | "target";
  /** One row or column of figures on the same sheet; an empty cell is a gap in the line. */
  readonly values: CellRange;
}

/** 新しいグラフ — a native line chart over cells of the same sheet. */
export interface NewChart {
  readonly title: string;
  readonly categories: CellRange;
  readonly series: readonly NewSeries[];
  /** The cells it covers. */
  readonly at: CellRange;
  /** Number format code of the value axis. */
  readonly format: string;
}

/**
 * 新しいシート — a sheet of ours, whole: cells, looks, page setup and charts.
 *
 * shape  `cells` sorted by row, then column; the sheet is known as ours by its tag (`isOwnSheet`)
 */
export interface NewSheet {
  readonly name: string;
  /** Widths in characters, from column A on. */
  readonly columns: readonly number[];
  /** Heights in points of the rows that need one; a row that `grows` begins with it and follows what people write. */
  readonly heights: ReadonlyArray<{ readonly row: number; readonly height: number; readonly grows?: boolean }>;
  readonly cells: readonly NewCell[];
  readonly merges: readonly CellRange[];
  readonly charts: readonly NewChart[];
  /** A4; fitted to one page in width; page numbers at the foot. */
  readonly page: {
    readonly orientation: "landscape" | "portrait";
    /** Rows repeated on every page, both included. */
    readonly titleRows: { readonly from: number; readonly to: number } | null;
    /** Rows before which a new page begins. */
    readonly breaks: readonly number[];
  };
  /** Rows above and columns left of this cell stay when the sheet is scrolled. */
  readonly freeze: { readonly row: number; readonly col: number } | null;
}

/** 印の名 — what the first cell of a sheet of ours carries in its formula. */
const TAG = /^=?IF\(N\("kpi-sheet ([^"]*)"\)=0,/;

/** 題のセル — formula of the first cell of a sheet of ours: shows `title`, and by its tag the workbook itself tells our sheets from the user's. */
export function writeSheetTag(kind: string, title: string): string {
  return `IF(N("kpi-sheet ${kind}")=0,"${title.replace(/"/g, '""')}")`;
}

/**
 * 自分のシートか — the kind of a sheet of ours, by the tag in its first cell.
 *
 * none  undefined for a sheet of the user's
 */
export function readSheetTag(cells: readonly Cell[]): string | undefined {
  const first = cells[0];
  return first?.row === 0 && first.col === 0 && first.formula !== undefined ? TAG.exec(first.formula)?.[1] : undefined;
}

/**
 * 中身の控え — what the cells of a sheet hold, as a short text; equal while nobody typed into the sheet.
 *
 * shape  of formulas the formula counts and not its value, which the workbook computes
 */
export function fingerprintCells(
  cells: Iterable<{ readonly row: number; readonly col: number; readonly value: string | number | boolean | null; readonly formula?: string }>,
): string {
  let hash = 0x811c9dc5;
  let count = 0;
  for (const { row, col, value, formula } of cells) {
    if ((value === null || value === "") && formula === undefined) continue;
    count++;
    for (const letter of `${row}:${col}:${formula === undefined ? `${typeof value}:${String(value)}` : `=${formula}`};`)
      hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  }
  return `${count}-${(hash >>> 0).toString(36)}`;
}
