import { FileHost } from "../hosts/file/file-host";
import { readPart } from "../hosts/file/package";
import { findSheetLayout, sortTargets } from "../hosts/file/sheet-layout";
import { readSheetLook } from "../hosts/file/sheet-look";
import { findCellStyle } from "../hosts/file/sheet-writer";
import { readCellFormats } from "../hosts/file/styles";
import { readWorkbookDirectory } from "../hosts/file/workbook-directory";
import { HostRefusal } from "../hosts/host";
import { writeAddress } from "../model/cell";
import type { ApplyReport, Edit } from "../model/edit";
import type { Workbook } from "../model/workbook";
import { type Method, Transfer } from "../taskpane/worker-calls";
import type { OpenFile } from "./open-file";
import { SheetWindow } from "./sheet-window";

type CellEdit = Extract<Edit, { kind: "set-cell" }>;

/** ファイルの席 — holds one workbook file, shows it piece by piece, and writes into it. */
export class FileSession {
  private workbook: Workbook;
  private readonly windows = new Map<string, SheetWindow>();

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
    const formats = this.readFormats(edits);
    const report = await this.host.apply(edits);
    const touched = new Set(edits.flatMap((edit) => (edit.kind === "set-own-data" || edit.kind === "add-sheet" ? [] : [edit.sheet])));
    for (const sheet of touched) this.windows.delete(sheet);
    this.workbook = await this.host.readWorkbook();
    return { ...report, formats };
  }

  /** A copy, so that it can be moved to the page. */
  save(): ArrayBuffer {
    return this.host.bytes().slice().buffer;
  }

  /** Number formats as they are now, of the cells that are to get another one: an undo gives them back. */
  private readFormats(edits: readonly Edit[]): { readonly [cell: string]: string } {
    const { opened } = this.host;
    const changing = edits.filter((edit): edit is CellEdit => edit.kind === "set-cell" && edit.format !== null);
    if (changing.length === 0) return {};
    const codes = readCellFormats(opened);
    const found: { [cell: string]: string } = {};
    for (const { name, part } of readWorkbookDirectory(opened).sheets) {
      const here = changing.filter((edit) => edit.sheet === name);
      if (here.length === 0) continue;
      const layout = findSheetLayout(readPart(opened, part), sortTargets(here));
      for (const { row, col } of here) found[`${name}!${writeAddress(row, col)}`] = codes[findCellStyle(layout, row, col)] ?? "General";
    }
    return found;
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
