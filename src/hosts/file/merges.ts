import { readAddress, type CellRange } from "../../model/cell";
import { firstNotLeftOf } from "../covered-cells";
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
