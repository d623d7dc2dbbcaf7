import type { CellStyle } from "../hosts/file/cell-styles";
import type { CellRange } from "../model/cell";

/** セル — what the grid shows of one cell. */
export interface ShownCell {
  readonly row: number;
  readonly col: number;
  readonly text: string;
  readonly kind: "number" | "text" | "boolean" | "error" | "empty";
  /** Number of its style in `SheetShape.styles`; -1 for none. */
  readonly style: number;
  readonly formula?: string;
  /** Carries our mark of a missed target. */
  readonly isMarked?: boolean;
}

/** 結合 — a merged range with its anchor's cell, so that it can be drawn when the anchor is far away. */
export interface ShownMerge {
  readonly range: CellRange;
  readonly cell: ShownCell;
  /** Borders its last cells bring; those of the anchor stand in its own style. */
  readonly right?: string;
  readonly bottom?: string;
}

/** 区画 — the cells of one block of the sheet; merges are those that touch the block. */
export interface Tile {
  readonly cells: readonly ShownCell[];
  readonly merges: readonly ShownMerge[];
}

/** 区画の行数 — rows of one block. */
export const tileRows = 64;
/** 区画の列数 — columns of one block. */
export const tileCols = 32;

/** シートの形 — everything of a sheet but its cells. */
export interface SheetShape {
  readonly name: string;
  /** Heights and widths; 0 when hidden. unit CSS pixels */
  readonly rows: Float64Array;
  readonly cols: Float64Array;
  readonly usedRows: number;
  readonly usedCols: number;
  readonly frozenRows: number;
  readonly frozenCols: number;
  readonly hasGridLines: boolean;
  readonly styles: readonly CellStyle[];
  readonly charts: number;
  readonly images: number;
}

/** シートの見出し — one tab under the grid. */
export interface SheetTab {
  readonly name: string;
  readonly isHidden: boolean;
  readonly isProtected: boolean;
}

/** 下書き — what a cell would say after a fill is applied. */
export interface Ghost {
  readonly row: number;
  readonly col: number;
  readonly text: string;
}
