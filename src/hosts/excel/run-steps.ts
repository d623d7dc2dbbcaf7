import { BATCH_BYTES } from "./payload";
import { mergedUndo } from "./newer-members";
import { readFault } from "./refusals";
import type { WriteStep } from "./write-cells";

/** 一度で元に戻す — whether an application may become one undo step; an Excel that has refused it is not asked again. */
export class MergedUndo {
  private isRefused = false;

  /** undefined where this Excel knows no such thing, or has refused it. */
  options(): Excel.RunOptions | undefined {
    return this.isRefused ? undefined : mergedUndo();
  }

  /** Was it this that Excel refused? Then it is not tried again. */
  isRefusedBy(error: unknown): boolean {
    const isThis = readFault(error)?.code === "UndoNotSupported";
    this.isRefused ||= isThis;
    return isThis;
  }
}

/** 一回分に分ける — steps in their order, so many at a time as a request may weigh. */
export function splitSteps(steps: readonly WriteStep[], budget: number): WriteStep[][] {
  const batches: WriteStep[][] = [];
  let left = 0;
  for (const step of steps) {
    if (batches.length === 0 || step.bytes > left) {
      batches.push([]);
      left = budget;
    }
    batches.at(-1)!.push(step);
    left -= step.bytes;
  }
  return batches;
}

/** 書き込みの進み — how many round trips of a writing Excel has taken. */
export interface Progress {
  taken: number;
}

/**
 * 書き込みを行う — all steps in one round trip, more by payload alone.
 *
 * errors  those of Microsoft's client: earlier steps may have been written
 */
export async function runSteps(steps: readonly WriteStep[], progress: Progress, options: Excel.RunOptions = {}): Promise<void> {
  if (steps.length === 0) return;
  await Excel.run(options, async (context) => {
    for (const batch of splitSteps(steps, BATCH_BYTES)) {
      for (const step of batch) step.run(context);
      await context.sync();
      progress.taken++;
    }
  });
}
