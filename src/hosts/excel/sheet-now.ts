import type { CellRange } from "../../model/cell";
import type { Current } from "../compare-was";

/** 今のセル — what a cell holds at the moment of writing, and its number format. */
export interface CellNow extends Current {
  readonly format: string;
}

/** 自分の規則 — a conditional format of ours, as it stands. */
export interface OwnRule {
  readonly id: string;
  readonly numberFormat: string;
}

/** 今のシート — what was read again of a sheet before it is written. */
export interface SheetNow {
  readonly id: string;
  readonly isProtected: boolean;
  /** Every cell that was asked for, blank ones too, by `cellKey`. */
  readonly cells: ReadonlyMap<number, CellNow>;
  /** None where Excel did not tell: then nothing is refused for them. */
  readonly merges: readonly CellRange[];
  /** Cells that a spilled or array formula, a table's headings or a pivot table holds. */
  readonly closed: readonly CellRange[];
  readonly ownRules: readonly OwnRule[];
  /** Rules by a formula that have none yet: nobody's, or left half made. */
  readonly unsetRules: readonly string[];
  readonly rules: number;
}
