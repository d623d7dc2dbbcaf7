import { groupKey, type Observation } from "../model/observation";
import { readAmount, type Amount } from "./amount";
import type { SourceIndex } from "./source-index";

/**
 * 一人当たりをさがす — overtime per head: the hours of that month or year by the people the table or its heading counts; the monthly average is a twelfth of the year.
 *
 * none  undefined for other figures, or where hours or people are missing
 */
export function findPerHead(of: Observation, index: SourceIndex): { numerator: Amount; denominator: Amount; months?: 12 } | undefined {
  if (!isPerHead(of)) return undefined;
  const isMonthOfYear = of.indicator === "overtime_per_head_month" && of.period?.month === undefined;
  const here = index.around(of).filter((o) => groupKey(o.group) === groupKey(of.group) && o.id !== of.id && isOvertime(o.indicator, index));
  const months = isMonthOfYear ? { months: 12 as const } : {};
  if (isMonthOfYear) {
    const year = only(here.filter((o) => o.indicator === "overtime_per_head_year" && isActual(o) && o.state === "value"));
    if (year) return { numerator: readAmount(year), denominator: { kind: "words", name: { ja: "12か月", en: "12 months" }, value: 12, at: of.at } };
  }
  const hours = only(here.filter((o) => o.unit === "hours" && !isPerHead(o) && isActual(o)));
  if (!hours) return undefined;
  const people = only(here.filter((o) => o.role === "denominator" && o.unit === "people"));
  if (people) return { numerator: readAmount(hours), denominator: readAmount(people), ...months };
  const headcount = index.table(of.table)?.headcount;
  if (!headcount || headcount.value <= 0) return undefined;
  const name = { ja: `対象${headcount.value}人`, en: `${headcount.value} people` };
  return { numerator: readAmount(hours), denominator: { kind: "words", name, value: headcount.value, at: headcount.at }, ...months };
}

function isActual(o: Observation): boolean {
  return o.role === "value" || o.role === "numerator" || o.role === "part";
}

/** 一人当たりか — a figure of hours by the head. */
export function isPerHead(o: Observation): boolean {
  return o.indicator.startsWith("overtime_per_head") || (o.indicator === "overtime_monthly" && /(一|1|１|ひと)人|[／/]人/.test(o.label));
}

function isOvertime(id: string, index: SourceIndex): boolean {
  return index.indicator(id)?.topics.includes("overtime") ?? false;
}

function only(observations: readonly Observation[]): Observation | undefined {
  const anchors = observations.filter((o) => !o.isMergedCopy);
  return anchors.length === 1 ? anchors[0] : undefined;
}
