import type { Place } from "../model/cell";
import type { ApplyReport, Edit } from "../model/edit";
import type { Draft, PaneHost, Selection, WorkbookDelivery } from "../taskpane/pane-host";
import { type Caller, Stopped } from "../taskpane/worker-calls";

/** 升目への頼み — what the pane asks of the grid. */
export interface GridRequests {
  show(at: Place, related: readonly Place[]): void;
  preview(drafts: readonly Draft[]): void;
  /** Cells changed: what the grid holds is out of date; its tabs too, when sheets came or went. */
  refresh(areTabsNew: boolean): Promise<void>;
  /** The cell the grid stands on. */
  readSelection(): Selection | null;
}

/** ファイルの相手 — the workbook file beside the pane; everything long runs in the worker that holds it. */
export class FilePaneHost implements PaneHost {
  readonly canPreview = true;

  constructor(
    readonly workbookName: string,
    private readonly caller: Caller,
    private readonly grid: GridRequests,
  ) {}

  async read(progress: (share: number) => void, signal: AbortSignal): Promise<WorkbookDelivery> {
    if (signal.aborted) throw new Stopped();
    const { port1, port2 } = new MessageChannel();
    await this.caller.call("deliver", [port1], { transfer: [port1], progress });
    if (signal.aborted) throw new Stopped();
    return { port: port2 };
  }

  async apply(edits: readonly Edit[]): Promise<ApplyReport> {
    const report = await this.caller.call<ApplyReport>("apply", [edits]);
    if (edits.some((edit) => edit.kind !== "set-own-data")) await this.grid.refresh(edits.some((edit) => edit.kind === "add-sheet" || edit.kind === "remove-sheet"));
    return report;
  }

  async show(at: Place, related: readonly Place[]): Promise<void> {
    this.grid.show(at, related);
  }

  preview(drafts: readonly Draft[]): void {
    this.grid.preview(drafts);
  }

  async readSelection(): Promise<Selection | null> {
    return this.grid.readSelection();
  }

  /** Nobody types into the grid; what the pane itself writes, it knows of. */
  onChanged(): () => void {
    return () => undefined;
  }
}
