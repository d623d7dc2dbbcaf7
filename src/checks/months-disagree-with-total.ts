import { readAddress } from "../model/cell";
import type { Observation } from "../model/observation";
import { defineCheck, type Evidence } from "./define-check";
import { groupBy } from "./relations/evidence";
import { isPerHead } from "./relations/per-head";
import { speakOfSums } from "./relations/say-sums";
import { isAverage, type SumCase } from "./relations/sums";

/**
 * 月別と合計の不一致 — twelve months that do not make the total of the year.
 *
 * looks at  hours, days and cases by month with their total
 * silent    figures per head and averages (the sum of rounded months is not the year), unless the total is their mean and not called so; people above a limit
 *           (a person counts once a year), unless the other totals of the table are their sums; months not yet filled
 * source    R10 in the catalogue of checks; R12 says why rounded months are left alone
 */
export const monthsDisagreeWithTotal = defineCheck({
  id: "months-disagree-with-total",
  severity: "error",
  cause: "sum",
  needs: ["sums"],
  *run({ sums }) {
    const [ofMonths, ofLimits] = splitLimits(sums.filter((c) => c.axis === "month"));
    const isRounded = (c: (typeof ofMonths)[number]): boolean => isPerHead(c.total) || c.parts.some(isPerHead) || c.parts.some((p) => p.unit === "days" && isAverage(p));
    for (const speech of speakOfSums([...ofMonths.filter((c) => !isRounded(c)), ...addedUp(ofLimits)])) {
      // People may appear in several months; only hours, days and cases must add up.
      if ("facts" in speech && "at" in speech.at && speech.at.unit === "people") yield { ...speech, severity: "warning" };
      else yield speech;
    }
    // Rounded months need not add up, but a total that is their mean is no total.
    for (const speech of speakOfSums(ofMonths.filter(isRounded))) if ("facts" in speech && speech.facts.isMean && !isCalledMean(speech)) yield speech;
  },
  say: {
    ja: (f) =>
      f.isMean
        ? `「合計」の欄の〔${f.total}〕は月別の値の平均です（12か月の和は〔${f.sum}〕）。見出しを『平均』にすると誤解がありません。`
        : `月別の合計〔${f.sum}〕と合計欄〔${f.total}〕が一致しません。`,
    en: (f) =>
      f.isMean
        ? `The total ${f.total} is the mean of the months (their sum is ${f.sum}); "average" would be the clearer heading.`
        : `The months add up to ${f.sum}, not to the total ${f.total}.`,
  },
});

const isOfLimit = ({ total }: SumCase): boolean => total.indicator === "overtime_over_limit_count";

function splitLimits(cases: readonly SumCase[]): readonly [readonly SumCase[], readonly SumCase[]] {
  return [cases.filter((c) => !isOfLimit(c)), cases.filter(isOfLimit)];
}

/** A person above the limit in two months may count once or twice; where the sheet has added up two totals or more, it has meant to add up all. */
function addedUp(cases: readonly SumCase[]): readonly SumCase[] {
  return [...groupBy(cases, (c) => c.total.table).values()].flatMap((ofTable) => {
    const kept = ofTable.filter(({ total, parts }) => (total.value ?? 0) > 0 && parts.filter((p) => p.value).length >= 2 && sumOf(parts) === total.value);
    return kept.length >= 2 ? ofTable.map((c) => ({ ...c, rule: `${c.total.table}|limit` })) : [];
  });
}

function sumOf(parts: readonly Observation[]): number {
  return parts.reduce((all, { value }) => all + (value ?? 0), 0);
}

/** 月平均 right over the total, as against 月平均時間 before the months and it. */
function isCalledMean({ at, related = [] }: { readonly at: Evidence; readonly related?: readonly Evidence[] }): boolean {
  const [part] = related;
  if (!("at" in at) || part === undefined || !("at" in part)) return false;
  const isRow = part.row === at.row;
  return at.reasons.some(({ said, at: place }) => {
    const heading = readAddress(place.cell);
    return said.includes("平均") && heading !== undefined && (isRow ? heading.col === at.col : heading.row === at.row);
  });
}
