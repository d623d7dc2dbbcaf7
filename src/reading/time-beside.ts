import type { LinedTable } from "./lined-table";

/** 添えられた時期 — the text of 時期, 達成年度 at the right of a figure, or under it: when it is due, or when it was. */
export function findTimeBeside({ grid, outline, rows, cols, hasDeadlines }: LinedTable, row: number, col: number): string | undefined {
  if (!hasDeadlines) return undefined;
  const textAt = (r: number, c: number): string | undefined => {
    const cell = grid.shownAt(r, c)?.cell;
    return typeof cell?.value === "string" ? cell.value : cell?.text;
  };
  for (let next = col + 1; next <= Math.min(col + 2, outline.shape.right); next++) {
    const role = cols.get(next)?.role;
    if (role === "deadline") return textAt(row, next);
    // Another figure of its own begins here.
    if (role === "actual" || role === "baseline" || role === "target") break;
  }
  return rows.get(row + 1)?.role === "deadline" ? textAt(row + 1, col) : undefined;
}

/** 期限が添えられたか — 達成年度, 期限 at the right of a figure is when a target is due, not when the figure was. */
export function hasDueBeside({ dueCols }: LinedTable, col: number): boolean {
  return dueCols.has(col + 1) || dueCols.has(col + 2);
}
