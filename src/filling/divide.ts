import type { Sentence } from "../model/finding";
import type { Observation } from "../model/observation";
import { deriveAmount, type Amount } from "./amount";
import type { Manner } from "./choose-format";
import { renderDivision } from "./render-derivation";
import { writeQuotient } from "./write-formula";

/** 導いた値 — what an empty cell would say, from which cells, and the formula that keeps it alive. */
export interface Derivation {
  readonly state: "value" | "not-applicable" | "unknown";
  readonly value: number | null;
  readonly formula: string | null;
  readonly sources: readonly Observation[];
  readonly words: Sentence;
}

/** 割る — the quotient of two amounts with its state; contradictions give nothing. */
export function divide(cell: Observation, numerator: Amount, denominator: Amount, manner: Manner, months: 1 | 12 = 1): Derivation | undefined {
  const top = deriveAmount(numerator);
  const bottom = deriveAmount(denominator);
  if (top.state === "none" || bottom.state === "none") return undefined;
  const sources = [numerator, denominator].flatMap((amount) => (amount.kind === "cells" ? amount.cells : []));
  const formula = writeQuotient(cell.at.sheet, numerator, denominator, months === 1 ? manner.factor : 1 / months);
  const give = (state: Derivation["state"], value: number | null): Derivation => ({
    state,
    value,
    formula: state === "unknown" ? null : formula,
    sources,
    words: renderDivision(numerator, denominator, state, value, cell.unit, months),
  });
  if (bottom.state === "unknown") return give("unknown", null);
  if (bottom.state === "not-applicable" || bottom.value === 0) return top.state === "value" && top.value !== 0 ? undefined : give("not-applicable", null);
  if (top.state === "unknown") return give("unknown", null);
  // 該当者なし beside people who were eligible is a contradiction a check speaks of.
  if (top.state !== "value") return undefined;
  return give("value", top.value / bottom.value / months);
}
