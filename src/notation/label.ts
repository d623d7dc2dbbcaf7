import type { Unit } from "../model/figure";
import type { Group, Measure } from "../model/observation";

/** 話題 — what a label speaks of, before measure and population. */
export type Topic =
  | "maternity-class"
  | "health-checkup"
  | "commute-relief"
  | "nursing-time"
  | "spouse-birth-leave"
  | "childcare-participation-leave"
  | "paternity-either-leave"
  | "paternity-both-leaves"
  | "father-consecutive-leave"
  | "child-nursing-leave"
  | "childcare-leave"
  | "partial-leave"
  | "short-time-work"
  | "leave-as-desired"
  | "care-leave"
  | "overtime"
  | "overtime-limit"
  | "overtime-reduction"
  | "night-work-limit"
  | "no-overtime-day"
  | "annual-leave"
  | "hiring"
  | "applicants"
  | "midcareer"
  | "staff"
  | "managers"
  | "grades"
  | "tenure"
  | "turnover"
  | "retention"
  | "pay"
  | "harassment"
  | "awareness"
  | "retire-age";

/** 見出しの語が言う役 — what the figures under a heading are for. */
export type HeadingRole = "target" | "actual" | "baseline" | "achievement" | "change" | "growth" | "previous-year" | "deadline" | "remark" | "evaluation" | "measures" | "section";

/**
 * 見出しの特徴 — what the words of one label say; absent where they say nothing.
 *
 * shape  `rest` holds what no word list explained, so that nothing is silently dropped
 */
export interface LabelFeatures {
  readonly text: string;
  readonly topics: readonly Topic[];
  readonly measure?: Measure;
  readonly isAverage?: boolean;
  readonly isPerHead?: boolean;
  readonly isTotal?: boolean;
  readonly isMonthly?: boolean;
  readonly isYearly?: boolean;
  readonly isCumulative?: boolean;
  readonly part?: "numerator" | "denominator" | "both";
  /** うち…: part of the line above. */
  readonly isSubset?: boolean;
  /** 5日未満, 2週間以上, 3日間 with 完全: the words and, where they state days, the number. */
  readonly threshold?: { readonly text: string; readonly days?: number; readonly side: "under" | "from" | "over" | "exact" | "between" };
  readonly isFull?: boolean;
  readonly group: Group;
  readonly role?: HeadingRole;
  /** Reference target that is not the organisation's own: 次世代育成支援対策法の目標85%. */
  readonly reference?: string;
  readonly unit?: Unit;
  readonly rest: string;
}
