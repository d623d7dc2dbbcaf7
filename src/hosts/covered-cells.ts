import type { Cell, CellRange } from "../model/cell";

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

/** 左にない最初の範囲 — index of the first range that is not wholly to the left of a column; the ranges do not overlap. */
export function firstNotLeftOf(ranges: readonly CellRange[], col: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.right < col) low = middle + 1;
    else high = middle;
  }
  return low;
}
