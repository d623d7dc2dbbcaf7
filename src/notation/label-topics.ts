import type { Topic } from "./label-features";
import type { WordTaker } from "./word-taker";

/** Subjects that make a label somebody else's, whatever leave it also names: 育児休業の研修受講率 is about training. */
const OTHER_SUBJECT =
  /昇[任格](?:試験|選考|者|率|候補)|研修|受講|手当|給料(?!表)|俸給|報酬|人件費|単価|予算|決算|面談|説明会|相談件数|講座|セミナー|障(?:害|がい|碍)者|ストレスチェック|健康診断|メンタルヘルス|テレワーク|在宅勤務|時差出勤|フレックス|懲戒|公務災害|代替職員|共済|退職金|人口|世帯|歳入|歳出|税収|地方債|財政|類似団体|定員管理|ラスパイレス/;

/** 財政課 and 人口政策室 are offices, whatever they deal with. */
const OFFICE = /^[^\d%]{1,10}(?:課|部|係|室|局|署)$/;

const SPOUSE = "(?:妻|配偶者|パートナー|家族)";

/**
 * Specific before general: what a pattern takes is gone for those below it.
 */
const TOPIC_WORDS: readonly (readonly [Topic, RegExp])[] = [
  ["harassment", /ハラスメント|セクハラ|パワハラ|マタハラ/g],
  ["awareness", /(?:制度)?(?:の)?認識率|認知(?:率|度)|意識調査|アンケート|(?:思う|感じる|考える|答えた|回答した)職員|満足度|やりがい/g],
  ["retire-age", /(?:平均)?退職年齢/g],
  ["maternity-class", /(?:母親|両親|父親|マタニティ)(?:学級|教室)/g],
  [
    "health-checkup",
    /(?:妊産婦|妊婦|妊娠中|母子)?(?:の)?保健指導(?:(?:又は|または|及び|および|並びに|や|・|、|\/|と)?(?:妊産婦)?健康診査)?|母子保健(?:健診|検診|指導)?|妊産?婦(?:の)?(?:健康診査|健診|検診)|(?:妊娠中の)?健康診査|母性健康管理(?:の?(?:健診|検診))?|健診休暇/g,
  ],
  ["commute-relief", /(?:妊娠中の|妊婦の?)?通勤(?:時の|の)?(?:混雑)?(?:緩和|負担軽減)|妊婦(?:の)?通勤時間/g],
  ["nursing-time", /育児時間(?!外)|保育時間/g],
  ["leave-as-desired", /希望(?:する|した|どおりの?|通りの?|の)(?:とおりの?)?期間|希望(?:どおり|通り)/g],
  [
    "father-consecutive-leave",
    /(?:父親|男性(?:職員)?|父となる職員|父)の.{0,12}?連続(?:した|する)?(?:の)?(?:特別)?(?:休暇)?|(?:出産|出生).{0,12}?連続(?:した|する)?(?:の)?(?:特別)?(?:休暇|取得)|連続(?:した|する)?(?:の)?休暇(?=.*(?:父|出生|出産))/g,
  ],
  [
    "paternity-both-leaves",
    /(?:合わせて|合せて|併せて|あわせて|合計で?)(?=5日(?:間)?以上)|(?:両|2つの|二つの|双方の|両方の)(?:特別)?休暇|(?:出産|出生)(?:時|前後)に?.{0,4}?5日(?:間)?以上の(?:特別)?休暇/g,
  ],
  [
    "paternity-either-leave",
    new RegExp(`いずれか(?:の(?:特別)?休暇)?(?:を|の)?(?=取得|利用|使用)|${SPOUSE}(?:の)?出産休暇等|(?<=男性(?:職員)?の?)育児(?:に関する|関連)の?(?:特別)?休暇等?`, "g"),
  ],
  [
    "spouse-birth-leave",
    new RegExp(
      `${SPOUSE}(?:の|が)?出産(?!した|する)(?:に(?:伴う|伴い|係る|かかる|関する|際して?の?|ともなう)|時の?|の(?:際の|時の|ための)?|のため|補助|支援|介助|介護|付添い?|立会い?|育児|特別)*(?:入退院の?(?:付添い|付き添い)(?:など|等)?の?(?:ための?)?)?(?:特別)?(?:休暇)?|出産(?:補助|支援|介護|介助|付添い?|立会い?)(?:特別)?休暇|産前産後補助(?:特別)?休暇|(?:妻|子|子ども|子供)の(?:産休|お産)|(?:男|男性|パパ)の?産休|出産に(?:伴う|係る)(?:特別)?休暇|(?:子(?:ども|供)?の)?出生時?(?:における|の|に係る|に伴う|に際しての)?(?:特別)?休暇|出[産生]時における(?=.*休暇)|父親の(?:出産)?休暇`,
      "g",
    ),
  ],
  [
    "childcare-participation-leave",
    /育児参加(?:の?ための?|のため|に係る|促進)?(?:特別)?休暇|育児の?ため(?:の)?(?:特別)?休暇(?![・や、等])|子育て参加(?:特別)?休暇|育児参加(?:特別)/g,
  ],
  ["child-nursing-leave", /(?:(?:就学前)?(?:の)?子(?:ども|供)?|家族)(?:の)?看護(?:等)?(?:の)?(?:ため)?(?:の)?(?:特別)?(?:休暇)?|看護(?:等)?休暇|子育て(?:特別)?休暇/g],
  ["partial-leave", /(?<!高齢者|修学|配偶者同行)部分休業(?:等)?/g],
  ["short-time-work", /育児(?:のための)?短時間(?:勤務)?|(?<!再任用)(?<!用)短時間勤務(?:制度|の利用|取得)/g],
  ["care-leave", /(?:短期)?介護(?:休暇|時間|休業)/g],
  ["childcare-leave", /育児休業(?:等)?|育児の?ため(?:の)?休業|育児休暇|育休|産後パパ育休/g],
  [
    "night-work-limit",
    /深夜(?:勤務|業務|労働|業)(?:の)?(?:制限|免除)?(?:等)?|所定外(?:労働|勤務|時間)?(?:の)?(?:免除|制限)|(?:時間外(?:勤務|労働)|超過勤務)(?:等)?の(?:免除|制限)(?!時間)|早出遅出勤務/g,
  ],
  ["no-overtime-day", /(?:グループ)?(?:一斉)?定時(?:退庁|退勤|退社)日?|ノー残業デー?|ノー残業|ノー超勤デー?|ノー時間外デー?/g],
  [
    "overtime-limit",
    /(?:(?:月|年|1か月|1年)(?:間|に|当たり|あたり)?)?(?:45|360|720|750|100|80|60|30|24|150)時間(?:以上(?=.*(?:職員|者|人|率|割合|$))|(?:以下|以内)(?=.*(?:職員|者数|人数|率|割合))|を?超(?:え(?:て|る|た|ない)?)?|を?超過(?:した|する)?|\/|・|、|,|及び|又は|または|かつ|(?=(?:月|年)(?:間)?\d+時間))+(?:した|する|えない|えた|える)?|上限(?:時間)?(?:数)?(?:を|の)?(?:超(?:え(?:た|る|ない)?|過)|遵守)(?:した)?|時間外勤務の?上限/g,
  ],
  ["overtime-reduction", /(?:時間外(?:勤務|労働)?|超過勤務|残業)?(?:時間)?(?:数|等)?(?:の)?(?:縮減率|削減率|縮減割合|削減割合)/g],
  ["overtime", /時間外(?:勤務|労働)?(?!手)|超過勤務(?!手)|超勤|残業|所定外(?:労働|勤務)/g],
  ["annual-leave", /年次(?:有給)?休暇(?:等)?|年次有給|年休|有給休暇|有休|(?<![\d一-龠])年間?(?=5日(?:間)?(?:以上|未満|に満たない))/g],
  ["retention", /継続(?:的に)?(?:して)?任用|引き続き(?:任用|在職)|(?:\d+|数)年度?(?:前|以前)に採用(?:した職員|者)?/g],
  ["midcareer", /中途採用(?:者|職員)?|経験者採用|社会人採用/g],
  ["applicants", /(?:採用試験の?)?(?:受[験検](?:者|申込者?)|応募者|申込者)/g],
  ["hiring", /(?:新規)?採用(?:者|職員|した職員|された職員)?(?!年|区分|困難|予定|活動|試験|候補)/g],
  [
    "pay",
    /(?:給与|賃金)(?:の|における)?(?:男女(?:間)?(?:の|別の?)?)?(?:の)?(?:差異|差|違い|格差|割合)|男女(?:間)?(?:の|別の?)?(?:平均)?(?:給与|賃金)(?:額)?(?:の)?(?:差異|差|違い|格差)?|男性の(?:平均)?給与(?:額)?(?:に対する|を(?:100|1)とした(?:場合の|ときの)?)(?:女性の(?:平均)?給与)?/g,
  ],
  ["tenure", /(?:平均)?(?:した)?(?:継続|連続)(?:した)?勤務(?:年数|期間)?|(?:平均)?勤続(?:勤務)?年数(?!別|区分)|平均勤続/g],
  ["turnover", /離職(?:率|者|職員)?|普通退職(?:率|者)?|退職率/g],
  [
    "managers",
    /(?:管理|指導)的(?:な)?(?:地位|立場)(?:にある職員|の職員|の者)?|管理・?監督(?:職|者|的地位)|管理職(?!員?手当)(?:員|級|相当職)?|役付職員|女性(?:職員)?(?:の)?登用(?:率|割合|比率|状況)?|登用(?=.*女性)|登用(?:率|割合)/g,
  ],
  ["grades", /(?:各)?役職(?:段階|階層|階級|区分)?(?:別)?(?:にある職員|の職員)?|級別(?!定数)|職階(?:別)?|職位(?:別)?|職務(?:の)?級(?:別)?|階級別/g],
  [
    "staff",
    /(?<=(?:職員|吏員|教員)(?:全体|総数|数)?)に(?:占める|対する)(?=.*女)|職員の女性(?:の)?(?:割合|比率)|全職種(?=.*女性)|男女別職員(?:数|割合|構成)|職員の(?:男女)(?:別)?(?:構成|比率|割合)/g,
  ],
];

