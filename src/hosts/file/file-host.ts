import type { Place } from "../../model/cell";
import type { ApplyReport, Edit } from "../../model/edit";
import type { Workbook } from "../../model/workbook";
import type { Host } from "../host";
import { applyEdits, type ApplyOptions } from "./apply-edits";
import { NetEdits } from "./net-edits";
import { openWorkbookFile } from "./open-workbook-file";
import type { OpenedFile } from "./package";
import { readWorkbook } from "./workbook-reader";

/** ファイルのホストの設定 — what the user agreed to, and who shows a cell. */
export interface FileHostOptions extends ApplyOptions {
  readonly onShow?: (at: Place, related: readonly Place[]) => void;
}

/**
 * ファイルのホスト — a workbook file held as its bytes; edits make new bytes, and the ones it was given are never changed.
 *
 * shape   edits that are taken back leave nothing behind: after undoing everything the bytes are those it was given
 * errors  HostRefusal; an aborted reading rejects with the reason of its signal
 */
export class FileHost implements Host {
  private original: OpenedFile | undefined;
  private current: OpenedFile | undefined;
  private readonly net = new NetEdits();

  constructor(
    private readonly source: Uint8Array,
    readonly name: string,
    private readonly options: FileHostOptions = {},
  ) {}

  /** The file as it stands, edits included. @throws HostRefusal when it is no workbook file that can be read */
  get opened(): OpenedFile {
    this.original ??= openWorkbookFile(this.source, this.name);
    return (this.current ??= this.original);
  }

  async readWorkbook(progress?: (share: number) => void, signal?: AbortSignal): Promise<Workbook> {
    signal?.throwIfAborted();
    return readWorkbook(this.opened, (share) => {
      progress?.(share);
      signal?.throwIfAborted();
    });
  }

  async apply(edits: readonly Edit[]): Promise<ApplyReport> {
    const { opened, report, accepted } = applyEdits(this.opened, edits, this.options);
    this.current = opened;
    // What went over earlier edits is made anew from the original: undoing gives back its very bytes.
    if (this.net.add(accepted)) this.current = this.makeAnew() ?? opened;
    return report;
  }

  /** The original with what all batches come to. none: undefined when an edit would be refused there */
  private makeAnew(): OpenedFile | undefined {
    let opened = this.original!;
    for (const batch of this.net.batches()) {
      const anew = applyEdits(opened, batch, this.options);
      if (anew.report.refused.length > 0) return undefined;
      opened = anew.opened;
    }
    return opened;
  }

  async show(at: Place, related: readonly Place[]): Promise<void> {
    this.options.onShow?.(at, related);
  }

  /** ファイルの中身 — the bytes to be saved: the very ones it was opened with when nothing was changed. */
  bytes(): Uint8Array {
    return this.current?.zip.bytes ?? this.source;
  }
}
