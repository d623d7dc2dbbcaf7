import type { Unit } from "../model/figure";
import type { Group, Measure } from "../model/observation";
import type { LabelFeatures, Topic } from "./label-features";
import { readGroup, readGroupOfWomen, readSex } from "./label-groups";
import { readLimitDays, readThreshold } from "./label-lengths";
import { readHeadingRole } from "./label-roles";
import { readTopics, sharedTopics } from "./label-topics";
import { compactText, normalizeText, stripNumbering } from "./normalize";
import { WordTaker } from "./word-taker";

const KNOWN_LABELS = 4000;
const LONGEST_LABEL = 70;
/** What states a target beside its label; the rest is prose. */
const LONGEST_WITH_TARGET = 400;

const BRACKETED_TARGET = /[【\[［(（〔](?:数値)?目標(?:値)?[：:]?[^】\]］)）〕]*[】\]］)）〕]/g;
const REFERENCE =
  /[(（][^()（）]*(?:国|政府|法|府|県|都|省|指針|基本計画|大綱|他団体|全国)(?:が定める|における|で定める|としての|全体)?の?(?:数値|成果)?(?:目標|平均|基準値)[^()（）]*[)）]|[(（]参考[：:][^()（）]*[)）]|^(?:国|政府|県|都)の?(?:数値|成果)?目標(?:値)?(?:.*)$/g;
const FOOTNOTE = /[(（]?[※＊*](?:共通目標|注?\d{0,2}|[a-z])?[)）]?(?=$|[^\d])|[(（](?:注|注記)\d{0,2}[)）]/g;
const STATE_NOTE = /[⇒→➡].*$/g;
const SCOPE_NOTE = /[(（][^()（）]*(?:を除く|は除く|除く|を含む|含む|含まない)[^()（）]*[)）]|^[^()（）]*(?:を|は)(?:除く|含む)$/g;
/** The names of laws and of what they ask for speak of women without counting any. */
const OF_THE_LAW =
  /女性の職業(?:選択|生活)(?:に資する|における)?(?:情報|活躍)?(?:の(?:公表|推進|状況))?(?:に関する(?:法律|情報|状況|特定事業主行動計画))?|女性(?:職員)?の?(?:活躍|活用|キャリア形成)(?:の?推進|促進|状況)?(?:法|計画)?(?:に関する)?/g;
const FORMULA = /[(（][^()（）]*[ぁ-んァ-ヶ一-龠]{2,}[^()（）]*[／/÷][^()（）]*[ぁ-んァ-ヶ一-龠]{2,}[^()（）]*[)）]/g;
const DATES =
  /(?:令和|平成|昭和|[RHS](?=[\d元]))(?:\d{1,2}|元)(?:年度?)?(?:[(（](?:令和|平成)?(?:\d{1,4}|元)(?:年度?)?[)）])?(?:[.年/]?\d{1,2}[.月/]\d{1,2}日?)?(?:末)?(?:現在|時点)?|(?:19|20)\d\d(?:年度?|[./]\d{1,2}[./]\d{1,2})(?:末)?(?:現在|時点)?|(?:各年度?|毎年度?)?\d{1,2}月\d{1,2}日(?:現在|時点)?|(?:元|\d{1,2})年度(?!前|以前)(?:末)?|当該年度(?:中)?に?/g;

const FEMALE_SHARE =
  /(?:男女(?:の|別の?)?)?(?:に)?(?:占める|対する)(?:男女|女性)(?:職員|管理職員?|役職者)?(?:数)?(?:の)?(?:割合|比率|率)?|女性(?:(?!取得|伸|増|減|利用|使用|休|退|離|継続|達成|消化|認|復|勤|平均).){0,14}?(?:割合|比率|率(?!先)|比(?!較))|(?<=以上の(?:職員?|役職))に占める割合|女性.{0,6}?登用/g;
const CLOCK_WORDS = /通勤時間|育児時間|介護時間|時間外(?:勤務|労働)?|短時間(?:勤務)?|時間単位/g;

const PAIR = /(?:取得|利用|うち女性|女性|申請).*[／/÷].+/;
const DENOMINATOR =
  /^対象$|^該当$|対象(?:となる|の)?(?:男性|女性)?(?:者|人数|職員|人員|数|となる|となった)|該当(?:者|人数|職員)|出産した|出産の?(?:人数|者数)|復帰|総数|参加(?:者|人数)|(?:検診|健診|指導)を?受けた|子の?(?:あった|いる|ある|ある)|(?:子|子ども|子供|お子さん|第[\d一二三]子)(?:が|の)?(?:生まれ|出生し|誕生)|父(?:親)?(?:と|に)な(?:った|る)|取得(?:が)?可能|養育する|有資格者|母数|分母|付与日数|付与された|在職(?:者|職員)|在籍(?:者|職員)|現員/;
