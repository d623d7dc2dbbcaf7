import type { Cell } from "../model/cell";
import type { CellMeaning } from "./cell-meaning";

/** 行の中のセル — a cell of a row with its reading and the columns and rows it spans. */
export interface RowCell {
  readonly cell: Cell;
  readonly meaning: CellMeaning;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Something is written in it. */
  readonly isFilled: boolean;
}

/** 表の数値か — a figure or a mark that can only be a figure of the body: not a year, not 1日 as a label. */
export function isBodyFigure(meaning: CellMeaning): boolean {
  if (meaning.kind === "mark") return true;
  return meaning.kind === "figure" && !meaning.isLabelFigure;
}
