import type { ApplyReport, Edit } from "../../model/edit";
import { explainBreak, readHalfDone } from "./broken-off";
import { planBatch, reportDone, type BatchPlan } from "./plan-batch";
import { readFault, refuseHalfDone } from "./refusals";
import { type Patience, withCause } from "./run-excel";
import { runSteps, type MergedUndo, type Progress } from "./run-steps";

/**
 * 変更を適用する — reads every target again, leaves alone what differs, and writes the rest as one batch.
 *
 * shape   `applied` counts cells written, sheets marked, sheets whose marks came off and sheets that came or went; what we keep for ourselves is not counted
 * errors  HostRefusal; one that stopped halfway says what is in the workbook now
 */
export async function applyEdits(edits: readonly Edit[], undo: MergedUndo, patience: Patience): Promise<ApplyReport> {
  const plan = await planBatch(edits);
  const merged = plan.isUndoable ? undo.options() : undefined;
  const progress: Progress = { taken: 0 };
  try {
    await runSteps(plan.steps, progress, merged);
  } catch (error) {
    if (!merged || !undo.isRefusedBy(error)) throw await explainBreak(error, plan, progress, patience);
    await runWithoutUndo(plan, error, patience);
  }
  return reportDone(plan);
}

/** An Excel that cannot make one undo step of it should have written nothing; that is looked at before it is written once more. */
async function runWithoutUndo(plan: BatchPlan, error: unknown, patience: Patience): Promise<void> {
  const state = await readHalfDone(plan, patience);
  if (!state || state.report) throw withCause(refuseHalfDone(readFault(error), state), error);
  const progress: Progress = { taken: 0 };
  try {
    await runSteps(plan.steps, progress);
  } catch (second) {
    throw await explainBreak(second, plan, progress, patience);
  }
}
