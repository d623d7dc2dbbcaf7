import type { Indicator } from "../indicators/indicator";
import type { Sentence } from "../model/finding";
import type { Fill } from "../model/fill";
import type { Group, Observation } from "../model/observation";
import type { FiscalYear } from "../model/period";
import type { Actual } from "./actual";
import type { PlaceMap } from "./place-map";

/** 一つの表が言うこと — the figures of one table for one indicator, population and year. */
export interface Entry {
  readonly table: number;
  readonly indicator: string;
  readonly group: Group;
  readonly year: FiscalYear;
  readonly values: Observation[];
  readonly numerators: Observation[];
  readonly denominators: Observation[];
}

/** 傍証 — cells a finding of severity error stands on, and what was derived for empty ones. */
export interface Evidence {
  readonly suspect: PlaceMap<Sentence>;
  readonly derived: PlaceMap<Fill>;
}

/** The digits a derived figure is shown with: those of its default number format. */
const DERIVED_STEP = { ratio: 0.001, days: 0.1, hours: 0.1, years: 0.1, people: 1, cases: 1, points: 0.1 } as const;

/**
 * 実績を読む — one actual per stated figure; where only counts stand, the rate they give.
 */
export function readActuals(entry: Entry, indicator: Indicator | undefined, evidence: Evidence): Actual[] {
  const numerator = onlyOne(entry.numerators, entry.values[0]);
  const denominator = onlyOne(entry.denominators, entry.values[0]);
  // A target in people asks for the takers themselves.
  const takers = numerator && isCounted(numerator) ? [readStated(numerator, entry, undefined, undefined, evidence)] : [];
  const filled = entry.values.filter((o) => o.state !== "blank");
  if (filled.length > 0) return [...filled.map((value) => readStated(value, entry, numerator, denominator, evidence)), ...takers];
  const [blank] = entry.values;
  if (blank) return [readBlank(blank, entry, numerator, denominator, evidence), ...takers];
  const isRate = indicator !== undefined && indicator.unit === "ratio" && (indicator.shape === "uptake" || indicator.shape === "female-share");
  return isRate && numerator && denominator ? [readCounts(numerator, denominator, entry, evidence), ...takers] : takers;
}

function readStated(value: Observation, entry: Entry, numerator: Observation | undefined, denominator: Observation | undefined, evidence: Evidence): Actual {
  const counts = countsOf(value, numerator, denominator);
  const broken = [value, numerator, denominator].find((o) => o !== undefined && evidence.suspect.has(o.at));
  return actualOf(value, entry, {
    unit: value.unit,
    state: value.state,
    value: value.value,
    isDerived: false,
    counts,
    step: value.figure.days === undefined ? value.figure.step : null,
    conflict: broken ? evidence.suspect.get(broken.at)! : findContradiction(value, denominator),
  });
}

/** A rate where nobody was eligible, or none where somebody was. */
function findContradiction(value: Observation, denominator: Observation | undefined): Actual["conflict"] {
  if (value.unit !== "ratio" || !denominator || !isCounted(denominator)) return null;
  const isNobody = denominator.state === "not-applicable" || (denominator.state === "value" && denominator.value === 0);
  if (value.state === "value" && isNobody)
    return { ja: `対象者がいない年度に率「${value.text.trim()}」が入っています。`, en: `A rate "${value.text.trim()}" stands where nobody was eligible.` };
  if (value.state === "not-applicable" && denominator.state === "value" && !isNobody)
    return {
      ja: `対象者が${denominator.value}人いる年度に「${value.text.trim()}」が入っています。`,
      en: `"${value.text.trim()}" stands where ${denominator.value} people were eligible.`,
    };
  return null;
}

