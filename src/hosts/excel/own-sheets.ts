import type { Cell } from "../../model/cell";
import type { LeftReason } from "../../model/edit";
import { fingerprintCells, readSheetTag } from "../../model/new-sheet";
import { readContent } from "./cell-content";
import type { SheetEdit } from "./targets";
import type { WriteStep } from "./write-cells";
import { type SheetStep, writeSheet } from "./write-sheet";

/** シートの変更の扱い — the step it takes, or why it is left alone. */
export type SheetDecision = { readonly edit: SheetEdit; readonly step: WriteStep & Partial<SheetStep> } | { readonly edit: SheetEdit; readonly reason: LeftReason };

/** シートの変更を確かめる — whether the name is free, or the sheet still is as we left it. */
export function askSheetEdits({ workbook }: Excel.RequestContext, edits: readonly SheetEdit[]): () => SheetDecision[] {
  if (edits.length === 0) return () => [];
  workbook.protection.load("protected");
  const asked = edits.map((edit) => {
    const sheet = workbook.worksheets.getItemOrNullObject(nameOf(edit));
    sheet.load("id,protection/protected");
    if (edit.kind === "add-sheet") return { edit, sheet, used: undefined };
    const used = sheet.getUsedRangeOrNullObject(true).untrack();
    used.load("rowIndex,columnIndex,values,formulas");
    return { edit, sheet, used };
  });
  return () => {
    const isProtected = workbook.protection.protected;
    return asked.map(({ edit, sheet, used }) => {
      if (edit.kind === "add-sheet") {
        if (!sheet.isNullObject) return { edit, reason: "name-taken" };
        return isProtected ? { edit, reason: "protected" } : { edit, step: writeSheet(edit.sheet) };
      }
      if (sheet.isNullObject) return { edit, reason: "not-found" };
      if (isProtected || sheet.protection.protected) return { edit, reason: "protected" };
      const cells = used && !used.isNullObject ? readCells(used) : [];
      if (readSheetTag(cells) === undefined || fingerprintCells(cells) !== edit.was) return { edit, reason: "changed" };
      const { id } = sheet;
      return { edit, step: { bytes: 500, run: (context) => context.workbook.worksheets.getItem(id).delete() } };
    });
  };
}

/** シートの名 — which sheet the edit is about. */
export function nameOf(edit: SheetEdit): string {
  return edit.kind === "add-sheet" ? edit.sheet.name : edit.sheet;
}

/** What a cell shows does not count here. */
function readCells({ rowIndex, columnIndex, values, formulas }: Excel.Range): Cell[] {
  return values.flatMap((row: readonly unknown[], i) =>
    row.flatMap((value, j): Cell[] => {
      const content = readContent(value, formulas[i]![j]);
      return content ? [{ row: rowIndex + i, col: columnIndex + j, text: "", format: "General", ...content }] : [];
    }),
  );
}
