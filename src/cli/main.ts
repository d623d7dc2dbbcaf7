import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { openWorkbookFile } from "../hosts/file/open-workbook-file";
import { readWorkbook } from "../hosts/file/workbook-reader";
import { HostRefusal } from "../hosts/host";
import { findIndicator } from "../indicators";
import { fillEdits, markEdits, repairEdits, unmarkEdits } from "../inspection/edits";
import { inspectWorkbook } from "../inspection/inspect-workbook";
import type { Inspection } from "../inspection/inspection";
import { makeInspectionView } from "../inspection/make-view";
import { toPublicJson } from "../inspection/public-json";
import { ProfileError, readOwnProfile, readProfile } from "../inspection/read-profile";
import type { Edit, LeftReason } from "../model/edit";
import type { Sentence } from "../model/finding";
import { defaultProfile, type Profile } from "../model/profile";
import type { Workbook } from "../model/workbook";
import { version } from "../../package.json";
import { readArguments, usage, UsageError, type Command } from "./arguments";
import { noPaint, terminalPaint } from "./paint";
import { renderReport } from "./report";

/** 出力先 — where the command line writes; the tests put their own here. */
export interface Streams {
  readonly out: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly err: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly today: string;
}

/** 終了コード — 0 nothing of severity error, 1 some, 2 could not do it. */
export type ExitCode = 0 | 1 | 2;

/** 命令を実行する — the whole command line; never throws for anything about the user's files. */
export async function main(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const wantsEnglish = args.some((arg, i) => arg === "--lang=en" || (arg === "en" && args[i - 1] === "--lang"));
  try {
    const command = readArguments(args, streams.today);
    return await run(command, streams);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (!sentence) throw error;
    streams.err.write(`${sentence[wantsEnglish ? "en" : "ja"]}\n`);
    return 2;
  }
}

async function run(command: Command, streams: Streams): Promise<ExitCode> {
  if (command.verb === "help") {
    streams.out.write(`${usage[command.lang]}\n`);
    return 0;
  }
  if (command.verb === "version") {
    streams.out.write(`${version}\n`);
    return 0;
  }
  const profile = await loadProfile(command);
  return command.verb === "check" ? checkAll(command, profile, streams) : write(command, profile, streams);
}

/** The settings named with --profile; without them each workbook's own hold. */
async function loadProfile(command: Command): Promise<Profile | undefined> {
  if (command.profilePath === undefined) return undefined;
  return readProfile(new TextDecoder().decode(await readBytes(command.profilePath)));
}

async function checkAll(command: Command, profile: Profile | undefined, streams: Streams): Promise<ExitCode> {
  const results: object[] = [];
  let code: ExitCode = 0;
  for (const file of command.files) {
    try {
      const { inspection } = await inspectFile(file, command, profile, streams);
      if (command.isJson) results.push(toPublicJson(inspection, command.lang));
      else {
        const view = makeInspectionView(inspection, findIndicator);
        streams.out.write(`${results.length > 0 ? "\n" : ""}${renderReport(view, command.lang, streams.out.isTTY ? terminalPaint : noPaint)}`);
        results.push({});
      }
      if (code === 0 && inspection.findings.some(({ severity }) => severity === "error")) code = 1;
    } catch (error) {
      const sentence = sentenceOf(error);
      if (!sentence) throw error;
      // One file that cannot be read does not keep the others from being checked.
      streams.err.write(`${command.files.length > 1 ? `${file}: ` : ""}${sentence[command.lang]}\n`);
      code = 2;
    }
  }
  if (command.isJson && results.length > 0) streams.out.write(`${JSON.stringify(command.files.length === 1 ? results[0] : results, null, streams.out.isTTY ? 2 : undefined)}\n`);
  return code;
}

