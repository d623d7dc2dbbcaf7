import { type FileSearch, nameOrder, tellFileKind } from "../../inspection/roll-up/sort-files";

/** 選んだファイル — a file as somebody picked or dropped it; nothing of it is in memory. */
export interface PickedFile {
  /** With its folders, where a folder was picked; no two of a search are the same. */
  readonly path: string;
  readonly file: File;
}

/** 選んだファイルの仕分け — the workbooks among picked files, in the order of their names, and what was left out. */
export type PickedSearch = FileSearch<PickedFile>;

/**
 * 選んだファイルを仕分ける — files picked one by one are all checked; of a folder, its workbooks are.
 *
 * shape  two files of one name, from different folders, are numbered
 */
export function sortPicked(picked: readonly PickedFile[], closedFolders: readonly string[] = []): PickedSearch {
  const workbooks: PickedFile[] = [];
  const hiddenFolders = new Set<string>();
  let [locks, hidden, otherFormats] = [0, 0, 0];
  for (const one of picked) {
    const folders = one.path.split("/");
    const name = folders.pop()!;
    const closed = folders.findIndex((folder) => folder.startsWith("."));
    const kind = folders.length === 0 ? "workbook" : tellFileKind(name);
    if (closed >= 0) hiddenFolders.add(folders.slice(0, closed + 1).join("/"));
    else if (kind === "hidden") hidden++;
    else if (kind === "lock") locks++;
    else if (kind === "other-format") otherFormats++;
    else if (kind === "workbook") workbooks.push(one);
  }
  workbooks.sort((a, b) => nameOrder.compare(a.path, b.path));
  return { workbooks: numberRepeats(workbooks), locks, hidden: hidden + hiddenFolders.size, otherFormats, closedFolders };
}

/** 選ばれたファイル — what a file input holds, a folder's files with their folders. */
export function listPicked(files: Iterable<File>): PickedFile[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** 置かれたもの — what was dropped on the page: has to be taken before the drop is over, is walked later. */
export type Dropped = readonly (File | FileSystemDirectoryEntry)[];

/** 置かれたものを取る — files and folders of a drop. */
export function takeDropped({ items, files }: DataTransfer): Dropped {
  const taken = [...items].flatMap((item): Dropped => {
    const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
    if (entry?.isDirectory) return [entry as FileSystemDirectoryEntry];
    const file = item.getAsFile();
    return file ? [file] : [];
  });
  return taken.length > 0 ? taken : [...files];
}

/** 置かれたものを仕分ける — walks folders to the bottom; one that cannot be opened is named and left out. */
export async function sortDropped(dropped: Dropped): Promise<PickedSearch> {
  const picked: PickedFile[] = [];
  const closed: string[] = [];
  for (const one of dropped) {
    if (one instanceof File) picked.push({ path: one.name, file: one });
    else await walkFolder(one, picked, closed);
  }
  return sortPicked(picked, closed);
}

async function walkFolder(folder: FileSystemDirectoryEntry, picked: PickedFile[], closed: string[]): Promise<void> {
  const reader = folder.createReader();
  try {
    // A reader hands out its entries a hundred at a time.
    for (;;) {
      const entries = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (entries.length === 0) return;
      for (const entry of entries) {
        if (entry.isDirectory) await walkFolder(entry as FileSystemDirectoryEntry, picked, closed);
        else picked.push({ path: entry.fullPath.replace(/^\//, ""), file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)) });
      }
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    closed.push(folder.fullPath.replace(/^\//, ""));
  }
}

function numberRepeats(workbooks: readonly PickedFile[]): PickedFile[] {
  const taken = new Set<string>();
  return workbooks.map(({ path, file }) => {
    let unique = path;
    for (let i = 2; taken.has(unique); i++) unique = path.replace(/(\.[^./]*)?$/, ` (${i})$1`);
    taken.add(unique);
    return { path: unique, file };
  });
}
