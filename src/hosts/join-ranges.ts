import type { CellRange } from "../model/cell";

/** 範囲にまとめる — the same cells as fewer ranges: side by side along rows first, then what is equally wide one under the other. */
export function joinRanges(ranges: readonly CellRange[]): CellRange[] {
  const sorted = ranges.map((range) => ({ ...range })).sort((a, b) => a.top - b.top || a.bottom - b.bottom || a.left - b.left);
  const runs: typeof sorted = [];
  for (const range of sorted) {
    const last = runs.at(-1);
    if (last && last.top === range.top && last.bottom === range.bottom && range.left <= last.right + 1) last.right = Math.max(last.right, range.right);
    else runs.push(range);
  }
  const open = new Map<string, (typeof runs)[number]>();
  const joined: CellRange[] = [];
  for (const run of runs) {
    const key = `${run.left}:${run.right}`;
    const above = open.get(key);
    if (above && above.bottom + 1 === run.top) above.bottom = run.bottom;
    else {
      open.set(key, run);
      joined.push(run);
    }
  }
  return joined;
}