async function write(command: Command, profile: Profile | undefined, streams: Streams): Promise<ExitCode> {
  const file = command.files[0]!;
  const { bytes, workbook, inspection } = await inspectFile(file, command, profile, streams);
  // Checking needs none of the writing half; it is loaded when something is written.
  const [{ FileHost }, { saveFile }] = await Promise.all([import("../hosts/file/file-host"), import("../hosts/file/node/save-file")]);
  const host = new FileHost(bytes, basename(file));
  const repaired = command.repairs ? await host.apply(repairEdits(inspection.repairs)) : undefined;
  // What was a text can be reckoned with now, so that a fill that could only be a value becomes a formula.
  const standing = repaired && repaired.applied > 0 ? inspectWorkbook(await host.readWorkbook(), { profile: inspection.profile, asOf: command.asOf }) : inspection;
  const edits = editsOf(command, standing, workbook);
  const report = await host.apply(edits);
  await saveFile(host.bytes(), { from: file, to: command.out! });
  const say = (ja: string, en: string): string => (command.lang === "ja" ? ja : en);
  const marked = edits.reduce((sum, edit) => sum + (edit.kind === "mark" ? edit.ranges.length : 0), 0);
  const told = {
    fill: say(`${report.applied} セルを補いました`, `Filled ${report.applied} cells`),
    mark: say(`未達の ${marked} セルに印を付けました`, `Marked ${marked} cells of missed plan years`),
    unmark: say("印を消しました", "Took the marks off"),
  };
  if (repaired) streams.err.write(`${say(`文字列の数値 ${repaired.applied} 件を数値に直しました`, `Made numbers of ${repaired.applied} texts`)}\n`);
  streams.err.write(`${told[command.verb as keyof typeof told]}: ${command.out}\n`);
  for (const refused of [...(repaired?.refused ?? []), ...report.refused]) streams.err.write(`  ${refused.sheet}!${refused.cell}  ${refusalWords[refused.reason][command.lang]}\n`);
  if (command.verb === "fill")
    streams.err.write(`${say("関係する式は、Excel で開いたときに計算し直されます。", "Dependent formulas are recalculated when Excel opens the file.")}\n`);
  return 0;
}

const refusalWords: { readonly [reason in LeftReason]: Sentence } = {
  changed: { ja: "読み取ったときと内容が違うため、書き込みませんでした。", en: "holds something else than when it was read: left alone." },
  protected: { ja: "シートが保護されているため、書き込みませんでした。", en: "the sheet is protected: left alone." },
  "part-of-array": { ja: "配列数式などの一部のため、書き込みませんでした。", en: "part of an array or a table of data: left alone." },
  merged: { ja: "結合されたセルの一部のため、書き込みませんでした。", en: "part of a merged cell: left alone." },
  "not-found": { ja: "書き込む場所が見つかりませんでした。", en: "the place was not found." },
  "name-taken": { ja: "同じ名前のシートがあるため、作りませんでした。", en: "a sheet of this name is there already: not made." },
};

function editsOf(command: Command, inspection: Inspection, workbook: Workbook): readonly Edit[] {
  if (command.verb === "fill") return fillEdits(inspection.fills);
  return command.verb === "mark" ? markEdits(inspection, workbook) : unmarkEdits(workbook);
}

/** Sheets with fewer cells than this are done before a progress line could be read. */
const LONG_WORK = 100_000;

async function inspectFile(
  file: string,
  command: Command,
  profile: Profile | undefined,
  streams: Streams,
): Promise<{ bytes: Uint8Array; workbook: Workbook; inspection: Inspection }> {
  const bytes = await readBytes(file);
  const workbook = readWorkbook(openWorkbookFile(bytes, basename(file)));
  const cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  const shows = streams.err.isTTY === true && cells > LONG_WORK;
  let shown = -1;
  const kept = readOwnProfile(workbook.ownData) ?? defaultProfile;
  const inspection = inspectWorkbook(workbook, {
    // Reasons belong to the workbook's figures: settings of the organisation come beside them, not in their place.
    profile: profile ? { ...profile, accepted: [...kept.accepted, ...profile.accepted] } : kept,
    asOf: command.asOf,
    onProgress: (share) => {
      const percent = Math.floor(share * 10) * 10;
      if (!shows || percent === shown) return;
      shown = percent;
      streams.err.write(`\r${basename(file)} ${percent}%${percent === 100 ? "\n" : ""}`);
    },
  });
  for (const { check, error } of inspection.failures) streams.err.write(`${command.lang === "ja" ? "不具合" : "Our mistake"} (${version}): ${check}: ${error}\n`);
  return { bytes, workbook, inspection };
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
    if (code === "ENOENT")
      throw new HostRefusal("not-found", {
        ja: `ファイル「${file}」が見つかりません。名前と場所を確かめてください。`,
        en: `There is no file "${file}". Check its name and place.`,
      });
    if (code === "EISDIR")
      throw new HostRefusal("not-a-workbook", { ja: `「${file}」はフォルダーです。ブックのファイルを指定してください。`, en: `"${file}" is a folder. Name a workbook file.` });
    if (code === "EACCES") throw new HostRefusal("not-found", { ja: `ファイル「${file}」を読む権限がありません。`, en: `You have no permission to read "${file}".` });
    throw error;
  }
}

function sentenceOf(error: unknown): Sentence | undefined {
  return error instanceof HostRefusal || error instanceof UsageError || error instanceof ProfileError ? error.sentence : undefined;
}
