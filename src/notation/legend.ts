import { DASHES } from "./no-data";
import { unifyWidth } from "./normalize";

/** 凡例の読み取り — a mark and the state it stands for in this workbook. */
export interface LegendReading {
  readonly mark: string;
  readonly state: "not-applicable" | "unknown" | "suppressed";
}

const MARK = `[${DASHES}]{1,3}|[XxΧχ×*＊…‥]{1,3}|\\.{3}|\\*{1,3}|空欄|空白|斜線|/|該当者?(?:な|無)し|N/A`;
const QUOTED = new RegExp(`[「『"“'‘(]\\s*(${MARK})\\s*[」』"”'’)]`, "g");
const PLAIN = new RegExp(`(?:^|[※、。;\\s:])\\s*(${MARK})\\s*(?:印)?\\s*(?:[:=…]{1,2}|は、?|・・・?)\\s*([^「」、。;]{2,40})`, "g");
const BEFORE = /^\s*(?:印)?\s*(?:で|と|を|に)\s*(?:表|示|記|付|し|表示|表記|な)/;
const SUPPRESSED = /秘匿|非公表|公表(?:しない|していない|を控)|非開示|特定され|個人が/;
const UNKNOWN = /未集計|未把握|不明|不詳|把握(?:し|でき|予定|中)|調査(?:し|中)|集計(?:し|中)|データ(?:が)?な|得られ|未定|未調査/;
const NOT_APPLICABLE = /該当|対象|いない|なし|無し|なかった|ない(?:こと|もの|項目|場合)|採用|皆無|ゼロ/;

/**
 * 凡例を読む — sentences that give a mark its meaning: 該当者がいない項目は「－」で表しています, 「X」は非公表.
 *
 * none  [] when the text explains no mark
 */
export function readLegend(text: string): readonly LegendReading[] {
  if (text.length < 4 || text.length > 400) return [];
  const unified = unifyWidth(text);
  const legends = new Map<string, LegendReading["state"]>();
  QUOTED.lastIndex = 0;
  for (let found = QUOTED.exec(unified); found; found = QUOTED.exec(unified)) {
    const after = unified.slice(found.index + found[0].length);
    const meaning = BEFORE.test(after)
      ? sentenceBefore(unified.slice(0, found.index))
      : /^\s*(?:印)?\s*(?:は|:|=|…|の)/.test(after)
        ? after.slice(0, 40).split(/[「『。;]/)[0]!
        : "";
    const state = stateOf(meaning);
    if (state) legends.set(found[1]!, state);
  }
  if (legends.size === 0) {
    PLAIN.lastIndex = 0;
    for (let found = PLAIN.exec(unified); found; found = PLAIN.exec(unified)) {
      const state = stateOf(found[2]!);
      if (state) legends.set(found[1]!, state);
    }
  }
  return [...legends].map(([mark, state]) => ({ mark, state }));
}

function sentenceBefore(text: string): string {
  return text.slice(Math.max(text.lastIndexOf("。"), text.lastIndexOf("」"), text.length - 60) + 1);
}

function stateOf(meaning: string): LegendReading["state"] | undefined {
  if (SUPPRESSED.test(meaning)) return "suppressed";
  if (UNKNOWN.test(meaning)) return "unknown";
  return NOT_APPLICABLE.test(meaning) ? "not-applicable" : undefined;
}
