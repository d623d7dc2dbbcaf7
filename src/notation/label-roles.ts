import type { HeadingRole } from "./label-features";

/** Nearer the top wins: 目標達成率 is an achievement, 目標年度 a deadline, 目標 a target. */
const ROLE_WORDS: readonly (readonly [HeadingRole, RegExp])[] = [
  ["achievement", /達成(?:率|度|状況|割合)|進捗(?:率|度)/],
  ["growth", /伸び?率|伸率/],
  ["change", /増減|前年度?(?:同期)?(?:比|差)|対前年|前年度?(?:から|と|との)(?:の)?(?:差|増減|比較|変化)|目標(?:値)?(?:と|から)の?(?:差|乖離)|乖離/],
  ["baseline", /策定時|策定前|基準値|基準年|目標設定(?:時|当時)|当初値|計画当初/],
  ["deadline", /(?:目標)?達成(?:目標)?(?:年度|時期|期限|年次|期間)|目標(?:年度|年次|期限|時期|期間)|^時期$|期限$|^期日$|^実施時期$/],
  ["evaluation", /評価|判定|ランク$|^達成$|^達否$/],
  ["measures", /取組(?:の)?(?:内容|状況|事項|方針)?$|(?:実施|進捗|推進)(?:内容|状況)$|対応(?:策|方針)|改善(?:策|点|内容|案)$|方向性$|今後の|具体的/],
  [
    "remark",
    /(?:全国|全庁外|県内?|都道府県|府内|都内|道内|国|政府|類似団体|他団体|他市町?村?|市町村|管内|近隣|同規模).{0,8}平均(?:値)?$|順位$|備考|^注記?$|理由|原因|要因|^説明|説明欄|担当(?:課|部署|部局|係|者)?$|所管|主管課?$|実施(?:主体|部署|課)$|摘要|課題|コメント|特記|^[（(]?参考|出典(?![：:])|根拠/,
  ],
  ["section", /^(?:目標|取組|評価|指標|数値目標|取り組み)項目$/],
  ["previous-year", /^(?:前年度?|昨年度?|前回)(?:の)?(?:実績|値|数値|分)?$/],
  ["target", /目標|めざす値|目指す値|^(?:KPI)?[Tt]arget/],
  ["actual", /実績|現状|最新値|現況|^状況$|^実数$|^数値$/],
  [
    "section",
    /^(?:.{0,6}区分|項目|内容|年度?|年次|制度|制度名|種別|種類|休暇等?の種別|休暇等?の種類|休暇の?名称|指標|指標名|内訳|取得期間|期間|職名|名称|分類|計画|所属|部局|部局名|職種|職員区分|雇用形態|役職|役職段階|役職名|級|性別|男女別|月|年月|月別|番号|単位|標準的職務|職務|勤続年数|基準日)(?:別|等)?$/,
  ],
];

/**
 * 見出しの役を読む — only where the word decides: alone, or at the end of the heading.
 *
 * silent  育児休業の取得状況 names a subject; 目標を達成するための… is a sentence
 */
export function readHeadingRole(text: string): HeadingRole | undefined {
  for (const [role, pattern] of ROLE_WORDS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const after = text.length - found.index - found[0].length;
    if (text.length <= 14 || after <= 5) return role;
  }
  return undefined;
}
