/**
 * 軸 — rows or columns laid end to end, as running sums of their sizes.
 *
 * shape  `edges[i]` is where line i begins, `edges[count]` where the last one ends; a hidden line has no size
 * unit   CSS pixels
 */
export interface Axis {
  readonly edges: Float64Array;
}

/** 軸を作る — running sums of the sizes. */
export function makeAxis(sizes: ArrayLike<number>): Axis {
  const edges = new Float64Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i++) edges[i + 1] = edges[i]! + sizes[i]!;
  return { edges };
}

/** 本数 — how many lines the axis has. */
export function countLines(axis: Axis): number {
  return axis.edges.length - 1;
}

/** 位置 — where a line begins; past the end, where the last one ends. */
export function findEdge(axis: Axis, line: number): number {
  return axis.edges[Math.max(0, Math.min(line, countLines(axis)))] ?? 0;
}

/** 長さ — from the beginning of `first` to the end of `last`. */
export function measureSpan(axis: Axis, first: number, last: number): number {
  return findEdge(axis, last + 1) - findEdge(axis, first);
}

/**
 * 線を探す — the visible line that covers an offset.
 *
 * none  before the beginning the first line, past the end the last one
 */
export function findLine(axis: Axis, offset: number): number {
  let low = 0;
  let high = countLines(axis) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (axis.edges[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** 次の線 — the next line with a size in a direction, or the same line when there is none. */
export function findNextVisible(axis: Axis, from: number, step: 1 | -1): number {
  for (let line = from + step; line >= 0 && line < countLines(axis); line += step) if (measureSpan(axis, line, line) > 0) return line;
  return from;
}
