import type { ApplyReport, Edit, MarkedCells } from "../../model/edit";
import { checkNewSheet } from "../new-sheet-rules";
import { chooseWrites, type ChosenWrites } from "./choose-writes";
import { writeMarks } from "./mark-rules";
import { askOwnParts, writeOwnData } from "./own-parts";
import { askSheetEdits, nameOf, type SheetDecision } from "./own-sheets";
import { rereadSheets, type SheetsNow } from "./reread";
import { askSheetIds, findReferred, type SheetId } from "./sheet-references";
import { sortTargets, type SheetTargets, type Targets } from "./targets";
import { writeCells, type WriteStep } from "./write-cells";

/** シートの仕事 — what is done on one sheet of the user's, ready to be written. */
export interface SheetWork {
  readonly target: SheetTargets;
  readonly chosen: ChosenWrites;
  readonly cellSteps: readonly WriteStep[];
  readonly marks: ReturnType<typeof writeMarks> | undefined;
}

/** 来るシート・去るシート — an edit of whole sheets that is to be carried out. */
export type SheetComing = Extract<SheetDecision, { readonly step: WriteStep }>;

/** 一回分の計画 — everything one batch does, in its order, and what it leaves alone. */
export interface BatchPlan {
  readonly targets: Targets;
  readonly work: readonly SheetWork[];
  readonly coming: readonly SheetComing[];
  readonly refused: ApplyReport["refused"];
  readonly steps: readonly WriteStep[];
  /** Excel can take it back in one step: it never takes back that a sheet was deleted. */
  readonly isUndoable: boolean;
}

/**
 * 一回分を計画する — reads every target again and leaves alone what differs.
 *
 * errors  HostRefusal
 */
export async function planBatch(edits: readonly Edit[]): Promise<BatchPlan> {
  for (const edit of edits) if (edit.kind === "add-sheet") checkNewSheet(edit.sheet);
  const targets = sortTargets(edits);
  const { sheets, also } = await rereadSheets(targets.sheets, (context) => {
    const sheetEdits = askSheetEdits(context, targets.sheetEdits);
    const sheetIds = targets.sheetEdits.some(({ kind }) => kind === "remove-sheet") ? askSheetIds(context) : undefined;
    const parts = targets.ownData === undefined ? undefined : askOwnParts(context);
    return () => ({ sheetEdits: sheetEdits(), sheetIds: sheetIds?.() ?? [], parts: parts?.() ?? [] });
  });
  const work = targets.sheets.map((target) => planSheet(target, sheets));
  const sheetEdits = await keepReferred(also.sheetEdits, also.sheetIds);
  const coming = sheetEdits.flatMap((decision) => ("step" in decision ? [decision] : []));
  const added = coming.filter(({ edit }) => edit.kind === "add-sheet");
  const removed = coming.filter(({ edit }) => edit.kind === "remove-sheet");
  return {
    targets,
    work,
    coming,
    refused: [
      ...work.flatMap(({ chosen }) => chosen.refused),
      ...sheetEdits.flatMap((decision) => ("reason" in decision ? [{ sheet: nameOf(decision.edit), cell: "A1", reason: decision.reason }] : [])),
    ],
    steps: [
      // A name that turns out to be taken stops the batch before anything else is written.
      ...added.map(({ step }) => step),
      ...work.flatMap(({ cellSteps, marks }) => [...cellSteps, ...(marks?.steps ?? [])]),
      ...removed.map(({ step }) => step),
      ...(targets.ownData === undefined ? [] : writeOwnData(also.parts, targets.ownData)),
    ],
    isUndoable: removed.length === 0,
  };
}

/** A sheet that a formula of the user's refers to stays: Excel would put #REF! there, and never take it back. */
async function keepReferred(decisions: readonly SheetDecision[], sheets: readonly SheetId[]): Promise<readonly SheetDecision[]> {
  const going = decisions.flatMap((decision) => ("step" in decision && decision.edit.kind === "remove-sheet" ? [decision.edit.sheet] : []));
  if (going.length === 0) return decisions;
  const referred = await findReferred(going, sheets);
  return decisions.map((decision) => ("step" in decision && referred.has(nameOf(decision.edit)) ? { edit: decision.edit, reason: "changed" } : decision));
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

/** 済んだことの報告 — the report of a plan that was carried out as a whole. */
export function reportDone({ work, coming, refused }: BatchPlan): ApplyReport {
  const touched = work.flatMap(({ target, marks }): [string, MarkedCells | null][] => (marks ? [[target.name, marks.before()]] : []));
  return {
    applied: work.reduce((sum, { chosen, marks }) => sum + chosen.applied + (marks?.applied ?? 0), 0) + coming.length,
    refused,
    formats: Object.assign({}, ...work.map(({ chosen }) => chosen.formats)) as { [cell: string]: string },
    ...(touched.length > 0 ? { marks: Object.fromEntries(touched) } : {}),
  };
}
