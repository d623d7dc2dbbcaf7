import type { Indicator } from "../indicators/indicator";
import type { Sentence } from "../model/finding";
import { fiscalYear, type FiscalYear } from "../model/period";
import type { Judgement } from "../model/plan";
import type { Profile } from "../model/profile";
import { fiscalYearOfDate } from "../notation/period";
import { renderQuantity } from "../notation/render-quantity";
import { isSameUnit, rawValue, type Actual } from "./actual";
import { hasOtherTarget, type AssignedTarget } from "./assign-targets";
import { chooseActual } from "./choose-actual";
import { directionOf, meets } from "./direction-of";
import type { MatchedSeries } from "./find-series";
import { measureGap } from "./measure-gap";
import { weighOnePerson } from "./weigh-one-person";
import { pool } from "./pool-years";
import type { Outcome, PlanYearCase } from "./plan-year-case";
import { roundAsShown } from "./round-as-shown";
import { setThreshold, type Reference } from "./set-threshold";

/** 一つの目標の判定の場 — what stays the same from year to year. */
export interface Bench {
  readonly assigned: AssignedTarget;
  /** How many targets over the same indicator hold in a year. */
  readonly holding: (year: FiscalYear) => number;
  readonly series: MatchedSeries | undefined;
  readonly indicator: Indicator | undefined;
  readonly profile: Profile;
  readonly asOf: string;
  /** What was chosen of each year, so that it is chosen once. */
  readonly memory: Map<FiscalYear, Actual | undefined>;
}

/** 一件を組み立てる — everything the decision table asks of one year. */
export function buildCase(bench: Bench, year: FiscalYear): PlanYearCase {
  const { assigned } = bench;
  const { plan, target } = assigned;
  const kind = target.kind;
  const thisYear = fiscalYearOfDate(bench.asOf);
  // A target says better than its plan how long it holds.
  const deadline = target.deadline ?? plan?.to ?? null;
  const actual = chosen(bench, year);
  const reference = findReference(bench, year, actual);
  const pooled =
    actual && (kind === "cumulative" || kind === "period-average")
      ? pool(
          kind,
          yearsOfPlan(bench, year).map((y) => chosen(bench, y)),
          actual,
        )
      : undefined;
  const measured = pooled ? pooled.value : actual ? rawValue(actual) : null;
  const incomparable = bench.series?.incomparable ?? findMismatch(bench, actual);
  const outcome = actual && measured !== null && !incomparable ? holdAgainst(bench, pooled ? { ...actual, counts: pooled.counts } : actual, measured, reference) : undefined;
  return {
    plan,
    target,
    kind,
    year,
    isBeforePlan: (plan !== null && plan.from !== null && year < plan.from) || (plan === null && actual?.isBaseline === true),
    isAfterPlan: deadline !== null && year > deadline,
    isNotYetBegun: year > thisYear,
    isRunning: year === thisYear && bench.indicator?.timing === "period",
    hasLaterTarget: hasOtherTarget(assigned, year, bench.holding),
    hasNoTarget: isWithoutTarget(bench),
    actual,
    conflict: actual?.conflict ?? null,
    // A year that ended and has no cell at all is not merely late.
    isAwaited: year >= thisYear || (actual !== undefined && !isStatedAfter(bench, year)),
    incomparable,
    needsReference: kind === "against-baseline" || kind === "against-previous-year",
    reference,
    trend: actual && reference ? compareWith(bench, actual, reference) : undefined,
    isBeforeDeadline: deadline !== null && year < deadline,
    deadline,
    outcome,
    movedByOne: pooled ? null : measureOnePerson(actual, chosen(bench, fiscalYear(year - 1))),
    pace: findPace(bench, year, outcome, deadline),
    years: pooled?.years ?? 1,
  };
}

function measureOnePerson(actual: Actual | undefined, before: Actual | undefined): number | null {
  if (!actual?.counts || !before?.counts || actual.conflict !== null || before.conflict !== null) return null;
  return weighOnePerson(before.counts, actual.counts);
}

function chosen({ series, assigned, indicator, memory }: Bench, year: FiscalYear): Actual | undefined {
  if (memory.has(year)) return memory.get(year);
  const candidates = series?.years.get(year);
  const actual = candidates && chooseActual(candidates, assigned.target.unit ?? indicator?.unit ?? null, `${assigned.target.label} ${assigned.target.text}`);
  memory.set(year, actual);
  return actual;
}

function isWithoutTarget({ assigned: { target } }: Bench): boolean {
  if (target.kind === "direction-only" || target.kind === "initiative") return false;
  return target.value === null && target.change === null && !target.kind.startsWith("against");
}

function isStatedAfter({ series }: Bench, year: FiscalYear): boolean {
  if (!series) return false;
  for (const [other, actuals] of series.years) if (other > year && actuals.some((actual) => actual.state !== "blank")) return true;
  return false;
}