const NUMERATOR =
  /^(?:取得|利用|申請)$|(?<!未)取得(?:者|人数|人員|職員|件数|実人員|数|した|済)|利用(?:者|人数|職員|件数|した|数)|新たに.*取得|休業(?:した|者)|分子|承認(?:者|人数|件数)|(?:使用|行使)(?:者|人数|した)|申請(?:者|人数|件数)|新規取得|退庁(?:者|した|人数)/;

interface MeasureWord {
  readonly measure: Measure;
  readonly pattern: RegExp;
}

const MEASURE_WORDS: readonly MeasureWord[] = [
  { measure: "growth", pattern: /伸び?率|増減率|増加率|減少率|前年度?比率?|対前年度?比/g },
  { measure: "difference", pattern: /差異|格差|(?:男女)?差(?!し|出|別|引|額)|ポイント/g },
  { measure: "ratio", pattern: /(?<![倍効能])率(?!先)|割合|比率|[%％]|パーセント|構成比/g },
  { measure: "days", pattern: /日数|平均(?:取得)?期間|取得期間の平均|取得日(?!以)|[(（]日[)）]|日\/人/g },
  { measure: "hours", pattern: /時間数?(?!外|内に)|[(（]h[)）]/gi },
  { measure: "years", pattern: /年数|[(（]年[)）]/g },
  {
    measure: "count",
    pattern:
      /人数|者数|員数|職員数|現員|件数|人員|職数|実数|(?<!管理|責任|担当|事業|使用|設置|代表)者$|者[(（][A-Za-z][)）]|[(（](?:人|名|件)[)）]|(?<![日年間])数$|(?<=した|未満の|以上の|以下の|超える|超えた)(?:男性|女性)?職員$/g,
  },
];

const UNIT_WORDS: readonly (readonly [Unit, RegExp])[] = [
  ["ratio", /[(（](?:単位[：:])?[%％][)）]|[%％]$/],
  ["people", /[(（](?:単位[：:])?(?:人|名)[)）]/],
  ["cases", /[(（](?:単位[：:])?件[)）]/],
  ["days", /[(（](?:単位[：:])?日(?:\/人)?[)）]|日\/人/],
  ["hours", /[(（](?:単位[：:])?(?:時間|h|H)(?:\/(?:人|月|年))*[)）]|時間\/人/],
  ["years", /[(（](?:単位[：:])?年[)）]/],
  ["points", /[(（](?:単位[：:])?(?:ポイント|pt|ｐｔ)[)）]/],
];

const known = new Map<string, LabelFeatures>();

/**
 * 見出しを読む — the parts of a label, each by a short list of words.
 *
 * shape  remembers what it read; a sentence gives no features, its words are all in `rest`
 */
export function readLabel(text: string): LabelFeatures {
  const before = known.get(text);
  if (before) return before;
  const features = parseLabel(text);
  if (known.size >= KNOWN_LABELS) known.clear();
  known.set(text, features);
  return features;
}

