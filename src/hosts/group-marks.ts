import type { CellRange } from "../model/cell";
import type { MarkedCells } from "../model/edit";
import { joinRanges } from "./join-ranges";
import { MARKED_TEXT, writeMarkedFormat } from "./mark";

/** 印の組 — cells that are marked with one number format: one rule for each. */
export interface MarkGroup {
  readonly code: string;
  readonly ranges: readonly CellRange[];
}

/** Ranges of more cells take the number format of their first one: no reader makes such marks. */
const LARGEST_SPLIT = 4096;

/**
 * 印を組にする — the rules for these cells, since the symbol stands in front of the cell's own format.
 *
 * shape  the same cells give the same rules in the same order, however their ranges are cut: an undo finds the way back
 */
export function groupMarks({ ranges, numeric }: MarkedCells, formatOf: (row: number, col: number) => string): MarkGroup[] {
  const isNumeric = new Set(numeric.flatMap(splitRange).map(({ top, left }) => `${top}:${left}`));
  const groups = new Map<string, CellRange[]>();
  for (const range of ranges.flatMap(splitRange)) {
    const { top, left } = range;
    const code = isNumeric.has(`${top}:${left}`) ? writeMarkedFormat(formatOf(top, left)) : MARKED_TEXT;
    const group = groups.get(code);
    if (group) group.push(range);
    else groups.set(code, [range]);
  }
  return [...groups].map(([code, group]) => ({ code, ranges: joinRanges(group) })).sort(({ ranges: [a] }, { ranges: [b] }) => a!.top - b!.top || a!.left - b!.left);
}

/** 一セルずつに分ける — a range as its single cells; a very large one stays whole. */
export function splitRange(range: CellRange): CellRange[] {
  const { top, left, bottom, right } = range;
  if ((bottom - top + 1) * (right - left + 1) > LARGEST_SPLIT) return [range];
  const cells: CellRange[] = [];
  for (let row = top; row <= bottom; row++) for (let col = left; col <= right; col++) cells.push({ top: row, left: col, bottom: row, right: col });
  return cells;
}
