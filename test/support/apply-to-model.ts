import type { Cell } from "../../src/model/cell";
import type { Edit } from "../../src/model/edit";
import type { Sheet, Workbook } from "../../src/model/workbook";
import { showText } from "../../src/hosts/shown/shown-text";

/** 変更を当てる — what a workbook holds after edits of cells and sheets, as a host would hand it over when reading again. */
export function applyToModel(workbook: Workbook, edits: readonly Edit[]): Workbook {
  const sheets = new Map<string, Sheet>(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  for (const edit of edits) {
    if (edit.kind === "add-sheet") {
      const { name, merges, cells } = edit.sheet;
      const made = cells.flatMap(({ row, col, value, formula, look }) => makeCell(row, col, value, formula ?? null, look?.format ?? "General"));
      sheets.set(name, { name, visibility: "visible", isProtected: false, cells: made, merges, hiddenRows: new Set(), hiddenCols: new Set() });
    }
    if (edit.kind === "set-cell") {
      const sheet = sheets.get(edit.sheet)!;
      const old = sheet.cells.find(({ row, col }) => row === edit.row && col === edit.col);
      expect({ value: old?.value ?? null, formula: old?.formula ?? null }).toEqual(edit.was);
      const others = sheet.cells.filter((cell) => cell !== old);
      const cells = [...others, ...makeCell(edit.row, edit.col, edit.value, edit.formula, edit.format ?? old?.format ?? "General")];
      sheets.set(edit.sheet, { ...sheet, cells: cells.sort((a, b) => a.row - b.row || a.col - b.col) });
    }
  }
  return { ...workbook, sheets: [...sheets.values()] };
}

function makeCell(row: number, col: number, value: Cell["value"], formula: string | null, format: string): Cell[] {
  if (value === null && formula === null) return [];
  return [{ row, col, value, format, text: value === null ? "" : showText(value, format, false), ...(formula === null ? {} : { formula }) }];
}
