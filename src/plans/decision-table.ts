import type { JudgementStatus } from "../model/plan";
import type { PlanYearCase } from "./plan-year-case";

/** 判定表の一行 — the status of every case that reaches this row and meets its condition. */
export interface DecisionRow {
  readonly id: string;
  readonly when: (c: PlanYearCase) => boolean;
  readonly status: (c: PlanYearCase) => JudgementStatus;
}

/**
 * 判定表 — read from the top; the first row that fits decides.
 *
 * source  判定表 D01–D14: years outside the plan before everything, contradictions and missing figures before any verdict, 達成 before 未達
 */
export const DECISION_TABLE: readonly DecisionRow[] = [
  // 計画期間より前 → 策定時値
  { id: "D01", when: (c) => c.isBeforePlan, status: () => "baseline" },
  // 計画期間より後・未到来 → 期間外。次の目標が登録されていなければ期限切れ
  { id: "D02", when: (c) => c.isAfterPlan || c.isNotYetBegun, status: (c) => (c.isAfterPlan && !c.hasLaterTarget ? "expired" : "out-of-period") },
  // 目標なし・取組
  { id: "D03", when: (c) => c.hasNoTarget || c.kind === "initiative", status: (c) => (c.kind === "initiative" ? "initiative" : "no-target") },
  // 値・分子・分母が矛盾 → 要確認
  { id: "D04", when: (c) => c.conflict !== null, status: () => "conflict" },
  // 未把握・入力待ち。未達には数えない
  { id: "D05", when: (c) => !isStated(c), status: (c) => (isBlank(c) && c.isAwaited ? "pending" : "unknown") },
  // 該当者なし
  { id: "D06", when: (c) => c.actual?.state === "not-applicable", status: () => "not-applicable" },
  // 目標と実績の測り方が違う
  { id: "D07", when: (c) => c.incomparable !== null, status: () => "not-comparable" },
  // 方向のみの目標 → 改善・横ばい・悪化
  { id: "D08", when: (c) => c.kind === "direction-only", status: (c) => c.trend ?? "not-comparable" },
  // 基準比・前年比で、基準値・前年値がない
  { id: "D09", when: (c) => c.needsReference && c.reference === undefined, status: () => "not-comparable" },
  // 期限より前の年度
  { id: "D10", when: (c) => c.isBeforeDeadline && isDueOnce(c), status: (c) => (c.outcome?.meets === true ? "met-early" : "in-progress") },
  // 累計・平均の期間の途中
  { id: "D11", when: (c) => c.isBeforeDeadline && isOverPeriod(c), status: () => "in-progress" },
  // 生の分数で満たす
  { id: "D12", when: (c) => c.outcome?.meets === true, status: () => "met" },
  // 表示の桁に丸めると満たす
  { id: "D13", when: (c) => c.outcome?.meetsAsShown === true, status: (c) => (c.isRunning ? "in-progress" : "missed-by-rounding") },
  // 満たさない。年度が終わっていなければ途中経過
  { id: "D14", when: (c) => c.outcome !== undefined, status: (c) => (c.isRunning ? "in-progress" : "missed") },
];

/**
 * 判定を下す — the status of a case, and the row that gave it.
 *
 * none  not-comparable where no row fits: a figure that no number stands against is never 未達
 */
export function decide(c: PlanYearCase): { readonly status: JudgementStatus; readonly row: string } {
  const row = DECISION_TABLE.find((candidate) => candidate.when(c));
  return row ? { status: row.status(c), row: row.id } : { status: "not-comparable", row: "D07" };
}

function isStated(c: PlanYearCase): boolean {
  return c.actual?.state === "value" || c.actual?.state === "not-applicable";
}

function isBlank(c: PlanYearCase): boolean {
  return c.actual === undefined || c.actual.state === "blank";
}

/** 最終年度・基準比: judged once, at the deadline. */
function isDueOnce(c: PlanYearCase): boolean {
  return c.kind === "final-year" || c.kind === "against-baseline";
}

/** 累計・平均: judged once, over the whole period. */
function isOverPeriod(c: PlanYearCase): boolean {
  return c.kind === "cumulative" || c.kind === "period-average";
}
