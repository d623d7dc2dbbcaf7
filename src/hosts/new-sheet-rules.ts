import type { CellRange } from "../model/cell";
import type { NewSheet } from "../model/new-sheet";
import { isInGrid } from "./compare-was";

/** Excel takes no longer names of sheets. */
const LONGEST_NAME = 31;

/** 同じ名か — are these the same name of a sheet to Excel, which does not tell capitals from small letters? */
export function isSameSheetName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** シート名の引用 — the name of a sheet as it stands before "!" in a reference. */
export function quoteSheetName(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/**
 * 新しいシートを確かめる — what a caller may hand over as a sheet.
 *
 * @throws Error when the sheet could not be made so, which is a mistake of ours
 */
export function checkNewSheet(sheet: NewSheet): void {
  const { name } = sheet;
  if (name === "" || name.length > LONGEST_NAME) throw new Error(`a sheet's name has 1 to ${LONGEST_NAME} characters: ${name}`);
  if (/[:\\/?*[\]\u0000-\u001f]|^'|'$/.test(name) || isSameSheetName(name, "history")) throw new Error(`no name for a sheet: ${name}`);
  sheet.cells.forEach((cell, i) => {
    const before = sheet.cells[i - 1];
    if (!isInGrid(cell) || (before && (before.row > cell.row || (before.row === cell.row && before.col >= cell.col))))
      throw new Error(`no cell in its order at ${cell.row}:${cell.col}`);
    if (typeof cell.value === "number" && !Number.isFinite(cell.value)) throw new Error(`no number at ${cell.row}:${cell.col}`);
  });
  sheet.merges.forEach((merge, i) => {
    if (sheet.merges.slice(0, i).some((other) => overlap(merge, other))) throw new Error(`merges overlap at row ${merge.top}`);
    if (sheet.cells.some((cell) => isCovered(cell, merge) && cell.value !== null)) throw new Error(`a merge covers a value at row ${merge.top}`);
  });
}

function isCovered({ row, col }: NewSheet["cells"][number], { top, left, bottom, right }: CellRange): boolean {
  return row >= top && row <= bottom && col >= left && col <= right && !(row === top && col === left);
}

function overlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
