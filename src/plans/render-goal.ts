import type { Sentence } from "../model/finding";
import type { Comparison, Target } from "../model/plan";
import { renderQuantity } from "../notation/render-quantity";

const WORDS: { readonly [comparison in Comparison]: Sentence } = {
  "at-least": { ja: "以上", en: "at least " },
  "more-than": { ja: "超", en: "more than " },
  "at-most": { ja: "以下", en: "at most " },
  "less-than": { ja: "未満", en: "less than " },
  equal: { ja: "", en: "" },
};

/** A target cell says little more than its number; a line under a table is a sentence. */
const LONGEST = 20;

/** 目標を言葉にする — as the sheet says it, or, where it says it in a whole sentence, its number: 60%以上. */
export function renderGoal(target: Target): Sentence {
  const said = target.text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^[【〔「]?(数値)?目標値?[】〕」]?[：: ]*/u, "")
    .replace(/^[【（(]|[】]$/gu, "")
    .replace(/[（(][^（）()]*$/u, "");
  const isShort = said.length > 0 && said.length <= LONGEST && !(target.source === "below" && target.value !== null);
  if (target.value === null || target.unit === null) return { ja: isShort ? said : clip(said), en: `"${isShort ? said : clip(said)}"` };
  const number = renderQuantity(target.value, target.unit);
  const words = target.comparison === null ? { ja: "", en: "" } : WORDS[target.comparison];
  const short = { ja: number.ja.replace(/\.0(?=%)/, ""), en: number.en.replace(/\.0(?=%)/, "") };
  const isOnlyNumber = target.kind !== "against-baseline" && target.kind !== "against-previous-year";
  // 「30以上」 in a list whose unit stands in a column of its own.
  const hasUnit = !/^[約\d.,]+(?:以上|以下|以内|未満|超)?$/u.test(said.normalize("NFKC"));
  return { ja: isShort && hasUnit ? said : `${short.ja}${words.ja}`, en: isOnlyNumber ? `${words.en}${short.en}` : `"${said}"` };
}

function clip(text: string): string {
  return text.length > LONGEST * 2 ? `${text.slice(0, LONGEST * 2)}…` : text;
}
