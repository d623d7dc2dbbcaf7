import type { Place } from "./cell";
import type { FigureState, Unit } from "./figure";
import type { Group } from "./observation";
import type { FiscalYear } from "./period";
import type { ReadingCorrection } from "./profile";

/**
 * 計画 — an action plan with its own period.
 *
 * shape  `from` and `to` are fiscal years, both included; `law` tells the two kinds apart
 */
export interface Plan {
  readonly id: string;
  readonly name: string;
  readonly law: "jisedai" | "jokatsu" | null;
  readonly from: FiscalYear | null;
  readonly to: FiscalYear | null;
  readonly at: Place;
}

/** 目標の型 — domain of judgement, in the order T1–T8. */
export type TargetKind = "final-year" | "every-year" | "cumulative" | "period-average" | "against-baseline" | "against-previous-year" | "direction-only" | "initiative";

/** 比較 — how an actual is held against the number to reach; at-least and at-most are met by equality. */
export type Comparison = "at-least" | "more-than" | "at-most" | "less-than" | "equal";

/**
 * 目標 — one target for one indicator and one population.
 *
 * unit  `value` in `unit` (a percent is a ratio); null for direction-only and initiative
 */
export interface Target {
  readonly id: string;
  /** Ids of the plans it belongs to; empty when the workbook states no plan. ※共通目標 belongs to both. */
  readonly plans: readonly string[];
  readonly indicator: string;
  readonly group: Group;
  readonly kind: TargetKind;
  /** null: the indicator's own direction decides. */
  readonly comparison: Comparison | null;
  readonly value: number | null;
  readonly unit: Unit | null;
  readonly deadline: FiscalYear | null;
  /** For against-baseline: the base year, if written. */
  readonly baseYear: FiscalYear | null;
  /** First fiscal year it applies to, when a revision says so. */
  readonly from: FiscalYear | null;
  /** 前年比・基準比: size of the change wanted, as a ratio (10%縮減 → 0.1). */
  readonly change: number | null;
  /** 現状値から2日増: the change wanted as an amount, in `unit`; negative is less. */
  readonly changeBy?: number;
  /** 当初目標: a revision took its place, in a year that the workbook does not say. */
  readonly isReplaced?: true;
  readonly text: string;
  readonly at: Place;
  /** Where it stood: a column, a row, a caption bracket, the row label, a line under the table, a plan list. */
  readonly source: "column" | "row" | "caption" | "label" | "below" | "list";
  readonly confidence: number;
  /** Id of the table it belongs to, and the words of the heading it stands under. */
  readonly table?: number;
  readonly label?: string;
  /** Somebody said how to read it. */
  readonly correctedBy?: ReadingCorrection;
}

/** 判定の状態 — the public ids of what a plan year can be. */
export type JudgementStatus =
  | "baseline"
  | "out-of-period"
  | "expired"
  | "no-target"
  | "initiative"
  | "conflict"
  | "unknown"
  | "pending"
  | "not-applicable"
  | "not-comparable"
  | "improved"
  | "unchanged"
  | "worsened"
  | "in-progress"
  | "met-early"
  | "met"
  | "missed-by-rounding"
  | "missed";

/** 未達か — was the target of the year missed, if only by what rounding hides? */
export function isMissed(status: JudgementStatus): boolean {
  return status === "missed" || status === "missed-by-rounding";
}

/** 判定 — one plan year of one target. */
export interface Judgement {
  readonly plan: string | null;
  readonly indicator: string;
  readonly group: Group;
  readonly fiscalYear: FiscalYear;
  readonly status: JudgementStatus;
  readonly target: Target;
  readonly actual: {
    readonly state: FigureState;
    readonly value: number | null;
    readonly at: Place;
    /** The cell is blank and the value was derived from its neighbours. */
    readonly derived: boolean;
  } | null;
  /** What is missing to the target, in the target's unit, and in people where the denominator is known. */
  readonly gap: { readonly value: number; readonly unit: Unit; readonly people: number | null } | null;
  /** D10: ahead of or behind the straight line from the baseline to the target. */
  readonly pace: "ahead" | "behind" | null;
  /** The rate moved far from the year before, yet no further than one person moves it: by this much. unit  ratio */
  readonly movedByOne?: number;
  /** One plain sentence: why this status. */
  readonly because: { readonly ja: string; readonly en: string };
}
