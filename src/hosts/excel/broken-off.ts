import { writeAddress, type CellRange } from "../../model/cell";
import type { ApplyReport, LeftReason, MarkedCells } from "../../model/edit";
import { fingerprintCells } from "../../model/new-sheet";
import { isSame } from "../compare-was";
import { HostRefusal } from "../host";
import { readAreas } from "./addresses";
import { markedCell } from "./choose-writes";
import { askSheetEdits, nameOf, type SheetDecision } from "./own-sheets";
import type { BatchPlan, SheetComing, SheetWork } from "./plan-batch";
import { isCellBeingEdited, readFault, refuseFault, refuseHalfDone, type HalfDone } from "./refusals";
import { rereadSheets, type SheetsNow } from "./reread";
import { ask, type Patience, withCause } from "./run-excel";
import type { Progress } from "./run-steps";
import type { SheetNow } from "./sheet-now";
import { cellKey } from "./targets";

/**
 * 途中で止まったわけ — the refusal for a batch that broke off, after the workbook was read again; anything else than Excel's errors comes back as it is.
 *
 * shape  what was left half made is taken out again first
 */
export async function explainBreak(error: unknown, plan: BatchPlan, { taken }: Progress, patience: Patience): Promise<unknown> {
  const fault = readFault(error);
  if (!fault) return error;
  // Nothing at all is done while a cell is being edited.
  if (taken === 0 && isCellBeingEdited(fault)) return withCause(refuseFault(fault), error);
  return withCause(refuseHalfDone(fault, await readHalfDone(plan, patience)), error);
}

/**
 * 途中で止まった様子を読む — what the workbook holds now of a batch that broke off.
 *
 * none  undefined when Excel does not tell
 */
export async function readHalfDone(plan: BatchPlan, patience: Patience): Promise<HalfDone | undefined> {
  try {
    const { sheets, also } = await rereadSheets(plan.targets.sheets, (context) => askSheetEdits(context, plan.coming.map(toRemoval)), patience);
    const halfMade = await takeOut(plan, sheets, also, patience);
    const standing = await readStandingRules(plan.work, sheets, patience);
    return describe(plan, { sheets, found: also, standing, halfMade });
  } catch (error) {
    if (error instanceof HostRefusal) return undefined;
    throw error;
  }
}

/** A sheet that came is known by what it was to hold. */
function toRemoval({ edit }: SheetComing): Extract<SheetComing["edit"], { kind: "remove-sheet" }> {
  return edit.kind === "remove-sheet" ? edit : { kind: "remove-sheet", sheet: edit.sheet.name, was: fingerprintCells(edit.sheet.cells) };
}

/**
 * Sheets this batch made, whole or in part, and rules that never got their formula: without them it can be done again from the start.
 * What is not surely ours is left alone. The answer names what stands yet.
 */
async function takeOut(plan: BatchPlan, sheets: SheetsNow, found: readonly SheetDecision[], patience: Patience): Promise<readonly string[]> {
  const made = plan.coming.flatMap(({ edit, step }, index) => {
    const now = found[index]!;
    return edit.kind === "remove-sheet" || ("reason" in now && now.reason === "not-found")
      ? []
      : [{ name: nameOf(edit), id: step.madeId?.(), whole: "step" in now ? now.step : undefined }];
  });
  const rules = plan.work.flatMap(({ chosen }) => listNewUnset(chosen.now, sheets.get(chosen.name)));
  if (made.every(({ id, whole }) => !id && !whole) && rules.length === 0) return made.map(({ name }) => name);
  const tidy = (): Promise<void> =>
    ask((context) => {
      const { workbook } = context;
      for (const { id, whole } of made)
        if (whole) whole.run(context);
        else if (id) workbook.worksheets.getItem(id).delete();
      for (const { sheet, id } of rules) workbook.worksheets.getItem(sheet).getRange().untrack().conditionalFormats.getItem(id).delete();
      return () => undefined;
    }, patience);
  return (await succeeds(tidy)) || (await succeeds(tidy))
    ? made.flatMap(({ name, id, whole }) => (id || whole ? [] : [name]))
    : [...made.map(({ name }) => name), ...plan.work.flatMap(({ chosen: { name, now } }) => (listNewUnset(now, sheets.get(name)).length > 0 ? [name] : []))];
}

