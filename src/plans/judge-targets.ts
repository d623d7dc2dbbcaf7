import { indicators } from "../indicators/index";
import { withOwnIndicators } from "../indicators/own";
import type { Fill } from "../model/fill";
import type { Finding } from "../model/finding";
import type { Group } from "../model/observation";
import { fiscalYear, type FiscalYear } from "../model/period";
import type { Judgement, Plan } from "../model/plan";
import type { Profile } from "../model/profile";
import type { Reading } from "../model/reading";
import { once } from "../model/remember";
import { findJudgedYear } from "../notation/judged-year";
import { assignTargets, countTargets, type AssignedTarget } from "./assign-targets";
import { buildCase, type Bench } from "./build-case";
import { decide } from "./decision-table";
import { explainJudgement, renderSpan } from "./explain-judgement";
import { findActuals } from "./find-actuals";
import type { Catalogue } from "./series";
import { findSeries, type MatchedSeries } from "./find-series";
import type { PlanYearCase } from "./plan-year-case";
import { readPopulation } from "./population";

/** 判定の条件 — the day of the look, and what may stand in for or spoil a figure. */
export interface JudgeOptions {
  /** ISO date of the look: years that have not ended yet are not due. */
  readonly asOf: string;
  readonly fills: readonly Fill[];
  readonly findings: readonly Finding[];
}

/**
 * 判定の一覧 — every target in every plan year that is due or stated, by the decision table.
 *
 * shape  one judgement per plan, indicator, population and fiscal year; derived values stand where cells are blank
 */
export function judgeTargets(reading: Reading, profile: Profile, options: JudgeOptions): Judgement[] {
  const byId = new Map(withOwnIndicators(indicators, profile.indicators).map((indicator) => [indicator.id, indicator]));
  const catalogue: Catalogue = (id) => byId.get(id);
  const actuals = findActuals(reading, profile, catalogue, options);
  const assigned = assignTargets(reading.targets, reading.plans, catalogue);
  const latest = once(() => findLatestYear(reading, profile));
  const holding = countByIndicator(assigned);
  const judgements: Judgement[] = [];
  for (const one of assigned) {
    const matched: readonly (MatchedSeries | undefined)[] = findSeries(one.target, actuals, catalogue);
    for (const series of matched.length > 0 ? matched : [undefined]) {
      const bench: Bench = {
        assigned: one,
        holding: holding.get(one.target.indicator)!,
        series,
        indicator: catalogue(one.target.indicator),
        profile,
        asOf: options.asOf,
        memory: new Map(),
      };
      for (const year of listYears(one, series, latest)) judgements.push(judge(buildCase(bench, year), series, reading.plans));
    }
  }
  return judgements;
}

function judge(c: PlanYearCase, series: MatchedSeries | undefined, plans: readonly Plan[]): Judgement {
  const { status, row } = decide(c);
  const isHeld = status === "met" || status === "missed" || status === "missed-by-rounding" || status === "in-progress" || status === "met-early";
  return {
    plan: c.plan && nameOf(c.plan, plans),
    indicator: c.target.indicator,
    group: groupOf(c, series),
    fiscalYear: c.year,
    status,
    target: c.target,
    actual: c.actual ? { state: c.actual.state, value: c.actual.value, at: c.actual.at, derived: c.actual.isDerived } : null,
    gap: isHeld && status !== "met" ? (c.outcome?.gap ?? null) : null,
    pace: status === "in-progress" || status === "met-early" ? c.pace : null,
    ...(c.movedByOne === null ? {} : { movedByOne: c.movedByOne }),
    because: explainJudgement(c, status, row),
  };
}

/** Two plans of one name, as an earlier and a later one, are told apart by their years. */
function nameOf(plan: Plan, plans: readonly Plan[]): string {
  return plans.some((other) => other.id !== plan.id && other.name === plan.name) ? `${plan.name}（${renderSpan(plan).ja}）` : plan.name;
}

/** The population as the figures state it; the target's where none does. */
function groupOf(c: PlanYearCase, series: MatchedSeries | undefined): Group {
  return { ...readPopulation(c.actual?.group ?? series?.group ?? {}, undefined), ...c.target.group };
}

/** Years stated, and those of the plan up to the last one stated; without any figure, those other indicators of the workbook have reached. */
function listYears({ plan, target, since, until }: AssignedTarget, series: MatchedSeries | undefined, latest: () => number): FiscalYear[] {
  const stated = [...(series?.years.keys() ?? [])];
  const last = stated.length > 0 ? Math.max(...stated) : latest();
  const years = new Set<number>(stated);
  const start = plan?.from ?? null;
  if (start !== null) for (let year: number = start; year <= Math.min(last, plan?.to ?? last); year++) years.add(year);
  const isBaseline = (year: number) => since === null && start !== null && year < start;
  const isOwn = (year: number) => (since === null || year >= since) && (until === null || year <= until) && (target.from === null || year >= target.from || isBaseline(year));
  return [...years]
    .filter(isOwn)
    .sort((a, b) => a - b)
    .map(fiscalYear);
}

function countByIndicator(assigned: readonly AssignedTarget[]): ReadonlyMap<string, (year: FiscalYear) => number> {
  const groups = new Map<string, AssignedTarget[]>();
  for (const one of assigned) {
    const group = groups.get(one.target.indicator);
    if (group) group.push(one);
    else groups.set(one.target.indicator, [one]);
  }
  return new Map([...groups].map(([indicator, group]) => [indicator, countTargets(group)]));
}

/** The last year of which the workbook says anything. */
function findLatestYear(reading: Reading, profile: Profile): number {
  let latest = -Infinity;
  for (const o of reading.observations) {
    if (o.role === "target" || o.state === "blank") continue;
    const year = findJudgedYear(o.period, profile);
    if (year !== undefined && year > latest) latest = year;
  }
  return latest;
}
