import type { Comparison, TargetKind } from "../model/plan";
import { unifyWidth } from "./normalize";

/** 目標の語 — what the words around a target's figure say; found words are blanked in `rest` so that positions keep. */
export interface TargetWords {
  readonly rest: string;
  readonly isEveryYear: boolean;
  readonly isFinalYear: boolean;
  readonly isCumulative: boolean;
  readonly isPeriodAverage: boolean;
  readonly isAgainstPrevious: boolean;
  /** 現状値以上, 基準値より: against a baseline whose year is not written. */
  readonly isAgainstBase: boolean;
  /** Size of a relative change, as a ratio. */
  readonly change: number | null;
  /** Which way is wanted, where the words say so. */
  readonly direction: Comparison | null;
  /** How a figure is to be reached where it has no comparison of its own: 8.5時間まで縮減. */
  readonly reach: Comparison | null;
  /** 取得促進, 推進: a direction left to the indicator. */
  readonly isDirection: boolean;
  readonly isInitiative: boolean;
}

const EVERY_YEAR = /毎年度?|各年度?(?!の実績)|年度毎|年度ごと|常に|引き?続き|継続して|\(継続\)|維持(?:する|します|に努める)?|遵守(?:する|します)?|堅持/g;
const FINAL_YEAR = /計画(?:期間)?の?(?:最終年度|終了時|期間末|末)|最終年度|計画期間(?:終了|満了)/g;
const CUMULATIVE =
  /(?:\d{1,2}\s*[かカヵヶケ箇]?年間?(?:の|で|を通じて?|の間に)?\s*)?(?:累計|累積|通算|延べ合計)(?:で)?|計画期間\s*(?:\([^()]*\))?\s*(?:全体|中|内|を通じて?)(?:で|に)?|期間全体(?:で)?|\(\s*\d{1,2}\s*[かカヵヶケ箇]?年間(?:で|計|の計|合計)?\s*\)|\d{1,2}\s*[かカヵヶケ箇]?年間(?:の合計|で(?=\s*\d))/g;
const PERIOD_AVERAGE = /(?:\d{1,2}\s*[かカヵヶケ箇]?年間?|計画期間|期間中?)(?:の|を?通じた)?平均(?:で)?/g;
const PREVIOUS =
  /対前年度?(?=\s*\d)|(?:対?前年度?|対?前年)(?:の?(?:実績|同期|数値|値))?(?:値)?(?:を?\s*(?:より(?:も)?|比(?:で)?|と比較して|に比べて?|と比べて?|対比(?:で)?|から|を?上回る|を?下回る|以上|以下|並み|水準|の維持|を維持))/g;
const BASE =
  /(?:現状|基準|現行|策定時|計画策定時)(?:の?(?:値|数値|水準|実績))?(?:\([^()]*\))?(?:より(?:も)?|比(?:で)?|に比べて?|と比べて?|から|以上|以下|を?上回る|を?下回る|を?維持|の維持)/g;
