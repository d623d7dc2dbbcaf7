import type { FigureState, Unit } from "../model/figure";
import { readHeadcount } from "./headcount";
import { readNoDataMark } from "./no-data";
import { stripNumbering, unifyWidth } from "./normalize";
import { readPeriod, type PeriodReading } from "./period";

/** 表題の読み取り — what a heading over a table says, taken apart. */
export interface Caption {
  readonly numbering: string;
  /** The words that name the table, without numbering, targets, period, unit and marks. */
  readonly title: string;
  /** Texts inside 【目標：…】 and its like, without the word 目標. */
  readonly targets: readonly string[];
  /** ※共通目標: the target belongs to both plans. */
  readonly isShared: boolean;
  /** ⇒該当者なし: the whole table has no figures, and why. */
  readonly state: Exclude<FigureState, "value" | "blank" | "unreadable"> | undefined;
  readonly period: PeriodReading | undefined;
  /** （各年4月1日現在）: the years below are days. */
  readonly isAsOf: boolean;
  /** （1月～12月）, 暦年: the years below are calendar years. */
  readonly isCalendarYear: boolean;
  readonly unit: Unit | undefined;
  readonly headcount: { readonly value: number; readonly text: string } | undefined;
  readonly marks: string;
  /** Why the text looks like a caption; empty when it does not. */
  readonly reasons: readonly CaptionReason[];
}

/** 表題らしさの根拠 — what makes a text look like a caption. */
export type CaptionReason = "numbered" | "bulleted" | "target" | "bracketed" | "ending" | "unit" | "headcount" | "as-of";

const TARGET_BRACKET = /[【［[〔(<〈《]\s*(?:数値|取組|達成)?目標(?:値|数値)?\s*(?:[】］\]〕>〉》]\s*([^【［[〔<〈《※⇒→]*)|[:はが]?\s*([^】］\]〕)>〉》]*)[】］\]〕)>〉》])/g;
const TARGET_OPEN = /(?:^|[\s、。】］)])(?:数値)?目標(?:値)?\s*[:]\s*([^※⇒→]+)$/;
const SHARED = /\(?[※*]?\s*共通(?:の)?目標\)?|(?:[(※]+\s*(?:両|2つの|二つの)計画共通\s*\)?)/;
const STATE = /[⇒→➡]\s*([^⇒→()]{1,16})$|[(]([^()]{2,12}(?:な|無)し)[)]\s*$/;
const UNIT = /[(【［[]?\s*単位\s*[:.は]?\s*([%％人名件日時間年歳ポイント・、/,]{1,12})\s*[)】］\]]?/;
const MARKS = /\(?※\s*\d{0,2}\)?|\(注\s*\d{0,2}\)|注\s*\d{0,2}\)|\*\s*\d{1,2}\)?|[¹²³†]/g;
const ENDING =
  /(?:について|に関すること|の?(?:取得|実施|達成|取組|取り組み|進捗|利用|登用|採用|在職|配置|公表|勤務)?状況|実績(?:値|表)?|推移|一覧(?:表)?|割合|取得率|比率|差異|日数|時間数|人数|(?:の|職員)?数|目標|活用|縮減|促進|推進|整備|休暇|休業|勤務|内訳|分布|結果|概要|時点|現在|年度)\s*$/;
const BULLET = /^[■□◆◇●○◎▼▽★☆・➢➤▶▷〇]/;
const BRACKETED = /^[【［〈《<[].+[】］〉》>\]]$/;
const AS_OF = /(?:各年度?|毎年度?)?\s*(?:\d{1,2}月\d{1,2}日|\d{1,2}\.\d{1,2})?\s*(?:現在|時点)/;
const CALENDAR = /暦年|1月(?:1日)?\s*(?:～|から)\s*12月/;
const AS_OF_NOTE = /[(【][^()【】]{0,12}(?:現在|時点)[)】]/;
const CALENDAR_NOTE = /[(【](?:暦年|1月(?:1日)?\s*(?:～|から)\s*12月[^()]{0,6})[)】]/;
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/%/, "ratio"],
  [/ポイント/, "points"],
  [/時間/, "hours"],
  [/人|名/, "people"],
  [/件/, "cases"],
  [/日/, "days"],
  [/年|歳/, "years"],
];

