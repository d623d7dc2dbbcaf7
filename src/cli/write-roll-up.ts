import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { makeWorkbook } from "../hosts/file/new-workbook";
import { saveFile } from "../hosts/file/node/save-file";
import { openWorkbookFile } from "../hosts/file/open-workbook-file";
import { readWorkbook } from "../hosts/file/workbook-reader";
import { HostRefusal } from "../hosts/host";
import { findIndicator } from "../indicators";
import { readRecord } from "../inspection/roll-up/read-record";
import { RollUp } from "../inspection/roll-up/roll-up";
import { makeRollUpSheets, ROLL_UP_KIND } from "../inspection/roll-up/roll-up-sheets";
import { readSheetTag } from "../model/new-sheet";
import type { Profile } from "../model/profile";
import { type Command, UsageError } from "./arguments";
import { checkAll, noWorkbookIn } from "./check-many";
import { FileLines } from "./file-lines";
import { findWorkbooks, isFolder, type FoundWorkbook } from "./find-workbooks";
import { readBytes } from "./inspect-file";
import { readResults } from "./results-file";
import type { ExitCode, Streams } from "./streams";

/**
 * 集計を書く — a workbook over the results of many files; of a folder, its workbooks are checked first.
 *
 * @throws HostRefusal when results cannot be read or the workbook cannot be written; UsageError when there is nothing to sum up
 */
export async function writeRollUp(command: Command, profile: Profile | undefined, streams: Streams): Promise<ExitCode> {
  const rollUp = new RollUp();
  const folders: string[] = [];
  const results: string[] = [];
  for (const path of command.files) (isWorkbookName(path) || (await isFolder(path)) ? folders : results).push(path);
  const out = command.out!;
  for (const path of results) await readResults(path, (record) => rollUp.add(record));
  if (folders.length > 0) await checkFolders(folders, { out, rollUp, command, profile, streams });
  const files = rollUp.files().length;
  if (files === 0)
    throw new UsageError({
      ja: "集計する結果がありません。kpi check --resume で結果を書き出してください。",
      en: "There are no results to sum up; write some with kpi check --resume.",
    });
  const bytes = await makeWorkbook(makeRollUpSheets(rollUp, findIndicator));
  await saveFile(bytes, { from: results[0] ?? null, to: out });
  streams.err.write(command.lang === "ja" ? `${files.toLocaleString("en-US")} 件を集計しました: ${out}\n` : `Summed up ${files.toLocaleString("en-US")} files: ${out}\n`);
  return 0;
}

async function checkFolders(
  paths: readonly string[],
  {
    out,
    rollUp,
    command,
    profile,
    streams,
  }: { readonly out: string; readonly rollUp: RollUp; readonly command: Command; readonly profile: Profile | undefined; readonly streams: Streams },
): Promise<void> {
  const search = await findWorkbooks(paths);
  const target = await realPlace(out);
  const workbooks: FoundWorkbook[] = [];
  for (const workbook of search.workbooks) {
    if ((await realPlace(workbook.path)) !== target) workbooks.push(workbook);
    else if (!(await isRollUp(workbook.path))) throw refuseSource(out);
  }
  if (workbooks.length === 0) throw new UsageError(noWorkbookIn(paths, search));
  const lines = new FileLines(streams, command.lang, workbooks.length);
  await checkAll(workbooks, command, { lang: command.lang, asOf: command.asOf, profile }, streams, (workbook, checked) => {
    lines.count(workbook, checked);
    rollUp.add(readRecord(JSON.parse(checked.json))!);
  });
  lines.finish(search);
}

function isWorkbookName(path: string): boolean {
  return /\.xls[xm]$/i.test(path);
}

/** An earlier roll-up in the same folder is written anew; a workbook that was to be summed up never is. */
async function isRollUp(path: string): Promise<boolean> {
  const first = readWorkbook(openWorkbookFile(await readBytes(path), path)).sheets[0];
  return first !== undefined && (readSheetTag(first.cells)?.startsWith(`${ROLL_UP_KIND} `) ?? false);
}

async function realPlace(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

function refuseSource(out: string): HostRefusal {
  return new HostRefusal("cannot-write", {
    ja: `保存先「${out}」は集計するブックのひとつです。元のファイルは変更しません。別の名前を指定してください。`,
    en: `"${out}" is one of the workbooks to be summed up, which are never changed; choose another name.`,
  });
}
