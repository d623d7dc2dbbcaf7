import type { Sentence } from "../model/finding";
import type { Unit } from "../model/figure";
import { isSameUnit, type Actual } from "./actual";

/**
 * 実績を選ぶ — the one to judge by among all that tables say of a year: stated before blank, with counts before without, then the surest.
 *
 * shape  of lines that count above different limits, the one whose limit the words of the target name; where two tables contradict each other the chosen one carries the conflict
 * none   undefined when nothing is said of the year
 */
export function chooseActual(candidates: readonly Actual[], unit: Unit | null, goal = ""): Actual | undefined {
  const measured = unit === null ? candidates : candidates.filter((actual) => isSameUnit(actual.unit, unit));
  const comparable = withinLimit(measured.length > 0 ? measured : candidates, goal);
  const best = [...comparable].sort(byWorth)[0];
  if (!best || best.conflict !== null) return best;
  const other = comparable.find((actual) => actual !== best && contradicts(best, actual));
  return other ? { ...best, conflict: renderConflict(best, other) } : best;
}

const LIMIT = /(\d+)\s*時間\s*(?:を)?\s*超/gu;

/** 月45時間超 and 年360時間超 beside each other: a target of 年360時間超 0人 speaks of the second. */
function withinLimit(candidates: readonly Actual[], goal: string): readonly Actual[] {
  if (candidates.length < 2) return candidates;
  const named = limitsIn(goal);
  const fitting = named.length === 0 ? [] : candidates.filter(({ label }) => limitsIn(label).some((limit) => named.includes(limit)));
  return fitting.length > 0 ? fitting : candidates;
}

function limitsIn(words: string): readonly string[] {
  return [...words.normalize("NFKC").matchAll(LIMIT)].map(([, hours]) => hours!);
}

const WORTH: { readonly [state in Actual["state"]]: number } = { value: 5, "not-applicable": 4, unknown: 3, suppressed: 2, unreadable: 1, blank: 0 };

function byWorth(a: Actual, b: Actual): number {
  return (
    WORTH[b.state] - WORTH[a.state] ||
    Number(b.counts !== null) - Number(a.counts !== null) ||
    Number(a.isDerived) - Number(b.isDerived) ||
    b.confidence - a.confidence ||
    (a.step ?? 0) - (b.step ?? 0)
  );
}

/** A figure against another figure, against nobody eligible, or against not known; a blank contradicts nothing. */
function contradicts(best: Actual, other: Actual): boolean {
  if (best.state !== "value" || !isSameUnit(best.unit, other.unit)) return false;
  if (other.state === "not-applicable" || other.state === "unknown") return other.table !== best.table;
  if (other.state !== "value" || best.value === null || other.value === null) return false;
  const coarse = Math.max(best.step ?? 0, other.step ?? 0) * (best.isApproximate || other.isApproximate ? 1.5 : 1);
  return Math.abs(best.value - other.value) > coarse + 1e-9;
}

function renderConflict(a: Actual, b: Actual): Sentence {
  return {
    ja: `${a.at.sheet}の${a.at.cell}「${clip(a.text)}」と${b.at.sheet}の${b.at.cell}「${clip(b.text)}」が食い違っています。`,
    en: `${a.at.sheet} ${a.at.cell} "${clip(a.text)}" and ${b.at.sheet} ${b.at.cell} "${clip(b.text)}" disagree.`,
  };
}

function clip(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
}
