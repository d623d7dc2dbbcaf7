import { groupKey } from "../model/observation";
import type { FiscalYear } from "../model/period";
import { fiscalYear } from "../model/period";
import type { Plan, Target } from "../model/plan";
import type { Catalogue } from "./series";
import { plansOf } from "./match-plans";
import { readPopulation } from "./population";

/**
 * 計画ごとの目標 — one target as it holds under one plan, and the years for which it is the one that counts.
 *
 * shape  a target of two plans stands twice; `since` and `until` part a target from the one it was revised from or into
 */
export interface AssignedTarget {
  readonly plan: Plan | null;
  readonly target: Target;
  readonly key: string;
  /** First year it counts for; null: from the start, years before the plan included. */
  readonly since: FiscalYear | null;
  readonly until: FiscalYear | null;
}

/** 目標を計画に割り当てる — per plan, indicator and population one target a year; what a list and a bracket both say is said once. */
export function assignTargets(targets: readonly Target[], plans: readonly Plan[], catalogue: Catalogue): AssignedTarget[] {
  const groups = new Map<string, { plan: Plan | null; targets: Target[] }>();
  for (const target of targets) {
    const indicator = catalogue(target.indicator);
    for (const plan of plansOf(target, plans, indicator)) {
      const key = `${plan?.id ?? ""}|${target.indicator}|${groupKey(readPopulation(target.group, indicator))}`;
      const group = groups.get(key) ?? { plan, targets: [] };
      groups.set(key, group);
      group.targets.push(target);
    }
  }
  return [...groups].flatMap(([key, group]) => chain(group.targets).map((link) => ({ ...link, plan: group.plan, key })));
}

/**
 * 年ごとの目標の数 — how many of these targets hold in a year; a year is counted once, however many targets ask.
 *
 * none  0 in a year for which none counts
 */
export function countTargets(rivals: readonly AssignedTarget[]): (year: FiscalYear) => number {
  const counts = new Map<FiscalYear, number>();
  return (year) => {
    const known = counts.get(year);
    if (known !== undefined) return known;
    const count = rivals.reduce((sum, rival) => sum + Number(holdsIn(rival, year)), 0);
    counts.set(year, count);
    return count;
  };
}

/** 次の目標があるか — another target over the same indicator holds in this year; `holding` counts them all, this one too. */
export function hasOtherTarget(of: AssignedTarget, year: FiscalYear, holding: (year: FiscalYear) => number): boolean {
  return holding(year) > Number(holdsIn(of, year));
}

function holdsIn({ plan, target, since, until }: AssignedTarget, year: FiscalYear): boolean {
  const first = since ?? target.from ?? plan?.from ?? null;
  const last = until ?? target.deadline ?? plan?.to ?? null;
  return (first === null || year >= first) && last !== null && year <= last;
}

/** Stages (20% by one year, 30% by a later one) and revisions follow each other; the same stage said twice is one. */
function chain(targets: readonly Target[]): { target: Target; since: FiscalYear | null; until: FiscalYear | null }[] {
  const weight = Math.max(...targets.map(weightOf));
  const all = targets.filter((target) => weightOf(target) === weight);
  // 当初目標 beside 改定後目標 with no year between them: the revised one is what is wanted.
  const weightiest = all.some((target) => !target.isReplaced) ? all.filter((target) => !target.isReplaced) : all;
  // 85% in a bracket is the 85% by a year of the list; what a revision replaced stands on its own.
  const isDated = weightiest.some((target) => target.deadline !== null && target.from === null);
  const stages = new Map<string, Target>();
  for (const target of weightiest.filter(({ deadline, from }) => !isDated || deadline !== null || from !== null)) {
    const stage = `${target.from ?? ""}|${target.deadline ?? ""}`;
    const said = stages.get(stage);
    if (!said || standsBefore(target, said)) stages.set(stage, target);
  }
  const sorted = [...stages.values()].sort((a, b) => (a.from ?? 0) - (b.from ?? 0) || (a.deadline ?? Infinity) - (b.deadline ?? Infinity));
  return sorted.map((target, i) => {
    const before = sorted[i - 1];
    const after = sorted[i + 1];
    const since = before ? fiscalYear(Math.max(target.from ?? 0, before.deadline !== null && before.deadline !== target.deadline ? before.deadline + 1 : 0)) : null;
    const until = after ? fiscalYear(after.from !== null ? after.from - 1 : (target.deadline ?? Infinity)) : null;
    return { target, since, until };
  });
}

/** A number weighs more than a direction, a direction more than a measure to be taken. */
function weightOf(target: Target): number {
  if (target.kind === "initiative") return 0;
  if (target.kind === "direction-only") return 1;
  return target.value !== null || target.change !== null || target.kind.startsWith("against") ? 3 : 2;
}

const SOURCES: readonly Target["source"][] = ["list", "column", "row", "caption", "label", "below"];

function standsBefore(a: Target, b: Target): boolean {
  const rank = SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source);
  return rank !== 0 ? rank < 0 : a.confidence > b.confidence;
}
