import type { Sentence } from "../model/finding";
import type { FiscalYear } from "../model/period";
import type { Judgement, Plan, Target, TargetKind } from "../model/plan";
import type { Actual } from "./actual";
import type { Reference, Threshold } from "./set-threshold";

/** 目標の達否 — a figure held against the number to reach, raw and at the digits shown. */
export interface Outcome {
  readonly value: number;
  /** The people behind the value: of the year, or of all years of a total. */
  readonly counts: Actual["counts"];
  readonly threshold: Threshold;
  readonly meets: boolean;
  readonly meetsAsShown: boolean;
  readonly gap: Judgement["gap"];
}

/** 判定の一件 — one target in one plan year, with all the decision table asks. */
export interface PlanYearCase {
  readonly plan: Plan | null;
  readonly target: Target;
  readonly kind: TargetKind;
  readonly year: FiscalYear;
  readonly isBeforePlan: boolean;
  readonly isAfterPlan: boolean;
  readonly isNotYetBegun: boolean;
  /** The year has not ended, and the figure is counted over the whole of it. */
  readonly isRunning: boolean;
  /** Another target over this indicator holds in this year. */
  readonly hasLaterTarget: boolean;
  readonly hasNoTarget: boolean;
  readonly actual: Actual | undefined;
  readonly conflict: Sentence | null;
  /** No later year carries a figure, or this one has not ended. */
  readonly isAwaited: boolean;
  /** The actual is measured another way than the target, or nothing tells which population is meant. */
  readonly incomparable: Sentence | null;
  /** Base year, or the year before. */
  readonly needsReference: boolean;
  readonly reference: Reference | undefined;
  readonly trend: "improved" | "unchanged" | "worsened" | undefined;
  readonly isBeforeDeadline: boolean;
  readonly deadline: FiscalYear | null;
  readonly outcome: Outcome | undefined;
  readonly pace: Judgement["pace"];
  /** The rate moved far from the year before, but no further than one person moves it: by how much, as a ratio. */
  readonly movedByOne: number | null;
  /** 累計・平均: how many years went into the figure. */
  readonly years: number;
}
