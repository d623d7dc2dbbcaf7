import { applyEdits, type ApplyOptions } from "../../src/hosts/file/apply-edits";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readPart, type OpenedFile } from "../../src/hosts/file/package";
import { inflateEntry } from "../../src/hosts/file/zip";
import { readAddress } from "../../src/model/cell";
import type { ApplyReport, Edit } from "../../src/model/edit";

/** 編集した結果 — the file before and after one batch of edits, and what the host reported. */
export interface EditedFile {
  readonly before: OpenedFile;
  readonly after: OpenedFile;
  readonly report: ApplyReport;
}

/** ファイルを編集する — opens the bytes and applies one batch. */
export function editFile(bytes: Uint8Array, edits: readonly Edit[], options: ApplyOptions = {}): EditedFile {
  const before = openWorkbookFile(bytes, "実績.xlsx");
  const { opened: after, report } = applyEdits(before, edits, options);
  return { before, after, report };
}

/** 続けて編集する — another batch on the result. */
export function editAgain(file: EditedFile, edits: readonly Edit[]): EditedFile {
  return editFile(file.after.zip.bytes, edits);
}

/** 部品の文字 — text of a part, undefined when it is not there. */
export function textOf(opened: OpenedFile, part: string): string | undefined {
  return opened.entries.has(part.toLowerCase()) ? readPart(opened, part).text : undefined;
}

/** 違う部品 — names of the parts that are not byte for byte the same in both, sorted. */
export function differingParts(before: OpenedFile, after: OpenedFile): string[] {
  const names = new Set([...before.zip.entries, ...after.zip.entries].map(({ name }) => name));
  const bytesOf = (opened: OpenedFile, name: string): string => {
    const entry = opened.entries.get(name.toLowerCase());
    return entry ? Buffer.from(inflateEntry(opened.zip, entry)).toString("latin1") : "absent";
  };
  return [...names].filter((name) => bytesOf(before, name) !== bytesOf(after, name)).sort();
}

/** セルの変更 — `B2` gets a value, or a formula with its value; the cell was blank unless said otherwise. */
export function setCell(
  cell: string,
  value: string | number | boolean | null,
  more: { readonly sheet?: string; readonly formula?: string; readonly format?: string; readonly was?: string | number | boolean | null; readonly wasFormula?: string } = {},
): Edit {
  const { row, col } = readAddress(cell)!;
  return {
    kind: "set-cell",
    sheet: more.sheet ?? "実績",
    row,
    col,
    was: { value: more.was ?? null, formula: more.wasFormula ?? null },
    formula: more.formula ?? null,
    value,
    format: more.format ?? null,
  };
}

/** 印の変更 — a mark over these cells; texts are named apart. */
export function markCells(cells: readonly string[], texts: readonly string[] = [], sheet = "実績"): Edit {
  const range = (cell: string): { top: number; left: number; bottom: number; right: number } => {
    const { row, col } = readAddress(cell)!;
    return { top: row, left: col, bottom: row, right: col };
  };
  return { kind: "mark", sheet, ranges: [...cells, ...texts].map(range), numeric: cells.map(range) };
}

/** 印を消す変更。 — takes our marks off a sheet. */
export function unmark(sheet = "実績"): Edit {
  return { kind: "unmark", sheet };
}
