import { cellKey } from "../cell-key";
import type { Cell } from "../../model/cell";
import type { NewSheet } from "../../model/new-sheet";
import type { Sheet } from "../../model/workbook";
import { countDrawings } from "./drawings";
import { findConditionalFormats } from "./mark-writer";
import { openWorkbookFile } from "./open-workbook-file";
import { readOwnData } from "./own-data-reader";
import { readPart, type OpenedFile } from "./package";
import { readSharedStrings } from "./shared-strings";
import { findSheetLayout } from "./sheet-layout";
import { readSheet, type SheetContext } from "./sheet-reader";
import { readCellFormats } from "./styles";
import { readWorkbookDirectory, type SheetEntry, type WorkbookDirectory } from "./workbook-directory";
import { refuseUnwritable } from "./write-refusals";
import { rawEntry } from "./zip";

/** 確かめること — what the result has to hold. */
export interface Expected {
  readonly touched: ReadonlySet<string>;
  readonly sheets: readonly {
    readonly entry: SheetEntry;
    readonly before: Sheet | undefined;
    readonly written: ReadonlyMap<number, { readonly row: number; readonly col: number; readonly value: string | number | boolean | null; readonly formula: string | null }>;
    readonly marks: number | undefined;
  }[];
  /** Names of all tabs in their order. */
  readonly tabs: readonly string[];
  readonly added: readonly NewSheet[];
  readonly ownData: string | null | undefined;
}

/**
 * 結果を確かめる — opens the written file again: untouched parts byte by byte, every cell of the written sheets, our marks and our data.
 *
 * @throws HostRefusal when anything differs from what it should be, so that such a file is never handed out
 */
export function verifyResult(before: OpenedFile, bytes: Uint8Array, expected: Expected): OpenedFile {
  const after = openWorkbookFile(bytes, before.name);
  const isRight =
    haveSameParts(before, after, expected.touched) && (expected.ownData === undefined || readOwnData(after) === expected.ownData) && haveRightSheets(before, after, expected);
  if (!isRight) throw refuseUnwritable();
  return after;
}

function haveSameParts(before: OpenedFile, after: OpenedFile, touched: ReadonlySet<string>): boolean {
  return before.zip.entries.every((entry) => {
    if (touched.has(entry.name)) return true;
    const copy = after.entries.get(entry.name.toLowerCase());
    return (
      copy?.name === entry.name &&
      copy.crc === entry.crc &&
      copy.size === entry.size &&
      copy.method === entry.method &&
      isEqual(rawEntry(before.zip, entry), rawEntry(after.zip, copy))
    );
  });
}

function haveRightSheets(before: OpenedFile, after: OpenedFile, expected: Expected): boolean {
  const directory = readWorkbookDirectory(after);
  if (
    !isEqualList(
      directory.tabs.map(({ name }) => name),
      expected.tabs,
    )
  )
    return false;
  let context: SheetContext | undefined;
  if (expected.added.length > 0 || expected.sheets.some(({ written }) => written.size > 0)) {
    context = { strings: readSharedStrings(after), formats: readCellFormats(after), date1904: directory.date1904 };
    if (!isPrefix(readCellFormats(before), context.formats) || !isPrefix(readSharedStrings(before), context.strings)) return false;
    if (!expected.added.every((sheet) => isAdded(sheet, after, directory, context!))) return false;
  }
  return expected.sheets.every(({ entry, before: was, written, marks }) => {
    const place = directory.sheets.find(({ name }) => name === entry.name);
    if (place?.part !== entry.part) return false;
    if (written.size === 0 && marks === undefined) return true;
    const part = readPart(after, entry.part);
    if (marks !== undefined && findConditionalFormats(part, findSheetLayout(part, new Map()).children).own.length !== marks) return false;
    if (!was || written.size === 0) return true;
    const now = readSheet(after, place, context!, part);
    return now.merges.length === was.merges.length && now.hiddenCols.size === was.hiddenCols.size && haveRightCells(was.cells, now.cells, written);
  });
}

function isAdded(wanted: NewSheet, after: OpenedFile, { sheets }: WorkbookDirectory, context: SheetContext): boolean {
  const entry = sheets.find(({ name }) => name === wanted.name);
  if (!entry) return false;
  const sheet = readSheet(after, entry, context);
  const cells = wanted.cells.filter(({ value, formula }) => (value !== null && value !== "") || formula !== undefined);
  return (
    sheet.merges.length === wanted.merges.length &&
    countDrawings(after, entry.part).charts === wanted.charts.length &&
    sheet.cells.length === cells.length &&
    cells.every(({ row, col, value, formula, look }, i) => {
      const cell = sheet.cells[i]!;
      return cell.row === row && cell.col === col && cell.value === value && cell.formula === formula && cell.format === (look?.format ?? context.formats[0] ?? "General");
    })
  );
}

function haveRightCells(was: readonly Cell[], now: readonly Cell[], written: Expected["sheets"][number]["written"]): boolean {
  const others = (cells: readonly Cell[]): readonly Cell[] => cells.filter(({ row, col }) => !written.has(cellKey(row, col)));
  const [left, right] = [others(was), others(now)];
  if (left.length !== right.length || !left.every((cell, i) => isSameCell(cell, right[i]!))) return false;
  const found = new Map(now.flatMap((cell) => (written.has(cellKey(cell.row, cell.col)) ? [[cellKey(cell.row, cell.col), cell] as const] : [])));
  return [...written].every(([key, { value, formula }]) => {
    const cell = found.get(key);
    if (!cell) return formula === null && (value === null || value === "");
    return cell.error === undefined && (cell.formula ?? null) === formula && (cell.value === value || (formula === null && cell.value === null && value === ""));
  });
}

function isSameCell(a: Cell, b: Cell): boolean {
  return a.row === b.row && a.col === b.col && a.value === b.value && a.text === b.text && a.format === b.format && a.formula === b.formula && a.error === b.error;
}

function isEqualList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && isPrefix(one, other);
}

function isPrefix(before: readonly string[], after: readonly string[]): boolean {
  return before.every((text, i) => text === after[i]);
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
