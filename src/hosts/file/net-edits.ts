import type { Edit } from "../../model/edit";
import { cellKey } from "./sheet-layout";

type CellEdit = Extract<Edit, { kind: "set-cell" }>;
type MarkEdit = Extract<Edit, { kind: "mark" | "unmark" }>;
type OwnDataEdit = Extract<Edit, { kind: "set-own-data" }>;

/**
 * 差し引きの変更 — what all batches so far come to, as one batch on the file as it was opened.
 *
 * shape  a cell that was written and taken back asks for what it holds anyway, which changes no byte
 */
export class NetEdits {
  private readonly cells = new Map<string, Map<number, CellEdit>>();
  private readonly marks = new Map<string, MarkEdit>();
  private ownData: OwnDataEdit | undefined;

  /** Takes in a batch that was applied. Returns whether it went over a cell or a mark of an earlier one. */
  add(edits: readonly Edit[]): boolean {
    let isAgain = false;
    for (const edit of edits) {
      if (edit.kind === "set-own-data") this.ownData = edit;
      else if (edit.kind === "set-cell") isAgain = this.addCell(edit) || isAgain;
      else if (edit.kind === "mark" || edit.kind === "unmark") {
        isAgain ||= this.marks.has(edit.sheet);
        this.marks.set(edit.sheet, edit);
      }
    }
    return isAgain;
  }

  edits(): Edit[] {
    return [...[...this.cells.values()].flatMap((sheet) => [...sheet.values()]), ...this.marks.values(), ...(this.ownData ? [this.ownData] : [])];
  }

  private addCell(edit: CellEdit): boolean {
    let sheet = this.cells.get(edit.sheet);
    if (!sheet) this.cells.set(edit.sheet, (sheet = new Map()));
    const key = cellKey(edit.row, edit.col);
    const earlier = sheet.get(key);
    sheet.set(key, earlier ? { ...edit, was: earlier.was, format: edit.format ?? earlier.format } : edit);
    return earlier !== undefined;
  }
}