function readBlank(blank: Observation, entry: Entry, numerator: Observation | undefined, denominator: Observation | undefined, evidence: Evidence): Actual {
  const fill = evidence.derived.get(blank.at);
  const base = { unit: blank.unit, isDerived: fill !== undefined, step: fill ? DERIVED_STEP[blank.unit] : null };
  if (fill && fill.indicator === blank.indicator) {
    const derived = { ...blank, state: fill.state, value: fill.value };
    return actualOf(blank, entry, { ...base, state: fill.state, value: fill.value, counts: countsOf(derived, numerator, denominator), conflict: null });
  }
  // Blank, although its sources are stated: they contradict each other, or a check does not trust them.
  const isStated = numerator?.state === "value" && denominator?.state === "value";
  const broken = [numerator, denominator].find((o) => o !== undefined && evidence.suspect.has(o.at));
  return actualOf(blank, entry, { ...base, state: "blank", value: null, counts: null, conflict: isStated && broken ? evidence.suspect.get(broken.at)! : null });
}

/** No line states the rate, but takers and eligible do. */
function readCounts(numerator: Observation, denominator: Observation, entry: Entry, evidence: Evidence): Actual {
  const broken = [numerator, denominator].find((o) => evidence.suspect.has(o.at));
  const base = {
    unit: "ratio" as const,
    isDerived: true,
    step: DERIVED_STEP.ratio,
    conflict: broken ? evidence.suspect.get(broken.at)! : null,
  };
  const state = stateOfRate(numerator, denominator);
  if (state !== "value") return actualOf(numerator, entry, { ...base, state, value: null, counts: null });
  return actualOf(numerator, entry, {
    ...base,
    state,
    value: numerator.value! / denominator.value!,
    counts: { numerator: numerator.value!, denominator: denominator.value! },
  });
}

function stateOfRate(numerator: Observation, denominator: Observation): Actual["state"] {
  if (denominator.state === "value" && denominator.value !== null) {
    if (denominator.value === 0) return "not-applicable";
    return numerator.state === "not-applicable" ? "unknown" : numerator.state;
  }
  return denominator.state;
}

/** Counts are believed where they give the stated rate, by whatever rounding. */
function countsOf(value: Pick<Observation, "state" | "value" | "unit" | "figure">, numerator: Observation | undefined, denominator: Observation | undefined): Actual["counts"] {
  if (value.unit !== "ratio" || value.state !== "value" || value.value === null) return null;
  if (numerator?.state !== "value" || denominator?.state !== "value" || !isCounted(numerator) || !isCounted(denominator)) return null;
  const [top, bottom] = [numerator.value, denominator.value];
  if (top === null || bottom === null || bottom <= 0) return null;
  return Math.abs(top / bottom - value.value) <= (value.figure.step ?? 0) + 1e-9 ? { numerator: top, denominator: bottom } : null;
}

function isCounted(o: Observation): boolean {
  return o.unit === "people" || o.unit === "cases";
}

/** Among several, the one in the figure's own cell, row or column. */
function onlyOne(observations: readonly Observation[], of: Observation | undefined): Observation | undefined {
  if (observations.length <= 1 || !of) return observations.length === 1 ? observations[0] : undefined;
  const inCell = observations.filter((o) => o.row === of.row && o.col === of.col);
  if (inCell.length === 1) return inCell[0];
  const counted = observations.filter((o) => isCounted(o) && (o.row === of.row || o.col === of.col));
  return counted.length === 1 ? counted[0] : undefined;
}

type Said = Pick<Actual, "unit" | "state" | "value" | "isDerived" | "counts" | "step" | "conflict">;

/** Field by field: there is one for nearly every figure, and spreading objects takes several times as long. */
function actualOf(o: Observation, entry: Entry, said: Said): Actual {
  return {
    fiscalYear: entry.year,
    group: o.group,
    state: said.state,
    value: said.value,
    unit: said.unit,
    at: o.at,
    isDerived: said.isDerived,
    counts: said.counts,
    step: said.step,
    isApproximate: o.figure.isApproximate,
    label: o.label,
    isBaseline: o.isBaseline === true,
    conflict: said.conflict,
    text: o.text,
    confidence: o.confidence,
    table: o.table,
  };
}
