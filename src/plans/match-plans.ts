import type { Indicator } from "../indicators/indicator";
import { readAddress } from "../model/cell";
import type { Plan, Target } from "../model/plan";
import type { Topic } from "../notation/label-features";

/** Topics of the law on women's participation; leaves, working hours and the like belong to the law on raising children. */
const WOMEN: ReadonlySet<Topic> = new Set([
  "hiring",
  "applicants",
  "midcareer",
  "staff",
  "managers",
  "grades",
  "tenure",
  "turnover",
  "retention",
  "pay",
  "harassment",
  "retire-age",
]);

/**
 * 目標の計画をさがす — for a target the reading gave no plan: the only plan; the nearest one above it on its sheet; else the one whose law speaks of its topic.
 *
 * shape  where nothing tells them apart it is judged under each, within its years: without a plan, years before it would count as missed
 * none   an empty list when the workbook states no plan
 */
export function fallbackPlans(target: Target, plans: readonly Plan[], indicator: Indicator | undefined): readonly Plan[] {
  if (plans.length <= 1) return plans;
  const row = readAddress(target.at.cell)?.row ?? 0;
  const above = plans
    .map((plan) => ({ plan, row: readAddress(plan.at.cell)?.row ?? 0 }))
    .filter(({ plan, row: at }) => plan.at.sheet === target.at.sheet && at <= row)
    .sort((a, b) => b.row - a.row);
  const nearest = above[0];
  const isListed = nearest !== undefined && above.some((other) => other !== nearest && nearest.row - other.row <= 1);
  if (nearest && !isListed) return [nearest.plan];
  if (!indicator || indicator.topics.length === 0) return plans;
  const law = indicator.topics.some((topic) => WOMEN.has(topic)) ? "jokatsu" : "jisedai";
  const ofLaw = plans.filter((plan) => plan.law === law);
  return ofLaw.length > 0 ? ofLaw : plans;
}

/** 目標の計画 — those the reading gave, else the fallback; null stands for a workbook that states no plan. */
export function plansOf(target: Target, plans: readonly Plan[], indicator: Indicator | undefined): readonly (Plan | null)[] {
  const named = plans.filter((plan) => target.plans.includes(plan.id));
  const found = named.length > 0 ? named : fallbackPlans(target, plans, indicator);
  return found.length > 0 ? found : [null];
}
