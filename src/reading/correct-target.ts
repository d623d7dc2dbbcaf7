import type { Comparison } from "../model/plan";
import type { ReadingCorrection } from "../model/profile";
import type { TargetPhrase } from "../notation/target";

const SIDE: { readonly [comparison in Comparison]: "at-least" | "at-most" | undefined } = {
  "at-least": "at-least",
  "more-than": "at-least",
  "at-most": "at-most",
  "less-than": "at-most",
  equal: undefined,
};

/**
 * 訂正どおりの目標 — a target of the kind somebody said; its number, deadline and words stay.
 *
 * shape  超 and 未満 stay what they are on their own side; a direction has no number to reach
 */
export function correctPhrase(written: TargetPhrase, target: ReadingCorrection["target"]): TargetPhrase {
  if (target === undefined) return written;
  if (target === "reference") return { ...written, isReference: true };
  const own = { ...written, isReference: false };
  if (target === "direction-only") return { ...own, kind: "direction-only", comparison: null, value: null, unit: null, step: null, change: null };
  const isOnSide = written.comparison !== null && SIDE[written.comparison] === target;
  const isWordsOnly = (written.kind === "direction-only" || written.kind === "initiative") && written.value !== null;
  return { ...own, comparison: isOnSide ? written.comparison : target, kind: isWordsOnly ? null : written.kind };
}
