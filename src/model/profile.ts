import type { FiscalYear } from "./period";
import type { Place } from "./cell";

/** 設定 — what an organisation may decide; every field has a default (`defaultProfile`). */
export interface Profile {
  readonly schema: 1;
  /** 1日の勤務時間. unit hours; 7:45 = 7.75 */
  readonly hoursPerDay: number;
  /** 年次有給休暇の集計期間. */
  readonly leaveYear: "fiscal" | "calendar";
  /** 4月1日現在の値の扱い: speaks for the fiscal year before, or the one it opens. */
  readonly asOfSpeaksFor: "previous-year" | "same-year";
  /** 管理職の範囲: grade names; null = inferred where the figures tell. */
  readonly managerGrades: readonly string[] | null;
  /** 期限の書かれていない数値目標の判定時期. */
  readonly undatedTarget: "every-year" | "final-year";
  /** △の意味. */
  readonly triangle: "decrease" | "increase";
  /** 端数処理. */
  readonly rounding: "half-up" | "down" | "up";
  /** 配偶者出産休暇の上限日数; null = as the headings say. */
  readonly spouseBirthLeaveDays: number | null;
  /** 公表で伏せる人数: fewer people than this are withheld in a copy for the public. */
  readonly smallNumber: number;
  /** Optional checks switched on, or checks switched off, by id. */
  readonly checks: { readonly [id: string]: boolean };
  /** 自組織の指標, in the shape of `indicators/indicator.ts`. */
  readonly indicators: readonly OwnIndicator[];
  /** Corrections of the reading, by heading words. */
  readonly corrections: readonly ReadingCorrection[];
  readonly accepted: readonly AcceptedReason[];
}

/** 自組織の指標 — an indicator the catalogue has not, known by its labels. */
export interface OwnIndicator {
  readonly id: string;
  readonly label: string;
  readonly labels: readonly string[];
  readonly unit: "ratio" | "people" | "days" | "hours" | "years" | "cases" | "points";
  readonly direction: "up" | "down" | "neutral";
  readonly numerator?: readonly string[];
  readonly denominator?: readonly string[];
}

/**
 * 読み取りの訂正 — features for a heading, never for a cell address: rows may move and next year's sheet keeps them.
 *
 * shape  `heading` is a heading of a row or a column, a caption, or the name of a sheet; years in it and in `sheet` and
 *        `caption` do not count, unless `year` says what a heading's own year is
 */
export interface ReadingCorrection {
  /** null: on every sheet. */
  readonly sheet: string | null;
  readonly heading: string;
  /** Only where this heading crosses the other one: 取得率 under 男性; "" only where it crosses none that says more than a time. */
  readonly beside?: string;
  /** Only in tables below this caption. */
  readonly caption?: string;
  readonly indicator?: string;
  readonly role?: "value" | "numerator" | "denominator" | "part" | "target" | "ignore";
  /** "all": men and women together. */
  readonly sex?: "male" | "female" | "all";
  /** The year of the heading itself; a heading of a day keeps its day. */
  readonly year?: FiscalYear;
  /** How the targets of this heading are held against the actuals; "reference": it is not the organisation's own. */
  readonly target?: "at-least" | "at-most" | "direction-only" | "reference";
}

/** 確認済みの理由 — why a finding is right as it stands, for as long as its figures stand. */
export interface AcceptedReason {
  readonly check: string;
  readonly at: Place;
  readonly reason: string;
  /** The figures as they were; the reason holds while they do. */
  readonly figures: string;
  /** Fiscal year in which it was accepted: in a later one the question is asked again. */
  readonly year?: number;
}

/** 既定の設定 — what holds where an organisation has decided nothing. */
export const defaultProfile: Profile = {
  schema: 1,
  hoursPerDay: 7.75,
  leaveYear: "fiscal",
  asOfSpeaksFor: "previous-year",
  managerGrades: null,
  undatedTarget: "every-year",
  triangle: "decrease",
  rounding: "half-up",
  spouseBirthLeaveDays: null,
  smallNumber: 3,
  checks: {},
  indicators: [],
  corrections: [],
  accepted: [],
};
