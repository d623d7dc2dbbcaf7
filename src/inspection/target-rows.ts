import { groupKey, type Group } from "../model/observation";
import type { Judgement, Plan, Target } from "../model/plan";
import type { Inspection } from "./inspection";

/** 目標の行 — one target for one population, with what was judged of it. */
export interface TargetRow {
  readonly target: Target;
  readonly group: Group;
  readonly indicator: string;
  readonly judgements: readonly Judgement[];
}

/** 計画の目標 — one plan with its targets; without a plan where the workbook states none. */
export interface PlanTargets {
  readonly plan: Plan | undefined;
  readonly rows: readonly TargetRow[];
  readonly judgements: readonly Judgement[];
}

interface Held {
  readonly rows: Map<string, TargetRow & { readonly judgements: Judgement[] }>;
  readonly judgements: Judgement[];
}

/** 計画ごとにまとめる — plans in the order they were found, each with its targets in the order they were judged. */
export function groupTargets(inspection: Pick<Inspection, "judgements" | "reading">): PlanTargets[] {
  const { plans, targets } = inspection.reading;
  const byPlan = new Map<string, Held>(plans.map((plan) => [plan.id, { rows: new Map(), judgements: [] }]));
  const holding = (id: string): Held => {
    const known = byPlan.get(id) ?? { rows: new Map(), judgements: [] };
    byPlan.set(id, known);
    return known;
  };
  const judged = new Set<string>();
  for (const judgement of inspection.judgements) {
    const { rows, judgements } = holding(findPlan(judgement, plans)?.id ?? "");
    judgements.push(judgement);
    judged.add(judgement.target.id);
    const key = `${judgement.target.id}|${judgement.indicator}|${groupKey(judgement.group)}`;
    const row = rows.get(key);
    if (row) row.judgements.push(judgement);
    else rows.set(key, { target: judgement.target, group: judgement.group, indicator: judgement.indicator, judgements: [judgement] });
  }
  // A target that nothing could be said about is still a target of its plan.
  for (const target of targets) {
    if (judged.has(target.id)) continue;
    for (const plan of target.plans.length > 0 ? target.plans : [""])
      holding(plan).rows.set(target.id, { target, group: target.group, indicator: target.indicator, judgements: [] });
  }
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  return [...byPlan].map(([id, { rows, judgements }]) => ({ plan: planOf.get(id), rows: [...rows.values()], judgements }));
}

/** 重複を除く — a target that is stated in several places is judged in one of them, where it was judged the others have nothing to add. */
export function withoutRepeats<Row extends { readonly judgements: readonly unknown[] }>(rows: readonly Row[], subjectOf: (row: Row) => string): Row[] {
  const judged = new Set(rows.filter(({ judgements }) => judgements.length > 0).map(subjectOf));
  return rows.filter((row) => row.judgements.length > 0 || !judged.has(subjectOf(row)));
}

/** 計画の年度 — the plan's years, or all judged years where the workbook states no period. */
export function listPlanYears({ plan, judgements }: Pick<PlanTargets, "plan" | "judgements">): number[] {
  const from = plan?.from ?? null;
  const to = plan?.to ?? null;
  if (from !== null && to !== null && to - from < 40) return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return [...new Set(judgements.map((one) => one.fiscalYear as number))].sort((a, b) => a - b);
}

/** The plan a judgement speaks of; it names the plan, and two plans may bear one name. */
function findPlan(judgement: Judgement, plans: readonly Plan[]): Plan | undefined {
  const named = plans.filter((plan) => plan.name === judgement.plan);
  return named.find((plan) => judgement.target.plans.includes(plan.id)) ?? named[0];
}
