import { placeKey } from "../model/cell";
import { checks } from "../checks/index";
import { inSheetOrder, needsJudgements, runChecks } from "../checks/run-checks";
import { deriveFills } from "../filling/derive-fills";
import { findRepairs } from "../filling/find-repairs";
import type { Finding } from "../model/finding";
import type { AcceptedReason, Profile } from "../model/profile";
import type { Reading } from "../model/reading";
import type { Workbook } from "../model/workbook";
import { judgeTargets } from "../plans/judge-targets";
import { readWorkbook } from "../reading/read-workbook";
import { joinFindings, splitAccepted } from "./accepted";
import type { Inspection } from "./inspection";
import { readRemembered } from "./past-figures/remembered-record";

/** 点検の条件 — the organisation's settings and the day of the look. */
export interface InspectOptions {
  readonly profile: Profile;
  /** ISO date of the look. */
  readonly asOf: string;
  /** Called between the steps and between sheets with the share done, 0–1. */
  readonly onProgress?: (share: number) => void;
}

/** ブックを点検する — the whole flow: read once, then check, fill and judge what was read, and hold what people wrote of it against the judgements. */
export function inspectWorkbook(workbook: Workbook, { profile, asOf, onProgress }: InspectOptions): Inspection {
  const reading = readWorkbook(workbook, { profile, asOf, onProgress: (share) => onProgress?.(share * 0.7) });
  onProgress?.(0.7);
  const figures = runChecks(reading, { profile, asOf, remembered: readRemembered(workbook.ownData) });
  onProgress?.(0.85);
  const { fills, judgements } = buildOn(reading, profile, asOf, splitAccepted(figures.findings, reading, profile.accepted, asOf).findings);
  const words = runChecks(reading, { profile, asOf, judgements });
  const { findings, accepted } = splitAccepted(inSheetOrder([...figures.findings, ...words.findings], reading), reading, profile.accepted, asOf);
  onProgress?.(1);
  return {
    name: workbook.name,
    sheets: workbook.sheets.map(({ name, cells, isProtected, visibility }) => ({ name, cells: cells.length, isProtected, visibility })),
    asOf,
    profile,
    reading,
    findings,
    accepted,
    notChecked: [...figures.notChecked, ...words.notChecked],
    failures: [...figures.failures, ...words.failures],
    fills,
    repairs: findRepairs(reading),
    judgements,
  };
}

/** 理由を見直す — the same inspection with other accepted reasons: an error that was explained no longer spoils what is built on its figure. */
export function reviewInspection(inspection: Inspection, reasons: readonly AcceptedReason[]): Inspection {
  const { reading, asOf } = inspection;
  const profile = { ...inspection.profile, accepted: reasons };
  const before = joinFindings(inspection);
  const reviewed = { ...inspection, profile, ...splitAccepted(before, reading, reasons, asOf) };
  if (isSameList(listErrors(reviewed.findings), listErrors(inspection.findings))) return reviewed;
  const built = buildOn(reading, profile, asOf, reviewed.findings);
  const judged = new Set(checks.filter(needsJudgements).map(({ id }) => id));
  const words = runChecks(reading, { profile, asOf, judgements: built.judgements });
  const now = inSheetOrder([...before.filter(({ check }) => !judged.has(check)), ...words.findings], reading);
  return { ...reviewed, ...built, ...(saysTheSame(now, before) ? {} : splitAccepted(now, reading, reasons, asOf)) };
}

/** A figure that an error speaks of is no ground to build another figure on. */
function buildOn(reading: Reading, profile: Profile, asOf: string, findings: readonly Finding[]): Pick<Inspection, "fills" | "judgements"> {
  const distrusted = new Set(listErrors(findings).map(({ at }) => placeKey(at)));
  const fills = deriveFills(reading, profile, { distrusted, asOf });
  return { fills, judgements: judgeTargets(reading, profile, { asOf, fills, findings }) };
}

function listErrors(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === "error");
}

function saysTheSame(one: readonly Finding[], other: readonly Finding[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ check, at, message }, i) => check === other[i]!.check && placeKey(at) === placeKey(other[i]!.at) && message.ja === other[i]!.message.ja)
  );
}

function isSameList(one: readonly Finding[], other: readonly Finding[]): boolean {
  return one.length === other.length && one.every((finding, index) => finding === other[index]);
}
