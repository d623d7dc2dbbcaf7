import type { Sentence } from "../model/finding";
import type { FiscalYear } from "../model/period";
import type { Judgement, JudgementStatus } from "../model/plan";

/** 帯の区分 — every status counts in exactly one. */
export type SummaryClass = "met" | "missed" | "inProgress" | "notApplicable" | "unknown" | "toConfirm" | "direction" | "outside";

/** 区分を選ぶ — the class each status counts in. */
export const summaryClassOf: { readonly [status in JudgementStatus]: SummaryClass } = {
  met: "met",
  missed: "missed",
  "missed-by-rounding": "missed",
  "in-progress": "inProgress",
  "met-early": "inProgress",
  "not-applicable": "notApplicable",
  unknown: "unknown",
  pending: "unknown",
  conflict: "toConfirm",
  "not-comparable": "toConfirm",
  improved: "direction",
  unchanged: "direction",
  worsened: "direction",
  baseline: "outside",
  "out-of-period": "outside",
  expired: "outside",
  "no-target": "outside",
  initiative: "outside",
};

/**
 * 年度の帯 — what one plan's year comes to.
 *
 * shape  judged = met + missed + inProgress + notApplicable + unknown + toConfirm; directions and years outside stand apart
 */
export interface YearSummary {
  readonly plan: string | null;
  readonly fiscalYear: FiscalYear;
  readonly judged: number;
  readonly met: number;
  readonly missed: number;
  readonly inProgress: number;
  readonly notApplicable: number;
  readonly unknown: number;
  readonly toConfirm: number;
  readonly direction: number;
  readonly outside: number;
}

/** 年度ごとにまとめる — one summary per plan and fiscal year, in the order of plans and years. */
export function summariseYears(judgements: readonly Judgement[]): YearSummary[] {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const key = `${judgement.plan ?? ""}|${judgement.fiscalYear}`;
    const group = groups.get(key);
    if (group) group.push(judgement);
    else groups.set(key, [judgement]);
  }
  const plans = [...new Set(judgements.map((judgement) => judgement.plan))];
  return [...groups.values()].map(countClasses).sort((a, b) => plans.indexOf(a.plan) - plans.indexOf(b.plan) || a.fiscalYear - b.fiscalYear);
}

function countClasses(judgements: readonly Judgement[]): YearSummary {
  const counts: { [name in SummaryClass]: number } = { met: 0, missed: 0, inProgress: 0, notApplicable: 0, unknown: 0, toConfirm: 0, direction: 0, outside: 0 };
  // A direction that nothing can be compared with yet is still no figure to confirm.
  for (const { status, target } of judgements) counts[status === "not-comparable" && target.kind === "direction-only" ? "direction" : summaryClassOf[status]]++;
  const first = judgements[0]!;
  return { plan: first.plan, fiscalYear: first.fiscalYear, judged: judgements.length - counts.direction - counts.outside, ...counts };
}

/** 帯を言葉にする — 判定対象5件中 達成2・未達1・途中1・該当なし0・未把握1・要確認0. */
export function renderYearSummary(s: YearSummary): Sentence {
  return {
    ja: `判定対象${s.judged}件中 達成${s.met}・未達${s.missed}・途中${s.inProgress}・該当なし${s.notApplicable}・未把握${s.unknown}・要確認${s.toConfirm}`,
    en: `${s.judged} judged: ${s.met} met, ${s.missed} missed, ${s.inProgress} in progress, ${s.notApplicable} with nobody eligible, ${s.unknown} unknown, ${s.toConfirm} to confirm`,
  };
}
