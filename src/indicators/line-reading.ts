import type { Unit } from "../model/figure";
import type { Measure, Role } from "../model/observation";
import type { LabelFeatures } from "../notation/label-features";
import type { Indicator } from "./indicator";

/** 手がかり — what the figures and the table tell beside the words. */
export interface ResolveHints {
  /** The unit written with the figures. */
  readonly unit?: Unit;
  /** The figure stands in the column or row of a month. */
  readonly month?: boolean;
  /** The figure stands in the total column of a table of months. */
  readonly isTotalColumn?: boolean;
  /** How many days the leave has, where a setting or another line says so. */
  readonly limitDays?: number;
  /** The table has a line of the eligible, so that 新規取得者数 is what a rate is counted from. */
  readonly hasEligible?: boolean;
}

/** 行の読み — what one indicator makes of a line. */
export interface LineReading {
  readonly role: Role;
  readonly measure: Measure;
  readonly confidence: number;
  /** The words of the section, for lines that state one. */
  readonly bucket?: string;
  /** The sex is part of what the indicator says, not a group: 女性 in a share of women. */
  readonly dropsSex?: boolean;
}

/** 行のまわり — what indicators of one topic are shown of a line. */
export interface LineContext {
  readonly features: LabelFeatures;
  readonly hints: ResolveHints;
  /** The indicators of the same topics. */
  readonly kin: readonly Indicator[];
}
