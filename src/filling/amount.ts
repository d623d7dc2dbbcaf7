import type { Place } from "../model/cell";
import type { Unit } from "../model/figure";
import type { Sentence } from "../model/finding";
import type { Observation } from "../model/observation";

/**
 * 量 — one side of a division: cells whose figures add up, or people stated in the words of a heading.
 *
 * unit   a number from words is people
 * shape  `name` is what the sheet calls it: 取得人数
 */
export type Amount =
  | { readonly kind: "cells"; readonly name: Sentence; readonly cells: readonly Observation[] }
  | { readonly kind: "words"; readonly name: Sentence; readonly value: number; readonly at: Place };

/** 量の状態 — a sum of figures, or why there is none. */
export type AmountState = { readonly state: "value"; readonly value: number } | { readonly state: "not-applicable" } | { readonly state: "unknown" } | { readonly state: "none" };

/**
 * 量を求める — the sum of an amount's cells.
 *
 * shape  a single 該当者なし stays one; beside other figures, or blank, suppressed or unreadable, nothing can be derived
 */
export function deriveAmount(amount: Amount): AmountState {
  if (amount.kind === "words") return { state: "value", value: amount.value };
  let sum = 0;
  for (const cell of amount.cells) {
    if (cell.state === "value" && cell.value !== null) sum += cell.value;
    else if (cell.state === "unknown") return { state: "unknown" };
    else if (cell.state === "not-applicable" && amount.cells.length === 1) return { state: "not-applicable" };
    else return { state: "none" };
  }
  return amount.cells.length > 0 ? { state: "value", value: sum } : { state: "none" };
}

/** 量の単位 — that of its cells. */
export function unitOf(amount: Amount): Unit {
  return amount.kind === "cells" ? (amount.cells[0]?.unit ?? "people") : "people";
}

/** 一つのセルの量 — the amount a single observation states. */
export function readAmount(cell: Observation): Amount {
  return { kind: "cells", name: nameOf(cell), cells: [cell] };
}

/** 呼び名 — the words of a line's headings, or of its role where it has none. */
export function nameOf(cell: Observation): Sentence {
  const label = cell.label.replace(/\s+/gu, " ").trim();
  if (label !== "") return { ja: label, en: `"${label}"` };
  if (cell.role === "denominator") return { ja: "対象人数", en: "eligible" };
  if (cell.role === "numerator") return { ja: "取得人数", en: "takers" };
  return { ja: "数値", en: "figure" };
}
