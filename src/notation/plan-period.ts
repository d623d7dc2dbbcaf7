import { fiscalYear, type FiscalYear, type Period } from "../model/period";
import type { Plan } from "../model/plan";
import { unifyWidth } from "./normalize";
import { fiscalYearOfPeriod } from "./period";
import { readPeriodRange } from "./period-range";

/** 計画期間の読み取り — the fiscal years of a plan and the law it is made under. */
export interface PlanPeriod {
  readonly from: FiscalYear;
  /** Included: a plan that ends on March 31 ends with the year before. */
  readonly to: FiscalYear;
  readonly law: Plan["law"];
  /** The words beside the period: the plan's title; "" when there are none. */
  readonly words: string;
}

const PLAN =
  /計画期間|計画の期間|計画年度|実施時期|実施期間|推進期間|対象期間|行動計画|推進計画|(?:プラン|プログラム)(?![ァ-ヶー])|計画\s*[(:（]|期計画|次世代|女性活躍|女性の職業生活|女活/;
const JISEDAI = /次世代/;
const JOKATSU = /女性活躍|女性の活躍|女性の職業生活|女活/;
const LEFTOVER = /(?:計画期間|計画の期間|計画年度|実施時期|実施期間|推進期間)(?:は|とする|です)?|^[\s・※■□◆◇●○]+/g;

/**
 * 根拠の法律を読む — 次世代育成支援対策推進法 or 女性活躍推進法.
 *
 * none  null when the text names neither, or both
 */
export function readLaw(text: string): Plan["law"] {
  const isJisedai = JISEDAI.test(text);
  const isJokatsu = JOKATSU.test(text);
  return isJisedai === isJokatsu ? null : isJisedai ? "jisedai" : "jokatsu";
}

/**
 * 計画期間を読む — from titles and sentences that name a plan and both its ends.
 *
 * shape  fiscal years, both included
 * none   undefined when no plan is spoken of or an end is missing
 */
export function readPlanPeriod(text: string): PlanPeriod | undefined {
  if (text.length > 400) return undefined;
  const whole = unifyWidth(text);
  if (!PLAN.test(whole)) return undefined;
  const unified = bracketOfPlan(whole) ?? whole;
  const range = readPeriodRange(unified);
  if (!range) return undefined;
  const from = startYear(range.from);
  const to = endYear(range.to);
  // A plan lasts from one to fifteen years; anything else is another kind of period.
  if (to < from || to - from > 15) return undefined;
  const words = range.rest
    .replace(/\([^()]*\d年間[^()]*\)/g, "")
    .replace(LEFTOVER, "")
    .replace(/[(【][\s:]*[)】]/g, "")
    .replace(/^(?:\d{1,2}$|[\s:、,]+)|[\s:、,]+$/g, "");
  return { from: fiscalYear(from), to: fiscalYear(to), law: readLaw(unified) ?? readLaw(whole), words };
}

/** ※目標：50％（第4期計画：令和2年度～令和6年度）: the bracket names the plan, the words before it do not. */
function bracketOfPlan(text: string): string | undefined {
  for (const [, inner] of text.matchAll(/[(]([^()]*)[)]/g)) if (PLAN_NAMED.test(inner!) && readPeriodRange(inner!)) return inner;
  return undefined;
}

const PLAN_NAMED = /(?:計画|プラン|プログラム)(?![ァ-ヶー]|期間|年度|の期間)/;

/**
 * 裸の期間を読む — 期間：令和2年4月1日～令和7年3月31日, （令和3年4月～令和8年3月）: years and nothing else, for a place where a plan's title stands above.
 *
 * none  undefined when other words stand beside the years, or they are fewer than two
 */
export function readBarePeriod(text: string): PlanPeriod | undefined {
  const inner = unifyWidth(text)
    .trim()
    .replace(/^[(【[](.*)[)】\]]$/, "$1")
    .replace(/^(?:実施|対象|取組)?(?:期間|年度)\s*[:]?\s*/, "");
  const read = text.length <= 60 ? readPlanPeriod(`計画期間:${inner}`) : undefined;
  return read && read.to > read.from && /^[\s()[\]【】:、]*$/.test(read.words) ? read : undefined;
}

const LAW_AT = /(?:次世代|女性活躍|女性の職業生活|女活)/g;

/**
 * 並んだ計画期間を読む — several laws on one line, each with a period of its own: 次世代：R3～R7　女活：R2～R6.
 *
 * none   [] unless two laws or more each have both ends
 */
export function readPlanPeriods(text: string): readonly PlanPeriod[] {
  if (text.length > 400) return [];
  const unified = unifyWidth(text);
  const starts = [...unified.matchAll(LAW_AT)].map(({ index }) => index);
  if (starts.length < 2) return [];
  const found: PlanPeriod[] = [];
  let from = starts[0]!;
  for (const i of starts.keys()) {
    const end = starts[i + 1] ?? unified.length;
    const read = readPlanPeriod(unified.slice(from, end));
    // A law without a period of its own joins the statement after it.
    if (!read) continue;
    found.push(read);
    from = end;
  }
  return found.length > 1 && found.every(({ law }) => law !== null) ? found : [];
}

/** 計画の最初の年度 — the fiscal year a plan that begins then begins with. */
export function startYear(period: Period): number {
  return fiscalYearOfPeriod(period);
}

/** 計画の最後の年度 — its last fiscal year; a plan that runs up to April 1 is over on the day before. */
export function endYear(period: Period): number {
  const year = fiscalYearOfPeriod(period);
  return period.date?.endsWith("-04-01") ? year - 1 : year;
}
