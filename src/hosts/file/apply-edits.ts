import { writeAddress } from "../../model/cell";
import type { ApplyReport, Edit } from "../../model/edit";
import { askForCalculation } from "./calculation-writer";
import { writeOwnData } from "./own-data-writer";
import { PackageEditor } from "./package-editor";
import { relationshipsOf, type OpenedFile } from "./package";
import { readSharedStrings } from "./shared-strings";
import { SheetEditor, type CellEdit, type MarkEdit, type Writers } from "./sheet-editor";
import type { SheetContext } from "./sheet-reader";
import { StringWriter } from "./string-writer";
import { StyleWriter } from "./style-writer";
import { readCellFormats } from "./styles";
import { TabEditor } from "./tab-editor";
import { verifyResult } from "./verify-result";
import { readWorkbookDirectory } from "./workbook-directory";
import { refuseSigned } from "./write-refusals";

type Refused = ApplyReport["refused"][number];

/** 適用の条件 — what the user agreed to. */
export interface ApplyOptions {
  /** The file is digitally signed, and the signature may be broken. */
  readonly allowSigned?: boolean;
}

/** 適用したもの — the file with the edits in it, what to report, and which edits changed something. */
export interface Applied {
  readonly opened: OpenedFile;
  readonly report: ApplyReport;
  readonly accepted: readonly Edit[];
}

/**
 * 変更を適用する — one batch of edits into the bytes of a workbook file, opened again and compared before it is handed out.
 *
 * shape   `applied` counts cells written, sheets marked, sheets whose marks came off, sheets added and removed; what we keep for
 *         ourselves is not counted. A sheet that this batch removes or adds takes no other edit of it
 * @throws HostRefusal when the file is signed, a part is damaged, or the result is not what it should be
 */
export function applyEdits(opened: OpenedFile, edits: readonly Edit[], options: ApplyOptions = {}): Applied {
  const editor = new PackageEditor(opened);
  const directory = readWorkbookDirectory(opened);
  const entries = new Map(directory.sheets.map((entry) => [entry.name, entry]));
  let context: SheetContext | undefined;
  const writers: Writers = {
    editor,
    strings: new StringWriter(editor),
    styles: new StyleWriter(editor),
    context: () => (context ??= { strings: readSharedStrings(opened), formats: readCellFormats(opened), date1904: directory.date1904 }),
  };
  const tabs = new TabEditor(writers, directory);
  const bySheet = new Map<string, { cells: CellEdit[]; marks: MarkEdit[] }>();
  let ownData: string | null | undefined;
  for (const edit of edits) {
    if (edit.kind === "set-own-data") {
      ownData = edit.text;
      continue;
    }
    if (edit.kind === "add-sheet" || edit.kind === "remove-sheet") {
      tabs.edit(edit);
      continue;
    }
    let found = bySheet.get(edit.sheet);
    if (!found) bySheet.set(edit.sheet, (found = { cells: [], marks: [] }));
    if (edit.kind === "set-cell") found.cells.push(edit);
    else found.marks.push(edit);
  }

  tabs.finish();
  const refused: Refused[] = [...tabs.refused];
  const sheets: SheetEditor[] = [];
  let applied = tabs.accepted.length;
  for (const [name, { cells, marks }] of bySheet) {
    const entry = tabs.isRemoved(name) ? undefined : entries.get(name);
    if (!entry) {
      for (const edit of [...cells, ...marks]) refused.push({ sheet: name, cell: cellOf(edit), reason: "not-found" });
      continue;
    }
    const sheet = new SheetEditor(writers, entry, cells, marks);
    sheet.edit();
    applied += sheet.applied;
    refused.push(...sheet.refused.map(({ edit, reason }) => ({ sheet: name, cell: cellOf(edit), reason })));
    sheets.push(sheet);
  }
  writers.strings.finish();
  writers.styles.finish();
  if (tabs.accepted.length > 0 || sheets.some((sheet) => sheet.written.size > 0)) askForCalculation(editor);
  if (ownData !== undefined) ownData = writeOwnData(editor, ownData);

  const report = { applied, refused, ...reportBefore(sheets) };
  const accepted: Edit[] = [...tabs.accepted, ...sheets.flatMap((sheet) => sheet.accepted), ...(ownData === undefined ? [] : [{ kind: "set-own-data", text: ownData } as const])];
  const touched = editor.finish();
  if (touched.size === 0) return { opened, report, accepted };
  if (!options.allowSigned && isSigned(opened)) throw refuseSigned();
  const bytes = editor.write();
  return { opened: verifyResult(opened, bytes, { touched, sheets, tabs: tabs.names, added: tabs.added, ownData }), report, accepted };
}

/** What an undo has to give back; what there is nothing to say of is left out. */
function reportBefore(sheets: readonly SheetEditor[]): Pick<ApplyReport, "formats" | "marks"> {
  const formats = sheets.flatMap(({ entry, formatsBefore }) => [...formatsBefore].map(([cell, code]) => [`${entry.name}!${cell}`, code] as const));
  const marks = sheets.flatMap(({ entry, marksBefore }) => (marksBefore === undefined ? [] : [[entry.name, marksBefore] as const]));
  return { ...(formats.length > 0 ? { formats: Object.fromEntries(formats) } : {}), ...(marks.length > 0 ? { marks: Object.fromEntries(marks) } : {}) };
}

/** 電子署名があるか — is the file signed as a whole? A signature of its macros alone does not count: it does not cover the sheets. */
export function isSigned(opened: OpenedFile): boolean {
  return relationshipsOf(opened, "").some((relation) => relation.typeAddress.endsWith("/digital-signature/origin"));
}

function cellOf(edit: CellEdit | MarkEdit): string {
  if (edit.kind === "set-cell") return writeAddress(Math.max(edit.row, 0), Math.max(edit.col, 0));
  const first = edit.kind === "mark" ? edit.ranges[0] : undefined;
  return first ? writeAddress(first.top, first.left) : "A1";
}
