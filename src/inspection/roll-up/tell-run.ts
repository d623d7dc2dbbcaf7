import type { Sentence } from "../../model/finding";
import type { FileSearch } from "./sort-files";

/** まとめの数 — what all files of a run come to. */
export interface RunTotals {
  readonly files: number;
  /** Of them, those an earlier run has checked. */
  readonly kept: number;
  readonly withErrors: number;
  readonly refused: number;
  readonly missed: number;
}

/** まとめを言う — one line for all files of a run. */
export function tellRun({ files, kept, withErrors, refused, missed }: RunTotals): Sentence {
  const number = (count: number): string => count.toLocaleString("en-US");
  const of = kept === 0 ? { ja: "", en: "" } : { ja: `（うち ${number(kept)} 件は前の結果）`, en: ` (${number(kept)} of an earlier run)` };
  return {
    ja: `${number(files)} 件${of.ja}：要修正のあるファイル ${number(withErrors)}、読めなかったファイル ${number(refused)}、未達 ${number(missed)}`,
    en: `${number(files)} ${files === 1 ? "file" : "files"}${of.en}: ${number(withErrors)} with something to correct, ${number(refused)} not read, ${number(missed)} targets missed`,
  };
}

/**
 * 除いたものを言う — what a search left out, and why.
 *
 * none  undefined when there was nothing
 */
export function tellLeftOut({ locks, hidden, otherFormats, closedFolders }: Omit<FileSearch<unknown>, "workbooks">): Sentence | undefined {
  const parts: readonly (readonly [count: number, ja: string, en: string])[] = [
    [locks, "開いている間の一時ファイル（~$）", "lock files (~$)"],
    [hidden, "隠しファイル・隠しフォルダー", "hidden files or folders"],
    [otherFormats, "読めない形式（.xls、.xlsb、.ods など）", "of formats that are not read (.xls, .xlsb, .ods …)"],
    [closedFolders.length, "開けないフォルダー", `folders that could not be opened: ${closedFolders.join(", ")}`],
  ];
  const found = parts.filter(([count]) => count > 0);
  if (found.length === 0) return undefined;
  return {
    ja: `除いたもの：${found.map(([count, ja]) => `${ja} ${count}`).join("、")}${closedFolders.length > 0 ? `（${closedFolders.join("、")}）` : ""}`,
    en: `Left out: ${found.map(([count, , en]) => `${count} ${en}`).join("; ")}`,
  };
}
