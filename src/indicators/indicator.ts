import type { Threshold, Topic } from "../notation/label-features";
import type { Unit } from "../model/figure";
import type { Measure } from "../model/observation";
import type { Sentence } from "../model/finding";

/**
 * 指標の形 — how the figures of an indicator hang together, and so what its lines mean.
 *
 * uptake        value = numerator (takers) / denominator (eligible)
 * female-share  value = women / all
 * quantity      a single figure: a number of days, hours, people
 * distribution  parts by bucket that add up to a total
 * difference    parts for women and men, value = women − men
 * women-to-men  value = women's / men's, by employment, grade or years of service
 * text          words only
 */
export type IndicatorShape = "uptake" | "female-share" | "quantity" | "distribution" | "difference" | "women-to-men" | "text";

/** 見分ける特徴 — what a label says beside its topics when it means this indicator and not a plainer one of the same topics. */
export interface ToldBy {
  readonly measure?: Measure;
  /** `isImplied`: the subject itself states the length, so that labels may leave it out. */
  readonly threshold?: { readonly sides: readonly Threshold["side"][]; readonly days?: number; readonly unit?: "hours"; readonly isImplied?: true };
  /** 完全取得率, or the line of all the days the leave has. */
  readonly isFull?: true;
  /** One line for one section: 1年未満, 新規. */
  readonly isSection?: true;
  readonly isPerHead?: true;
  readonly per?: "month" | "year";
}

/** 指標 — one line of the catalogue: what defines it, how it is counted, which way is better. */
export interface Indicator {
  readonly id: string;
  readonly label: Sentence;
  readonly shape: IndicatorShape;
  readonly unit: Unit;
  /** up: more is better; down: less; full: 100 % is the end; neutral: no direction. */
  readonly direction: "up" | "down" | "full" | "neutral";
  /** Whether the figure speaks for a year, or for a day such as April 1. */
  readonly timing: "period" | "as-of";
  /** Features that define it: every topic is needed. */
  readonly topics: readonly Topic[];
  /** Features that tell it from plainer indicators of its topics; absent for the plain one. */
  readonly toldBy?: ToldBy;
  /** Whole labels for what no feature tells. */
  readonly labels: readonly string[];
  /** Whole labels of the lines it is counted from, where no feature tells them. */
  readonly numeratorLabels?: readonly string[];
  readonly denominatorLabels?: readonly string[];
  /** Who it can speak of; "male" for the leaves of fathers. Not put into groups by itself. */
  readonly population?: "male" | "female";
  /** The indicator of the same topic whose denominator serves here too (完全取得率 ← 取得率). */
  readonly sharesDenominatorWith?: string;
  /** Where the definition comes from, in words. */
  readonly source: string;
}
