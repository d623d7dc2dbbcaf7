import type { Observation } from "../model/observation";
import type { Profile } from "../model/profile";
import { chooseManner } from "./choose-format";
import { deriveDifference } from "./derive-difference";
import { deriveFromWords } from "./derive-from-words";
import { deriveManagerShare } from "./derive-manager-share";
import { divide, type Derivation } from "./divide";
import { findPerHead, isPerHead } from "./find-per-head";
import { findQuotient } from "./find-quotient";
import type { SourceIndex } from "./source-index";

/**
 * 値を導く — the derived value of an empty cell, from the figures of its own table or, for managers, of the grades.
 *
 * shape  nobody eligible gives 該当者なし, an unknown denominator 未把握; nothing is ever taken for 0
 * none   undefined when the cell is not an empty figure, or its sources are blank, contradict each other, or cannot be told apart
 */
export function deriveValue(cell: Observation, index: SourceIndex, profile: Profile): Derivation | undefined {
  // A month of a year is a part of it, and a figure of its own where it is per head.
  if (cell.role !== "value" && !(cell.role === "part" && isPerHead(cell))) return undefined;
  if (cell.state !== "blank" || cell.isMergedCopy || cell.figure.part === "previous") return undefined;
  const manner = chooseManner(cell, index);
  const perHead = findPerHead(cell, index);
  if (perHead) return divide(cell, perHead.numerator, perHead.denominator, manner, perHead.months);
  const quotient = findQuotient(cell, index, profile);
  if (quotient) return divide(cell, quotient.numerator, quotient.denominator, manner);
  return deriveManagerShare(cell, index, profile, manner) ?? deriveFromWords(cell, index) ?? deriveDifference(cell, index);
}
