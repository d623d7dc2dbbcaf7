import type { Cell, CellRange } from "../../model/cell";
import { readAddress } from "../../model/cell";
import type { XmlScanner } from "./xml-scanner";

/** 結合を読む — from the open tag of <mergeCells> to its close tag; sorted, and of two that overlap the first alone. */
export function findMerges(scanner: XmlScanner): CellRange[] {
  const depth = scanner.depth;
  const found: CellRange[] = [];
  while (scanner.nextChild(depth)) {
    const range = scanner.is("mergeCell") ? readRange(scanner.attribute("ref") ?? "") : undefined;
    if (range && (range.top < range.bottom || range.left < range.right)) found.push(range);
  }
  found.sort((a, b) => a.top - b.top || a.left - b.left);
  const kept: CellRange[] = [];
  // Those that reach down to the current row, from left to right; they do not overlap, so one search tells.
  let open: CellRange[] = [];
  let top = -1;
  for (const range of found) {
    if (range.top !== top) {
      top = range.top;
      open = open.filter((other) => other.bottom >= top);
    }
    const at = firstNotLeftOf(open, range.left);
    if (open[at] && open[at].left <= range.right) continue;
    open.splice(at, 0, range);
    kept.push(range);
  }
  return kept;
}

/**
 * 隠れたセルを除く — without the cells a merge covers: they may still hold something, but nobody sees it.
 *
 * shape  `cells` and `merges` sorted by row, then column
 */
export function leaveOutCovered(cells: Cell[], merges: readonly CellRange[]): Cell[] {
  if (merges.length === 0) return cells;
  let next = 0;
  let open: CellRange[] = [];
  let row = -1;
  return cells.filter((cell) => {
    if (cell.row !== row) {
      row = cell.row;
      open = open.filter((merge) => merge.bottom >= row);
      for (; next < merges.length && merges[next]!.top <= row; next++) {
        const merge = merges[next]!;
        if (merge.bottom >= row) open.splice(firstNotLeftOf(open, merge.left), 0, merge);
      }
    }
    const merge = open[firstNotLeftOf(open, cell.col)];
    return !merge || cell.col < merge.left || (cell.row === merge.top && cell.col === merge.left);
  });
}

/** Index of the first range that is not wholly to the left of a column. */
function firstNotLeftOf(ranges: readonly CellRange[], col: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.right < col) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * 範囲を読む — "A1:C3" or "B2" → the range; corners may be given in any order.
 *
 * none  undefined when the text is no range
 */
export function readRange(text: string): CellRange | undefined {
  const [first, last = first] = text.split(":");
  const one = readAddress(first ?? "");
  const other = readAddress(last ?? "");
  if (!one || !other) return undefined;
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.col, other.col),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.col, other.col),
  };
}
