import type { Sentence, Severity } from "../model/finding";
import { groupKey, type Observation } from "../model/observation";
import { periodKey } from "../model/period";
import { remember } from "../model/remember";
import { defineCheck } from "./define-check";
import { compareAtDigits, hasValue } from "./relations/compare";
import { askAboutReading, groupBy, leastConfidence, weighTrials } from "./relations/evidence";
import type { Figures } from "./relations/figures";
import { familyOf, isFemaleShare, mayExceedWhole } from "./relations/family";
import { oncePerTable } from "./relations/once-per-table";
import { renderComputed, renderNumber, renderStated } from "./relations/render";

const SEVERAL: Sentence = { ja: "分子・分母の候補が複数あり、どれで計算するか決められません", en: "several numerators or denominators could belong to it" };
const NO_COUNTS: Sentence = { ja: "分子と分母の欄が同じ表にありません", en: "no counts in the same table" };
const NO_DENOMINATOR: Sentence = { ja: "分母の欄が同じ表にありません", en: "no denominator in the same table" };
const NO_NUMERATOR: Sentence = { ja: "分子の欄が同じ表にありません", en: "no numerator in the same table" };

/**
 * 率と人数の不一致 — a stated rate, or average, that its own counts do not give.
 *
 * looks at  figures with a numerator and a denominator in the same table, per period and group
 * unit      compared at the digits shown; another way of rounding is only information
 * silent    該当者なし, blanks, unreadable cells, a denominator of 0: other checks speak for those
 * source    R02 in the catalogue of checks
 */
export const rateDisagreesWithCounts = defineCheck({
  id: "rate-disagrees-with-counts",
  severity: "error",
  cause: "sum",
  needs: ["rates", "figures", "profile"],
  *run({ rates, figures, profile }) {
    const tried = [];
    const takersOf = findTakers(figures);
    const isUptake = remember(statesUptake);
    const isFirst = oncePerTable();
    for (const { rate, numerator, denominator, rule, isAmbiguous } of rates) {
      if (!hasValue(rate) || rate.isMergedCopy) continue;
      if (isAmbiguous || (rate.measure === "ratio" && isUptake(rate.indicator) && (!numerator || !denominator))) {
        const missing = isAmbiguous ? SEVERAL : !numerator && !denominator ? NO_COUNTS : numerator ? NO_DENOMINATOR : NO_NUMERATOR;
        if (isFirst(rate, missing)) yield { at: rate, missing };
      }
      if (!hasValue(numerator) || !hasValue(denominator) || denominator.value <= 0) continue;
      const people = rate.measure === "days" ? takersOf(rate, denominator) : denominator;
      const computed = numerator.value / people.value;
      tried.push({ rate, numerator, denominator: people, rule, computed, agreement: compareAtDigits(rate, computed, profile.rounding) });
    }
    for (const group of groupBy(tried, (t) => t.rule).values()) {
      for (const t of group)
        if (t.agreement !== "agrees" && t.agreement !== "differs")
          yield { at: t.rate, related: [t.numerator, t.denominator], severity: "info" as Severity, facts: factsOf(t, true), arithmetic: arithmeticOf(t) };
      const weighed = weighTrials(
        group.map((t) => ({
          of: t,
          holds: t.agreement !== "differs",
          isTelling: t.agreement === "agrees" && t.numerator.value !== 0 && t.numerator.value !== t.denominator.value && tellsEligible(t),
          isPlausible: isPlausibleSlip(t.rate.value, t.computed) && !isOtherQuotient(t),
          confidence: leastConfidence([t.rate, t.numerator, t.denominator]),
        })),
      );
      if (!weighed) continue;
      if (weighed.kind === "reading") {
        yield {
          at: weighed.first.rate,
          related: [weighed.first.numerator, weighed.first.denominator],
          question: askAboutReading(weighed.first.rate, weighed.broken.length, { ja: "「分子÷分母」", en: "numerator ÷ denominator" }),
        };
        continue;
      }
      for (const t of weighed.broken)
        yield {
          at: t.rate,
          related: [t.numerator, t.denominator],
          severity: (weighed.kind === "sheet" ? "error" : "warning") as Severity,
          facts: factsOf(t, false),
          arithmetic: arithmeticOf(t),
        };
    }
  },
  say: {
    ja: (f) =>
      f.isRounding
        ? `端数処理が四捨五入と違います。表示〔${f.stated}〕、計算〔${f.computed}〕（${f.numerator}/${f.denominator}）。`
        : `率が計算と合いません。表示〔${f.stated}〕、計算〔${f.computed}〕（${f.numerator}/${f.denominator}）。`,
    en: (f) =>
      f.isRounding
        ? `Rounded in another way: stated ${f.stated}, computed ${f.computed} (${f.numerator}/${f.denominator}).`
        : `The rate disagrees with its counts: stated ${f.stated}, computed ${f.computed} (${f.numerator}/${f.denominator}).`,
  },
});

