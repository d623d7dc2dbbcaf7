import { runChecks } from "../checks/run-checks";
import { deriveFills } from "../filling/derive-fills";
import { findRepairs } from "../filling/find-repairs";
import type { Profile } from "../model/profile";
import type { Workbook } from "../model/workbook";
import { judgeTargets } from "../plans/judge-targets";
import { readWorkbook } from "../reading/read-workbook";
import type { Inspection } from "./inspection";

/** 点検の条件 — the organisation's settings and the day of the look. */
export interface InspectOptions {
  readonly profile: Profile;
  /** ISO date of the look. */
  readonly asOf: string;
  /** Called between the steps and between sheets with the share done, 0–1. */
  readonly onProgress?: (share: number) => void;
}

/** ブックを点検する — the whole flow: read once, then check, fill and judge what was read. */
export function inspectWorkbook(workbook: Workbook, { profile, asOf, onProgress }: InspectOptions): Inspection {
  const reading = readWorkbook(workbook, { profile, asOf, onProgress: (share) => onProgress?.(share * 0.7) });
  onProgress?.(0.7);
  const { findings, notChecked, failures } = runChecks(reading, { profile, asOf });
  onProgress?.(0.85);
  // A figure that an error speaks of is no ground to build another figure on.
  const distrusted = new Set(findings.filter(({ severity }) => severity === "error").map(({ at }) => `${at.sheet}!${at.cell}`));
  const fills = deriveFills(reading, profile, { distrusted, asOf });
  const judgements = judgeTargets(reading, profile, { asOf, fills, findings });
  onProgress?.(1);
  return {
    name: workbook.name,
    sheets: workbook.sheets.map(({ name, cells, isProtected, visibility }) => ({ name, cells: cells.length, isProtected, visibility })),
    asOf,
    profile,
    reading,
    findings,
    notChecked,
    failures,
    fills,
    repairs: findRepairs(reading),
    judgements,
  };
}
