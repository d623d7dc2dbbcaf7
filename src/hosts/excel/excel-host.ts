import type { Place } from "../../model/cell";
import type { ApplyReport, Edit } from "../../model/edit";
import type { Workbook } from "../../model/workbook";
import type { Host, HostRefusal } from "../host";
import { applyEdits } from "./apply-edits";
import type { WorkbookPart } from "./assemble-workbook";
import { readParts } from "./read-parts";
import { refuseViewOnly } from "./refusals";
import { PATIENCE, type Patience } from "./run-excel";
import { MergedUndo } from "./run-steps";
import { readSelection, showCell, type ExcelSelection } from "./show-cell";
import { ChangeWatch } from "./watch-changes";

/**
 * Excelのホスト — the workbook that is open in Excel beside us.
 *
 * shape   `readParts` hands the workbook over in parts, to be put together elsewhere (`WorkbookAssembler`)
 * errors  HostRefusal; an ended reading rejects with the reason of its signal
 */
export class ExcelHost implements Host {
  /** Sheets whose merges Excel did not tell at the last reading: their headings are read without them. */
  sheetsWithoutMerges: readonly string[] = [];
  private readonly changes = new ChangeWatch();
  private readonly undo = new MergedUndo();
  private known: string | undefined;

  constructor(private readonly patience: Patience = PATIENCE) {}

  /** Name of the document; "" before it is saved or read for the first time. */
  get name(): string {
    return this.known ?? nameFromAddress(Office.context.document.url);
  }

  async readParts(onPart: (part: WorkbookPart) => void, progress?: (share: number) => void, signal?: AbortSignal): Promise<void> {
    const { withoutMerges } = await readParts(this.patience, {
      progress,
      signal,
      onPart: (part) => {
        if (part.kind === "workbook") this.known = part.name;
        onPart(part);
      },
    });
    this.sheetsWithoutMerges = withoutMerges;
  }

  async readWorkbook(progress?: (share: number) => void, signal?: AbortSignal): Promise<Workbook> {
    // What puts the parts together comes along only where nobody else does it.
    const { WorkbookAssembler } = await import("./assemble-workbook");
    const assembler = new WorkbookAssembler();
    await this.readParts((part) => assembler.add(part), progress, signal);
    return assembler.finish();
  }

  async apply(edits: readonly Edit[]): Promise<ApplyReport> {
    if (edits.length > 0 && Office.context.document.mode === Office.DocumentMode.ReadOnly) throw refuseViewOnly();
    return this.changes.during(() => applyEdits(edits, this.undo, this.patience));
  }

  show(at: Place, related: readonly Place[]): Promise<void> {
    return showCell(at, related, this.patience);
  }

  /** null when no cell is selected, but a chart or a picture. */
  readSelection(): Promise<ExcelSelection | null> {
    return readSelection(this.patience);
  }

  /** Calls back after somebody else than we changed a cell; the answer ends it. Where Excel does not let us listen, `onRefusal` hears of it. */
  listen(listener: () => void, onRefusal: (refusal: HostRefusal) => void = listener): () => void {
    return this.changes.listen(listener, this.patience, onRefusal);
  }
}

function nameFromAddress(address: string | null | undefined): string {
  const last = (address ?? "").split(/[/\\]/).at(-1)!.split("?")[0]!;
  try {
    return decodeURIComponent(last);
  } catch (error) {
    // A file name may hold a bare percent sign.
    if (error instanceof URIError) return last;
    throw error;
  }
}
