import type { CellRange } from "./cell";
import type { NewSheet } from "./new-sheet";

/** 変更前 — what the cell held when it was read; a host writes only where this still holds. */
export interface Was {
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
}

/**
 * 変更 — a proposed change; only a host applies it, all of one list as one batch.
 *
 * shape  `formula` without "=" carries its computed `value`; `format` null keeps the cell's own number format
 */
export type Edit =
  | {
      readonly kind: "set-cell";
      readonly sheet: string;
      readonly row: number;
      readonly col: number;
      readonly was: Was;
      readonly formula: string | null;
      readonly value: string | number | boolean | null;
      readonly format: string | null;
    }
  /** One tagged conditional format of ours over these cells, replacing our earlier one on this sheet. */
  | { readonly kind: "mark"; readonly sheet: string; readonly ranges: readonly CellRange[]; readonly numeric: readonly CellRange[] }
  /** Takes out exactly our rules on this sheet. */
  | { readonly kind: "unmark"; readonly sheet: string }
  /** A new sheet of ours behind the last one; left alone and reported where its name is taken. */
  | { readonly kind: "add-sheet"; readonly sheet: NewSheet }
  /** Takes a sheet of ours out again, while its cells are what `was` (`fingerprintCells`) remembers. */
  | { readonly kind: "remove-sheet"; readonly sheet: string; readonly was: string }
  /** What we keep inside the workbook. */
  | { readonly kind: "set-own-data"; readonly text: string | null };

/** 印の範囲 — the cells our rules cover on one sheet. */
export interface MarkedCells {
  readonly ranges: readonly CellRange[];
  readonly numeric: readonly CellRange[];
}

/** 残した理由 — why an edit was left alone; "not-written" where a batch broke off before it. */
export type LeftReason = "changed" | "protected" | "part-of-array" | "merged" | "not-found" | "name-taken" | "not-written";

/**
 * 適用の結果 — what was written and what was left alone, and why; and what an undo has to give back.
 *
 * shape  in `refused`, `cell` is "" where marks as a whole were not written; `formats` are the number formats that written cells had before, by "sheet!A1", where another one was set;
 *        `marks` are the marks of ours that touched sheets had before, null where there was none
 */
export interface ApplyReport {
  readonly applied: number;
  readonly refused: readonly { readonly sheet: string; readonly cell: string; readonly reason: LeftReason }[];
  readonly formats?: { readonly [cell: string]: string };
  readonly marks?: { readonly [sheet: string]: MarkedCells | null };
}
