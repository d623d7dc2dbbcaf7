import type { Indicator } from "../indicators/indicator";
import type { Comparison, Target } from "../model/plan";

/**
 * 望ましい向き — which way is better: as the indicator says, else as the words of the target do.
 *
 * none  undefined when nothing tells, as for 性別による差別のない採用
 */
export function directionOf(target: Target, indicator: Indicator | undefined): "up" | "down" | undefined {
  if (target.comparison === "at-least" || target.comparison === "more-than") return "up";
  if (target.comparison === "at-most" || target.comparison === "less-than") return "down";
  if (indicator?.direction === "up" || indicator?.direction === "full") return "up";
  if (indicator?.direction === "down") return "down";
  if (/縮減|削減|減少|抑制|低減|短縮|縮小|解消/u.test(target.text)) return "down";
  if (/促進|推進|増加|向上|拡大|拡充|増やす/u.test(target.text)) return "up";
  return undefined;
}

/** 比較 — as written; without a word the direction decides: ≧ for more, ≦ for less. */
export function comparisonOf(target: Target, indicator: Indicator | undefined): Comparison {
  return target.comparison ?? (directionOf(target, indicator) === "down" ? "at-most" : "at-least");
}

// Fractions and decimals meet to within the last binary places.
const EXACT = 1e-9;

/** 満たすか — 以上 ≧、超 ＞、以下・以内 ≦、未満 ＜; equality meets. */
export function meets(value: number, comparison: Comparison, threshold: number): boolean {
  const slack = EXACT * Math.max(1, Math.abs(threshold));
  switch (comparison) {
    case "at-least":
      return value >= threshold - slack;
    case "more-than":
      return value > threshold + slack;
    case "at-most":
      return value <= threshold + slack;
    case "less-than":
      return value < threshold - slack;
    case "equal":
      return Math.abs(value - threshold) <= slack;
  }
}