const DOWN = "縮減|削減|減少|減(?!免)|低減|引き?下げ|抑制|短縮|縮小";
const UP = "増加|増やす|増(?!減)|引き?上げ|向上|拡大|上昇|アップ";
const CHANGE = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(%|割)\\s*(以上|程度)?\\s*(?:の|を)?\\s*(?:(${DOWN})|(${UP}))`);
const CHANGE_SIGNED = /(?:▲|△|－|−|-)\s*(\d+(?:\.\d+)?)\s*(%|割)/;
const CHANGE_RATE = /(?:(縮減率|削減率|減少率)|(増加率|伸び率|増減率|向上率))\s*(?:\([^()]*\))?\s*(?:は|を|:)?\s*(\d+(?:\.\d+)?)\s*(%|割)\s*(?:以上|程度)?/;
const REACH_DOWN = new RegExp(`(?:${DOWN})`);
const REACH_UP = new RegExp(`(?:${UP}|高め)`);
const DIRECTION =
  /(?:促進|推進|縮減|削減|抑制|向上|増加|拡大|引き?上げ|引き?下げ|低減|短縮|減少|増やす|減らす|高める|改善|縮小|増|(?<!増)減)(?:する|します|に努める|を図る|を目指す|させる|を目標とする)?[。.]?\s*$/;
const INITIATIVE =
  /周知|徹底|検討|整備|研究|調査|実施|確保|差別|啓発|配慮|見直し|支援|研修|努める|図る|行う|希望する|作成|配布|環境|意識|情報提供|継続|充実|活用|働きかけ|呼びかけ|設置|構築|普及|取組|取り組|把握|育成|活性化|登用に/;

/**
 * 目標の語を読む — kinds, directions and relative changes; figures are left in `rest`.
 */
export function readTargetWords(text: string, hasBaseYear = false): TargetWords {
  let rest = text;
  const take = (pattern: RegExp): string => {
    let taken = "";
    rest = rest.replace(pattern, (found) => {
      taken += found;
      return " ".repeat(found.length);
    });
    return taken;
  };
  const base = take(BASE);
  const previous = take(PREVIOUS);
  const isPeriodAverage = take(PERIOD_AVERAGE) !== "";
  const summed = take(CUMULATIVE);
  const isFinalYear = take(FINAL_YEAR) !== "";
  let change: number | null = null;
  let direction = directionOf(base + previous);
  const rate = CHANGE_RATE.exec(rest);
  const relative = rate ? null : CHANGE.exec(rest);
  if (rate) {
    change = ratio(rate[3]!, rate[4]!);
    direction = rate[1] ? "at-most" : "at-least";
    rest = blankAt(rest, rate.index, rate[0].length);
  } else if (relative) {
    change = ratio(relative[1]!, relative[2]!);
    direction = relative[4] ? "at-most" : "at-least";
    rest = blankAt(rest, relative.index, relative[0].length);
  } else if ((hasBaseYear || previous !== "") && CHANGE_SIGNED.test(rest)) {
    const signed = CHANGE_SIGNED.exec(rest)!;
    change = ratio(signed[1]!, signed[2]!);
    direction = "at-most";
    rest = blankAt(rest, signed.index, signed[0].length);
  } else if (/半減/.test(rest)) {
    change = 0.5;
    direction = "at-most";
  } else if (/倍増/.test(rest)) {
    change = 1;
    direction = "at-least";
  }
  const isEveryYear = take(EVERY_YEAR) !== "";
  // 計画期間中、毎年10日以上: so long, and each year by itself.
  const isCumulative = summed !== "" && !(isEveryYear && /毎|各年/.test(text) && !/累計|累積|通算|延べ|合計/.test(summed));
  const said = rest.replace(/[(【][\s・]*[)】]/g, " ");
  if (direction === null && DIRECTION.test(said)) direction = REACH_DOWN.test(said) || /減らす/.test(said) ? "at-most" : REACH_UP.test(said) ? "at-least" : null;
  const isMaintained = base !== "" && /維持/.test(base);
  return {
    rest,
    isEveryYear: isEveryYear || (isMaintained && /\d/.test(rest)),
    isFinalYear,
    isCumulative,
    isPeriodAverage,
    isAgainstPrevious: previous !== "",
    isAgainstBase: base !== "" && !(isMaintained && /\d/.test(rest)),
    change,
    direction,
    reach: change !== null ? direction : null,
    isDirection: DIRECTION.test(said) && said.trim().length <= 48,
    isInitiative: INITIATIVE.test(text),
  };
}

const WHOLE_PERIOD = /累計|累積|通算|延べ合計|\d{1,2}\s*[かカヵヶケ箇]?年間?の?合計/;

/**
 * 見出しの言う束ね方 — 目標（5年間の累計）, 目標（毎年度）, 最終年度の目標: what the headings of a target say of when it is due.
 *
 * none  null when no heading says so
 */
export function readTargetKindOfHeadings(headings: readonly string[]): TargetKind | null {
  const texts = headings.map(unifyWidth);
  if (texts.some((text) => WHOLE_PERIOD.test(text))) return "cumulative";
  for (const text of texts) {
    if (!/目標/.test(text)) continue;
    if (text.search(PERIOD_AVERAGE) >= 0) return "period-average";
    if (text.search(EVERY_YEAR) >= 0) return "every-year";
    if (text.search(FINAL_YEAR) >= 0) return "final-year";
  }
  return null;
}

function directionOf(words: string): Comparison | null {
  if (/以上/.test(words)) return "at-least";
  if (/以下/.test(words)) return "at-most";
  if (/上回る/.test(words)) return "more-than";
  return /下回る/.test(words) ? "less-than" : null;
}

function ratio(digits: string, unit: string): number {
  return Number((Number(digits) / (unit === "%" ? 100 : 10)).toPrecision(12));
}

function blankAt(text: string, at: number, length: number): string {
  return text.slice(0, at) + " ".repeat(length) + text.slice(at + length);
}

const FOR_EACH = /各(?:任命権者|部局|機関|職種|所属|課|校|署)|それぞれ|いずれも|各々/;

/** それぞれの目標か — 各任命権者とも14日以上, いずれも100％: held against every population by itself. */
export function isForEach(text: string): boolean {
  return FOR_EACH.test(text);
}
