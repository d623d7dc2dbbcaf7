import { type CheckRecord, readRecord } from "../../inspection/roll-up/read-record";
import { type CheckCounts, recordRefusal } from "../../inspection/roll-up/record-check";
import { countFile, type FileTotals } from "../../inspection/roll-up/roll-up";
import type { Language, Sentence } from "../../model/finding";
import type { Profile } from "../../model/profile";
import type { PickedFile } from "./collect-files";

/** まとめの条件 — what holds for every file of one run; plain data, sent to the worker. */
export interface ManySettings {
  readonly lang: Language;
  /** ISO date of the look. */
  readonly asOf: string;
  /** Settings for all of them; undefined leaves it to each workbook. */
  readonly profile: Profile | undefined;
  readonly version: string;
}

/** 点検した一冊 — what is shown of one workbook, and what it adds to the roll-up. */
export interface CheckedPicked {
  readonly counts: CheckCounts | null;
  /** Why it could not be read; null when it could. */
  readonly refusal: Sentence | null;
  readonly totals: FileTotals;
  /** Checks of ours that broke on it. */
  readonly failures: readonly string[];
}

/** 出どころを書く — the picked file as it is, and what decides its result besides. */
export function describePicked({ path, file }: PickedFile, { asOf, lang, version }: ManySettings): CheckRecord["source"] {
  return { path, size: file.size, modified: new Date(file.lastModified).toISOString(), asOf, lang, version, profile: null };
}

/** 読めなかった一冊 — one more line of the run, with the reason. */
export function refusePicked(picked: PickedFile, settings: ManySettings, reason: string, sentence: Sentence): CheckedPicked {
  const record = recordRefusal(picked.file.name, describePicked(picked, settings), { reason, message: sentence[settings.lang] });
  return { counts: null, refusal: sentence, totals: countFile(readRecord(record)!), failures: [] };
}
