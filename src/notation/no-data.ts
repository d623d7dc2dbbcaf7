import type { FigureState } from "../model/figure";
import { compactText } from "./normalize";

type NoDataState = Extract<FigureState, "not-applicable" | "unknown" | "suppressed" | "unreadable">;

/** 値のない印 — the state a mark stands for, and the words before it. */
export interface NoDataMark {
  readonly state: NoDataState;
  readonly mark: string;
  readonly words: string;
}

/** 横線 — every dash people leave in a cell, the long-vowel mark and box-drawing lines among them. */
export const DASHES = "-－—―–−ー‐‑‒─━ｰ";

const MARKS = new Map<string, NoDataState>([
  ...[...DASHES].map((dash) => [dash, "not-applicable"] as const),
  ["/", "not-applicable"],
  ["\\", "not-applicable"],
  ["なし", "not-applicable"],
  ["無し", "not-applicable"],
  ["無", "not-applicable"],
  ["皆増", "not-applicable"],
  ["皆減", "not-applicable"],
  ["N/A", "not-applicable"],
  ["n/a", "not-applicable"],
  ["…", "unknown"],
  ["‥", "unknown"],
  ["...", "unknown"],
  ["・・・", "unknown"],
  ["・・", "unknown"],
  ["**", "unknown"],
  ["***", "unknown"],
  ["?", "unknown"],
  ["X", "suppressed"],
  ["x", "suppressed"],
  ["Χ", "suppressed"],
  ["χ", "suppressed"],
  ["*", "suppressed"],
  ["秘", "suppressed"],
]);

const ABSENT = String.raw`(?:該当|対象|採用|取得|申請|利用|実績|受験|応募|申込|出産|復帰|退職|離職|在籍|配置|任用|昇任|女性|男性|職員|事例|案件|制度利用)(?:職員|者|例|事例|実績|データ)?(?:は|が|も)?(?:なし|無し|無|ナシ|いない|いません|なかった|ありません)`;
const NOT_APPLICABLE = String.raw`(?:${ABSENT}|対象外|非該当|適用外|適用なし|算[出定](?:不可|できない|不能|対象外)|計算(?:不可|できない|不能)|皆増|皆減)`;
const UNKNOWN = String.raw`(?:今後、?把握(?:していく|する|予定|に努める)(?:予定)?|未把握|把握(?:して|できて)?(?:い)?(?:ない|ません|なし)|把握(?:中|不可|困難|せず)|未集計|集計(?:中|前|予定|していない|なし)|未調査|調査(?:中|前|予定|していない)|未確定|未算定|未算出|算[出定]中|未入力|未実施|未了|確認中|精査中|不明|不詳|未詳|データ(?:なし|無し|無)|記録(?:なし|無し)|統計なし)`;
const SUPPRESSED = String.raw`(?:非公表|非公開|非開示|不開示|秘匿|公表(?:しない|していない|せず))`;
// The words before a mark say which figure is missing; they never hold a quoted mark, which makes the text a legend.
const WORDED = new RegExp(
  `^[⇒→>・※(]*([^-－—―–−「」『』【】※⇒→=＝]{0,24}?)(?:は|が|の?ため)?[:、]?(?:(${NOT_APPLICABLE})|(${UNKNOWN})|(${SUPPRESSED}))(?:です|である|とする)?[。.)]*(?:[(]?※\\d*[)]?|\\*\\d+|[(]?注\\d*[)])?$`,
);
const ERRORS = /^#(?:DIV\/0!|N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;
const WRAPPED = /^[([](.{1,4})[)\]]$/;
const REPEATED = new RegExp(`^([${DASHES}…‥])\\1+$`);
// Sentences that only end in such words speak of something else.
const SENTENCE = /[。①-⑳]|において|について|の場合|とき|項目/;

/**
 * 値のない印を読む — 該当者なし, －, 未把握, 非公表 …: why there is no number.
 *
 * none    undefined when the text is no such mark
 * errors  #DIV/0! and its like are "unreadable"
 */
export function readNoDataMark(text: string): NoDataMark | undefined {
  if (text.length > 48) return undefined;
  const compact = compactText(text);
  if (compact === "") return undefined;
  const bare = compact.length > 2 ? (WRAPPED.exec(compact)?.[1] ?? compact) : compact;
  const known = MARKS.get(bare) ?? (REPEATED.test(bare) ? MARKS.get(bare[0]!) : undefined);
  if (known) return { state: known, mark: bare, words: "" };
  if (ERRORS.test(compact)) return { state: "unreadable", mark: compact, words: "" };
  if (compact.length < 2) return undefined;
  const found = WORDED.exec(compact);
  if (!found) return undefined;
  const words = found[1] ?? "";
  if (/\d/.test(words) || /^[X*×…/]/.test(words) || SENTENCE.test(words)) return undefined;
  const state = found[2] ? "not-applicable" : found[3] ? "unknown" : "suppressed";
  return { state, mark: (found[2] ?? found[3] ?? found[4])!, words };
}
