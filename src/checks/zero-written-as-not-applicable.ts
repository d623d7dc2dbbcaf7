import type { Severity } from "../model/finding";
import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { askAboutReading, groupBy } from "./relations/evidence";
import { isMark } from "./relations/marks";
import { renderComputed, renderStated, renderWhere } from "./relations/render";

/**
 * 0と書くべき該当者なし — there were people, but the rate says that there were none; or a count of nobody written as 該当者なし.
 *
 * looks at  rates with a denominator above 0 in the same table; parts whose total the other parts already make
 * silent    unknown, hidden and blank rates; dashes in rows of parts
 * source    R06 in the catalogue of checks
 */
export const zeroWrittenAsNotApplicable = defineCheck({
  id: "zero-written-as-not-applicable",
  severity: "error",
  cause: "state",
  needs: ["rates", "sums", "lines"],
  *run({ rates, sums, lines }) {
    const cases = rates.filter(
      (c) => c.rate.measure === "ratio" && !c.rate.isMergedCopy && hasValue(c.denominator) && c.denominator.value > 0 && hasValue(c.numerator) && c.rate.state !== "blank",
    );
    for (const group of groupBy(cases, (c) => c.rule).values()) {
      const broken = group.filter((c) => c.rate.state === "not-applicable");
      const [first] = broken;
      // Whoever never states this rate has decided not to; one question is enough.
      if (first?.denominator && broken.length >= 3 && broken.length === group.length) {
        yield {
          at: first.rate,
          related: [first.denominator],
          question: askAboutReading(first.rate, broken.length, {
            ja: "対象人数（対象者がいるのに率が「該当者なし」）",
            en: "the number of eligible (no rate although there are eligible people)",
          }),
        };
        continue;
      }
      for (const { rate, numerator, denominator } of broken) {
        if (!hasValue(numerator) || !hasValue(denominator)) continue;
        const right = renderComputed(numerator.value / denominator.value, rate);
        yield {
          at: rate,
          related: [denominator, numerator],
          severity: (numerator.value === 0 || !isMark(rate) ? "error" : "warning") as Severity,
          facts: {
            kind: "rate" as "rate" | "count",
            where: renderWhere(rate),
            stated: renderStated(rate),
            people: renderStated(denominator),
            right: numerator.value === 0 ? "0%" : right,
          },
          ...(numerator.value === 0 ? { fix: "0%" } : {}),
        };
      }
    }
    const counted = new Set(lines.having((kind) => kind.state === "value" && kind.role !== "value").map((line) => line.key));
    const spoken = new Set<number>();
    for (const { total, parts } of sums) {
      if (!hasValue(total) || total.value === 0) continue;
      const none = parts.filter((p) => p.state === "not-applicable");
      const stated = parts.filter(hasValue);
      if (none.length === 0 || stated.length + none.length < parts.length || Math.abs(stated.reduce((sum, p) => sum + p.value, 0) - total.value) > 1e-6) continue;
      for (const part of none) {
        if (isMark(part) || !counted.has(part.line) || spoken.has(part.id)) continue;
        spoken.add(part.id);
        yield {
          at: part,
          related: [total, ...stated],
          severity: "warning",
          facts: { kind: "count" as "rate" | "count", where: renderWhere(part), stated: renderStated(part), people: renderStated(total), right: "0人" },
          fix: "0人",
        };
      }
    }
  },
  say: {
    ja: (f) =>
      f.kind === "rate"
        ? `対象者が〔${f.people}〕います。〔${f.stated}〕ではなく〔${f.right}〕と表示してください（${f.where.ja}）。`
        : `人数の欄の〔${f.stated}〕は 0人 の意味と読めます（合計〔${f.people}〕は他の区分で埋まっています）。『0人』と書くと率と区別できます（${f.where.ja}）。`,
    en: (f) =>
      f.kind === "rate"
        ? `There are eligible people (${f.people}): show ${f.right} instead of ${f.stated} (${f.where.en}).`
        : `"${f.stated}" in a count means nobody: the other parts already make the total (${f.people}). Write 0 so that it is not mistaken for "not eligible" (${f.where.en}).`,
  },
});
