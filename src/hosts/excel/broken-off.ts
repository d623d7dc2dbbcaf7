import { cellKey } from "../cell-key";
import { writeAddress, type CellRange } from "../../model/cell";
import type { ApplyReport, LeftReason, MarkedCells } from "../../model/edit";
import { fingerprintCells } from "../../model/new-sheet";
import { isSame } from "../compare-was";
import { HostRefusal } from "../host";
import { readAreas } from "./addresses";
import type { CellWrite } from "./choose-writes";
import { askSheetEdits, nameOf, type SheetDecision } from "./own-sheets";
import type { BatchPlan, SheetComing, SheetWork } from "./plan-batch";
import { isCellBeingEdited, readFault, refuseFault, refuseHalfDone, type HalfDone } from "./refusals";
import { rereadSheets, type SheetsNow } from "./reread";
import { ask, type Patience, withCause } from "./run-excel";
import type { Progress } from "./run-steps";
import type { CellNow, SheetNow } from "./sheet-now";
import { writeCells, type WriteStep } from "./write-cells";

/**
 * 途中で止まったわけ — the refusal for a batch that broke off, after the workbook was read again; anything else than Excel's errors comes back as it is.
 *
 * shape  what was left half made is tidied first
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
    const tidied = await tidyUp(plan, sheets, also, patience);
    const standing = await readStandingRules(plan.work, sheets, patience);
    return describe(plan, { sheets, found: also, standing, tidied });
  } catch (error) {
    if (error instanceof HostRefusal) return undefined;
    throw error;
  }
}

/** A sheet that came is known by what it was to hold. */
function toRemoval({ edit }: SheetComing): Extract<SheetComing["edit"], { kind: "remove-sheet" }> {
  return edit.kind === "remove-sheet" ? edit : { kind: "remove-sheet", sheet: edit.sheet.name, was: fingerprintCells(edit.sheet.cells) };
}

interface Tidied {
  readonly isDone: boolean;
  /** Sheets that stand yet, half made or with a half-made rule. */
  readonly halfMade: readonly string[];
}

/**
 * Sheets this batch made, whole or in part, and rules that never got their formula go; cells get the number format that belongs to what they hold.
 * Then it can be done again from the start, or taken back. What is not surely ours is left alone.
 */
async function tidyUp(plan: BatchPlan, sheets: SheetsNow, found: readonly SheetDecision[], patience: Patience): Promise<Tidied> {
  const made = plan.coming.flatMap(({ edit, step }, index) => {
    const now = found[index]!;
    return edit.kind === "remove-sheet" || ("reason" in now && now.reason === "not-found")
      ? []
      : [{ name: nameOf(edit), id: step.madeId?.(), whole: "step" in now ? now.step : undefined }];
  });
  const rules = plan.work.flatMap(({ chosen }) => listNewUnset(chosen.name, chosen.now, sheets.get(chosen.name)));
  const formats = plan.work.flatMap((one) => restoreFormats(one, sheets.get(one.target.name)));
  const stranger = made.flatMap(({ name, id, whole }) => (id || whole ? [] : [name]));
  if (stranger.length === made.length && rules.length === 0 && formats.length === 0) return { isDone: true, halfMade: stranger };
  const tidy = (): Promise<void> =>
    ask((context) => {
      const { workbook } = context;
      for (const { id, whole } of made)
        if (whole) whole.run(context);
        else if (id) workbook.worksheets.getItem(id).delete();
      for (const { sheet, id } of rules) workbook.worksheets.getItem(sheet).getRange().untrack().conditionalFormats.getItem(id).delete();
      for (const step of formats) step.run(context);
      return () => undefined;
    }, patience);
  const isDone = (await succeeds(tidy)) || (await succeeds(tidy));
  return { isDone, halfMade: isDone ? stranger : [...made, ...rules].map(({ name }) => name) };
}

/** A cell that was written gets the format it was to have; one that was not gets back the one it had. */
function restoreFormats({ chosen }: SheetWork, now: SheetNow | null | undefined): WriteStep[] {
  if (!now) return [];
  const wrong = chosen.writes.flatMap((write): CellWrite[] => {
    const held = now.cells.get(cellKey(write.row, write.col));
    const format = isWritten(write, held) ? write.format : write.formatBefore;
    return held && held.format !== format ? [{ ...write, formatBefore: held.format, format, isFormatOnly: true }] : [];
  });
  return writeCells(now.id, wrong);
}

function isWritten({ value, formula, format, isFormatOnly }: CellWrite, held: CellNow | undefined): boolean {
  if (isFormatOnly) return held?.format === format;
  return formula === null ? isSame({ value, formula }, held) : held?.formula === formula;
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

function listNewUnset(name: string, before: SheetNow | null, now: SheetNow | null | undefined): { readonly name: string; readonly sheet: string; readonly id: string }[] {
  if (!before || !now) return [];
  return now.unsetRules.filter((id) => !before.unsetRules.includes(id)).map((id) => ({ name, sheet: now.id, id }));
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
  readonly tidied: Tidied;
}

function describe(plan: BatchPlan, { sheets, found, standing, tidied: { isDone: isTidy, halfMade } }: Found): HalfDone {
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
    for (const write of chosen.writes) {
      const cell = writeAddress(write.row, write.col);
      const place = `${target.name}!${cell}`;
      const held = now?.cells.get(cellKey(write.row, write.col));
      const isDone = isWritten(write, held);
      const format = isTidy && held ? (isDone ? write.format : write.formatBefore) : held?.format;
      if (format !== undefined && format !== write.formatBefore) formats[place] = write.formatBefore;
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
    // Of the marks as a whole: a cell's own entry is the cell's.
    leave(target.name, "");
  }
  const report: ApplyReport = { applied, refused, formats, ...(Object.keys(marks).length > 0 ? { marks } : {}) };
  return { written, unwritten, halfMade: halfMade.filter((name) => !written.includes(name)), report: written.length > 0 ? report : undefined };
}

function ruleIds(now: SheetNow | null | undefined): string {
  return now?.ownRules.map(({ id }) => id).join() ?? "";
}
