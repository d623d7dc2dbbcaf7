import { writeAddress, writeRange, type Cell } from "../../src/model/cell";
import type { Sheet, Workbook } from "../../src/model/workbook";
import { buildStyles, buildWorkbook, type BuiltSheet, type BuiltWorkbook } from "./xlsx-builder";

const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** ブックのファイルを書く — a text workbook as the bytes of an .xlsx file: values, formulas, number formats, merges, what is hidden. */
export function writeWorkbookFile(workbook: Workbook): Uint8Array {
  return buildWorkbook(describeWorkbookFile(workbook));
}

/** ファイルの組み立て方 — the same before it is put together, for whoever adds something to it. */
export function describeWorkbookFile(workbook: Workbook): BuiltWorkbook & { readonly sheets: readonly BuiltSheet[] } {
  const formats = [...new Set(["General", ...workbook.sheets.flatMap((s) => s.cells.map((c) => c.format))])];
  const styleOf = new Map(formats.map((format, i) => [format, i]));
  return {
    sheets: workbook.sheets.map((sheet) => writeSheet(sheet, styleOf)),
    styles: buildStyles(formats.map((format) => (format === "General" ? 0 : format))),
  };
}

function writeSheet(sheet: Sheet, styleOf: ReadonlyMap<string, number>): BuiltSheet {
  const rows = new Map<number, string[]>();
  for (const row of sheet.hiddenRows) rows.set(row, []);
  for (const cell of sheet.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), writeCell(cell, styleOf.get(cell.format)!)]);
  const hidden = [...sheet.hiddenCols].sort((a, b) => a - b);
  return {
    name: escape(sheet.name),
    ...(sheet.visibility === "visible" ? {} : { state: sheet.visibility === "hidden" ? ("hidden" as const) : ("veryHidden" as const) }),
    ...(hidden.length ? { head: `<cols>${hidden.map((c) => `<col min="${c + 1}" max="${c + 1}" width="9" hidden="1"/>`).join("")}</cols>` } : {}),
    rows: [...rows]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => `<row r="${row + 1}"${sheet.hiddenRows.has(row) ? ' hidden="1"' : ""}>${cells.join("")}</row>`)
      .join(""),
    tail:
      (sheet.isProtected ? '<sheetProtection sheet="1"/>' : "") +
      (sheet.merges.length ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((m) => `<mergeCell ref="${writeRange(m)}"/>`).join("")}</mergeCells>` : ""),
  };
}

function writeCell({ row, col, value, formula }: Cell, style: number): string {
  const at = `r="${writeAddress(row, col)}"${style ? ` s="${style}"` : ""}`;
  const written = formula === undefined ? "" : `<f>${escape(formula)}</f>`;
  if (typeof value === "number") return `<c ${at}>${written}<v>${value}</v></c>`;
  if (formula !== undefined) return `<c ${at} t="str">${written}<v>${escape(String(value ?? ""))}</v></c>`;
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escape(String(value ?? ""))}</t></is></c>`;
}
