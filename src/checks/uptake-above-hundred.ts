import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { isFemaleShare, mayExceedWhole } from "./relations/family";
import { renderStated } from "./relations/render";

/**
 * 100%を超える取得率 — may be right where earlier years' eligible are among the takers.
 *
 * looks at  rates of uptake above 100 %; where 育児休業 and 部分休業 state no rate, their counts
 * silent    shares of women (another check), pay of women to men, rates whose counts another check compares
 * source    R03 in the catalogue of checks
 */
export const uptakeAboveHundred = defineCheck({
  id: "uptake-above-hundred",
  severity: "warning",
  cause: "sum",
  needs: ["rates", "counts"],
  *run({ rates, counts }) {
    for (const { rate, numerator, denominator } of rates) {
      if (!hasValue(rate) || rate.measure !== "ratio" || rate.value <= 1 + 1e-9 || isFemaleShare(rate.indicator)) continue;
      // A plain 104.5 is a percentage where its counts say so.
      if (rate.figure.unit === null && !(hasValue(numerator) && hasValue(denominator))) continue;
      if (!/_rate$/.test(rate.indicator) || rate.isMergedCopy) continue;
      // With its counts beside it, more takers than eligible is said at the takers.
      if (!mayExceedWhole(rate.indicator) && hasValue(numerator) && hasValue(denominator)) continue;
      yield { at: rate, related: [numerator, denominator].filter((o) => o !== undefined), facts: { stated: renderStated(rate), isFlow: mayExceedWhole(rate.indicator) } };
    }
    for (const { numerator, denominator, rate } of counts)
      if (
        mayExceedWhole(numerator.indicator) &&
        (!rate || rate.state === "blank") &&
        hasValue(numerator) &&
        hasValue(denominator) &&
        denominator.value > 0 &&
        numerator.value > denominator.value
      )
        yield { at: numerator, related: [denominator], facts: { stated: `${renderStated(numerator)}/${renderStated(denominator)}`, isFlow: true } };
  },
  say: {
    ja: (f) =>
      f.isFlow
        ? `〔${f.stated}〕は100%を超えています。前年度以前の対象者の取得を含む場合は、このままで問題ありません。`
        : `〔${f.stated}〕は100%を超えています。対象人数の数え方を確認してください。`,
    en: (f) =>
      f.isFlow
        ? `${f.stated} is above 100%. If it includes people who became eligible in earlier years, this is fine.`
        : `${f.stated} is above 100%. Please check how the eligible were counted.`,
  },
});