function findMismatch({ assigned: { target } }: Bench, actual: Actual | undefined): Sentence | null {
  if (!actual || actual.state !== "value" || target.value === null || target.unit === null || isSameUnit(target.unit, actual.unit)) return null;
  const stated = renderQuantity(actual.value ?? 0, actual.unit);
  return {
    ja: `目標は「${target.text}」、実績は${stated.ja}で、測り方が違うため判定できません。`,
    en: `The target is "${target.text}", the figure ${stated.en}: they are measured differently.`,
  };
}

/** 策定時値 — the last figure before the plan, or that of the base year the target names. */
function findBaseline(bench: Bench, unit: Actual["unit"]): Reference | undefined {
  const { plan, target } = bench.assigned;
  if (target.baseYear !== null) return referenceAt(bench, target.baseYear, unit, true);
  const start = plan?.from ?? null;
  return start === null ? undefined : latestBefore(bench, start, unit, true);
}

function findReference(bench: Bench, year: FiscalYear, actual: Actual | undefined): Reference | undefined {
  if (!actual) return undefined;
  switch (bench.assigned.target.kind) {
    case "against-previous-year":
      return referenceAt(bench, fiscalYear(year - 1), actual.unit, false);
    case "against-baseline":
      return findBaseline(bench, actual.unit);
    case "direction-only":
      return findBaseline(bench, actual.unit) ?? latestBefore(bench, year, actual.unit, false);
    default:
      return undefined;
  }
}

function latestBefore(bench: Bench, limit: number, unit: Actual["unit"], isBaseline: boolean): Reference | undefined {
  const earlier = [...(bench.series?.years.keys() ?? [])].filter((year) => year < limit).sort((a, b) => b - a);
  for (const year of earlier) {
    const found = referenceAt(bench, year, unit, isBaseline);
    if (found) return found;
  }
  return undefined;
}

function referenceAt(bench: Bench, year: FiscalYear, unit: Actual["unit"], isBaseline: boolean): Reference | undefined {
  const actual = chosen(bench, year);
  // Figures that contradict each other are nothing to compare with.
  if (!actual || actual.conflict !== null || !isSameUnit(actual.unit, unit)) return undefined;
  const value = rawValue(actual);
  return value === null ? undefined : { fiscalYear: year, value, isBaseline };
}

function compareWith(bench: Bench, actual: Actual, reference: Reference): PlanYearCase["trend"] {
  const value = rawValue(actual);
  const direction = directionOf(bench.assigned.target, bench.indicator);
  const before = chosen(bench, fiscalYear(reference.fiscalYear));
  if (value === null || direction === undefined || !before) return undefined;
  const isExact = actual.counts !== null && before.counts !== null;
  const slack = isExact ? 1e-9 : Math.max(actual.step ?? 0, before.step ?? 0) / 2 + 1e-9;
  const change = value - reference.value;
  if (Math.abs(change) <= slack) return "unchanged";
  return change > 0 === (direction === "up") ? "improved" : "worsened";
}

function holdAgainst({ assigned: { target }, indicator, profile }: Bench, actual: Actual, value: number, reference: Reference | undefined): Outcome | undefined {
  const threshold = setThreshold(target, reference, indicator);
  if (!threshold) return undefined;
  const unit = target.unit !== null && isSameUnit(target.unit, actual.unit) ? target.unit : actual.unit;
  const isMet = meets(value, threshold.comparison, threshold.value);
  return {
    value,
    counts: actual.counts,
    threshold,
    meets: isMet,
    meetsAsShown: isMet || meets(roundAsShown(value, actual.step, profile.rounding), threshold.comparison, threshold.value),
    gap: measureGap(actual, value, threshold.comparison, threshold.value, unit),
  };
}

/** 期限までの歩み — against the straight line from the baseline to the target at its deadline. */
function findPace(bench: Bench, year: FiscalYear, outcome: Outcome | undefined, deadline: FiscalYear | null): Judgement["pace"] {
  const kind = bench.assigned.target.kind;
  if (!outcome || deadline === null || year >= deadline || (kind !== "final-year" && kind !== "against-baseline")) return null;
  const actual = chosen(bench, year);
  const baseline = actual && findBaseline(bench, actual.unit);
  if (!baseline || baseline.fiscalYear >= deadline || year <= baseline.fiscalYear) return null;
  const share = (year - baseline.fiscalYear) / (deadline - baseline.fiscalYear);
  const due = baseline.value + (outcome.threshold.value - baseline.value) * share;
  const isAhead =
    outcome.meets || (outcome.threshold.comparison === "at-most" || outcome.threshold.comparison === "less-than" ? outcome.value <= due + 1e-9 : outcome.value >= due - 1e-9);
  return isAhead ? "ahead" : "behind";
}

function yearsOfPlan({ assigned: { plan, target }, series }: Bench, until: FiscalYear): FiscalYear[] {
  const start = target.from ?? plan?.from ?? null;
  const stated = [...(series?.years.keys() ?? [])].filter((year) => year <= until && (start === null || year >= start));
  if (start === null) return stated.sort((a, b) => a - b);
  return Array.from({ length: until - start + 1 }, (_, i) => fiscalYear(start + i));
}
