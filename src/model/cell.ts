/**
 * セル — what a host hands over for one cell that is not empty.
 *
 * shape  row and col count from 0; `text` is what the sheet shows; `format` is the number format code
 */
export interface Cell {
  readonly row: number;
  readonly col: number;
  /** Numbers stay numbers (dates as serials), texts texts, an error value is its name in `error` with value null. */
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly format: string;
  /** Without the leading "=". */
  readonly formula?: string;
  readonly error?: string;
}

/** 範囲 — both ends included, counted from 0. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** 場所 — a cell by the name of its sheet and its A1 address: what people and the public JSON see. */
export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** 場所の鍵 — one string per cell of a workbook, for maps: 実績!B7. */
export function placeKey({ sheet, cell }: Place): string {
  return `${sheet}!${cell}`;
}

/** 場所の鍵を読む — the place `placeKey` names. */
export function readPlaceKey(key: string): Place {
  const cut = key.lastIndexOf("!");
  return { sheet: key.slice(0, cut), cell: key.slice(cut + 1) };
}

/** Every figure has an address, and a workbook few columns. */
const columnNames: string[] = [];

/** 列名 — 0 → "A", 27 → "AB". */
export function writeColumn(col: number): string {
  return (columnNames[col] ??= nameColumn(col));
}

function nameColumn(col: number): string {
  let name = "";
  for (let n = col + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** 番地 — (0, 0) → "A1". */
export function writeAddress(row: number, col: number): string {
  return `${writeColumn(col)}${row + 1}`;
}

/**
 * 番地を読む — "B7" or "$B$7" → row 6, col 1.
 *
 * none  undefined when the text is no cell address
 */
export function readAddress(address: string): { row: number; col: number } | undefined {
  const found = /^\$?([A-Za-z]{1,3})\$?([1-9]\d*)$/.exec(address);
  if (!found) return undefined;
  let col = 0;
  for (const letter of found[1]!.toUpperCase()) col = col * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(found[2]) - 1, col: col - 1 };
}

/** 範囲の番地 — "A1:C3", or "A1" for a single cell. */
export function writeRange(range: CellRange): string {
  const first = writeAddress(range.top, range.left);
  const last = writeAddress(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}
