import type { ApplyReport, Edit } from "../model/edit";
import type { CellRange, Place } from "../model/cell";
import type { Workbook } from "../model/workbook";

/**
 * ブックの受け渡し — the workbook itself, or a port on which another worker sends it.
 *
 * A host whose file lives in a worker gives a port, so that the cells never cross the thread of the page.
 */
export type WorkbookDelivery = { readonly workbook: Workbook } | { readonly port: MessagePort };

/** 下書きのセル — what a cell would say, shown before anything is written. */
export interface Draft {
  readonly at: Place;
  readonly text: string;
}

/** 選んだ所 — what is selected in the workbook, and what its first cell shows. */
export interface Selection {
  readonly sheet: string;
  readonly range: CellRange;
  readonly text: string;
}

/**
 * 作業窓の相手 — who holds the workbook beside the pane: a workbook file on the workbench, or Excel.
 *
 * errors  every member may reject with HostRefusal, and nothing else on purpose
 */
export interface PaneHost {
  /** File or document name, for people. */
  readonly workbookName: string;
  /** Whether the host can show drafts in its cells before they are written. */
  readonly canPreview: boolean;
  read(progress: (share: number) => void, signal: AbortSignal): Promise<WorkbookDelivery>;
  /** Sheets of the last reading whose merged cells were not told: their headings are read without them. */
  readonly sheetsWithoutMerges?: readonly string[];
  /** Address of the page that checks many workbooks; undefined where the pane stands on it. */
  readonly manyPage?: string;
  /** One batch. A cell that no longer holds `was` is left alone and reported. */
  apply(edits: readonly Edit[]): Promise<ApplyReport>;
  /** Selects the cell and shows its related cells, where the host can. */
  show(at: Place, related: readonly Place[]): Promise<void>;
  /** Shows drafts in place of earlier ones; an empty list takes them away. */
  preview(drafts: readonly Draft[]): void;
  /** What is selected now; null when it is no cell. */
  readSelection(): Promise<Selection | null>;
  /** Calls back after somebody changes the workbook; the answer ends it. */
  onChanged(listener: () => void): () => void;
}