function parseLabel(text: string): LabelFeatures {
  const whole = withoutNumbering(text);
  if (whole === "" || whole.length > LONGEST_LABEL || /。./.test(whole)) return { text, topics: [], group: {}, rest: whole };
  const words = new WordTaker(withArabicLengths(whole));
  const reference = words.take(REFERENCE)[0]?.[0];
  words.take(STATE_NOTE);
  words.take(BRACKETED_TARGET);
  words.take(FOOTNOTE);
  words.take(SCOPE_NOTE);
  words.take(FORMULA);
  words.take(DATES);
  const said = words.left.replace(/\u0001/g, "").replace(/^(?:の|における|時点の)+/, "");
  const role = reference !== undefined && said === "" ? "remark" : (readHeadingRole(said.replace(WHOLLY_BRACKETED, "$1")) ?? readHeadingRole(said.replace(LAST_BRACKET, "")));
  const unit = UNIT_WORDS.find(([, pattern]) => pattern.test(said))?.[0];
  words.take(OF_THE_LAW);
  const limitDays = readLimitDays(words);

  const isEligible = DENOMINATOR.test(said) && !/取得(?:率|割合)/.test(said);
  const limit = OVERTIME_LIMIT.exec(said)?.[0];
  const { topics, weak } = readTopics(words);
  const threshold = topics.includes("other") ? undefined : readThreshold(words, topics.includes("overtime-limit") ? (limit ?? said) : undefined);
  const isFemaleShare = topics.every((topic) => sharedTopics.includes(topic)) && FEMALE_SHARE_WORDS.test(said);
  if (isFemaleShare) words.take(FEMALE_SHARE);
  const named = readSex(words);
  const sex = isFemaleShare && named === "female" ? undefined : named;
  const { topics: topicsOfRank, group } = withRank(topics, { ...(isFemaleShare ? readGroupOfWomen(said) : {}), ...readGroup(words) }, isFemaleShare, said);
  // 女性消防吏員の割合: women among the staff of one occupation, where no caption says more.
  const weakTopics: readonly Topic[] = isFemaleShare && topics.length === 0 && weak.length === 0 && group.occupation !== undefined ? ["staff"] : weak;
  const bucket = topics.some((topic) => topic === "hiring" || topic === "tenure" || topic === "retention") ? undefined : BUCKET.exec(words.left)?.[0];

  const isSubset = SUBSET.test(said);
  // 女性職員総数 counts the women; 対象女性職員数 those who could have.
  const countsEligible = isEligible && (sex === undefined || ELIGIBLE.test(said));
  const part = PAIR.test(said.replace(/[(（][^()（）]*[)）]/g, "")) ? "both" : countsEligible ? "denominator" : NUMERATOR.test(said) ? "numerator" : undefined;
  const spoken = readMeasure(said.replace(CLOCK_WORDS, ""));
  const measure = spoken ?? (isSubset || part !== undefined ? "count" : undefined);
  const isIncidental = sex !== undefined && part === "denominator";

  const isPerHead = PER_HEAD.test(said);
  const isMonthly = MONTHLY.test(said);
  const isYearly = YEARLY.test(said);
  const isCumulative = CUMULATIVE.test(said);
  // 受験者の総数に占める女性の割合 speaks of a share; the total in it is what it is a share of.
  const isTotal = TOTAL.test(said) && !(isFemaleShare && topics.length > 0);
  words.take(EXPLAINED);
  return {
    text,
    topics: topicsOfRank,
    ...(weakTopics.length > 0 ? { weakTopics } : {}),
    ...(measure === undefined ? {} : { measure }),
    ...(AVERAGE.test(said) ? { isAverage: true } : {}),
    ...(isPerHead ? { isPerHead: true } : {}),
    ...(isTotal ? { isTotal: true } : {}),
    ...(isMonthly ? { isMonthly: true } : {}),
    ...(isYearly ? { isYearly: true } : {}),
    ...(isCumulative ? { isCumulative: true } : {}),
    ...(isFemaleShare ? { isFemaleShare: true } : {}),
    ...(part === undefined || (measure === "ratio" && part !== "both") ? {} : { part }),
    ...(isSubset ? { isSubset: true } : {}),
    ...(threshold ? { threshold } : {}),
    ...(bucket === undefined ? {} : { bucket }),
    ...(DISTRIBUTION.test(said) ? { isDistribution: true } : {}),
    ...(FULL.test(said) ? { isFull: true } : {}),
    ...(limitDays === undefined ? {} : { limitDays }),
    group: sex === undefined || isIncidental ? group : { sex, ...group },
    ...(isIncidental ? { incidentalSex: sex } : {}),
    // 対前年度削減率 is a measure of its own, not a remark on the year before.
    ...(role === undefined || (role === "change" && topics.includes("overtime-reduction")) ? {} : { role }),
    ...(reference === undefined ? {} : { reference }),
    ...(unit === undefined ? {} : { unit }),
    rest: words.pieces().join(" "),
  };
}

const FEMALE_SHARE_WORDS = new RegExp(`${FEMALE_SHARE.source}|登用(?:率|割合)`);
const MANAGER_RANK = /^(?:本庁)?(?:部局長|局長|部長|次長|課長|課長補佐|室長|参事|所長).*以上/;

