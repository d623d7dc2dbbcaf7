import type { CellRange } from "./cell";

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
      readonly value: string | number | null;
      readonly format: string | null;
    }
  /** One tagged conditional format of ours over these cells, replacing our earlier one on this sheet. */
  | { readonly kind: "mark"; readonly sheet: string; readonly ranges: readonly CellRange[]; readonly numeric: readonly CellRange[] }
  /** Takes out exactly our rules on this sheet. */
  | { readonly kind: "unmark"; readonly sheet: string }
  /** What we keep inside the workbook. */
  | { readonly kind: "set-own-data"; readonly text: string | null };

/** 適用の結果 — what was written and what was left alone, and why. */
export interface ApplyReport {
  readonly applied: number;
  readonly refused: readonly { readonly sheet: string; readonly cell: string; readonly reason: "changed" | "protected" | "part-of-array" | "merged" | "not-found" }[];
}
