import { normalizeText } from "./normalize";
import { readTimes } from "./target-times";

/** 目標の量 — 12日, 30%: an amount with its unit; not 1人当たり, 10人中. */
export const AMOUNT = /(?<![\d.])[\d.,]+\s*(?:%|割|日|時間|人|名|件)(?!当|あ|中|の|が|は|で)/;
const WANTED = new RegExp(
  `${AMOUNT.source}[^。]{0,24}?(?:とする|とします|を?目指(?:す|します)|目標(?:と|に)(?:する|します|し(?:ている|ています)|設定(?:する|します|している))|(?:に|まで)(?:する|します|高める|高めます|引き?上げ(?:る|ます)|縮減(?:する|します)|削減(?:する|します))|(?:達成|維持|確保)(?:する|します))(?:こと)?$`,
);
const OF_OTHERS = /(?:^|[、,\s])(?:国|政府|県|都|府|道|人事院|総務省|内閣府|大綱|基本計画|同計画)(?:は|が|で|の|に|において)/;
const LONGEST = 140;
const REVISION = new RegExp(`(?:から|以降|より|に|[(])[^。]{0,8}?目標値?[をは]?[^。]{0,20}?${AMOUNT.source}[^。]{0,8}?(?:引き?[上下]げ|変更|改[定訂]|見直|とする|とした|に設定)`);

/**
 * 目標の文 — 「令和9年度までに男性職員の育児休業取得率30％以上を目指します。」: the sentences of a text that state what the organisation wants to reach.
 *
 * none  empty for what was reached (…した), for what the nation wants, and for sentences without an amount
 */
export function findTargetSentences(text: string): readonly string[] {
  if (text.length > 3 * LONGEST) return [];
  return normalizeText(text)
    .split(/。/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 12 && sentence.length <= LONGEST && WANTED.test(sentence) && !OF_OTHERS.test(sentence));
}

/**
 * 目標の改定を言うか — 「令和5年度から目標を12日に引き上げ」 in a remark: the year and the new figure both stand in it.
 *
 * none  false where the year, the figure or the word 目標 is missing, and for the target of somebody else
 */
export function statesRevision(text: string): boolean {
  const said = normalizeText(text);
  return said.length <= LONGEST && REVISION.test(said) && !OF_OTHERS.test(said) && readTimes(said).points.some(({ role }) => role === "from" || role === "revised");
}
