import type { Cell } from "../model/cell";
import type { Was } from "../model/edit";

/** 今の中身 — what a cell holds at the moment of writing. */
export interface Current extends Was {
  /** An error somebody typed: neither blank nor a value. */
  readonly isErrorAlone: boolean;
}

/** 今の中身にする — what is compared of a cell that was read. */
export function toCurrent(cell: Cell): Current {
  return { value: cell.value, formula: cell.formula ?? null, isErrorAlone: cell.error !== undefined && cell.formula === undefined };
}

/** 変わっていないか — does the cell still hold what it held when it was read? Undefined is a blank cell. */
export function holds(current: Current | undefined, was: Was): boolean {
  if (!current) return isBlank(was.value) && was.formula === null;
  if (current.isErrorAlone || current.formula !== was.formula) return false;
  return current.value === was.value || (isBlank(current.value) && isBlank(was.value));
}

/** もう同じか — does the cell hold already what is to be written? */
export function isSame(edit: Was, current: Current | undefined): boolean {
  if (!current) return isBlank(edit.value) && edit.formula === null;
  return !current.isErrorAlone && current.value === edit.value && current.formula === edit.formula;
}

/** 表の中か — is there such a cell in a worksheet at all? */
export function isInGrid({ row, col }: { readonly row: number; readonly col: number }): boolean {
  return Number.isInteger(row) && Number.isInteger(col) && row >= 0 && row < 1048576 && col >= 0 && col < 16384;
}

function isBlank(value: Was["value"]): boolean {
  return value === null || value === "";
}