/** 課長職以上の職員に占める女性 says who counts as a manager; 係長級の女性割合 names one grade. */
function withRank(topics: readonly Topic[], group: Group, isFemaleShare: boolean, said: string): { readonly topics: readonly Topic[]; readonly group: Group } {
  const { grade, ...others } = group;
  if (grade === undefined) return { topics, group };
  if (topics.length === 0 && /職員数|女性/.test(said)) return MANAGER_RANK.test(grade) ? { topics: ["managers"], group: others } : { topics: ["grades"], group };
  const isOfStaff = isFemaleShare && topics.every((topic) => topic === "staff");
  // 主査級への女性登用率 promotes to a grade; 女性登用率（課長級以上） to the managers.
  if (topics.includes("managers") && !MANAGER_RANK.test(grade) && !/管理|監督者/.test(said)) return { topics: ["grades"], group };
  if (topics.includes("managers") || (MANAGER_RANK.test(grade) && isOfStaff)) return { topics: ["managers"], group: others };
  return isOfStaff ? { topics: ["grades"], group } : { topics, group };
}

const ELIGIBLE = /対象|該当|出産した|可能|養育|復帰|受けた|子の?(?:あった|いる|ある)|(?:生まれ|出生し|誕生)|父(?:親)?(?:と|に)な/;
const WHOLLY_BRACKETED = /^[(（]([^()（）]*)[)）]$/;
const LAST_BRACKET = /[(（][^()（）]*[)）]$/;
const OVERTIME_LIMIT = /(?:月|年)?(?:間|に)?\d+時間.*(?:以上|以下|以内|超|遵守).{0,4}|上限.*(?:超|遵守).{0,4}/;
const AVERAGE = /平均/;
const PER_HEAD = /(?:一|1)人(?=[)）])|(?:一|1)人(?=(?:一|1)?[かヶケカヵ箇]?月)|(?:(?:一|1)人|ひとり)(?:あたり|当たり|当り|当|あて|平均)|職員1人|\/人/;
const MONTHLY = /月平均|各月|月(?:間)?(?:あたり|当たり|当り)|毎月|月間|(?:一|1)[かヶケカヵ箇]?月(?:あたり|当たり|平均)|月別|\/月|月ごと|[(（]月(?:平均|間)?[)）]/;
const YEARLY = /(?<!\d)年間|(?<!\d)1年間|年(?:あたり|当たり|当り)|年計|\/年|年平均|[(（]年(?:間|計)[)）]/;
const CUMULATIVE = /延べ|延(?=人|日|時間)|のべ|累計|通算|累積/;
const TOTAL = /合計|(?<![会統設家余時集])計(?![画算上量測年中])|総(?![務合会])|全体|全職員|全職種|全庁|合算|トータル|男女とも|^全$/;
const DISTRIBUTION = /分布|(?:期間|日数)別|(?:期間|日数)の?(?:内訳|区分)/;
const FULL = /完全|全日数|(?:全て|すべて)(?:の日数)?(?:を)?取得|全日取得|上限(?:日数)?(?:まで|を)?取得/;
const SUBSET = /^[(（]?(?:うち|内(?=[、,：:・女男管正非再常会]))|[(（](?:うち|内(?=[、,：:女男]))|のうち/;
const BUCKET = /[上下]半?期|第[1-4一二三四]四半期|新規|継続|引き?続き|再度|延長|初回|2回目以降|復職|未取得|\d{2}歳?代|最(?:大|高|長|多|小|低|短|少)/;
const EXPLAINED =
  /取得|利用|人数|者数|日数|時間数?|件数|年数|率|割合|比率|平均|合計|総|全体|延べ|累計|(?:(?:一|1)人|ひとり)(?:あたり|当たり|当り)|月平均|各月|年間|対象|該当|うち|職員|差異?|数$|に占める|における|における|に係る|に関する|状況|の|を|に|は|が|と|等/g;

/** The measure said last decides: 取得日数5日以上の職員の割合 is a ratio. */
function readMeasure(said: string): Measure | undefined {
  let last: { measure: Measure; at: number } | undefined;
  for (const { measure, pattern } of MEASURE_WORDS) {
    if (said.search(pattern) < 0) continue;
    for (const found of said.matchAll(pattern)) if (!last || found.index >= last.at + (last.measure === "growth" ? 4 : 1)) last = { measure, at: found.index };
  }
  return last?.measure;
}

/** "2 週間以上" set with spaces is a length, "2 部分休業" a numbered heading. */
function withoutNumbering(text: string): string {
  const { numbering, rest } = stripNumbering(text);
  return /[\d一二三四五六七八九]$/.test(numbering) && /^\s*[年月週日歳かヶケ回つ]/.test(rest) ? stripNumbering(compactText(text)).rest : compactText(rest);
}

const KANJI_DIGITS = "一二三四五六七八九";

function withArabicLengths(text: string): string {
  return text.replace(/[一二三四五六七八九](?=(?:日|週間|年|か月|人)(?:間|以上|未満|以下|当|あ|の範囲|を|超))/g, (digit) => String(KANJI_DIGITS.indexOf(digit) + 1));
}

const VERB_END = /(?:する|した|ます|ました|です|でした|ある|あった|いる|いた|こと|ください|られる|された|図る|努める|める|ない|せん|だ|よう|く|ため|たい)$/;

/** 見出しらしいか — a short noun phrase; sentences, notes and remarks are not labels. */
export function looksLikeLabel(text: string): boolean {
  const said = withoutNumbering(text);
  if (said === "" || said.length > 60) return false;
  if (/[。！？]/.test(said) || /^(?:※|●|注|なお|ただし|また|（注|\(注)/.test(said)) return false;
  if ((said.match(/、/g)?.length ?? 0) > 2) return false;
  const words = said.replace(/[(（【\[][^()（）【】\[\]]*[)）】\]]$/, "");
  return words.length <= 8 || !VERB_END.test(words);
}

const WRITTEN_TARGET = /[【\[［(（〔](?:数値)?目標(?:値)?\s*[：:は]?\s*([^】\]］)）〕]+)[】\]］)）〕]/;
const FIGURE = "[約概]?[\\d０-９][\\d０-９.,．，]*\\s*(?:%|％|割|日|時間|人|名|件|歳|ポイント)";
const AFTER_COLON = new RegExp(`^(.{4,}?)[：:]\\s*((?:[^：:]{0,8}${FIGURE}|取得|促進|推進|縮減|増加|維持).*)$`);
const AFTER_WORDS = new RegExp(
  `^(.*?(?:率|割合|比率))(?:\\s*目標値?)?\\s*(?:を|は|が|:|：)?\\s*(${FIGURE.replace("日|時間|人|名|件|歳|ポイント", "％")}(?:以上|以下|以内|超|未満)?(?:にする|とする|を維持|を目指す|に引き上げる)?(?:\\s*[(（][^()（）]*年度?[^()（）]*[)）])?)$`,
);
/** 育児休業取得率(男) 目標20%以上: the word stands between the two. */
const AFTER_TARGET_WORD = new RegExp(
  `^(.{4,}?)[\\s、,]*(?:の(?:数値)?目標値?は?|(?:数値)?目標(?:値)?)\\s*[:：は]?\\s*([^\\s：:]{0,4}${FIGURE}.*|(?:取得|利用|申請)?(?:促進|推進|縮減|増加|維持))$`,
);
/** Only of what is called a target: 取得日数 5日以上 by itself is a class. */
const AFTER_DAYS = new RegExp(
  `^(.*?(?:日数|時間数?|人数|者数|職員数|件数))\\s*(?:を|は|が|:|：)?\\s*((?:平均|年間|月平均|月|年)?${FIGURE}(?:以上|以下|以内|超|未満)(?:にする|とする|を維持|を目指す)?(?:\\s*[(（][^()（）]*年度?[^()（）]*[)）])?)$`,
);
const NUMBERED_TARGET = /^(?:数値)?目標(?:値)?(?:\s*[：:]|(?:[①-⑳]|\d{1,2})(?:[：:.．、)）]|(?![\d.,%％人日時件名割歳]|年(?!次))))\s*/;

