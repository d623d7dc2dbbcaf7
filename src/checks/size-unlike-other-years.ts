import { defineCheck } from "./define-check";
import type { YearSeries } from "./relations/year-series";
import { renderStated, renderWhere } from "./relations/render";

const STEADY = 3;
const FAR = 25;

/**
 * 桁の違う年 — one year some thirty times as large, or as small, as the other years of its line, which hardly differ.
 *
 * looks at  rates, days and hours over three years or more: minutes instead of hours, a percent as a ratio, a lost decimal point
 * silent    counts of people, which may be few; zeros; lines that vary by themselves
 */
export const sizeUnlikeOtherYears = defineCheck({
  id: "size-unlike-other-years",
  severity: "warning",
  cause: "sum",
  needs: ["yearSeries"],
  *run({ yearSeries }) {
    for (const series of yearSeries) {
      const [first] = series;
      if (series.length < 3 || !first || first.measure === "count" || first.measure === "difference") continue;
      const odd = findOdd(series);
      if (!odd) continue;
      const others = series.filter((o) => o !== odd);
      const example = others.at(-1)!;
      yield { at: odd, related: others, facts: { stated: renderStated(odd), example: renderStated(example), where: renderWhere(odd), unit: odd.unit } };
    }
  },
  say: {
    ja: (f) =>
      `〔${f.stated}〕は、ほかの年（〔${f.example}〕など）と桁が違います（${f.where.ja}）。${f.unit === "hours" ? "分と時間、" : f.unit === "ratio" ? "%と小数、" : ""}小数点の位置を確認してください。`,
    en: (f) =>
      `${f.stated} is of another size than the other years (such as ${f.example}; ${f.where.en}). Please check ${f.unit === "hours" ? "minutes and hours, and " : f.unit === "ratio" ? "percent and ratio, and " : ""}the decimal point.`,
  },
});

function findOdd(series: YearSeries): YearSeries[number] | undefined {
  const values = series.map(({ value }) => value);
  // Of nearly all lines the smallest and the largest are near each other, and nothing need be compared.
  if (Math.min(...values) <= 0 || Math.max(...values) < FAR * Math.min(...values)) return undefined;
  return series.find((o) => {
    const others = series.filter((other) => other !== o).map(({ value }) => value);
    const [least, most] = [Math.min(...others), Math.max(...others)];
    return o.value > 0 && least > 0 && most <= STEADY * least && (o.value >= FAR * most || o.value * FAR <= least);
  });
}
