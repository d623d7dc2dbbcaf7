import type { Observation } from "../model/observation";
import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { isMark } from "./relations/marks";
import { renderStated, renderWhere } from "./relations/render";

/**
 * 対象者のいない率 — a rate, 0 % included, where nobody was eligible.
 *
 * looks at  rates whose denominator is 0 or 該当者なし, in the same table; elsewhere as a question
 * silent    unknown and blank denominators
 * source    R05 in the catalogue of checks
 */
export const rateWithoutEligible = defineCheck({
  id: "rate-without-eligible",
  severity: "error",
  cause: "state",
  needs: ["rates", "counts", "keys"],
  *run({ rates, counts, keys }) {
    const elsewhere = new Map<number, Observation>();
    const keyOf = (o: Observation) => keys.pack(0, keys.indicatorOf(o), Math.max(0, keys.yearOf(o) - 1900), keys.groupOf(o));
    for (const { denominator, numerator, rate } of counts) {
      // Where that table says 該当者なし itself, the two tables are in conflict, which another check says.
      if (isNobody(denominator) && rate?.state !== "not-applicable" && !elsewhere.has(keyOf(numerator))) elsewhere.set(keyOf(numerator), denominator);
    }
    for (const { rate, numerator, denominator } of rates) {
      if (!hasValue(rate) || rate.isMergedCopy) continue;
      if (denominator && isNobody(denominator)) {
        // A dash beside a rate that is not 0 may as well hide a small number.
        const isHidden = rate.value !== 0 && denominator.state === "not-applicable" && isMark(denominator);
        yield {
          at: rate,
          related: [denominator, ...(numerator ? [numerator] : [])],
          severity: isHidden ? "warning" : "error",
          facts: { where: renderWhere(rate), stated: renderStated(rate), denominator: renderStated(denominator), isElsewhere: false },
          fix: "該当者なし",
          arithmetic: arithmeticOf(rate, numerator, denominator),
        };
      } else if (!denominator && !numerator && rate.value === 0) {
        const other = elsewhere.get(keyOf(rate));
        if (other && other.table !== rate.table)
          yield {
            at: rate,
            related: [other],
            severity: "warning",
            facts: { where: renderWhere(rate), stated: renderStated(rate), denominator: renderStated(other), isElsewhere: true },
            fix: "該当者なし",
          };
      }
    }
  },
  say: {
    ja: (f) =>
      `対象者がいないため率は計算できません。〔${f.stated}〕ではなく『該当者なし』が適切です（${f.where.ja}、${f.isElsewhere ? "別の表の" : ""}対象人数〔${f.denominator}〕）。`,
    en: (f) =>
      `Nobody was eligible, so there is no rate: "not applicable" fits better than ${f.stated} (${f.where.en}; eligible${f.isElsewhere ? " in another table" : ""}: ${f.denominator}).`,
  },
});

function isNobody(denominator: Observation): boolean {
  return denominator.state === "not-applicable" || (denominator.state === "value" && denominator.value === 0);
}

function arithmeticOf(rate: Observation, numerator: Observation | undefined, denominator: Observation) {
  const taken = numerator ? renderStated(numerator) : "?";
  return {
    ja: `${taken} ÷ ${renderStated(denominator)} → ${renderStated(rate)} にはなりません`,
    en: `${taken} ÷ ${renderStated(denominator)} gives no ${renderStated(rate)}`,
  };
}
