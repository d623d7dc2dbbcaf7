import type { CellRange } from "../../model/cell";
import type { Edit } from "../../model/edit";
import { isInGrid } from "../compare-was";
import { splitRange } from "../group-marks";
import { joinRanges } from "../join-ranges";

/** セルの変更 — an edit that writes a cell. */
export type CellEdit = Extract<Edit, { kind: "set-cell" }>;
/** 印の変更 — an edit that sets marks or takes them away. */
export type MarkEdit = Extract<Edit, { kind: "mark" | "unmark" }>;
/** シートの変更 — an edit that brings a sheet of ours or takes it out. */
export type SheetEdit = Extract<Edit, { kind: "add-sheet" | "remove-sheet" }>;

/** シートごとの変更 — what one batch wants of one sheet. */
export interface SheetTargets {
  readonly name: string;
  readonly cells: CellEdit[];
  readonly marks: MarkEdit[];
}

/** 変更の仕分け — one batch by what it touches. */
export interface Targets {
  readonly sheets: readonly SheetTargets[];
  readonly sheetEdits: readonly SheetEdit[];
  /** The last word of the batch on our own data; undefined when it says nothing. */
  readonly ownData: string | null | undefined;
}

/** With more rectangles than this, neighbours are read together. */
const MOST_BLOCKS = 60;

/** 変更を仕分ける — by sheet, in the order sheets come up. */
export function sortTargets(edits: readonly Edit[]): Targets {
  const sheets = new Map<string, SheetTargets>();
  const sheetEdits: SheetEdit[] = [];
  let ownData: string | null | undefined;
  for (const edit of edits) {
    if (edit.kind === "set-own-data") ownData = edit.text;
    else if (edit.kind === "add-sheet" || edit.kind === "remove-sheet") sheetEdits.push(edit);
    else {
      let found = sheets.get(edit.sheet);
      if (!found) sheets.set(edit.sheet, (found = { name: edit.sheet, cells: [], marks: [] }));
      if (edit.kind === "set-cell") found.cells.push(edit);
      else found.marks.push(edit);
    }
  }
  return { sheets: [...sheets.values()], sheetEdits, ownData };
}

/** 読み直す区画 — rectangles that hold every cell to be written and every marked figure, few rather than exact. */
export function findBlocks({ cells, marks }: SheetTargets): CellRange[] {
  const last = marks.at(-1);
  const marked = last?.kind === "mark" ? last.numeric.flatMap(splitRange).map(({ top, left }) => cellRange(top, left)) : [];
  const exact = joinRanges([...cells.filter(isInGrid).map(({ row, col }) => cellRange(row, col)), ...marked]);
  return exact.length > MOST_BLOCKS ? bringTogether(exact) : exact;
}

/** 一セルの範囲 — the range of a single cell. */
export function cellRange(row: number, col: number): CellRange {
  return { top: row, left: col, bottom: row, right: col };
}

/** Neighbours go together while what comes along with them is not much more than they are. */
function bringTogether(ranges: readonly CellRange[]): CellRange[] {
  const sorted = [...ranges].sort((a, b) => a.top - b.top || a.left - b.left);
  const blocks: { range: CellRange; wanted: number }[] = [];
  for (const range of sorted) {
    const last = blocks.at(-1);
    const both = last && bound(last.range, range);
    const wanted = (last?.wanted ?? 0) + countCells(range);
    if (both && countCells(both) <= 8 * wanted + 400) blocks[blocks.length - 1] = { range: both, wanted };
    else blocks.push({ range, wanted: countCells(range) });
  }
  return blocks.map(({ range }) => range);
}

function bound(a: CellRange, b: CellRange): CellRange {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}

function countCells({ top, left, bottom, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1);
}
