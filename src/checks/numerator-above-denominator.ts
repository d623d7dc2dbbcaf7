import type { Observation } from "../model/observation";
import { defineCheck } from "./define-check";
import { compareAtDigits, hasValue } from "./relations/compare";
import { askAboutReading, groupBy, leastConfidence, weighTrials } from "./relations/evidence";
import { isFemaleShare, mayExceedWhole } from "./relations/family";
import { renderStated } from "./relations/render";

/**
 * 分子が分母を上回る — more people took it than could.
 *
 * looks at  counts of one indicator, period and group in one table; shares of women above 100 %
 * silent    育児休業 and 部分休業, whose takers may have become eligible in an earlier year; levels by grade
 * source    R01 in the catalogue of checks
 */
export const numeratorAboveDenominator = defineCheck({
  id: "numerator-above-denominator",
  severity: "error",
  cause: "sum",
  needs: ["counts", "rates"],
  *run({ counts, rates }) {
    const comparable = counts.filter(
      ({ numerator, denominator, rate }) =>
        !isBesideMen(numerator, denominator, rate) &&
        hasValue(numerator) &&
        hasValue(denominator) &&
        numerator.unit === denominator.unit &&
        !mayExceedWhole(numerator.indicator) &&
        numerator.indicator !== "female_rate_by_grade",
    );
    for (const group of groupBy(comparable, (c) => c.rule).values()) {
      const weighed = weighTrials(
        group.map((c) => {
          const above = (c.numerator.value ?? 0) > (c.denominator.value ?? 0);
          return {
            of: c,
            holds: !above,
            isTelling: (c.numerator.value ?? 0) > 0,
            isPlausible: (c.numerator.value ?? 0) <= 3 * Math.max(1, c.denominator.value ?? 0),
            confidence: leastConfidence([c.numerator, c.denominator]),
          };
        }),
      );
      if (!weighed) continue;
      if (weighed.kind === "reading") {
        yield {
          at: weighed.first.numerator,
          related: [weighed.first.denominator],
          question: askAboutReading(weighed.first.numerator, weighed.broken.length, { ja: "「分子は分母以下」", en: '"the part is at most the whole"' }),
        };
        continue;
      }
      for (const { numerator, denominator, rate } of weighed.broken)
        yield {
          at: numerator,
          related: [denominator, ...(rate ? [rate] : [])],
          severity: weighed.kind === "sheet" ? "error" : "warning",
          facts: { numerator: renderStated(numerator), denominator: renderStated(denominator), isShare: isFemaleShare(numerator.indicator) },
        };
    }
    for (const { rate, numerator, denominator } of rates)
      if (hasValue(rate) && !numerator && !denominator && isFemaleShare(rate.indicator) && rate.figure.unit === "ratio" && rate.value > 1.0005 && rate.value < 10)
        yield { at: rate, facts: { numerator: renderStated(rate), denominator: "100%", isShare: true } };
  },
  say: {
    ja: (f) =>
      f.isShare ? `女性の数〔${f.numerator}〕が全体の数〔${f.denominator}〕を上回っています。` : `取得人数〔${f.numerator}〕が対象人数〔${f.denominator}〕を上回っています。`,
    en: (f) => (f.isShare ? `Women (${f.numerator}) outnumber the whole (${f.denominator}).` : `Takers (${f.numerator}) outnumber the eligible (${f.denominator}).`),
  },
});

// Women beside men are no part of them.
function isBesideMen(women: Observation, men: Observation, rate: Observation | undefined): boolean {
  if (isFemaleShare(women.indicator) && /男/.test(men.label) && !/男女|女/.test(men.label)) return true;
  const both = (women.value ?? 0) + (men.value ?? 0);
  return hasValue(rate) && both > 0 && (women.value ?? 0) > (men.value ?? 0) && compareAtDigits(rate, (women.value ?? 0) / both, "half-up") !== "differs";
}