/**
 * 表題を読む — takes any text apart; whether it stands over a table is for its place to say.
 *
 * shape  `reasons` is empty for texts that do not look like a caption
 * errors never throws
 */
export function readCaption(text: string): Caption {
  const unified = unifyWidth(text).replace(/\s+/g, " ").trim();
  // A page of prose is no heading; taking it apart would cost time for nothing.
  if (unified.length > 200) return { ...empty(unified) };
  const { numbering, rest } = stripNumbering(unified);
  const reasons: CaptionReason[] = [];
  if (numbering !== "") reasons.push(BULLET.test(numbering) ? "bulleted" : "numbered");
  const targets: string[] = [];
  let title = rest.replace(TARGET_BRACKET, (_bracket, after: string | undefined, inside: string | undefined) => {
    const target = (inside ?? after ?? "").trim();
    if (target !== "") targets.push(target);
    return " ";
  });
  const open = TARGET_OPEN.exec(title);
  if (open) {
    targets.push(open[1]!.trim());
    title = title.slice(0, open.index);
  }
  if (targets.length > 0) reasons.push("target");
  const isShared = SHARED.test(title);
  title = title.replace(SHARED, " ").trimEnd();
  const said = STATE.exec(title);
  const mark = said ? readNoDataMark((said[1] ?? said[2])!) : undefined;
  const state = mark && mark.state !== "unreadable" ? mark.state : undefined;
  if (state) title = title.slice(0, said!.index).trimEnd();
  const unitSaid = UNIT.exec(title);
  const unit = unitSaid ? UNITS.find(([pattern]) => pattern.test(unifyWidth(unitSaid[1]!)))?.[1] : undefined;
  if (unitSaid) {
    title = title.replace(UNIT, " ");
    reasons.push("unit");
  }
  const headcount = readHeadcount(title);
  if (headcount) {
    title = title.replace(headcount.text, " ");
    reasons.push("headcount");
  }
  let marks = "";
  title = title.replace(MARKS, (found) => ((marks += found.trim()), " "));
  const period = readPeriod(title);
  const isAsOf = AS_OF.test(title) || period?.period.kind === "as-of";
  if (isAsOf) reasons.push("as-of");
  const isCalendarYear = CALENDAR.test(title);
  if (period) title = period.rest;
  title = title.replace(AS_OF_NOTE, " ").replace(CALENDAR_NOTE, " ");
  title = tidy(title);
  if (BRACKETED.test(rest)) reasons.push("bracketed");
  if (title !== "" && title.length <= 60 && !/[。]/.test(title) && ENDING.test(title)) reasons.push("ending");
  return {
    numbering,
    title,
    targets,
    isShared,
    state,
    period,
    isAsOf,
    isCalendarYear,
    unit,
    headcount: headcount && { value: headcount.value, text: headcount.text },
    marks,
    reasons,
  };
}

/** 表題らしいか — numbered, bracketed, with a target, or ending as headings do. */
export function looksLikeCaption(caption: Caption): boolean {
  return caption.reasons.length > 0 && !caption.title.includes("。");
}

function tidy(title: string): string {
  return title
    .replace(/[(【［[]\s*[)】］\]]/g, "")
    .replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/g, "")
    .trim()
    .replace(/[(【:、]+$/, "");
}

function empty(title: string): Caption {
  return {
    numbering: "",
    title,
    targets: [],
    isShared: false,
    state: undefined,
    period: undefined,
    isAsOf: false,
    isCalendarYear: false,
    unit: undefined,
    headcount: undefined,
    marks: "",
    reasons: [],
  };
}
