import { HostRefusal } from "../hosts/host";
import { openWorkbookFile } from "../hosts/file/open-workbook-file";
import type { OpenedFile } from "../hosts/file/package";
import { readSheetLook } from "../hosts/file/sheet-look";
import { readWorkbook } from "../hosts/file/workbook-reader";
import type { Edit } from "../model/edit";
import type { Workbook } from "../model/workbook";
import type { Application } from "../taskpane/pane-host";
import { type Method, Transfer } from "../taskpane/worker-calls";
import type { OpenFile } from "./open-file";
import { SheetWindow } from "./sheet-window";

/** ファイルの席 — holds one workbook file, shows it piece by piece, and writes into it. */
class FileSession {
  private readonly workbook: Workbook;
  private readonly windows = new Map<string, SheetWindow>();

  constructor(private bytes: Uint8Array<ArrayBuffer>, private readonly opened: OpenedFile) {
    this.workbook = readWorkbook(opened);
  }

  list(): OpenFile {
    return { name: this.opened.name, tabs: this.workbook.sheets.map(({ name, visibility, isProtected }) => ({ name, isHidden: visibility !== "visible", isProtected })) };
  }

  window(name: string): SheetWindow {
    const known = this.windows.get(name);
    if (known) return known;
    const sheet = this.workbook.sheets.find((one) => one.name === name);
    const look = readSheetLook(this.opened, name);
    if (!sheet || !look) throw new Error("no such sheet");
    const made = new SheetWindow(sheet, look);
    this.windows.set(name, made);
    return made;
  }

  read(): Workbook { return this.workbook; }
  apply(_edits: readonly Edit[]): Application { return { applied: 0, refused: [] }; }
  save(): ArrayBuffer { return this.bytes.slice().buffer; }
}

/** ファイルの応対 — what the worker that holds the file answers. */
export function fileMethods(): { readonly [method: string]: Method } {
  let session: FileSession | undefined;
  const held = (): FileSession => {
    if (!session) throw new Error("no file is open");
    return session;
  };
  return {
    open: (_, bytes: ArrayBuffer, name: string): OpenFile => {
      const view = new Uint8Array(bytes);
      session = new FileSession(view, openWorkbookFile(view, name));
      return session.list();
    },
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
