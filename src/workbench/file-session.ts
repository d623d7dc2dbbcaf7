import { FileHost } from "../hosts/file/file-host";
import { readSheetLook, type SheetLook } from "../hosts/file/sheet-look";
import { HostRefusal } from "../hosts/host";
import type { ApplyReport, Edit } from "../model/edit";
import type { Workbook } from "../model/workbook";
import { type Method, Transfer } from "../taskpane/worker-calls";
import type { OpenFile } from "./open-file";
import { SheetWindow } from "./sheet-window";

const BLANK: SheetLook = {
  defaultHeight: 24,
  defaultWidth: 72,
  heights: new Map(),
  widths: new Map(),
  frozenRows: 0,
  frozenCols: 0,
  hasGridLines: true,
  styles: [],
  styled: [],
  rowStyles: new Map(),
  colStyles: new Map(),
  charts: 0,
  images: 0,
  marks: [],
};

/** ファイルの席 — holds one workbook file, shows it piece by piece, and writes into it. */
export class FileSession {
  private workbook: Workbook;
  private readonly windows = new Map<string, SheetWindow>();
  /** Sheets that were taken out: the page may still ask for one until it has heard of it. */
  private readonly gone = new Set<string>();

  private constructor(
    private readonly host: FileHost,
    workbook: Workbook,
  ) {
    this.workbook = workbook;
  }

  /** @throws HostRefusal when it is no workbook file that can be read */
  static async open(bytes: Uint8Array, name: string): Promise<FileSession> {
    const host = new FileHost(bytes, name);
    return new FileSession(host, await host.readWorkbook());
  }

  list(): OpenFile {
    return {
      name: this.host.name,
      tabs: this.workbook.sheets.map(({ name, visibility, isProtected }) => ({ name, isHidden: visibility !== "visible", isProtected })),
    };
  }

  window(name: string): SheetWindow {
    const known = this.windows.get(name);
    if (known) return known;
    const sheet = this.workbook.sheets.find((one) => one.name === name);
    if (!sheet && this.gone.has(name))
      return new SheetWindow({ name, visibility: "visible", isProtected: false, cells: [], merges: [], hiddenRows: new Set(), hiddenCols: new Set() }, BLANK);
    const look = readSheetLook(this.host.opened, name);
    if (!sheet || !look) throw new Error(`no sheet ${name}`);
    const made = new SheetWindow(sheet, look);
    this.windows.set(name, made);
    return made;
  }

  read(): Workbook {
    return this.workbook;
  }

  async apply(edits: readonly Edit[]): Promise<ApplyReport> {
    const report = await this.host.apply(edits);
    const before = this.workbook.sheets;
    this.workbook = await this.host.readWorkbook();
    for (const { name } of before) if (!this.workbook.sheets.some((sheet) => sheet.name === name)) this.gone.add(name);
    for (const edit of edits) if (edit.kind !== "set-own-data") this.windows.delete(edit.kind === "add-sheet" ? edit.sheet.name : edit.sheet);
    return report;
  }

  /** A copy, so that it can be moved to the page. */
  save(): ArrayBuffer {
    return this.host.bytes().slice().buffer;
  }
}

/** ファイルの応対 — what the worker that holds the file answers. */
export function fileMethods(): { readonly [method: string]: Method } {
  let session: FileSession | undefined;
  const held = (): FileSession => {
    if (!session) throw new Error("no file is open");
    return session;
  };
  return {
    open: async (_, bytes: ArrayBuffer, name: string): Promise<OpenFile> => {
      // The file before stays open until the new one has proved to be a workbook.
      session = await FileSession.open(new Uint8Array(bytes), name);
      return session.list();
    },
    list: (): OpenFile => held().list(),
    readShape: (_, sheet: string) => held().window(sheet).shape(),
    readTile: (_, sheet: string, row: number, col: number) => held().window(sheet).tile(row, col),
    deliver: (_, port: MessagePort) => {
      try {
        port.postMessage({ workbook: held().read() });
      } catch (error) {
        if (!(error instanceof HostRefusal)) throw error;
        port.postMessage({ refusal: { reason: error.reason, sentence: error.sentence } });
      }
    },
    apply: (_, edits: readonly Edit[]) => held().apply(edits),
    save: () => {
      const bytes = held().save();
      return new Transfer(bytes, [bytes]);
    },
  };
}
