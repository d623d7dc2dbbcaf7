import { compactText, unifyWidth } from "./normalize";

/** 評価の意味 — what an evaluation says of a target; "near": 概ね達成, 一部達成. */
export type EvaluationMeaning = "met" | "near" | "missed";

/** 評価の凡例 — the meaning each sign of a sheet has; a sign whose meaning cannot be told stands with undefined. */
export type EvaluationScale = ReadonlyMap<string, EvaluationMeaning | undefined>;

const SIGN = "[A-ES◎○〇◯●△▲×✕✖☓]";
const ALIKE: { readonly [sign: string]: string } = { 〇: "○", "◯": "○", "✕": "×", "✖": "×", "☓": "×", X: "×", x: "×" };
const IN_TEXT = new RegExp(`(${SIGN})\\s*(?:評価)?\\s*[:=…⇒→]+\\s*([^:=⇒→]*?)(?=\\s*(?:[、,。/;|]|[(]?(?:${SIGN}|[-－―—])\\s*(?:評価)?\\s*[:=…⇒→]|[」』】）)]|$))`, "g");
const BRACKETED = new RegExp(`([^\\s、,。/;:()「」]{2,20})\\s*[(]\\s*(${SIGN})\\s*[)]`, "g");
const ALONE = new RegExp(`^(${SIGN}|[Xx])(?:評価|ランク)?$`);
const SPACED = new RegExp(`(?:^|[\\s:/、(])(${SIGN})\\s+([^\\s/、)]{2,24})`, "g");

const OPEN = /見込|向け|困難|可能|予定|目指|年度以降/;
const MISSED = /未達|不達|非達成|達成(?:して|でき|し|には?至ら)(?:い)?な|達成(?:でき|し)ず|達していな|達しな|達せず|届か|及ばな|及ばず|満たさな|満たして(?:い)?な|満たせ/;
const NEAR = /概ね|おおむね|おおよそ|ほぼ|一部|やや|もう少し|もう一歩|近い|近づ|前進|ある程度|まずまず|部分的/;
const MET = /達成|目標(?:の|を)?(?:どおり|通り)|目標(?:値)?を(?:満た|クリア)|クリア/;
const SHARE = /(\d{1,3})(?:\.\d+)?(?:%|割)\s*(以上|未満|以下|超)/g;

/**
 * 評価の言葉を読む — 達成, 未達成, 概ね達成, 80%以上達成: what words, of an evaluation or of a legend, say of the target.
 *
 * none  undefined for words on how work goes (順調, 計画どおり), on what is hoped for, and for anything else
 */
export function readEvaluationWords(text: string): EvaluationMeaning | undefined {
  const words = compactText(text);
  if (OPEN.test(words)) return undefined;
  const shares = [...words.matchAll(SHARE)].map(([, number, side]) => ({ share: Number(number) * (/割/.test(words) ? 10 : 1), side }));
  if (shares.length > 0) {
    const from = shares.find(({ side }) => side === "以上" || side === "超");
    if (from) return from.share >= 100 ? "met" : "near";
    return shares.every(({ share }) => share <= 100) ? "missed" : undefined;
  }
  if (NEAR.test(words)) return "near";
  if (MISSED.test(words)) return "missed";
  return MET.test(words) ? "met" : undefined;
}

/**
 * 凡例を集める — the signs that these texts of a sheet explain: 評価　A：達成　B：概ね達成, 達成（○）未達成（×）.
 *
 * shape  a sign that two texts explain differently has no meaning
 */
export function readEvaluationScale(texts: readonly string[]): EvaluationScale {
  const scale = new Map<string, EvaluationMeaning | undefined>();
  const note = (sign: string, words: string): void => {
    const meaning = readEvaluationWords(words);
    const key = unifySign(sign);
    scale.set(key, scale.has(key) && scale.get(key) !== meaning ? undefined : meaning);
  };
  for (const text of texts) {
    const unified = unifyWidth(text);
    const found = [...unified.matchAll(IN_TEXT)];
    for (const [, sign, words] of found) note(sign!, words!);
    if (found.length > 0) continue;
    const bracketed = [...unified.matchAll(BRACKETED)];
    if (bracketed.length >= 2) for (const [, words, sign] of bracketed) note(sign!, words!);
    else if (/評価|凡例|判定|達成/.test(unified)) {
      const spaced = [...unified.matchAll(SPACED)];
      if (spaced.length >= 2) for (const [, sign, words] of spaced) note(sign!, words!);
    }
  }
  return scale;
}

/** 評価の記号 — the sign an evaluation consists of: A, ○, Ｂ評価 → B. */
export function readEvaluationSign(text: string): string | undefined {
  const found = ALONE.exec(compactText(text));
  return found ? unifySign(found[1]!) : undefined;
}

function unifySign(sign: string): string {
  return ALIKE[sign] ?? sign;
}