type Counted = Observation & { readonly value: number };

/** 取得者1人当たり divides by those who took the leave, where the table counts them. */
function findTakers(figures: Figures): (rate: Observation, eligible: Counted) => Counted {
  const keyOf = (o: Observation): string => `${o.table}|${familyOf(o.indicator)}|${periodKey(o.period)}|${groupKey(o.group)}`;
  let takers: ReadonlyMap<string, Counted> | undefined;
  const findAll = (): ReadonlyMap<string, Counted> => {
    const counts = figures.pick((kind) => kind.role === "numerator" && kind.unit === "people").filter(hasValue);
    return new Map(counts.filter((o) => o.group.bucket === undefined && o.value > 0).map((o) => [keyOf(o), o]));
  };
  return (rate, eligible) => {
    const says = [rate.label, ...rate.reasons.map(({ said }) => said)].some((text) => /(?:取得|利用|使用)者(?:1|１|一)?人?(?:当|あ)/.test(text));
    return (says ? (takers ??= findAll()).get(keyOf(rate)) : undefined) ?? eligible;
  };
}

interface Tried {
  readonly rate: Observation;
  readonly numerator: Observation;
  readonly denominator: Observation;
  readonly computed: number;
}

function factsOf(t: Tried, isRounding: boolean) {
  return { stated: renderStated(t.rate), computed: renderComputed(t.computed, t.rate), numerator: renderStated(t.numerator), denominator: renderStated(t.denominator), isRounding };
}

function arithmeticOf(t: Tried) {
  const quotient = `${renderNumber(t.numerator.value ?? 0)} ÷ ${renderNumber(t.denominator.value ?? 0)} = ${renderComputed(t.computed, t.rate)}`;
  return { ja: `${quotient}、記載 ${renderStated(t.rate)}`, en: `${quotient}, stated ${renderStated(t.rate)}` };
}

// 0.05 for 0.5, 58% for 85%, 12.5% for 87.5%: a slip stays near, or moves the point, or takes the other part.
function isPlausibleSlip(stated: number, computed: number): boolean {
  if (Math.abs(stated - computed) <= 0.3 * Math.max(1, computed)) return true;
  return [10, 100, 0.1, 0.01].some((factor) => Math.abs(stated * factor - computed) <= 0.02 * Math.max(computed, 0.05)) || Math.abs(1 - stated - computed) < 0.01;
}

// 1 of 52 and 1 of 54 are both 1.9 %: such a rate says nothing about its denominator.
function tellsEligible(t: Tried): boolean {
  return [-1, 1].every((more) => compareAtDigits(t.rate, (t.numerator.value ?? 0) / ((t.denominator.value ?? 0) + more), "half-up") === "differs");
}

// Takers and eligible taken for each other, or women beside men instead of beside all.
function isOtherQuotient(t: Tried): boolean {
  const [a, b] = [t.numerator.value ?? 0, t.denominator.value ?? 0];
  return [b / a, a / (a + b), b / (a + b)].some((quotient) => compareAtDigits(t.rate, quotient, "half-up") !== "differs");
}

function statesUptake(indicator: string): boolean {
  return indicator.endsWith("_rate") || mayExceedWhole(indicator) || isFemaleShare(indicator);
}
