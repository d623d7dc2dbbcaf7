import type { Severity } from "../model/finding";
import { indicators } from "../indicators";
import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import type { Kind } from "./relations/figures";
import { renderStated, renderWhere } from "./relations/render";

const MAY_FALL = new Set(["overtime_reduction_rate", "female_grade_growth"]);
const COUNTED = new Set(indicators.filter(({ id, shape }) => shape !== "difference" && shape !== "text" && !MAY_FALL.has(id)).map(({ id }) => id));

/**
 * 0を下回る数 — a number of people, days or hours, or a rate, with a minus before it.
 *
 * looks at  figures of the catalogue that count something
 * silent    differences, growth, reductions; lines in which most figures have a sign: they state changes
 */
export const figureBelowZero = defineCheck({
  id: "figure-below-zero",
  severity: "error",
  cause: "state",
  needs: ["figures", "lines"],
  *run({ figures, lines }) {
    const isBelow = figures.mark((kind) => kind.state === "value" && isCounted(kind));
    for (const { observations } of lines.having((kind) => kind.state === "value" && isCounted(kind))) {
      const group = observations.filter((o) => o.value !== null && o.value < 0 && isBelow(o));
      if (group.length === 0) continue;
      const stated = observations.filter((o) => hasValue(o) && o.value !== 0 && isCounted(o));
      if (group.length > 1 && group.length * 2 >= stated.length) continue;
      for (const o of group) {
        const isTriangle = o.figure.sign === "△" || o.figure.sign === "▲";
        // Alone in its line, a triangle may state a change.
        const severity: Severity = isTriangle && stated.length < 2 ? "warning" : "error";
        yield { at: o, severity, facts: { stated: renderStated(o), where: renderWhere(o) } };
      }
    }
  },
  say: {
    ja: (f) => `〔${f.stated}〕は0を下回っています（${f.where.ja}）。符号か、増減の欄ではないかを確認してください。`,
    en: (f) => `${f.stated} is below zero (${f.where.en}). Please check the sign, or whether it states a change.`,
  },
});

function isCounted({ indicator, role, measure, unit, figure }: Kind): boolean {
  return COUNTED.has(indicator) && role !== "target" && measure !== "growth" && measure !== "difference" && unit !== "points" && figure.part !== "previous";
}
