import { defineCheck } from "./define-check";
import { isPerHead } from "./relations/per-head";
import { speakOfSums } from "./relations/say-sums";
import { isAverage } from "./relations/sums";

/**
 * 月別と合計の不一致 — twelve months that do not make the total of the year.
 *
 * looks at  hours, days and cases by month with their total
 * silent    figures per head and averages (the sum of rounded months is not the year), unless the total is their mean, people above a limit (a person counts once a year), months not yet filled
 * source    R10 in the catalogue of checks; R12 says why rounded months are left alone
 */
export const monthsDisagreeWithTotal = defineCheck({
  id: "months-disagree-with-total",
  severity: "error",
  cause: "sum",
  needs: ["sums"],
  *run({ sums }) {
    const ofMonths = sums.filter((c) => c.axis === "month" && c.total.indicator !== "overtime_over_limit_count");
    const isRounded = (c: (typeof ofMonths)[number]): boolean => isPerHead(c.total) || c.parts.some(isPerHead) || c.parts.some((p) => p.unit === "days" && isAverage(p));
    for (const speech of speakOfSums(ofMonths.filter((c) => !isRounded(c)))) {
      // People may appear in several months; only hours, days and cases must add up.
      if ("facts" in speech && "at" in speech.at && speech.at.unit === "people") yield { ...speech, severity: "warning" };
      else yield speech;
    }
    // Rounded months need not add up, but a total that is their mean is no total.
    for (const speech of speakOfSums(ofMonths.filter(isRounded))) if ("facts" in speech && speech.facts.isMean) yield speech;
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