const WEAK_WORDS: readonly (readonly [Topic, RegExp])[] = [
  ["spouse-birth-leave", new RegExp(`${SPOUSE}が出産|${SPOUSE}の出産`)],
  ["partial-leave", /(?:育休|育児休業)(?:から|より)の?復帰|復帰(?:した|人数|者|職員)/],
  ["childcare-leave", /育児休業(?:等)?(?:が|を|の)?(?:新たに)?取得(?:が)?(?:可能|できる|し得る|しうる)|(?<!が)出産した/],
  ["childcare-participation-leave", /育児参加/],
  ["health-checkup", /(?:検診|健診)を?受/],
  ["nursing-time", /満?(?:1|一)歳(?:まで|未満|に満たない|に達するまで)の子/],
  ["applicants", /採用試験/],
  ["staff", /職員数|女性職員(?:の)?(?:割合|比率|率)|(?:全|総)職員|女性(?:の)?(?:割合|比率)/],
  ["turnover", /退職者/],
  [
    "other",
    /(?:夏季|夏期|病気|療養|生理|忌引|慶弔|結婚|ボランティア|リフレッシュ|永年勤続|産前産後|産前・産後|産前|産後|妊娠障害|つわり|ドナー|不妊治療|出生サポート|自己啓発等?|配偶者同行)(?:等)?(?:の)?(?:休暇|休業|休職)|産休|休職者|出張|勤務条件|高齢者部分休業|修学部分休業|相談窓口|周知|啓発|情報提供|意識改革|マニュアル|ハンドブック|合格者|辞退者|内定者/,
  ],
];

