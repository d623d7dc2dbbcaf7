import type { Cell, CellRange } from "./cell";

/** ブック — everything the engine may know of a workbook, whichever host read it. */
export interface Workbook {
  /** File or document name, for people. */
  readonly name: string;
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  /** What we ourselves keep inside the workbook (profile, accepted reasons, journal), as text; null when nothing. */
  readonly ownData: string | null;
}

/**
 * シート — the cells that are not empty, in reading order.
 *
 * shape  `cells` sorted by row, then column; merges do not overlap
 */
export interface Sheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  readonly isProtected: boolean;
  readonly cells: readonly Cell[];
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenCols: ReadonlySet<number>;
  /** Column widths and row heights are the hosts' business; the engine reads meaning only. */
}
