import type { Edit } from "../../model/edit";
import type { Sentence } from "../../model/finding";
import type { Workbook } from "../../model/workbook";
import { renderShortYear } from "../render-words";
import type { Inspection } from "../inspection";
import { listRestated, tellRestated } from "../past-figures/list-restated";
import type { NameOf } from "../render-about";
import { proposeSheet, type SheetProposal } from "../own-sheets/propose-sheet";
import { groupTargets } from "../target-rows";
import { listFollowUp, listFollowUpYears } from "./follow-up-rows";
import { ENTRY_HEADS, makeFollowUpSheet } from "./follow-up-sheet";
import { makeTrendSheet } from "./trend-sheet";
import { findWrittenEntries } from "./written-entries";

/** フォローアップの提案 — the edits that make the sheets, and what is to be told about them. */
export interface FollowUpProposal {
  readonly edits: readonly Edit[];
  /** Names of the sheets, new or brought up to date. */
  readonly sheets: readonly SheetProposal["sheet"][];
  /** What a figure or judgement says now and said before, and the figures of past years that were restated. */
  readonly changes: readonly Sentence[];
}

/** フォローアップの求め — for which year. */
export interface FollowUpRequest {
  /** null: the latest year with a figure. */
  readonly year: number | null;
}

/**
 * フォローアップ表の変更 — the sheet of one plan year and the sheet of the whole plan, as edits.
 *
 * shape  a sheet that is there already is brought up to date in place, and what people wrote stays; where its rows are others now,
 *        or somebody changed what is ours, a new one is made beside it with what was written
 * none   undefined when no target is judged in that year
 */
export function followUpEdits(inspection: Inspection, workbook: Pick<Workbook, "name" | "sheets">, nameOf: NameOf, request: FollowUpRequest): FollowUpProposal | undefined {
  const held = groupTargets(inspection);
  const plans = listFollowUp(inspection, held, nameOf);
  const year = request.year ?? listFollowUpYears(held).year;
  if (year === null || !plans.some(({ years }) => years.length === 0 || years.includes(year))) return undefined;
  const short = renderShortYear(year).ja;
  const order = { plans, year, workbook: workbook.name, asOf: inspection.asOf, restated: listRestated(inspection).length, writtenOf: findWrittenEntries(inspection) };
  const yearly = proposeSheet(workbook, `フォローアップ ${short}`, `follow-up ${short}`, ENTRY_HEADS, (sheet) => makeFollowUpSheet({ ...order, ...sheet }));
  const whole = proposeSheet(workbook, "計画期間の推移", "trend", ENTRY_HEADS, (sheet) => makeTrendSheet({ ...order, ...sheet }));
  return { edits: [...yearly.edits, ...whole.edits], sheets: [yearly.sheet, whole.sheet], changes: [...yearly.changes, ...tellRestated(inspection)] };
}
