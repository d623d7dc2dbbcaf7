import { writeAddress } from "../../model/cell";
import type { ApplyReport, Edit, MarkedCells } from "../../model/edit";
import { isSame } from "../compare-was";
import { checkNewSheet } from "../new-sheet-rules";
import { chooseWrites, type ChosenWrites } from "./choose-writes";
import { writeMarks } from "./mark-rules";
import { askOwnParts, writeOwnData } from "./own-parts";
import { askSheetEdits, nameOf } from "./own-sheets";
import { isCellBeingEdited, readFault, refuseFault, refuseHalfDone } from "./refusals";
import { HostRefusal } from "../host";
import { rereadSheets, type SheetsNow } from "./reread";
import { withCause } from "./run-excel";
import { runSteps, type MergedUndo } from "./run-steps";
import { cellKey, sortTargets, type SheetTargets, type Targets } from "./targets";
import { writeCells, type WriteStep } from "./write-cells";

/** What is done on one sheet of the user's, ready to be written. */
interface SheetWork {
  readonly target: SheetTargets;
  readonly chosen: ChosenWrites;
  readonly cellSteps: readonly WriteStep[];
  readonly marks: ReturnType<typeof writeMarks> | undefined;
}

/**
 * 変更を適用する — reads every target again, leaves alone what differs, and writes the rest as one batch.
 *
 * shape   `applied` counts cells written, sheets marked, sheets whose marks came off and sheets that came or went; what we keep for ourselves is not counted
 * errors  HostRefusal; one that stopped halfway says what is in the workbook now
 */
export async function applyEdits(edits: readonly Edit[], undo: MergedUndo): Promise<ApplyReport> {
  for (const edit of edits) if (edit.kind === "add-sheet") checkNewSheet(edit.sheet);
  const targets = sortTargets(edits);
  const { sheets, also } = await rereadSheets(targets.sheets, (context) => {
    const sheetEdits = askSheetEdits(context, targets.sheetEdits);
    const parts = targets.ownData === undefined ? undefined : askOwnParts(context);
    return () => ({ sheetEdits: sheetEdits(), parts: parts?.() ?? [] });
  });
  const work = targets.sheets.map((target) => planSheet(target, sheets));
  const coming = also.sheetEdits.flatMap((decision) => ("step" in decision ? [decision] : []));
  const added = coming.filter(({ edit }) => edit.kind === "add-sheet");
  const removed = coming.filter(({ edit }) => edit.kind === "remove-sheet");
  const steps = [
    // A name that turns out to be taken stops the batch before anything else is written.
    ...added.map(({ step }) => step),
    ...work.flatMap(({ cellSteps, marks }) => [...cellSteps, ...(marks?.steps ?? [])]),
    ...removed.map(({ step }) => step),
    ...(targets.ownData === undefined ? [] : writeOwnData(also.parts, targets.ownData)),
  ];
  // Excel never takes back that a sheet was deleted.
  const merged = removed.length > 0 ? undefined : undo.options();
  try {
    await runSteps(steps, merged);
  } catch (error) {
    if (!merged || !undo.isRefusedBy(error)) throw await explain(error, targets, work);
    await runWithoutUndo(steps, error, targets, work);
  }
  const marks = reportMarks(work);
  return {
    applied: work.reduce((sum, { chosen, marks: written }) => sum + chosen.applied + (written?.applied ?? 0), 0) + coming.length,
    refused: [
      ...work.flatMap(({ chosen }) => chosen.refused),
      ...also.sheetEdits.flatMap((decision) => ("reason" in decision ? [{ sheet: nameOf(decision.edit), cell: "A1", reason: decision.reason }] : [])),
    ],
    formats: Object.assign({}, ...work.map(({ chosen }) => chosen.formats)) as { [cell: string]: string },
    ...(marks ? { marks } : {}),
  };
}

function planSheet(target: SheetTargets, sheets: SheetsNow): SheetWork {
  const chosen = chooseWrites(target, sheets.get(target.name) ?? null);
  const { now, writes, mayMark } = chosen;
  return {
    target,
    chosen,
    cellSteps: now ? writeCells(now.id, writes) : [],
    marks: now && mayMark && target.marks.length > 0 ? writeMarks(target.name, now, target.marks) : undefined,
  };
}

function reportMarks(work: readonly SheetWork[]): { readonly [sheet: string]: MarkedCells | null } | undefined {
  const touched = work.flatMap(({ target, marks }) => (marks ? [[target.name, marks.before()] as const] : []));
  return touched.length > 0 ? Object.fromEntries(touched) : undefined;
}

/** An Excel that cannot make one undo step of it should have written nothing; that is looked at before it is written once more. */
async function runWithoutUndo(steps: readonly WriteStep[], error: unknown, targets: Targets, work: readonly SheetWork[]): Promise<void> {
  const fault = readFault(error)!;
  const state = await readState(targets, work);
  if (!state || state.written.length > 0) throw withCause(refuseHalfDone(fault, state), error);
  try {
    await runSteps(steps);
  } catch (second) {
    throw await explain(second, targets, work);
  }
}

/** Reads again what the failed batch may have written, so that the refusal can say it. */
async function explain(error: unknown, targets: Targets, work: readonly SheetWork[]): Promise<unknown> {
  const fault = readFault(error);
  if (!fault) return error;
  // Nothing at all is done while a cell is being edited.
  if (isCellBeingEdited(fault)) return withCause(refuseFault(fault), error);
  return withCause(refuseHalfDone(fault, await readState(targets, work)), error);
}

async function readState(targets: Targets, work: readonly SheetWork[]): Promise<Parameters<typeof refuseHalfDone>[1]> {
  try {
    const { sheets, also } = await rereadSheets(targets.sheets, (context) => {
      const found = targets.sheetEdits.map((edit) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(nameOf(edit));
        sheet.load("id");
        return sheet;
      });
      return () => found.map((sheet) => !sheet.isNullObject);
    });
    const written: string[] = [];
    const unwritten: string[] = [];
    const note = (place: string, isWritten: boolean): void => void (isWritten ? written : unwritten).push(place);
    targets.sheetEdits.forEach((edit, index) => note(nameOf(edit), also[index] === (edit.kind === "add-sheet")));
    for (const { target, chosen, marks } of work) {
      const now = sheets.get(target.name);
      for (const { row, col, value, formula, format, formatBefore } of chosen.writes) {
        const held = now?.cells.get(cellKey(row, col));
        const isSameContent = formula === null ? isSame({ value, formula }, held) : held?.formula === formula;
        note(`${target.name}!${writeAddress(row, col)}`, isSameContent && (format === formatBefore || held?.format === format));
      }
      if (marks && marks.steps.length > 0) note(target.name, ruleIds(now) !== ruleIds(chosen.now));
    }
    return { written, unwritten };
  } catch (second) {
    if (second instanceof HostRefusal) return undefined;
    throw second;
  }
}

function ruleIds(now: { readonly ownRules: readonly { readonly id: string }[] } | null | undefined): string {
  return now?.ownRules.map(({ id }) => id).join() ?? "";
}
