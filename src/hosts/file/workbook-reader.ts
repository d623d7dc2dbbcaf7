import type { Sheet, Workbook } from "../../model/workbook";
import { readOwnData } from "./own-data-reader";
import type { OpenedFile } from "./package";
import { readSharedStrings } from "./shared-strings";
import { readSheet, type SheetContext } from "./sheet-reader";
import { readCellFormats } from "./styles";
import { readWorkbookDirectory } from "./workbook-directory";

/**
 * ブックを読む — everything the engine may know of the opened file, as plain data.
 *
 * shape   hidden sheets are read too; chart sheets hold no cells and are left out
 * @throws HostRefusal when a part that is needed is missing, damaged or too large; never an empty sheet in its place
 */
export function readWorkbook(opened: OpenedFile, progress?: (share: number) => void): Workbook {
  const { sheets: entries, date1904 } = readWorkbookDirectory(opened);
  const context: SheetContext = { strings: readSharedStrings(opened), formats: readCellFormats(opened), date1904 };
  const sheets: Sheet[] = [];
  for (const entry of entries) {
    sheets.push(readSheet(opened, entry, context));
    progress?.(sheets.length / entries.length);
  }
  return { name: opened.name, sheets, date1904, ownData: readOwnData(opened) };
}
