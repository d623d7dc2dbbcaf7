import { unifyWidth } from "./normalize";
import { readPeriod, type PeriodReading } from "./period";

/** 人数の文 — how many people the figures of a table speak for. */
export interface HeadcountReading {
  readonly value: number;
  /** The statement itself: 合計17人(管理職・短時間再任用を除く). */
  readonly text: string;
  readonly period: PeriodReading | undefined;
  /** Who is left out or included: 管理職・短時間再任用を除く. */
  readonly remark: string;
}

const HEADCOUNT =
  /(?:合計|総数|対象(?:職員|者|人員)?(?:数|人数)?|職員(?:総)?数|在籍(?:職員|者)?数|現員(?:数)?|母数|算定(?:対象)?人数|[をは]除く(?:職員)?)\s*[:=は]?\s*(?:約)?\s*(\d{1,3}(?:,\d{3})+|\d{1,7})\s*(?:人|名)(?!\/|当|あ|中|の?うち)(?:\s*\(([^()]{0,60})\))?/;

/**
 * 人数の文を読む — 合計17人(管理職・短時間再任用を除く), 対象職員数：120人, （対象17人）.
 *
 * unit  people
 * none  undefined when the text states no such number, or is longer than a heading
 */
export function readHeadcount(text: string): HeadcountReading | undefined {
  if (text.length > 120) return undefined;
  const unified = unifyWidth(text);
  if (!/[人名]/.test(unified)) return undefined;
  const found = HEADCOUNT.exec(unified);
  if (!found) return undefined;
  const outside = unified.slice(0, found.index) + " " + unified.slice(found.index + found[0].length);
  return { value: Number(found[1]!.replaceAll(",", "")), text: found[0].trim(), period: readPeriod(outside), remark: found[2]?.trim() ?? "" };
}
