import { fingerprintCells, type NewLook, type NewSheet, writeSheetTag } from "../../model/new-sheet";
import { looks } from "./sheet-page";

/** 題を付ける — puts the title into the first cell, with the tag and the fingerprint of everything that is ours. */
export function tagSheet(sheet: NewSheet, kind: string, title: string, look: NewLook = looks.title): NewSheet {
  const print = fingerprintCells(sheet.cells.filter((cell) => cell.look !== looks.entry));
  return { ...sheet, cells: [{ row: 0, col: 0, value: title, formula: writeSheetTag(`${kind} ${print}`, title), look }, ...sheet.cells] };
}
