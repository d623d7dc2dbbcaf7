import type { TableArea } from "./find-tables";
import type { SheetGrid } from "./sheet-grid";

const OF_WHOM = /^(?:対象(?:者|職員|範囲|群|部局)?|区分|性別|男女別?|職種|職員区分|部門|部局|所属|任命権者|機関|組織)$/;

/**
 * 行のことを言う列か — 単位, and 対象 or 任命権者 with nothing but words: it says of its row what a heading at the left would say.
 */
export function isOfRows(heading: string, grid: SheetGrid, { bodyRows }: TableArea, col: number): boolean {
  if (heading === "単位") return true;
  if (!OF_WHOM.test(heading)) return false;
  const shown = bodyRows.flatMap((row) => grid.shownAt(row, col) ?? []);
  return shown.length > 0 && shown.every(({ meaning }) => meaning.kind === "label" && meaning.text.length <= 20);
}
