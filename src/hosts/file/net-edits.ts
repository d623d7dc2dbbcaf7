import { cellKey } from "../cell-key";
import type { Edit } from "../../model/edit";

type CellEdit = Extract<Edit, { kind: "set-cell" }>;
type MarkEdit = Extract<Edit, { kind: "mark" | "unmark" }>;
type AddEdit = Extract<Edit, { kind: "add-sheet" }>;
type RemoveEdit = Extract<Edit, { kind: "remove-sheet" }>;
type OwnDataEdit = Extract<Edit, { kind: "set-own-data" }>;

/** What all batches come to on one sheet. */
class NetSheet {
  private readonly cells = new Map<number, CellEdit>();
  private mark: MarkEdit | undefined;

  /** Returns whether the edit went over an earlier one. */
  add(edit: CellEdit | MarkEdit): boolean {
    if (edit.kind !== "set-cell") {
      const isAgain = this.mark !== undefined;
      this.mark = edit;
      return isAgain;
    }
    const key = cellKey(edit.row, edit.col);
    const earlier = this.cells.get(key);
    this.cells.set(key, earlier ? { ...edit, was: earlier.was, format: edit.format ?? earlier.format } : edit);
    return earlier !== undefined;
  }

  edits(): Edit[] {
    return [...this.cells.values(), ...(this.mark ? [this.mark] : [])];
  }
}

/**
 * 差し引きの変更 — what all batches so far come to on the file as it was opened, as the fewest batches that say it.
 *
 * shape  a cell that was written and taken back asks for what it holds anyway, which changes no byte; a sheet that was added
 *        and removed is not spoken of at all
 */
export class NetEdits {
  private readonly sheets = new Map<string, NetSheet>();
  private readonly added = new Map<string, { readonly edit: AddEdit; readonly net: NetSheet }>();
  /** Sheets of the file that went, with what was written into them before: they are known by what they then held. */
  private readonly removed: { readonly edit: RemoveEdit; readonly net: NetSheet | undefined }[] = [];
  private ownData: OwnDataEdit | undefined;

  /** Takes in a batch that was applied. Returns whether it went over an edit of an earlier one. */
  add(edits: readonly Edit[]): boolean {
    let isAgain = false;
    for (const edit of edits) isAgain = this.addEdit(edit) || isAgain;
    return isAgain;
  }

  /** Batches in their order: sheets of the file, sheets that go, sheets that come, and what was written into those. */
  batches(): Edit[][] {
    const own = [...this.removed.flatMap(({ net }) => net ?? []), ...this.sheets.values()].flatMap((net) => net.edits());
    const added = [...this.added.values()];
    return [[...own, ...(this.ownData ? [this.ownData] : [])], this.removed.map(({ edit }) => edit), added.map(({ edit }) => edit), added.flatMap(({ net }) => net.edits())].filter(
      (batch) => batch.length > 0,
    );
  }

  private addEdit(edit: Edit): boolean {
    switch (edit.kind) {
      case "set-own-data":
        this.ownData = edit;
        return false;
      case "add-sheet":
        this.added.set(edit.sheet.name, { edit, net: new NetSheet() });
        return false;
      case "remove-sheet": {
        if (this.added.delete(edit.sheet)) return true;
        this.removed.push({ edit, net: this.sheets.get(edit.sheet) });
        this.sheets.delete(edit.sheet);
        return false;
      }
      default:
        return this.netOf(edit.sheet).add(edit);
    }
  }

  private netOf(sheet: string): NetSheet {
    const added = this.added.get(sheet);
    if (added) return added.net;
    let net = this.sheets.get(sheet);
    if (!net) this.sheets.set(sheet, (net = new NetSheet()));
    return net;
  }
}
