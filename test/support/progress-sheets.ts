import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import type { Finding, Severity } from "../../src/model/finding";
import { defaultProfile } from "../../src/model/profile";
import { openKnownWorkbook, USUAL_DAY } from "./known-workbooks";

/** 進捗表の例 — a progress sheet as people type it, and the cells at which one check must speak; none: it must say nothing. */
export interface ProgressSheetCase {
  readonly because: string;
  /** Pipe rows as in a text workbook. */
  readonly sheet: string;
  readonly at?: readonly string[];
  readonly asOf?: string;
  readonly severity?: Severity;
  /** Words that must stand in the Japanese message. */
  readonly says?: string;
}

/** 進捗表を点検する — what one check says of a sheet, read and judged as a whole workbook is. */
export function hearProgress(check: string, sheet: string, asOf = USUAL_DAY): readonly Finding[] {
  const { workbook } = openKnownWorkbook(`# 進捗表\n== sheet 進捗\n${sheet.trim().replace(/^\s+/gm, "")}\n== truth\n`, "進捗表");
  const { findings, failures } = inspectWorkbook(workbook, { profile: defaultProfile, asOf });
  expect(failures).toEqual([]);
  return findings.filter((finding) => finding.check === check);
}

/** 進捗表の例を試す — name and verification of every case, for `test.each`. */
export function casesFor(check: string, cases: readonly ProgressSheetCase[]): [string, () => void][] {
  return cases.map((one): [string, () => void] => [
    `${one.at ? "speaks" : "silent"}: ${one.because}`,
    () => {
      const found = hearProgress(check, one.sheet, one.asOf);
      expect(found.map(({ at }) => at.cell)).toEqual(one.at ?? []);
      for (const { severity, message, related } of found) {
        expect(severity).toBe(one.severity ?? "warning");
        expect(message.ja).toMatch(/。$/);
        expect(message.en).toMatch(/\.$/);
        expect(`${message.ja}${message.en}`).not.toMatch(/undefined|NaN|null|\[object|NG|違反|不合格/);
        expect(related.length).toBeGreaterThan(0);
      }
      if (one.says !== undefined) expect(found.map(({ message }) => message.ja).join("\n")).toContain(one.says);
    },
  ]);
}
