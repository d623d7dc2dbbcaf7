import type { Language } from "../../model/finding";
import { isMissed } from "../../model/plan";
import type { Inspection } from "../inspection";
import { toPublicJson } from "../public-json";
import type { CheckRecord } from "./read-record";

/** 点検した数 — what one line for people says of a file. */
export interface CheckCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Judged plan years that were missed, over all plans. */
  readonly missed: number;
  readonly tables: number;
}

/** 点検した数を数える — findings by severity, missed plan years, tables. */
export function countInspection({ findings, judgements, reading }: Inspection): CheckCounts {
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    missed: judgements.filter(({ status }) => isMissed(status)).length,
    tables: reading.tables.length,
  };
}

/** 点検を記録する — the line of results of a file that was checked; `readRecord` reads it back. */
export function recordInspection(inspection: Inspection, source: CheckRecord["source"], lang: Language): object {
  return { ...toPublicJson(inspection, lang), source };
}

/** 読めなかったことを記録する — the line of results of a file that could not be checked. */
export function recordRefusal(file: string, source: CheckRecord["source"], refusal: NonNullable<CheckRecord["refusal"]>): object {
  return { schema: 1, file, refusal, source };
}
