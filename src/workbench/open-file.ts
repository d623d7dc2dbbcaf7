import { type Caller } from "../taskpane/worker-calls";
import type { SheetShape, SheetTab, Tile } from "./sheet-view";

/** 開いたブック — what the page knows of a file; its cells stay with the worker. */
export interface OpenFile {
  readonly name: string;
  readonly tabs: readonly SheetTab[];
}

/** ファイルの係 — the worker that holds the file, as the page speaks to it. */
export interface FileKeeper {
  open(bytes: ArrayBuffer, name: string): Promise<OpenFile>;
  /** The sheets as they are now, after some came or went. */
  list(): Promise<OpenFile>;
  readShape(sheet: string): Promise<SheetShape>;
  readTile(sheet: string, row: number, col: number): Promise<Tile>;
  save(): Promise<ArrayBuffer>;
}

/** ファイルの係に話す — the calls of the page, by name. */
export function keepFile(caller: Caller): FileKeeper {
  return {
    open: (bytes, name) => caller.call("open", [bytes, name], { transfer: [bytes] }),
    list: () => caller.call("list"),
    readShape: (sheet) => caller.call("readShape", [sheet]),
    readTile: (sheet, row, col) => caller.call("readTile", [sheet, row, col]),
    save: () => caller.call("save"),
  };
}
