import type { Unit } from "../model/figure";
import type { Sentence } from "../model/finding";
import { renderQuantity } from "../notation/render-quantity";
import { deriveAmount, unitOf, type Amount } from "./amount";

/** 計算を言葉にする — 取得人数 1人 ÷ 育休からの復帰人数 2人 ＝ 50.0%. */
export function renderDivision(numerator: Amount, denominator: Amount, state: "value" | "not-applicable" | "unknown", value: number | null, unit: Unit, months: 1 | 12): Sentence {
  const top = renderAmount(numerator);
  const bottom = renderAmount(denominator);
  const isTyped = [numerator, denominator].some((amount) => amount.kind === "cells" && amount.cells.some((cell) => cell.isText && cell.state === "value"));
  const typed = isTyped ? { ja: "（文字で入力された数値から計算）", en: " (from figures typed as text)" } : { ja: "", en: "" };
  if (state === "not-applicable") return { ja: `${bottom.ja}のため該当者なし`, en: `nobody was eligible: ${bottom.en}` };
  if (state === "unknown") return { ja: `${top.ja} ÷ ${bottom.ja}：分母か分子が未把握のため計算できません`, en: `${top.en} ÷ ${bottom.en}: not known yet` };
  const result = renderQuantity(value ?? 0, unit);
  const monthly = months === 12 ? { ja: " ÷ 12か月", en: " ÷ 12 months" } : { ja: "", en: "" };
  return { ja: `${top.ja} ÷ ${bottom.ja}${monthly.ja} ＝ ${result.ja}${typed.ja}`, en: `${top.en} ÷ ${bottom.en}${monthly.en} = ${result.en}${typed.en}` };
}

/** 量を言葉にする — 取得人数 1人. */
export function renderAmount(amount: Amount): Sentence {
  if (amount.kind === "words") return amount.name;
  const state = deriveAmount(amount);
  const unit = unitOf(amount);
  if (state.state === "value") {
    const figure = renderQuantity(state.value, unit);
    return { ja: `${amount.name.ja} ${figure.ja}`, en: `${amount.name.en} ${figure.en}` };
  }
  const said = state.state === "unknown" ? { ja: "未把握", en: "unknown" } : { ja: "該当者なし", en: "nobody" };
  return { ja: `${amount.name.ja} ${said.ja}`, en: `${amount.name.en} ${said.en}` };
}
