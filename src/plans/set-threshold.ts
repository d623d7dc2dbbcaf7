import type { Indicator } from "../indicators/indicator";
import type { Comparison, Target } from "../model/plan";
import { comparisonOf, directionOf } from "./direction-of";

/** 比べる年 — the year a change is counted from, and its figure. */
export interface Reference {
  readonly fiscalYear: number;
  readonly value: number;
  /** 策定時値, or just the year before. */
  readonly isBaseline: boolean;
}

/** 目標値 — the number to reach and how an actual is held against it. */
export interface Threshold {
  readonly value: number;
  readonly comparison: Comparison;
}

/**
 * 目標値を定める — the number to reach: as written, or a change counted from the reference.
 *
 * shape  前年度より削減 without a size asks for strictly less; 現状値以上 for no less
 * none   undefined where the change has no reference to count from, or the target no number
 */
export function setThreshold(target: Target, reference: Reference | undefined, indicator: Indicator | undefined): Threshold | undefined {
  const isChange = target.kind === "against-baseline" || target.kind === "against-previous-year";
  if (!isChange) return target.value === null ? undefined : { value: target.value, comparison: comparisonOf(target, indicator) };
  if (!reference) return undefined;
  if (target.changeBy !== undefined) return { value: reference.value + target.changeBy, comparison: target.changeBy < 0 ? "at-most" : "at-least" };
  const isDown = changesDown(target, indicator);
  if (target.change !== null) {
    const change = Math.abs(target.change);
    return { value: reference.value * (isDown ? 1 - change : 1 + change), comparison: isDown ? "at-most" : "at-least" };
  }
  // 前年度より削減 is less than before; 前年度以下 and 現状を維持 let it stand.
  const mayStand = /以上|以下|以内|維持|同水準/u.test(target.text);
  const isStrict = !mayStand && /より|削減|縮減|減少|増加|向上|改善|上回|下回/u.test(target.text);
  if (isStrict) return { value: reference.value, comparison: isDown ? "less-than" : "more-than" };
  return { value: reference.value, comparison: target.comparison ?? (isDown ? "at-most" : "at-least") };
}

function changesDown(target: Target, indicator: Indicator | undefined): boolean {
  if (/縮減|削減|減少|抑制|低減|短縮|下回|以下|以内|減/u.test(target.text)) return true;
  if (/増加|向上|拡大|上回|以上|増/u.test(target.text)) return false;
  return directionOf(target, indicator) === "down";
}
