/** 値の状態 — nothing is ever coerced to 0. */
export type FigureState = "value" | "not-applicable" | "unknown" | "suppressed" | "blank" | "unreadable";

/** 単位 — the public names. Rates are ratios (87.5% = 0.875); years with months are decimal years. */
export type Unit = "ratio" | "people" | "days" | "hours" | "years" | "cases" | "points";

/**
 * 数値 — one figure as written in a cell or a part of it.
 *
 * shape  `value` is null unless `state` is "value"
 * unit   null when nothing is written; `value` of a percent is a ratio
 */
export interface Figure {
  readonly state: FigureState;
  readonly value: number | null;
  readonly unit: Unit | null;
  /** Size of the last digit shown, in the unit of `value` (87.5% → 0.001; 12 → 1; null when not a value). */
  readonly step: number | null;
  /** 約… */
  readonly isApproximate: boolean;
  /** Which of several figures in one cell: "7人/8人" is numerator and denominator, "100%（1人/1人）" all three. */
  readonly part: "value" | "numerator" | "denominator" | "previous";
  /** "monthly" for 0人(月), "yearly" for 0人(年) and …/年 when the cell itself says so. */
  readonly per?: "month" | "year" | "person";
  /** The piece of text it was read from. */
  readonly text: string;
  /** Words in the cell beside the figure: 取得率, 平均取得日数, 全体, 申請者 …; "" when none. */
  readonly words: string;
  /** The as-of note inside the cell, (R4.4.1現在), raw text. */
  readonly periodText?: string;
  /** Comparison words inside what should be an actual: 以上, 以内, 促進 …. */
  readonly targetWords?: string;
  /** For days with hours, 9日と3時間: the two parts. */
  readonly days?: { readonly days: number; readonly hours: number; readonly minutes: number };
  /** Footnote marks taken off: ※, *1), ※共通目標 …. */
  readonly marks?: string;
  /** ▲ or △ as written before the number. */
  readonly sign?: "▲" | "△" | "-" | "+";
}

/** 値のない数値 — a figure that states nothing but why it is not there. */
export function absentFigure(state: Exclude<FigureState, "value">, text: string): Figure {
  return { state, value: null, unit: null, step: null, isApproximate: false, part: "value", text, words: "" };
}
