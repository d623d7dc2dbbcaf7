import { cellKey } from "../cell-key";
import { writeAddress, type CellRange } from "../../model/cell";
import type { ApplyReport, LeftReason } from "../../model/edit";
import { holds, isInGrid, isSame } from "../compare-was";
import type { CellNow, SheetNow } from "./sheet-now";
import { type CellEdit, type SheetTargets } from "./targets";

/** 書き込み — what one cell is to hold, and how it gets there. */
export interface CellWrite {
  readonly row: number;
  readonly col: number;
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
  /** Its number format as it was, and as it is to be. */
  readonly formatBefore: string;
  readonly format: string;
  /** Only the number format changes. */
  readonly isFormatOnly: boolean;
}

/** 選ばれた変更 — what is written on one sheet, and what is left alone and why. */
export interface ChosenWrites {
  readonly name: string;
  readonly now: SheetNow | null;
  readonly writes: readonly CellWrite[];
  readonly applied: number;
  readonly refused: ApplyReport["refused"];
  /** Number formats that written cells had before, where they get another one. */
  readonly formats: { readonly [cell: string]: string };
  /** Marks may be written too: the sheet is there and not protected. */
  readonly mayMark: boolean;
}

/** 書くものを選ぶ — compares every cell with what it held when it was read, as every host does. */
export function chooseWrites({ name, cells, marks }: SheetTargets, now: SheetNow | null): ChosenWrites {
  const closedReason: LeftReason | undefined = !now ? "not-found" : now.isProtected ? "protected" : undefined;
  if (!now || closedReason) {
    const refused = [...cells.map(cellOf), ...marks.map((edit) => markedCell(edit.kind === "mark" ? edit.ranges[0] : undefined))];
    return { name, now, writes: [], applied: 0, refused: refused.map((cell) => ({ sheet: name, cell, reason: closedReason! })), formats: {}, mayMark: false };
  }
  const current = new Map<number, CellNow>(now.cells);
  const writes = new Map<number, CellWrite>();
  const refused: { sheet: string; cell: string; reason: LeftReason }[] = [];
  const formats: { [cell: string]: string } = {};
  let applied = 0;
  for (const edit of cells) {
    const key = cellKey(edit.row, edit.col);
    const held = current.get(key);
    const reason = findReason(edit, held, now);
    if (reason || !held) {
      refused.push({ sheet: name, cell: cellOf(edit), reason: reason ?? "not-found" });
      continue;
    }
    applied++;
    const format = edit.format ?? held.format;
    const hasFormat = format !== held.format;
    if (!hasFormat && isSame(edit, held)) continue;
    const original = now.cells.get(key)!;
    const place = `${name}!${cellOf(edit)}`;
    if (format !== original.format) formats[place] = original.format;
    else delete formats[place];
    const value = edit.formula === null && edit.value === "" ? null : edit.value;
    const isFormatOnly = isSame({ value, formula: edit.formula }, held) && (writes.get(key)?.isFormatOnly ?? true);
    writes.set(key, { row: edit.row, col: edit.col, value, formula: edit.formula, formatBefore: original.format, format, isFormatOnly });
    current.set(key, { value, formula: edit.formula, isErrorAlone: false, format });
  }
  return { name, now: { ...now, cells: current }, writes: [...writes.values()], applied, refused, formats, mayMark: true };
}

/** 印の先頭のセル — the cell an edit of marks is reported at. */
function markedCell(first: CellRange | undefined): string {
  return first ? writeAddress(first.top, first.left) : "A1";
}

function cellOf({ row, col }: CellEdit): string {
  return writeAddress(Math.max(row, 0), Math.max(col, 0));
}

function findReason(edit: CellEdit, held: CellNow | undefined, { merges, closed }: SheetNow): LeftReason | undefined {
  if (!isInGrid(edit)) return "not-found";
  const merge = merges.find((range) => contains(range, edit));
  if (merge && (merge.top !== edit.row || merge.left !== edit.col)) return "merged";
  if (closed.some((range) => contains(range, edit))) return "part-of-array";
  return holds(held, edit.was) ? undefined : "changed";
}

function contains({ top, left, bottom, right }: CellRange, { row, col }: { readonly row: number; readonly col: number }): boolean {
  return row >= top && row <= bottom && col >= left && col <= right;
}
