import type { ProgressEntry } from "../../model/progress";
import { readNoDataMark } from "../../notation/no-data";
import { compactText } from "../../notation/normalize";

const NOTHING = /^(?:特に?な[しい]|特記(?:事項)?な[しい]|同上|〃|々|該当な[しい]|対象外)[。.]?$/;
const BECAUSE = /ため|によ[りる]|原因|要因|理由|影響|ことから|[がは]少な|いなかった|できなかった|なかった|至らな|困難|不足|遅れ|別紙|別添|参照/;
const ENDED = /廃止|終了|完了|中止|休止|統合|移行済|取りやめ|見送/;
const NOT_DONE = /未着手|未実施|予定|検討中|該当な[しい]|対象外|実績な[しい]|実施せず|実施していな|実施しな|取り?組んでいな/;

/** 書かれているか — words, and not a dash, 該当なし or 特になし alone. */
export function saysSomething({ text }: Pick<ProgressEntry, "text">): boolean {
  const words = compactText(text);
  // 対象者がいなかった is a reason, whatever mark it may be elsewhere.
  return words !== "" && !NOTHING.test(words) && (words.length > 6 || readNoDataMark(words) === undefined);
}

/** 原因が書かれているか — words that tell why, wherever they stand. */
export function tellsWhy(text: string): boolean {
  return BECAUSE.test(compactText(text));
}

/** 終わった取組か — 廃止, 終了, 完了: nothing more is written of it. */
export function tellsEnd(text: string): boolean {
  return ENDED.test(compactText(text));
}

/** 新しい取組か — 新規 under what comes next: nothing was done of it yet. */
export function tellsNew(text: string): boolean {
  return /^新規/.test(compactText(text));
}

/** 行っていないか — 未実施, 該当なし: there is nothing to evaluate. */
export function tellsNothingDone(text: string): boolean {
  return NOT_DONE.test(compactText(text));
}
