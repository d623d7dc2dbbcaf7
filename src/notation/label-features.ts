import type { Unit } from "../model/figure";
import type { Group, Measure, Sex } from "../model/observation";

/** 話題 — what a label speaks of, before measure and population; "other" is a subject that no indicator of the field has. */
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
  | "retire-age"
  | "other";

/** 見出しの語が言う役 — what the figures under a heading are for. */
export type HeadingRole = "target" | "actual" | "baseline" | "achievement" | "change" | "growth" | "previous-year" | "deadline" | "remark" | "evaluation" | "measures" | "section";

/** 区切り — 5日未満, 2週間以上, 1年～2年: the words and, where they state a length, its days. */
export interface Threshold {
  readonly text: string;
  /** The length in days: a week is 7, a month 30, a year 365; of a range, where it begins. */
  readonly days?: number;
  /** The length in hours, for limits of overtime. */
  readonly hours?: number;
  readonly side: "under" | "from" | "over" | "exact" | "between";
}

/**
 * 見出しの特徴 — what the words of one label say; absent where they say nothing.
 *
 * shape  `rest` holds what no word list explained, so that nothing is silently dropped
 */
export interface LabelFeatures {
  readonly text: string;
  readonly topics: readonly Topic[];
  /** Subjects that the words only hint at; they count where nothing else names one (妻が出産した人数). */
  readonly weakTopics?: readonly Topic[];
  readonly measure?: Measure;
  /** The measure was said by a caption or a title (true) or by a heading of the axes (false); absent while no caption was merged. */
  readonly isMeasureFromContext?: boolean;
  /** The sex was said by a caption or a title. */
  readonly isSexFromContext?: boolean;
  readonly isAverage?: boolean;
  readonly isPerHead?: boolean;
  readonly isTotal?: boolean;
  readonly isMonthly?: boolean;
  readonly isYearly?: boolean;
  readonly isCumulative?: boolean;
  /** …に占める女性の割合, 女性登用率: the share of women, which makes nobody's sex a group. */
  readonly isFemaleShare?: boolean;
  readonly part?: "numerator" | "denominator" | "both";
  /** うち…: part of the line above. */
  readonly isSubset?: boolean;
  readonly threshold?: Threshold;
  /** 新規, 継続, 再度, 20歳代: the words of a section of a distribution that states no length. */
  readonly bucket?: string;
  /** 取得期間の分布: the lines below are sections, and their total. */
  readonly isDistribution?: boolean;
  readonly isFull?: boolean;
  /** 2日の範囲内, the (3日) after a leave: how many days the leave has. */
  readonly limitDays?: number;
  readonly group: Group;
  /** A sex that only describes the eligible: 配偶者が出産した男性職員数. */
  readonly incidentalSex?: Sex;
  readonly role?: HeadingRole;
  /** Reference target that is not the organisation's own: 次世代育成支援対策法の目標85%. */
  readonly reference?: string;
  readonly unit?: Unit;
  /** The words of a caption, a title or a sheet's name; see `asContext`. */
  readonly isContext?: boolean;
  /** After merging: the texts of all labels, nearest first. */
  readonly said?: readonly string[];
  readonly rest: string;
}
