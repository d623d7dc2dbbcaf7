import type { Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { codeOf } from "../hosts/file/node/error-code";
import { type FileSearch, nameOrder, tellFileKind } from "../inspection/roll-up/sort-files";

/** 見つけたブック — a workbook file that is to be checked, as it was when it was found. */
export interface FoundWorkbook {
  /** As it was named, or below the folder that was named. */
  readonly path: string;
  /** Bytes; null when there is no such file. */
  readonly size: number | null;
  /** When it was last written, ISO 8601; null when there is no such file. */
  readonly modified: string | null;
}

/** 探した結果 — the workbooks of files and folders on this machine. */
export type WorkbookSearch = FileSearch<FoundWorkbook>;

/** フォルダーか — is there a folder of this name? */
export async function isFolder(path: string): Promise<boolean> {
  return (await statOf(path))?.isDirectory() ?? false;
}

/**
 * ブックを探す — files that were named, and every workbook in folders that were named, with all folders in them.
 *
 * shape   in the order of their names; a folder or file that is reached twice, by links, comes once
 */
export async function findWorkbooks(named: readonly string[]): Promise<WorkbookSearch> {
  const walk = new Walk();
  for (const path of named) {
    const found = await statOf(path);
    if (found?.isDirectory()) await walk.folder(path);
    else walk.workbooks.push(describe(path, found));
  }
  return walk;
}

class Walk implements WorkbookSearch {
  readonly workbooks: FoundWorkbook[] = [];
  readonly closedFolders: string[] = [];
  locks = 0;
  hidden = 0;
  otherFormats = 0;
  /** What was met, by where it really is: a link may lead back to where it stands. */
  private readonly met = new Set<string>();

  async folder(path: string): Promise<void> {
    const names = await this.list(path);
    for (const name of names.sort((a, b) => nameOrder.compare(a, b))) await this.entry(join(path, name));
  }

  private async list(path: string): Promise<string[]> {
    try {
      if (!this.isNew(await realpath(path))) return [];
      return await readdir(path);
    } catch (error) {
      if (codeOf(error) === "") throw error;
      this.closedFolders.push(path);
      return [];
    }
  }

  private async entry(path: string): Promise<void> {
    const kind = tellFileKind(basename(path));
    const found = await statOf(path);
    if (found?.isDirectory() && !basename(path).startsWith(".")) return this.folder(path);
    if (kind === "hidden" || found?.isDirectory()) this.hidden++;
    else if (kind === "lock") this.locks++;
    else if (kind === "other-format") this.otherFormats++;
    // A link to nowhere is no file either, but it is named like a workbook that somebody expects here.
    if (kind !== "workbook" || (found && !found.isFile())) return;
    if (!found || this.isNew(await realpath(path))) this.workbooks.push(describe(path, found));
  }

  private isNew(place: string): boolean {
    if (this.met.has(place)) return false;
    this.met.add(place);
    return true;
  }
}

function describe(path: string, found: Stats | undefined): FoundWorkbook {
  return { path, size: found?.size ?? null, modified: found?.mtime.toISOString() ?? null };
}

/** What cannot be looked at is told when it is read. */
async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === "") throw error;
    return undefined;
  }
}
