import { makeWorkbook } from "../../hosts/file/new-workbook";
import { openWorkbookFile } from "../../hosts/file/open-workbook-file";
import { refuseTooLarge } from "../../hosts/file/refusals";
import { readWorkbook } from "../../hosts/file/workbook-reader";
import { FILE_LIMIT } from "../../hosts/file/zip";
import { HostRefusal } from "../../hosts/host";
import { findIndicator } from "../../indicators";
import { inspectWorkbook } from "../../inspection/inspect-workbook";
import { chooseProfile } from "../../inspection/read-profile";
import { readRecord } from "../../inspection/roll-up/read-record";
import { countInspection, recordInspection } from "../../inspection/roll-up/record-check";
import { countFile, type FileTotals, RollUp } from "../../inspection/roll-up/roll-up";
import { makeRollUpSheets } from "../../inspection/roll-up/roll-up-sheets";
import { readPicked } from "../read-picked";
import { type CheckedPicked, describePicked, type ManySettings, refusePicked } from "./checked-picked";
import type { PickedFile } from "./collect-files";

/** 一冊を点検する — the workbook is let go before the next one is read; never throws for anything about the file. */
export async function checkPicked(picked: PickedFile, settings: ManySettings, onProgress: (share: number) => void): Promise<CheckedPicked> {
  try {
    if (picked.file.size > FILE_LIMIT) throw refuseTooLarge(FILE_LIMIT / 1024 / 1024, null);
    const workbook = readWorkbook(openWorkbookFile(new Uint8Array(await readPicked(picked.file)), picked.file.name));
    const inspection = inspectWorkbook(workbook, { profile: chooseProfile(workbook.ownData, settings.profile), asOf: settings.asOf, onProgress });
    const totals = countFile(readRecord(recordInspection(inspection, describePicked(picked, settings), settings.lang))!);
    return { counts: countInspection(inspection), refusal: null, totals, failures: inspection.failures.map(({ check }) => check) };
  } catch (error) {
    if (!(error instanceof HostRefusal)) throw error;
    return refusePicked(picked, settings, error.reason, error.sentence);
  }
}

/** まとめのブックを作る — the same workbook as `kpi roll-up` makes of the same files. */
export async function makeRollUpFile(all: readonly FileTotals[]): Promise<Uint8Array> {
  const rollUp = new RollUp();
  for (const totals of all) rollUp.addTotals(totals);
  return makeWorkbook(makeRollUpSheets(rollUp, findIndicator));
}
