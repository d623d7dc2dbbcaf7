import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { askAboutReading, groupBy, leastConfidence, weighTrials } from "./relations/evidence";
import { renderStated, renderWhere } from "./relations/render";
import { speakOfSums } from "./relations/say-sums";

/**
 * 級別と合計の不一致 — grades that do not make the total, or more women in a grade than people.
 *
 * looks at  people and women by grade, with their totals
 * silent    sums with a blank or unknown grade
 * source    R26 in the catalogue of checks
 */
export const gradesDisagreeWithTotal = defineCheck({
  id: "grades-disagree-with-total",
  severity: "error",
  cause: "sum",
  needs: ["sums", "counts"],
  *run({ sums, counts }) {
    for (const speech of speakOfSums(sums.filter((c) => c.axis === "grade")))
      if ("facts" in speech) yield { ...speech, facts: { kind: "sum" as "sum" | "women", a: speech.facts.sum, b: speech.facts.total, where: speech.facts.where } };
      else yield speech;
    const byGrade = counts.filter((c) => c.numerator.indicator === "female_rate_by_grade" && hasValue(c.numerator) && hasValue(c.denominator));
    for (const group of groupBy(byGrade, (c) => c.rule).values()) {
      const weighed = weighTrials(
        group.map((c) => ({
          of: c,
          holds: (c.numerator.value ?? 0) <= (c.denominator.value ?? 0),
          isTelling: (c.numerator.value ?? 0) > 0 || (c.denominator.value ?? 0) > 0,
          isPlausible: true,
          confidence: leastConfidence([c.numerator, c.denominator]),
        })),
      );
      if (!weighed) continue;
      if (weighed.kind === "reading")
        yield {
          at: weighed.first.numerator,
          related: [weighed.first.denominator],
          question: askAboutReading(weighed.first.numerator, weighed.broken.length, { ja: "「女性は全体以下」", en: '"women are at most all"' }),
        };
      else
        for (const { numerator, denominator } of weighed.broken)
          yield {
            at: numerator,
            related: [denominator],
            severity: weighed.kind === "sheet" ? "error" : "warning",
            facts: { kind: "women" as "sum" | "women", a: renderStated(numerator), b: renderStated(denominator), where: renderWhere(numerator) },
          };
    }
  },
  say: {
    ja: (f) =>
      f.kind === "sum" ? `級別の人数の合計〔${f.a}〕と合計欄〔${f.b}〕が一致しません（${f.where.ja}）。` : `女性〔${f.a}〕が級の人数〔${f.b}〕を上回っています（${f.where.ja}）。`,
    en: (f) =>
      f.kind === "sum" ? `The grades add up to ${f.a}, not to the total ${f.b} (${f.where.en}).` : `Women (${f.a}) outnumber the people of the grade (${f.b}; ${f.where.en}).`,
  },
});