/** The words that tell how the eligible are counted; a leave named inside them is not the subject. */
const ELIGIBLE_WORDS =
  /(?:当該年度中?に)?(?:新たに)?育児休業(?:等)?(?:が|を|の)?(?:新たに)?取得(?:が)?(?:可能|できる|し得る|しうる)(?:と|に|こと)?(?:の?な(?:った|る))?|(?:育休|育児休業)(?:から|より)の?復帰(?:した)?|(?:妻|配偶者|パートナー)が出産(?:した|する)|(?:育児休業中の職員は除く)/g;

/** 割合で語られる話題 — subjects of which a share of women can be stated. */
export const sharedTopics: readonly Topic[] = ["hiring", "applicants", "midcareer", "staff", "managers", "grades"];

const TRAITS: readonly Topic[] = ["hiring", "applicants", "midcareer", "retention", "tenure", "turnover", "pay", "managers", "grades"];

/**
 * 話題を読む — the subjects a label names, and those it only hints at.
 *
 * shape  takes its words out of `words`; "other" alone when the label is about something no indicator has
 */
export function readTopics(words: WordTaker): { readonly topics: readonly Topic[]; readonly weak: readonly Topic[] } {
  const whole = words.left;
  const weak = WEAK_WORDS.filter(([, pattern]) => pattern.test(whole)).map(([topic]) => topic);
  words.take(ELIGIBLE_WORDS);
  const found: Topic[] = [];
  for (const [topic, pattern] of TOPIC_WORDS) if (words.take(pattern).length > 0) found.push(topic);
  if (OTHER_SUBJECT.test(whole) && !OFFICE.test(whole)) return { topics: ["other"], weak: [] };
  const topics = chosen(found, whole);
  if (topics.length === 0 && weak.includes("other")) return { topics: ["other"], weak: [] };
  return { topics, weak: weak.filter((topic) => topic !== "other" && !topics.includes(topic)) };
}

