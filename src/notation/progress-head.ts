import type { ProgressField } from "../model/progress";
import { compactText } from "./normalize";

const LONGEST = 28;

/** The first that fits decides: 原因・課題 is a cause, 課題・今後の取組 what comes next. */
const FIELDS: readonly (readonly [ProgressField, RegExp])[] = [
  // What somebody else says, or says of another span than a year, is asked of nobody.
  ["comment", /中間|最終|総括|総合|全体|期間|前年度?の?評価|前回|昨年|外部|委員|審議|第三者|評価の?(?:理由|説明|内容|コメント|根拠|基準|方法|指標|項目|対象|者)|人事評価|評価制度/],
  ["comment", /(?:増減|変動|差異|設定|選定|公表|変更|見直し|算定|除外|非公表)\S{0,3}(?:理由|原因|要因)/],
  ["cause", /原因|要因|(?:未達|達成(?:でき|し|して)(?:い)?な|達していな|届か|及ばな|遅れ)\S{0,8}理由/],
  ["next", /今後|次年度|来年度|翌年度|次期|改善|方向性|対応(?:策|方針)|見直し内容|(?:取組|取り組み|実施)予定$/],
  ["comment", /課題|備考|コメント|特記|所見|意見|摘要|説明|補足|理由|反省|成果と/],
  ["section", /担当|所管|主管|実施主体|実施部署|実施課|^所属$|^部署$/],
  ["status", /(?:実施|取組み?|取り組み|進捗|進行|推進|対応|実行)(?:の)?(?:状況|結果|実績|経過|度合)|実施内容|実施した|^状況$|^進捗$/],
  ["evaluation", /評価|評定|判定|達否|達成$|達成状況|達成区分|進捗区分|進捗ランク|^ランク$/],
  ["measure", /取組み?(?!率)|取り組み|施策|対策|事業|行動|具体的|実施(?:項目|事項)/],
];

/** 目標 | 達成度 and figures of progress are read as such, and 目標達成に向けた… is a title. */
const OTHER = /率|時期|年度$|期限|予定|目標値|数値目標|^目標$|目標項目/;

/**
 * 進捗の見出しを読む — what an organisation writes under this heading of its progress sheet.
 *
 * none  undefined for headings of figures, targets and times, and for sentences
 */
export function readProgressHead(text: string): ProgressField | undefined {
  const words = compactText(text)
    .replace(/^[(（]?(?:令和|平成|[RH])(?:元|\d{1,2})年?度?(?:の|における)?[)）]?|^20\d\d年?度?(?:の)?/, "")
    .replace(/[(（][^()（）]*[)）]/g, "");
  if (words === "" || words.length > LONGEST) return undefined;
  const found = FIELDS.find(([, pattern]) => pattern.test(words))?.[0];
  if (found === undefined) return undefined;
  return (found === "measure" || found === "evaluation") && OTHER.test(words) ? undefined : found;
}
