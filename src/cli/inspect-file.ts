import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { codeOf } from "../hosts/file/node/error-code";
import { openWorkbookFile } from "../hosts/file/open-workbook-file";
import { readWorkbook } from "../hosts/file/workbook-reader";
import { HostRefusal } from "../hosts/host";
import { inspectWorkbook } from "../inspection/inspect-workbook";
import type { Inspection } from "../inspection/inspection";
import { chooseProfile } from "../inspection/read-profile";
import type { Profile } from "../model/profile";
import type { Workbook } from "../model/workbook";
import { version } from "../../package.json";
import type { Command } from "./arguments";
import type { Streams } from "./streams";

/** Sheets with fewer cells than this are done before a progress line could be read. */
const LONG_WORK = 100_000;

/** 調べたファイル — a workbook file with what was found in it. */
export interface InspectedFile {
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
  readonly inspection: Inspection;
}

/**
 * ファイルを調べる — reads and inspects one workbook file; what is kept in the workbook holds beside the given settings.
 *
 * @throws HostRefusal when the file cannot be read
 */
export async function inspectFile(file: string, command: Pick<Command, "asOf" | "lang">, profile: Profile | undefined, streams: Pick<Streams, "err">): Promise<InspectedFile> {
  const bytes = await readBytes(file);
  const workbook = readWorkbook(openWorkbookFile(bytes, basename(file)));
  const cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  const shows = streams.err.isTTY === true && cells > LONG_WORK;
  let shown = -1;
  const inspection = inspectWorkbook(workbook, {
    profile: chooseProfile(workbook.ownData, profile),
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

/**
 * 中身を読む — the bytes of a file.
 *
 * @throws HostRefusal when there is none, or it may not be read
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT")
      throw new HostRefusal("not-found", {
        ja: `ファイル「${file}」が見つかりません。名前と場所を確かめてください。`,
        en: `There is no file "${file}". Check its name and place.`,
      });
    if (code === "EISDIR")
      throw new HostRefusal("not-a-workbook", { ja: `「${file}」はフォルダーです。ブックのファイルを指定してください。`, en: `"${file}" is a folder. Name a workbook file.` });
    if (code === "EACCES") throw new HostRefusal("not-found", { ja: `ファイル「${file}」を読む権限がありません。`, en: `You have no permission to read "${file}".` });
    if (code === "") throw error;
    throw new HostRefusal("not-found", {
      ja: `ファイル「${file}」を読めませんでした（${code}）。ほかのプログラムで開けるか確かめてください。`,
      en: `"${file}" could not be read (${code}); see whether another program opens it.`,
    });
  }
}
