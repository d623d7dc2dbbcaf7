import type { Threshold } from "./label-features";
import type { WordTaker } from "./word-taker";

const DAYS_IN: { readonly [unit: string]: number } = { 日: 1, 週: 7, 月: 30, 年: 365 };
const UNIT = "(?:日|週間|週|[かヶケカヵ箇]月|月|年|歳)";
// 4月～3月 is the months of a year; as the end of a length, 月 comes with 以下 or 未満.
const END = "(?:日|週間|週|[かヶケカヵ箇]月|年|歳|月(?=以下|未満|以内|まで))";
const RANGE = new RegExp(`(?<![\\d.])(\\d+)(${UNIT})?間?(?:(?:を超え|超え?|以上|から)[～\\-－–・、]?|[～\\-－–])(\\d+)(${END})間?(?:以下|未満|以内|まで)?`, "g");
const ONE_SIDED = new RegExp(`(?<![\\d.])(\\d+(?:\\.\\d+)?)(${UNIT})(間)?(?:に)?(以上|以下|未満|以内|を?超(?:え(?:た|る|て)?)?|に?満たない|より少ない)`, "g");
const HOURS = /(\d+)時間(.*)$/;
const EXACT = /(?<![\d.])(\d{1,2})(日|週間)(間|目)?(?!前|現在|時点|から|～)/g;
const LIMIT = /[(（](?:上限)?(\d{1,2})日(?:間)?(?:の範囲内|以内|まで|を限度)?[)）]|(?:上限)?(\d{1,2})日(?:間)?(?:の範囲内|を限度)|上限(\d{1,2})日/g;
const UNDER = /未満|満たない|少ない|以下|以内/;

/** 休暇の日数 — （2日の範囲内）, the (3日) after the name of a leave: how many days it has, not how many were taken. */
export function readLimitDays(words: WordTaker): number | undefined {
  const found = words.take(LIMIT)[0];
  const days = found?.[1] ?? found?.[2] ?? found?.[3];
  return days === undefined ? undefined : Number(days);
}

/**
 * 区切りを読む — 5日未満, 2週間以上1月以下, 1年～2年, 3日間, 月45時間…超.
 *
 * none  undefined when the label states no length; 4月 and 令和3年 are not lengths
 */
export function readThreshold(words: WordTaker, limit: string | undefined): Threshold | undefined {
  if (limit !== undefined) return hoursThreshold(limit);
  const range = words.take(RANGE)[0];
  if (range) return { text: range[0], side: "between", ...daysOf(range[1]!, range[2] ?? range[4]!) };
  const one = words.take(ONE_SIDED)[0];
  if (one) {
    const side = UNDER.test(one[4]!) ? "under" : /超/.test(one[4]!) ? "over" : "from";
    return { text: one[0], side, ...daysOf(one[1]!, one[2]!) };
  }
  const exact = words.take(EXACT)[0];
  return exact ? { text: exact[0], side: "exact", ...daysOf(exact[1]!, exact[2]!) } : undefined;
}

function daysOf(count: string, unit: string): { days?: number } {
  const per = DAYS_IN[unit.startsWith("週") ? "週" : unit.slice(-1)];
  return per === undefined ? {} : { days: Number(count) * per };
}

function hoursThreshold(limit: string): Threshold {
  const hours = HOURS.exec(limit);
  const side = /超えない|以下|以内|遵守/.test(limit) ? "under" : /以上/.test(limit) ? "from" : "over";
  return { text: limit, side, ...(hours ? { hours: Number(hours[1]) } : {}) };
}