async function succeeds(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof HostRefusal) return false;
    throw error;
  }
}

function listNewUnset(before: SheetNow | null, now: SheetNow | null | undefined): { readonly sheet: string; readonly id: string }[] {
  if (!before || !now) return [];
  return now.unsetRules.filter((id) => !before.unsetRules.includes(id)).map((id) => ({ sheet: now.id, id }));
}

/** Ranges of the rules that were to go and stand yet: a later undo has to bring them all back. */
async function readStandingRules(work: readonly SheetWork[], sheets: SheetsNow, patience: Patience): Promise<ReadonlyMap<string, readonly CellRange[]>> {
  const standing = work.flatMap(({ chosen: { name, now: before } }) => {
    const now = sheets.get(name);
    if (!now || ruleIds(now) === ruleIds(before)) return [];
    return now.ownRules.filter(({ id }) => before?.ownRules.some((one) => one.id === id)).map(({ id }) => ({ name, sheet: now.id, id }));
  });
  if (standing.length === 0) return new Map();
  return ask(({ workbook }) => {
    const asked = standing.map(({ name, sheet, id }) => {
      const areas = workbook.worksheets.getItem(sheet).getRange().untrack().conditionalFormats.getItem(id).getRanges().untrack();
      areas.load("address");
      return { id, name, areas };
    });
    return () => new Map(asked.map(({ id, name, areas }) => [id, readAreas(areas.address, name)]));
  }, patience);
}

interface Found {
  readonly sheets: SheetsNow;
  readonly found: readonly SheetDecision[];
  readonly standing: ReadonlyMap<string, readonly CellRange[]>;
  readonly halfMade: readonly string[];
}

function describe(plan: BatchPlan, { sheets, found, standing, halfMade }: Found): HalfDone {
  const written: string[] = [];
  const unwritten: string[] = [];
  const refused: { sheet: string; cell: string; reason: LeftReason }[] = [...plan.refused];
  const formats: { [cell: string]: string } = {};
  const marks: { [sheet: string]: MarkedCells | null } = {};
  let applied = 0;
  const leave = (sheet: string, cell: string): void => void refused.push({ sheet, cell, reason: "not-written" });
  plan.coming.forEach(({ edit }, index) => {
    const now = found[index]!;
    const isGone = "reason" in now && now.reason === "not-found";
    const name = nameOf(edit);
    const isDone = edit.kind === "remove-sheet" ? isGone : halfMade.includes(name) && "step" in now;
    (isDone ? written : unwritten).push(name);
    if (isDone) applied++;
    else leave(name, "A1");
  });
  for (const { target, chosen, marks: rules } of plan.work) {
    const now = sheets.get(target.name);
    applied += chosen.applied;
    for (const { row, col, value, formula, format, formatBefore, isFormatOnly } of chosen.writes) {
      const cell = writeAddress(row, col);
      const place = `${target.name}!${cell}`;
      const held = now?.cells.get(cellKey(row, col));
      if (held && held.format !== formatBefore) formats[place] = formatBefore;
      const isDone = isFormatOnly ? held?.format === format : formula === null ? isSame({ value, formula }, held) : held?.formula === formula;
      // A cell whose number format alone was changed on the way is as little as it was.
      (isDone || formats[place] !== undefined ? written : unwritten).push(place);
      if (isDone) continue;
      applied--;
      leave(target.name, cell);
    }
    if (!rules || rules.steps.length === 0) continue;
    const isTouched = ruleIds(now) !== ruleIds(chosen.now);
    (isTouched ? written : unwritten).push(target.name);
    if (isTouched) {
      const before = rules.beforeInPart(standing);
      if (before !== undefined) marks[target.name] = before;
    }
    const last = target.marks.at(-1);
    leave(target.name, markedCell(last?.kind === "mark" ? last.ranges[0] : undefined));
  }
  const report: ApplyReport = { applied, refused, formats, ...(Object.keys(marks).length > 0 ? { marks } : {}) };
  return { written, unwritten, halfMade: halfMade.filter((name) => !written.includes(name)), report: written.length > 0 ? report : undefined };
}

function ruleIds(now: SheetNow | null | undefined): string {
  return now?.ownRules.map(({ id }) => id).join() ?? "";
}
