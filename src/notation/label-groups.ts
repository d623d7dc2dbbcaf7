import type { Group, Sex } from "../model/observation";
import type { WordTaker } from "./word-taker";

const EMPLOYMENT =
  /任期の定めのない常勤職員(?:以外の職員)?|(?:パートタイム|フルタイム|短時間)?会計年度任用(?:短時間勤務)?(?:職員?)?(?:等)?(?:[(（](?:パートタイム|フルタイム|パート|フル)[)）])?|(?:短時間)?再任用(?:短時間勤務|短時間|フルタイム)?(?:勤務)?(?:職員)?(?:等)?|(?:特定)?任期付(?:短時間勤務)?(?:職員)?(?:等)?|暫定再任用職員|定年前再任用短時間勤務職員|(?:非正規|正規)(?:の)?(?:職員|雇用)?|正職員|非?常勤(?:嘱託|の)?(?:職員)?(?:等)?|(?:臨時|嘱託|派遣|パート(?:タイム)?)(?:・?(?:臨時|嘱託|派遣|非常勤))*(?:職員|労働者|社員|員)?(?:等)?/g;

/** 正規 and 正規職員 are one and the same. */
const BARE_EMPLOYMENT = /^(?:非?正規|非?常勤|再任用|任期付|会計年度任用|臨時|嘱託)$/;

/** 消防 and 警察 name theirs before what all others share: 消防司令補 is no 司令 of some 消防. */
const UNIFORMED = "消防(?:総監|司監|正監|監|司令長|司令補|司令|副士長|士長)|警視(?:総監|監|長|正)?|警部補?|巡査(?:部長|長)?";
const RANK = `(?:${UNIFORMED}|指定職|准?教授|講師|助教|助手|課室長|部局長|事務局長|局長|部長|次長|課長補佐|課長|室長|所長|係長|主幹|主査補|主査|主任主事|主任|主事補|主事|技師補|技師|参事|副参事|監督職|副主幹|班長|署長|司令長|司令補|司令|一般職員|一般職|係員)`;
const OFFICE_OF = "(?:本庁|本省庁?|地方機関)";
const GRADE = new RegExp(
  `\\d{1,2}級(?:職)?(?:以上|以下)?|${OFFICE_OF}?${RANK}(?:[・、/／]?${OFFICE_OF}?${RANK})*(?:相当職|相当|級|職)*(?:以上|以下)?(?:の(?:職(?!員)|役職))?|(?:主任|係長|課長補佐|課長|部長)(?:相当)?級(?:以上)?|監督職(?:員)?`,
  "g",
);

const OCCUPATION =
  /^(?:一般(?:行政|事務|技術)(?:職員?)?|行政(?:職員?)?|事務(?:職(?:員)?|系)?|技術(?:職(?:員)?|系)?|技能(?:労務)?職?(?:員)?|技能労務(?:職|員)?|単純労務(?:職|員)?|現業(?:職)?(?:員)?|消防(?:職員?|吏員|士)?|医療(?:職|技術(?:職)?(?:員)?|関係職種)?|医師|看護(?:師|職)|保育(?:士|職|教諭)?|保健師|福祉(?:職)?|教育職|教員|教諭|教職員|警察官?|税務(?:職)?|企業職(?:員)?|研究職|土木(?:技術)?(?:職)?|建築(?:技術)?(?:職)?|電気(?:職)?|機械(?:職)?|化学(?:職)?|薬剤師|栄養士|司書|学芸員|交通(?:職)?|水道(?:職)?|幼稚園教諭|調理員|運転手|用務員)(?:等)?$/;
const DEPARTMENT =
  /^(?:本庁|本局|本所|出先(?:機関)?)$|^.{1,14}?(?:市長|町長|村長|知事|区長|管理者|各)?(?:部局|委員会|事務局|事務所|議会|センター|消防本部|本部|消防署|病院|支所|出張所|区役所|公営企業|企業局|水道局|学校|保育所|保育園|幼稚園|[^一全内外細幹本]部|課|局|室|署|院|所|園|校)(?:等)?$/;
const NOT_DEPARTMENT =
  /^(?:部局|部課|部署)$|^各|^全|^関係|担当|所管|主管|以外|場所|箇所|部分|全部|一部|内部|外部|幹部|年度|取組|区分|理由|結果|休業|休暇|取得|達成|制度|計画|人事$/;

/** 都市計画課, 取組推進室: an office is one, whatever words its name holds. */
const OFFICE = /^(?![各全]|関係|担当|所管|主管|外)[^\d]{2,9}(?:課|室|係|署)$/;

const MALE = /男性(?:職員)?|男子|男(?!女)|父親/g;
// 女性活躍推進法 and 女性の登用 name a law and an aim, nobody's sex.
const FEMALE = /女性(?!の?活躍|の職業生活|の?登用|活用)(?:職員)?|女子|女(?!性)/g;
const BOTH_SEXES = /男女(?:計|合計|別|共|間)?|男性?[・、/と]女性?|男性及び女性/g;

/** 性別を読む — undefined when both are named, or nobody. */
export function readSex(words: WordTaker): Sex | undefined {
  words.take(BOTH_SEXES);
  const male = words.has(MALE);
  const female = words.has(FEMALE);
  if (male === female) return undefined;
  return male ? "male" : "female";
}

/**
 * 女性の職種・役職 — the occupation or the grade whose women a label means.
 *
 * shape  女性消防吏員の割合, 女性技術職員比率, 女性の係長級割合
 * none   {} where what stands between is neither
 */
export function readGroupOfWomen(said: string): Group {
  const named = /^女性の?(.{2,10}?)の?(?:割合|比率)$/.exec(said)?.[1];
  if (named === undefined) return {};
  if (OCCUPATION.test(named)) return { occupation: named };
  return named.search(GRADE) === 0 && named.replace(GRADE, "") === "" ? { grade: named } : {};
}

/** 対象群を読む — employment, grade, occupation, department, as the label writes them. */
export function readGroup(words: WordTaker): Group {
  const employment = words.take(EMPLOYMENT)[0]?.[0];
  const grade = words.take(GRADE)[0]?.[0];
  const left = words.pieces().map((piece) => piece.replace(/^(?:の|が|は|を|に|と)+|(?:の|が|は|を|に|と|における|別)+$/g, "").replace(/(?<=..)の?小?計$/, ""));
  // 警察官数 counts an occupation as 警察官 names it.
  const occupation = left.map((piece) => piece.replace(/(?<=..)の?(?:人数|数)$/, "")).find((piece) => OCCUPATION.test(piece));
  const department = occupation === undefined ? left.find((piece) => DEPARTMENT.test(piece) && (OFFICE.test(piece) || !NOT_DEPARTMENT.test(piece))) : undefined;
  return {
    ...(employment === undefined ? {} : { employment: BARE_EMPLOYMENT.test(employment) ? `${employment}職員` : employment }),
    ...(grade === undefined ? {} : { grade }),
    ...(occupation === undefined ? {} : { occupation }),
    ...(department === undefined ? {} : { department }),
  };
}
