import { writeAddress, writeRange, type CellRange } from "../../model/cell";
import type { CellPlace, SheetLayout } from "./sheet-layout";
import type { Span, Splice } from "./splice";
import { XmlScanner } from "./xml-scanner";
import { escapeText } from "./xml-text";

/** セルの中身 — what a cell is to hold: the value of its `t`, and the inside of its element. */
export interface CellContent {
  readonly type: string | undefined;
  readonly inner: string;
}

/** セルの書き込み — new content and, where it changes, the new cell format. */
export interface CellWrite {
  readonly row: number;
  readonly col: number;
  readonly content: CellContent;
  readonly style: number | undefined;
}

/** セルの書式 — index of the format a cell has, or would have once somebody typed into it. */
export function findCellStyle(layout: SheetLayout, row: number, col: number): number {
  const place = layout.rows.get(row);
  const cell = place?.cells.get(col);
  if (cell) return cell.style ?? 0;
  return place?.style ?? layout.columnStyles.find(({ first, last }) => first <= col && col <= last)?.style ?? 0;
}

/**
 * シートに書き込む — the splices that put contents into cells; new cells and rows stand in order.
 *
 * shape  `writes` name each cell once, and only cells the layout was asked for
 */
export function writeCells(source: string, layout: SheetLayout, writes: readonly CellWrite[]): Splice[] {
  const splices: Splice[] = [];
  const byRow = new Map<number, CellWrite[]>();
  for (const write of [...writes].sort((a, b) => a.row - b.row || a.col - b.col)) {
    const row = byRow.get(write.row);
    if (row) row.push(write);
    else byRow.set(write.row, [write]);
  }
  const newRows: { at: number; text: string }[] = [];
  for (const [row, cells] of byRow) {
    const place = layout.rows.get(row);
    if (place) {
      const inserted: { at: number; text: string }[] = [];
      for (const write of cells) {
        const cell = place.cells.get(write.col);
        if (cell) splices.push({ start: cell.start, end: cell.end, text: rewriteCell(source, cell, write) });
        else inserted.push({ at: place.gaps.get(write.col)!, text: newCell(layout, write) });
      }
      splices.push(...insertInto(source, place, inserted));
      // What the row says of its first and last column is only a hint to readers, and may be left out.
      if (inserted.length > 0 && place.spans) splices.push({ ...place.spans, text: "" });
    } else newRows.push({ at: layout.gaps.get(row)!, text: `<${layout.prefix}row r="${row + 1}">${cells.map((write) => newCell(layout, write)).join("")}</${layout.prefix}row>` });
  }
  splices.push(...insertInto(source, layout.data, newRows), ...widenDimension(layout, writes));
  return splices;
}

/** 数値・文字・式の中身 — the content of a cell for a value, or for a formula with its computed value. */
export function writeContent(prefix: string, value: string | number | boolean | null, formula: string | null): CellContent {
  const written = formula === null ? "" : `<${prefix}f${keepBlanks(formula)}>${escapeText(writeEscapes(formula))}</${prefix}f>`;
  if (value === null) return { type: undefined, inner: written };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error("a cell holds finite numbers only");
    return { type: undefined, inner: `${written}<${prefix}v>${value}</${prefix}v>` };
  }
  if (typeof value === "boolean") return { type: "b", inner: `${written}<${prefix}v>${value ? 1 : 0}</${prefix}v>` };
  return { type: "str", inner: `${written}<${prefix}v${keepBlanks(value)}>${escapeText(writeEscapes(value))}</${prefix}v>` };
}

/** 空白を保つ — the attribute a text needs that begins or ends with blanks or holds line breaks. */
export function keepBlanks(text: string): string {
  return /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
}

/** 制御文字の書き方にする — characters XML cannot hold as "_x0001_", and what only looks like one protected. */
export function writeEscapes(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (c) => {
      return `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
    });
}

function newCell(layout: SheetLayout, { row, col, content, style }: CellWrite): string {
  const { prefix } = layout;
  const format = style ?? findCellStyle(layout, row, col);
  const open = `<${prefix}c r="${writeAddress(row, col)}"${format > 0 ? ` s="${format}"` : ""}${content.type === undefined ? "" : ` t="${content.type}"`}`;
  return content.inner === "" ? `${open}/>` : `${open}>${content.inner}</${prefix}c>`;
}

/** Of the cell as it was, everything stays that does not belong to its value: its address, its format, its furigana flag. */
function rewriteCell(source: string, cell: CellPlace, { content, style }: CellWrite): string {
  const scanner = new XmlScanner(source.slice(cell.start, cell.end));
  scanner.next();
  let open = `<${scanner.name}`;
  for (const { name, start, end } of scanner.attributes()) {
    if (name === "t" || name === "cm" || name === "vm") continue;
    open += name === "s" && style !== undefined ? ` s="${style}"` : ` ${scanner.text.slice(start, end)}`;
  }
  if (style !== undefined && cell.style === undefined) open += ` s="${style}"`;
  if (content.type !== undefined) open += ` t="${content.type}"`;
  const inner = content.inner + cell.kept.map(({ start, end }) => source.slice(start, end)).join("");
  return inner === "" ? `${open}/>` : `${open}>${inner}</${scanner.name}>`;
}

/** Puts texts into an element, which opens for them when it was written as `<row/>`. */
function insertInto(source: string, element: Span & { readonly openEnd: number; readonly selfClosing: boolean }, inserted: readonly { at: number; text: string }[]): Splice[] {
  if (inserted.length === 0) return [];
  if (!element.selfClosing) return inserted.map(({ at, text }) => ({ start: at, end: at, text }));
  const name = /^<([^\s/>]+)/.exec(source.slice(element.start, element.openEnd))![1]!;
  const slash = source.lastIndexOf("/", element.openEnd);
  return [{ start: slash, end: element.openEnd, text: `>${inserted.map(({ text }) => text).join("")}</${name}>` }];
}

function widenDimension(layout: SheetLayout, writes: readonly CellWrite[]): Splice[] {
  if (!layout.dimension) return [];
  const { start, end, range } = layout.dimension;
  const wide: { -readonly [side in keyof CellRange]: number } = { ...range };
  for (const { row, col } of writes) {
    wide.top = Math.min(wide.top, row);
    wide.left = Math.min(wide.left, col);
    wide.bottom = Math.max(wide.bottom, row);
    wide.right = Math.max(wide.right, col);
  }
  const isSame = wide.top === range.top && wide.left === range.left && wide.bottom === range.bottom && wide.right === range.right;
  return isSame ? [] : [{ start, end, text: writeRange(wide) }];
}
