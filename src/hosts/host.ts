import type { Place } from "../model/cell";
import type { ApplyReport, Edit } from "../model/edit";
import type { Sentence } from "../model/finding";
import type { Workbook } from "../model/workbook";

/**
 * ホスト — who holds the workbook: Excel, or a workbook file.
 *
 * errors  every member may throw HostRefusal, and nothing else on purpose
 */
export interface Host {
  readWorkbook(progress?: (share: number) => void, signal?: AbortSignal): Promise<Workbook>;
  /** One batch. A cell that no longer holds `was` is left alone and reported. */
  apply(edits: readonly Edit[]): Promise<ApplyReport>;
  /** Selects the cell and shows its related cells, where the host can. */
  show(at: Place, related: readonly Place[]): Promise<void>;
}

/** 断る理由 — why a host could not do what it was asked. */
export type RefusalReason =
  | "not-found"
  | "not-a-workbook"
  | "encrypted"
  | "old-format"
  | "other-office-file"
  | "truncated"
  | "damaged"
  | "too-large"
  | "protected"
  | "cell-being-edited"
  | "view-only"
  | "changed-since-read"
  | "old-api"
  | "signed"
  | "cannot-write"
  | "request-failed";

/**
 * ホストの断り — what the host cannot do, in one sentence with the next step, in both languages.
 *
 * shape  `written` only of a batch that broke off: what is in the workbook of it, and in `refused` what is not
 */
export class HostRefusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly sentence: Sentence,
    readonly written?: ApplyReport,
  ) {
    super(sentence.en);
    this.name = "HostRefusal";
  }
}
