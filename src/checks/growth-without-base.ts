import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { renderFiscalYear, renderPeriod, renderStated } from "./relations/render";

/**
 * 基のない伸び率 — growth on a previous year of nobody, or on a year that is not there.
 *
 * looks at  growth of the number of women by grade, with the counts of the year before
 * silent    （皆増）, dashes; growth on one person or more that the counts give
 * source    R27 in the catalogue of checks
 */
export const growthWithoutBase = defineCheck({
  id: "growth-without-base",
  severity: "error",
  cause: "state",
  needs: ["growth"],
  *run({ growth }) {
    for (const { growth: at, current, previous, hasCounts } of growth) {
      if (!hasValue(at)) continue;
      if (!hasCounts || !current) {
        yield { at, missing: { ja: "伸び率の基になる人数が見つかりません", en: "the counts behind the growth were not found" } };
        continue;
      }
      const related = [current, ...(previous ? [previous] : [])];
      const stated = renderStated(at);
      if (!previous) {
        // 0 % of nobody means nobody a year ago too; otherwise last year's figure may stand elsewhere.
        const isSure = hasValue(current) && current.value === 0;
        yield { at, related, severity: isSure ? "error" : "warning", facts: { kind: "absent" as Kind, stated, base: renderFiscalYear((at.period?.year ?? 0) - 1), computed: "" } };
      } else if (previous.state === "not-applicable" || (hasValue(previous) && previous.value === 0)) {
        yield {
          at,
          related,
          facts: { kind: "nobody" as Kind, stated, base: renderPeriod(previous.period), computed: hasValue(current) && current.value > 0 ? "皆増" : "—" },
          arithmetic: {
            ja: `(${renderStated(current)} − ${renderStated(previous)}) ÷ ${renderStated(previous)} → 計算できません`,
            en: `(${renderStated(current)} − ${renderStated(previous)}) ÷ ${renderStated(previous)} cannot be computed`,
          },
        };
      } else if (hasValue(current) && hasValue(previous)) {
        const computed = (current.value - previous.value) / previous.value;
        const step = at.figure.step ?? 0.001;
        // Some write the ratio to the year before instead of the change.
        if (Math.abs(at.value - computed) > step && Math.abs(at.value - computed - 1) > step)
          yield { at, related, severity: "warning", facts: { kind: "other" as Kind, stated, base: renderPeriod(previous.period), computed: `${(computed * 100).toFixed(1)}%` } };
      }
    }
  },
  say: {
    ja: (f) =>
      f.kind === "nobody"
        ? `前年（${f.base.ja}）が0人のため伸び率は計算できません。〔${f.stated}〕ではなく『${f.computed}』が適切です。`
        : f.kind === "absent"
          ? `前年（${f.base.ja.replace("年度", "年")}）の人数がこのブックに無いため、伸び率〔${f.stated}〕の根拠がありません。`
          : `伸び率が計算と合いません。表示〔${f.stated}〕、計算〔${f.computed}〕。`,
    en: (f) =>
      f.kind === "nobody"
        ? `The year before (${f.base.en}) had nobody, so there is no growth: ${f.stated} should be a dash.`
        : f.kind === "absent"
          ? `There is no count for the year before in this workbook, so ${f.stated} has no base.`
          : `The growth disagrees with its counts: stated ${f.stated}, computed ${f.computed}.`,
  },
});

type Kind = "nobody" | "absent" | "other";