/**
 * 見出しの中の目標を分ける — 課長職以上の…割合：10%以上 is a label and a target.
 *
 * shape  `target` is as written; absent when the label states none; a target of somebody else stays in the label
 */
export function splitLabelTarget(text: string): { readonly label: string; readonly target?: string } {
  const said = normalizeText(text);
  if (said.length > LONGEST_WITH_TARGET) return { label: said };
  const bracket = WRITTEN_TARGET.exec(said);
  if (bracket) return { label: said.replace(bracket[0], "").trim(), target: bracket[1]!.trim() };
  const named = AFTER_TARGET_WORD.exec(said);
  if (named && !/[(（【][^)）】]*$/.test(named[1]!) && readLabel(named[1]!).topics.length > 0) return { label: named[1]!.trim(), target: named[2]!.trim() };
  const ofLine = said.replace(NUMBERED_TARGET, "");
  const found = AFTER_COLON.exec(ofLine) ?? AFTER_WORDS.exec(ofLine) ?? (ofLine === said ? null : AFTER_DAYS.exec(ofLine));
  if (!found || /^単位|期間$|時期$|期限$|対象$|基準日$/.test(found[1]!)) return { label: said };
  return { label: found[1]!.replace(/目標値?$/, "").trim(), target: found[2]!.trim() };
}
