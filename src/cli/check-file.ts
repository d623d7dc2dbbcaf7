import { createHash } from "node:crypto";
import { basename } from "node:path";
import { HostRefusal } from "../hosts/host";
import type { CheckRecord } from "../inspection/roll-up/read-record";
import { type CheckCounts, countInspection, recordInspection, recordRefusal } from "../inspection/roll-up/record-check";
import type { Language } from "../model/finding";
import type { Profile } from "../model/profile";
import { version } from "../../package.json";
import type { FoundWorkbook } from "./find-workbooks";
import { inspectFile } from "./inspect-file";

/** 点検の条件 — what holds for every file of one run; plain data, sent to the workers. */
export interface CheckSettings {
  readonly lang: Language;
  readonly asOf: string;
  readonly profile: Profile | undefined;
}

/** 点検した一件 — one file of many: counts for people, and its line of JSON; or why it could not be read. */
export interface CheckedFile {
  readonly counts: CheckCounts | null;
  /** The sentence why it could not be read; null when it could. */
  readonly refusal: string | null;
  readonly json: string;
  /** What is to be said beside the result: checks of ours that broke. */
  readonly aside: string;
}

/** 一件を点検する — never throws for anything about the file. */
export async function checkFile(workbook: FoundWorkbook, settings: CheckSettings): Promise<CheckedFile> {
  let aside = "";
  try {
    const { inspection } = await inspectFile(workbook.path, settings, settings.profile, { err: { write: (text: string) => (aside += text) } });
    return { counts: countInspection(inspection), refusal: null, json: JSON.stringify(recordInspection(inspection, describeSource(workbook, settings), settings.lang)), aside };
  } catch (error) {
    if (!(error instanceof HostRefusal)) throw error;
    return { ...refuseFile(workbook, settings, error.reason, error.sentence[settings.lang]), aside };
  }
}

/** 読めなかった一件 — the result of a file that could not be checked, with the reason and its sentence. */
export function refuseFile(workbook: FoundWorkbook, settings: CheckSettings, reason: string, message: string): CheckedFile {
  const record = recordRefusal(basename(workbook.path), describeSource(workbook, settings), { reason, message });
  return { counts: null, refusal: message, json: JSON.stringify(record), aside: "" };
}

/** 出どころを書く — the file as it was found, and what decides its result besides. */
export function describeSource({ path, size, modified }: FoundWorkbook, { asOf, lang, profile }: CheckSettings): CheckRecord["source"] {
  return { path, size, modified, asOf, lang, version, profile: profile ? createHash("sha256").update(JSON.stringify(profile)).digest("hex").slice(0, 16) : null };
}
