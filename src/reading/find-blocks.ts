import type { CellRange } from "../model/cell";
import type { SheetGrid } from "./sheet-grid";

/** Columns of one row that are filled without a gap, and the region they belong to. */
interface Span {
  readonly left: number;
  right: number;
  readonly of: number;
}

/**
 * 区画を見つける — regions of cells that touch each other, also across a corner; a lone cell inside another region's
 * rectangle belongs to it (a figure among cells still to be filled).
 *
 * shape  rectangles in reading order; linear in cells
 */
export function findBlocks(grid: SheetGrid): readonly CellRange[] {
  const parent: number[] = [];
  const boxes: { top: number; left: number; bottom: number; right: number }[] = [];
  const rootOf = (id: number): number => {
    let root = id;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[id] !== root) [parent[id], id] = [root, parent[id]!];
    return root;
  };
  const join = (a: number, b: number): void => {
    const [into, from] = [rootOf(a), rootOf(b)];
    if (into === from) return;
    parent[from] = into;
    const [box, other] = [boxes[into]!, boxes[from]!];
    box.top = Math.min(box.top, other.top);
    box.left = Math.min(box.left, other.left);
    box.bottom = Math.max(box.bottom, other.bottom);
    box.right = Math.max(box.right, other.right);
  };

  let above: readonly Span[] = [];
  let aboveRow = -2;
  let hanging: (Span & { readonly until: number })[] = [];
  const rows = [...grid.filledRows];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    // A tall merge keeps its columns occupied in rows that have no cell of their own.
    const spans: Span[] = hanging.filter((span) => span.until >= row);
    hanging = hanging.filter((span) => span.until > row);
    let plain: Span | undefined;
    for (const { left: col } of grid.row(row)) {
      const merge = grid.mergeAt(row, col);
      // Plain cells beside each other are one span, however many they are.
      if (!merge && plain?.right === col - 1) {
        plain.right = boxes[plain.of]!.right = col;
        continue;
      }
      if (merge && (merge.top !== row || merge.left !== col)) continue;
      const of = parent.push(parent.length) - 1;
      const span: Span = { left: col, right: merge?.right ?? col, of };
      boxes.push({ top: row, left: col, bottom: merge?.bottom ?? row, right: span.right });
      spans.push(span);
      plain = merge ? undefined : span;
      if (merge && merge.bottom > row) hanging.push({ ...span, until: merge.bottom });
    }
    spans.sort((a, b) => a.left - b.left);
    for (let s = 1; s < spans.length; s++) if (spans[s]!.left <= spans[s - 1]!.right + 1) join(spans[s - 1]!.of, spans[s]!.of);
    if (aboveRow === row - 1) {
      let first = 0;
      for (const span of spans) {
        while (first < above.length && above[first]!.right < span.left - 1) first++;
        for (let a = first; a < above.length && above[a]!.left <= span.right + 1; a++) join(above[a]!.of, span.of);
      }
    }
    above = spans;
    aboveRow = row;
  }

  absorbEnclosed(parent, boxes, rootOf, join);
  return parent.flatMap((root, id) => (root === id ? [boxes[id]!] : [])).sort((a, b) => a.top - b.top || a.left - b.left);
}

/** More open rectangles than this on one row means a scatter, not tables. */
const MOST_OPEN = 64;

function absorbEnclosed(
  parent: readonly number[],
  boxes: readonly { top: number; left: number; bottom: number; right: number }[],
  rootOf: (id: number) => number,
  join: (a: number, b: number) => void,
): void {
  for (let changed = true, round = 0; changed && round < 4; round++) {
    changed = false;
    const roots = parent.flatMap((root, id) => (root === id ? [id] : [])).sort((a, b) => boxes[a]!.top - boxes[b]!.top);
    let open: number[] = [];
    for (const id of roots) {
      if (rootOf(id) !== id) continue;
      const box = boxes[id]!;
      open = [...new Set(open.map(rootOf))].filter((other) => other !== id && boxes[other]!.bottom >= box.top);
      if (open.length > MOST_OPEN) open = open.slice(-MOST_OPEN);
      for (const other of open) {
        const around = boxes[rootOf(other)]!;
        if (rootOf(other) !== rootOf(id) && around.left <= box.right && around.right >= box.left && around.top <= box.bottom && around.bottom >= box.top) {
          join(other, id);
          changed = true;
        }
      }
      open.push(rootOf(id));
    }
  }
}