const SURVEY_ONLY = /^(?!.*(?:率|割合|比率|認知|認識|満足|思う|感じる|考える|答えた|回答した)).*(?:アンケート|意識調査)/;

/** One subject swallows another it is made of: 採用試験の受験者 is not about the hired. */
function chosen(found: readonly Topic[], whole: string): readonly Topic[] {
  const has = (topic: Topic): boolean => found.includes(topic);
  const dropped = new Set<Topic>();
  const drop = (...topics: readonly Topic[]): void => topics.forEach((topic) => dropped.add(topic));
  // The title of a survey says nothing of what its answers are; 意識調査で…と答えた職員の割合 does.
  if (has("awareness")) return SURVEY_ONLY.test(whole) ? ["other"] : ["awareness"];
  if (has("spouse-birth-leave") && has("childcare-participation-leave")) {
    const together = /合計|合わせ|合せ|両方|\d日(?:間)?以上/.test(whole);
    return [together ? "paternity-both-leaves" : "paternity-either-leave"];
  }
  if (/いずれか/.test(whole) && (has("spouse-birth-leave") || has("paternity-either-leave"))) return ["paternity-either-leave"];
  // 夏季休暇や年次休暇と合わせて5日以上 is about the leave it names.
  if (has("paternity-both-leaves") && found.some((topic) => topic === "annual-leave" || topic === "child-nursing-leave")) drop("paternity-both-leaves");
  if (has("paternity-both-leaves")) drop("spouse-birth-leave", "childcare-participation-leave", "paternity-either-leave");
  if (has("paternity-either-leave")) drop("spouse-birth-leave", "childcare-participation-leave");
  if (has("father-consecutive-leave")) drop("spouse-birth-leave", "childcare-leave", "paternity-both-leaves");
  if (has("leave-as-desired")) drop("childcare-leave");
  if (has("overtime-limit") || has("overtime-reduction") || has("night-work-limit") || has("no-overtime-day")) drop("overtime");
  if (has("overtime-reduction")) drop("overtime-limit");
  if (has("retention") || has("midcareer") || has("applicants")) drop("hiring");
  if (has("pay")) drop("tenure", "managers", "grades", "hiring", "staff");
  if (has("tenure") || has("turnover")) drop("hiring");
  if (TRAITS.some(has)) drop("staff");
  if (found.some((topic) => !TRAITS.includes(topic) && topic !== "staff")) drop("staff", "managers", "grades", "hiring", "applicants");
  return found.filter((topic) => !dropped.has(topic));
}
