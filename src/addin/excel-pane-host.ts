import type { ExcelHost } from "../hosts/excel/excel-host";
import type { Place } from "../model/cell";
import type { ApplyReport, Edit } from "../model/edit";
import type { Draft, PaneHost, Selection, WorkbookDelivery } from "../taskpane/pane-host";
import type { WorkbookMessage } from "../taskpane/receive-workbook";
import { Stopped } from "../taskpane/worker-calls";

/** Excel の相手 — the open workbook beside the pane; what Excel answers goes to the engine as it comes. */
export class ExcelPaneHost implements PaneHost {
  /** Excel shows in a cell only what is written there; the pane lists the values instead. */
  readonly canPreview = false;
  /** Office opens no other file for an add-in, and lets it save none. */
  readonly manyPage = "index.html?many";

  constructor(private readonly excel: ExcelHost) {}

  get workbookName(): string {
    return this.excel.name;
  }

  get sheetsWithoutMerges(): readonly string[] {
    return this.excel.sheetsWithoutMerges;
  }

  async read(progress: (share: number) => void, signal: AbortSignal): Promise<WorkbookDelivery> {
    if (signal.aborted) throw new Stopped();
    const { port1, port2 } = new MessageChannel();
    const send = (message: WorkbookMessage): void => port1.postMessage(message);
    try {
      // The other end is not open yet: the parts wait in the channel, copied once, until the engine takes it.
      await this.excel.readParts((part) => send({ part }), progress, signal);
    } catch (error) {
      port1.close();
      throw signal.aborted ? new Stopped() : error;
    }
    if (signal.aborted) {
      port1.close();
      throw new Stopped();
    }
    send({ end: true });
    return { port: port2 };
  }

  apply(edits: readonly Edit[]): Promise<ApplyReport> {
    return this.excel.apply(edits);
  }

  show(at: Place, related: readonly Place[]): Promise<void> {
    return this.excel.show(at, related);
  }

  preview(_drafts: readonly Draft[]): void {
    // Nothing is written before it is asked for.
  }

  readSelection(): Promise<Selection | null> {
    return this.excel.readSelection();
  }

  onChanged(listener: () => void): () => void {
    return this.excel.listen(listener);
  }
}
