/** 見出しの着せ方 — how a line's word is written: plainly, with its unit, with the letters of a formula, numbered, broken, spaced out. */
export type Dress = "plain" | "unit" | "letters" | "numbered" | "broken" | "spaced" | "marked";

export const dresses: readonly Dress[] = ["plain", "plain", "unit", "letters", "numbered", "broken", "spaced", "marked"];

const LETTERS = { denominator: "A", numerator: "B", value: "B/A" } as const;
const NUMBERS = { denominator: "ア", numerator: "イ", value: "ウ" } as const;

/** 語に着せる — 取得者数 → 取得者数（人）, 取得者数(B), イ　取得者数, 取得⏎者数, 取 得 者 数, 取得者数※. */
export function dressWord(word: string, measure: keyof typeof LETTERS, shape: string, dress: Dress): string {
  const isCounted = shape === "uptake" || shape === "share";
  if (dress === "unit" && !word.includes("（")) return `${word}（${measure !== "value" ? "人" : isCounted ? "％" : shape === "days" ? "日" : "時間"}）`;
  if (dress === "letters" && isCounted) return `${word}(${LETTERS[measure]})`;
  if (dress === "numbered") return `${NUMBERS[measure]}　${word}`;
  if (dress === "broken" && word.length > 3) return `${word.slice(0, 2)}⏎${word.slice(2)}`;
  if (dress === "spaced" && word.length <= 4) return [...word].join("　");
  if (dress === "marked") return `${word}※`;
  return word;
}
