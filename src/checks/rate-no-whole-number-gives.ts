import type { Group, Observation } from "../model/observation";
import { periodKey } from "../model/period";
import { remember } from "../model/remember";
import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { groupBy } from "./relations/evidence";
import { sharesFathers } from "./relations/family";
import { renderStated } from "./relations/render";
import type { ShownRate } from "./relations/whole-people";
import { canRoundTo, canShow, findFewestPeople, findFewestWithoutOne } from "./relations/whole-people";

const LIMIT = 400;

/**
 * 整数の人数で作れない率 — 38.0 % where the other rates of the year speak of 8 people.
 *
 * looks at  rates without counts that share one population in a year (fathers of the year), with the other years as a measure of its size; rates whose denominator alone is stated
 * silent    rates with counts (another check), single rates, organisations too large to tell
 * source    R40 in the catalogue of checks
 */
export const rateNoWholeNumberGives = defineCheck({
  id: "rate-no-whole-number-gives",
  severity: "warning",
  cause: "sum",
  needs: ["rates"],
  *run({ rates }) {
    const alone: Observation[] = [];
    for (const { rate, numerator, denominator } of rates) {
      if (!hasValue(rate) || rate.measure !== "ratio" || rate.isMergedCopy || rate.value <= 0 || rate.value > 1 || rate.figure.isApproximate || rate.formula !== undefined)
        continue;
      if (numerator && numerator.state !== "blank") continue;
      if (!denominator) {
        if (isOfFathers(rate)) alone.push(rate);
      } else if (
        hasValue(denominator) &&
        denominator.unit === "people" &&
        // Of annual leave, the rate is days of days.
        rate.indicator !== "annual_leave_rate" &&
        Number.isInteger(denominator.value) &&
        denominator.value > 0 &&
        !canShow(shownOf(rate), denominator.value)
      ) {
        const k = Math.round(rate.value * denominator.value);
        yield {
          at: rate,
          related: [denominator],
          facts: { stated: renderStated(rate), people: denominator.value, near: k, nearRate: percent(k / denominator.value), isInferred: false },
        };
      }
    }
    const bodyOf = remember(nameBody);
    for (const ofTable of groupBy(alone, (o) => `${o.table}|${bodyOf(o.group)}`).values()) {
      const years = [...groupBy(ofTable, (o) => periodKey(o.period)).values()].filter((year) => year.length >= 3);
      const sizes = years.map((year) => findFewestPeople(year.map(shownOf), LIMIT, canRoundTo));
      for (const [i, year] of years.entries()) {
        const odd = findOdd(
          year,
          sizes[i],
          sizes.filter((_, j) => j !== i),
        );
        if (!odd) continue;
        const k = Math.round((odd.rate.value ?? 0) * odd.people);
        yield {
          at: odd.rate,
          related: year.filter((o) => o !== odd.rate),
          facts: { stated: renderStated(odd.rate), people: odd.people, near: k, nearRate: percent(k / odd.people), isInferred: true },
          arithmetic: {
            ja: `${k} ÷ ${odd.people} = ${percent(k / odd.people)}、記載 ${renderStated(odd.rate)}`,
            en: `${k} ÷ ${odd.people} = ${percent(k / odd.people)}, stated ${renderStated(odd.rate)}`,
          },
        };
      }
    }
  },
  say: {
    ja: (f) =>
      `〔${f.stated}〕は対象${f.people}人では作れない値です（${f.near}人なら${f.nearRate}）。${f.isInferred ? `対象${f.people}人は、同じ年度の他の率から推定しました。` : ""}`,
    en: (f) =>
      `${f.stated} cannot come from ${f.people} people (${f.near} of them would be ${f.nearRate}).${f.isInferred ? ` The number of people was inferred from the other rates of that year.` : ""}`,
  },
});

/** The fathers of one department are not those of another. */
function nameBody({ department, employment, occupation, grade }: Group): string {
  return [department, employment, occupation, grade].join("|");
}

function isOfFathers(o: Observation): boolean {
  return sharesFathers(o.indicator) || (/^childcare_leave_(2w_)?rate$/.test(o.indicator) && o.group.sex === "male");
}

// Without the odd one a handful of people gives all the others; with it only far more people than in any other year could.
function findOdd(year: readonly Observation[], size: number | undefined, otherSizes: readonly (number | undefined)[]): { rate: Observation; people: number } | undefined {
  const withoutOne = findFewestWithoutOne(year.map(shownOf), LIMIT, canRoundTo);
  const candidates = year
    .map((rate, i) => ({ rate, people: withoutOne[i] }))
    .filter((c): c is { rate: Observation; people: number } => c.people !== undefined && c.people > 1)
    .sort((a, b) => a.people - b.people);
  const [best, next] = candidates;
  const known = otherSizes.filter((s) => s !== undefined);
  const usual = Math.max(best?.people ?? 0, ...known);
  if (!best || usual > 40 || (size !== undefined && size <= 3 * usual)) return undefined;
  // Multiples of the inferred number are as likely as the number itself.
  for (let people = best.people; people <= 3 * usual; people += best.people) if (canShow(shownOf(best.rate), people)) return undefined;
  return next && next.people < 2 * best.people ? undefined : best;
}

function shownOf(o: Observation): ShownRate {
  return { value: o.value ?? 0, step: o.figure.step ?? 0.001 };
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)}%`;
}
