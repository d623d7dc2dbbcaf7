/** 探した結果 — the workbooks of files and folders, and what was left out. */
export interface FileSearch<Found> {
  readonly workbooks: readonly Found[];
  /** `~$…`: what Excel puts beside a workbook while somebody has it open. */
  readonly locks: number;
  readonly hidden: number;
  /** Spreadsheets of formats that are not read: .xls, .xlsb, .ods. */
  readonly otherFormats: number;
  readonly closedFolders: readonly string[];
}

/** ファイルの種類 — what a name in a folder tells: a workbook to check, or why it is left out; `other` is no workbook at all. */
export type FileKind = "workbook" | "lock" | "hidden" | "other-format" | "other";

const READ: ReadonlySet<string> = new Set(["xlsx", "xlsm"]);
const NOT_READ: ReadonlySet<string> = new Set(["xls", "xlsb", "xlt", "ods", "numbers"]);

/** 名前の順 — as people sort them: 第2回 before 第10回. */
export const nameOrder = new Intl.Collator("ja", { numeric: true });

/** ファイルを見分ける — by its name alone, without folders. */
export function tellFileKind(name: string): FileKind {
  const end = /.\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  if (name.startsWith(".")) return READ.has(end) ? "hidden" : "other";
  if (name.startsWith("~$")) return "lock";
  if (READ.has(end)) return "workbook";
  return NOT_READ.has(end) ? "other-format" : "other";
}
