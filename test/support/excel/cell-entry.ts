import type { CellRange } from "../../../src/model/cell";
import { type Book, EVENT } from "./book";
import { ExcelFault } from "./excel-fault";
import { cellAt, colsOf, intersect, rowsOf, writeRect } from "./rect";
import { type SimCell, type SimSheet } from "./sheet-state";

/** 表を広げる — one value for all cells, or a table of exactly this shape. @throws ExcelFault InvalidArgument for another shape */
export function spread(value: unknown, range: CellRange): readonly (readonly unknown[])[] {
  const [rows, cols] = [rowsOf(range), colsOf(range)];
  if (!Array.isArray(value)) return Array.from({ length: rows }, () => Array.from({ length: cols }, () => value));
  const table: readonly unknown[] = value;
  if (table.length === rows && table.every((row): row is unknown[] => Array.isArray(row) && row.length === cols)) return table;
  throw new ExcelFault("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
}

/** 書き込む — entries as if typed, cell by cell: null leaves a cell, "" empties it, "=…" is a formula. */
export function enterValues(book: Book, sheet: SimSheet, range: CellRange, value: unknown): void {
  changeCells(book, sheet, range, value, (cell, entry, row, col) => enter(book, sheet, cell, entry, row, col));
}

/** 表示形式を書き込む — number format codes; null leaves a cell. */
export function enterFormats(book: Book, sheet: SimSheet, range: CellRange, value: unknown): void {
  book.mayWrite(sheet);
  const table = spread(value, range);
  for (const [r, line] of table.entries())
    for (const [c, code] of line.entries()) {
      if (code === null) continue;
      if (typeof code !== "string" || code.length > 255 || !isFormat(code)) throw new ExcelFault("InvalidArgument", `SIM: no number format: ${JSON.stringify(code)}`);
      const cell = book.touch(sheet, range.top + r, range.left + c);
      cell.format = code === "" ? "General" : code;
      cell.text = null;
    }
}

/** Quotes and brackets have to be closed. */
function isFormat(code: string): boolean {
  const bare = code.replace(/\\.|_.|\*./gsu, "").replace(/"[^"]*"/g, "");
  return !bare.includes('"') && bare.replace(/\[[^\]]*\]/g, "").search(/[[\]]/) < 0;
}

function changeCells(book: Book, sheet: SimSheet, range: CellRange, value: unknown, change: (cell: SimCell, entry: unknown, row: number, col: number) => void): void {
  book.mayWrite(sheet);
  const table = spread(value, range);
  for (const { range: array, isSpill } of sheet.arrays) {
    const shared = intersect(array, range);
    const isWhole = shared !== undefined && writeRect(shared) === writeRect(array);
    if (!isSpill && shared && !isWhole) throw new ExcelFault("InvalidOperation", "You can't change part of an array.");
  }
  if (sheet.pivots.some((pivot) => intersect(pivot.range, range))) throw new ExcelFault("InvalidOperation", "SIM: part of a pivot table");
  for (const [r, line] of table.entries())
    for (const [c, entry] of line.entries()) {
      if (entry === null || entry === undefined) continue;
      const [row, col] = [range.top + r, range.left + c];
      const merge = book.mergeAt(sheet, row, col);
      // What is typed under a merged cell is lost.
      if (merge && (merge.top !== row || merge.left !== col)) continue;
      change(book.touch(sheet, row, col), entry, row, col);
    }
  book.noteChange();
  const details = {
    address: writeRect(range),
    changeType: "RangeEdited",
    source: "Local",
    triggerSource: "ThisLocalAddin",
    worksheetId: sheet.id,
    referenceId: null,
    shiftDirection: "None",
  };
  book.tell(EVENT.changed, "Workbook", details);
  book.tell(EVENT.changed, sheet.id, details);
}

const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/;
const NUMBER = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?(?:[Ee][-+]?\d+)?$/;
const DATE = /^(?:(?:\d{4}[-/年])?\d{1,2}[-/月]\d{1,2}日?|\d{4}[-/年]\d{1,2}月?|(?:令和|平成|[RrHh])(?:元|\d{1,2})[年./-]\d{1,2}[月./-]\d{1,2}日?)$/;

/** 打ち込む — one entry as Excel takes it: texts that look like figures become figures, unless the cell's format is text. */
export function enter(book: Book, sheet: SimSheet, cell: SimCell, entry: unknown, row: number, col: number): void {
  Object.assign(cell, { value: null, error: null, formula: null, text: null });
  book.forgetFormula(sheet, row, col);
  if (typeof entry === "number" || typeof entry === "boolean") cell.value = cell.format === "@" ? String(entry).toUpperCase() : entry;
  else if (typeof entry !== "string") throw new ExcelFault("InvalidArgument", `SIM: no value of a cell: ${JSON.stringify(entry)}`);
  else if (entry !== "") enterText(book, sheet, cell, entry, row, col);
}

function enterText(book: Book, sheet: SimSheet, cell: SimCell, entry: string, row: number, col: number): void {
  const plain = entry.normalize("NFKC").trim();
  if (cell.format === "@") cell.value = entry;
  else if (entry.startsWith("=")) book.enterFormula(sheet, cell, entry.slice(1), row, col);
  else if (entry.startsWith("'")) cell.value = entry.slice(1);
  else if (NUMBER.test(plain)) cell.value = Number(plain.replaceAll(",", ""));
  else if (/^\(\d+\)$/.test(plain)) cell.value = -Number(plain.slice(1, -1));
  else if (/^[-+]?[\d.]+%$/.test(plain)) enterNumber(cell, Number(plain.slice(0, -1)) / 100, "0.00%");
  else if (/^[¥\\]\d[\d,]*$/.test(plain)) enterNumber(cell, Number(plain.slice(1).replaceAll(",", "")), "¥#,##0");
  else if (/^(?:true|false)$/i.test(plain)) cell.value = plain.toLowerCase() === "true";
  else if (ERROR.test(plain)) cell.error = plain;
  // Which date does not matter here: what was meant as a text has become a serial number.
  else if (DATE.test(plain)) enterNumber(cell, 45_383, "yyyy/m/d");
  else if (/^\d{1,4}:\d{2}(?::\d{2})?$/.test(plain)) enterNumber(cell, 0.5, "h:mm");
  // Whatever begins like a formula is taken for one.
  else if (/^[-+@]./s.test(entry)) Object.assign(cell, { formula: entry, error: "#NAME?" });
  else cell.value = entry;
}

function enterNumber(cell: SimCell, value: number, format: string): void {
  cell.value = value;
  if (cell.format === "General") cell.format = format;
}

/** 一つのセルを変える — what another person, or the user, types into a cell; nobody asks whether the sheet is protected. */
export function typeInto(book: Book, sheet: SimSheet, row: number, col: number, entry: string | number | boolean, isRemote: boolean): void {
  enter(book, sheet, book.touch(sheet, row, col), entry, row, col);
  book.noteChange();
  book.settle();
  const details = {
    address: writeRect(cellAt(row, col)),
    changeType: "RangeEdited",
    source: isRemote ? "Remote" : "Local",
    triggerSource: "Unknown",
    worksheetId: sheet.id,
    referenceId: null,
    shiftDirection: "None",
  };
  book.tell(EVENT.changed, "Workbook", details, isRemote);
  book.tell(EVENT.changed, sheet.id, details, isRemote);
}
