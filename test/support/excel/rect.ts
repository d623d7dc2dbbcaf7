import { type CellRange, readAddress, writeAddress, writeColumn } from "../../../src/model/cell";
import { ExcelFault } from "./excel-fault";

/** 最後の行 — Excel's sheets end here, counted from 0. */
export const LAST_ROW = 1_048_575;
/** 最後の列 — column XFD, counted from 0. */
export const LAST_COL = 16_383;

/** シート全体 — every cell of a sheet. */
export const WHOLE: CellRange = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COL };

/** 行全体か — do these cells reach over all columns? */
export function isEntireRow(range: CellRange): boolean {
  return range.left === 0 && range.right === LAST_COL;
}

/** 列全体か — do these cells reach over all rows? */
export function isEntireColumn(range: CellRange): boolean {
  return range.top === 0 && range.bottom === LAST_ROW;
}

/** 行数 — rows of a range. */
export function rowsOf(range: CellRange): number {
  return range.bottom - range.top + 1;
}

/** 列数 — columns of a range. */
export function colsOf(range: CellRange): number {
  return range.right - range.left + 1;
}

/** 一つのセル — the range of a single cell. */
export function cellAt(row: number, col: number): CellRange {
  return { top: row, left: col, bottom: row, right: col };
}

/** 重なり — the cells two ranges share; undefined when they share none. */
export function intersect(a: CellRange, b: CellRange): CellRange | undefined {
  const shared = { top: Math.max(a.top, b.top), left: Math.max(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.min(a.right, b.right) };
  return shared.top <= shared.bottom && shared.left <= shared.right ? shared : undefined;
}

/** 囲む範囲 — the smallest range around both. */
export function bound(a: CellRange, b: CellRange): CellRange {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}

/** 差 — the cells of `a` outside `b`, as up to four ranges. */
export function subtract(a: CellRange, b: CellRange): CellRange[] {
  const shared = intersect(a, b);
  if (!shared) return [a];
  return [
    { ...a, bottom: shared.top - 1 },
    { ...shared, left: a.left, right: shared.left - 1 },
    { ...shared, left: shared.right + 1, right: a.right },
    { ...a, top: shared.bottom + 1 },
  ].filter((rest) => rest.top <= rest.bottom && rest.left <= rest.right);
}

/** 番地を書く — "A1:B2", "3:5" for whole rows, "A:C" for whole columns. */
export function writeRect(range: CellRange): string {
  if (isEntireRow(range)) return `${range.top + 1}:${range.bottom + 1}`;
  if (isEntireColumn(range)) return `${writeColumn(range.left)}:${writeColumn(range.right)}`;
  const first = writeAddress(range.top, range.left);
  const last = writeAddress(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}

/** 番地を読む — "A1", "$A$1:B2", "3:5" or "A:C". @throws ExcelFault for anything else, as Excel does */
export function readRect(address: string): CellRange {
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(address);
  if (rows) return inside({ top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: LAST_COL }, address);
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(address);
  if (columns) return inside({ top: 0, bottom: LAST_ROW, left: readAddress(`${columns[1]}1`)!.col, right: readAddress(`${columns[2]}1`)!.col }, address);
  const corners = address.split(":").map((corner) => readAddress(corner.trim()));
  const [first, last = first] = corners;
  if (!first || !last || corners.length > 2) throw new ExcelFault("InvalidArgument", `SIM: no address: ${address}`);
  return inside({ top: first.row, left: first.col, bottom: last.row, right: last.col }, address);
}

function inside(range: CellRange, address: string): CellRange {
  const ordered = {
    top: Math.min(range.top, range.bottom),
    left: Math.min(range.left, range.right),
    bottom: Math.max(range.top, range.bottom),
    right: Math.max(range.left, range.right),
  };
  if (ordered.top < 0 || ordered.left < 0 || ordered.bottom > LAST_ROW || ordered.right > LAST_COL)
    throw new ExcelFault("InvalidArgument", `SIM: outside of the sheet: ${address}`);
  return ordered;
}

/** シート名を書く — in quotes where Excel needs them. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** 番地を分ける — "'令和5'!A1" → the sheet's name and "A1"; the name is undefined when the address has none. */
export function splitSheet(address: string): { readonly sheet: string | undefined; readonly rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(address);
  if (quoted) return { sheet: quoted[1]!.replaceAll("''", "'"), rest: quoted[2]! };
  const plain = /^([^'!]+)!(.*)$/s.exec(address);
  return plain ? { sheet: plain[1]!, rest: plain[2]! } : { sheet: undefined, rest: address };
}
