import type { Piece, TableArea } from "./find-tables";

/** Rows this far below a table still belong under its headings, when they have none of their own. */
const WIDEST_GAP = 3;

/** 続きの表をつなぐ — a block without headings under a table of the same columns goes on with it, past the empty row between. */
export function joinHeadless(pieces: readonly Piece[]): readonly Piece[] {
  const tables = pieces.filter((piece) => piece.kind === "table").sort((a, b) => a.range.top - b.range.top);
  const texts = pieces.filter((piece) => piece.kind === "text");
  const joined = new Map<TableArea, TableArea>();
  let above: TableArea | undefined;
  for (const table of tables) {
    const { top, left, right } = table.range;
    const isBelow =
      above !== undefined &&
      top > above.range.bottom &&
      top - above.range.bottom <= WIDEST_GAP &&
      left >= above.range.left &&
      right <= above.range.right &&
      left <= above.range.left + 1 &&
      // A label with its figure alone is a statement of its own, not a line of a wide table.
      (right - left + 1) * 2 > above.range.right - above.range.left + 1;
    const isApart = isBelow && texts.some((text) => text.row > above!.range.bottom && text.row < top && !text.isNote);
    if (above && isBelow && !isApart && table.headerRows.length === 0 && above.headerRows.length > 0) {
      const going = { ...table, headerRows: above.headerRows, range: { ...table.range, left: above.range.left, right: above.range.right }, continuesAbove: true };
      joined.set(table, going);
      above = going;
    } else above = table;
  }
  return pieces.map((piece) => (piece.kind === "table" ? (joined.get(piece) ?? piece) : piece));
}
