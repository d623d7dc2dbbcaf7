import type { CellRange } from "../../model/cell";
import { HostRefusal } from "../host";
import { readAreas } from "./addresses";
import { ask, type Patience } from "./run-excel";

/** Excel tells no more merges at a time; a merge is told with the band its first cell lies in, so a band of as many cells is safe. */
const MOST_MERGES = 512;
/** Beyond this many bands the asking would cost more than the merges are worth. */
const MOST_BANDS = 2000;

/** 帯に分ける — a rectangle as bands of whole rows that cannot hold more merges than Excel tells at once. */
export function splitBands({ top, left, bottom, right }: CellRange): CellRange[] {
  const rows = Math.max(1, Math.floor(MOST_MERGES / (right - left + 1)));
  const bands: CellRange[] = [];
  for (let row = top; row <= bottom; row += rows) bands.push({ top: row, left, bottom: Math.min(row + rows - 1, bottom), right });
  return bands;
}

/**
 * 結合を帯ごとに読む — for sheets with more merges than Excel tells at once; one round trip for all of them.
 *
 * none    null for a sheet whose merges cannot be known: too large, or Excel does not tell them
 * errors  HostRefusal only while a cell is being edited
 */
export async function readMergesInBands(
  sheets: readonly { readonly id: string; readonly name: string }[],
  reach: readonly (CellRange | undefined)[],
  patience: Patience,
  signal?: AbortSignal,
): Promise<(CellRange[] | null)[]> {
  let left = MOST_BANDS;
  const bands = reach.map((range) => {
    const found = range ? splitBands(range) : [];
    if (found.length > left) return null;
    left -= found.length;
    return found;
  });
  try {
    return await ask(
      ({ workbook }) => {
        const asked = bands.map((found, index) =>
          found?.map(({ top, left: first, bottom, right }) => {
            const band = workbook.worksheets.getItem(sheets[index]!.id).getRangeByIndexes(top, first, bottom - top + 1, right - first + 1);
            const merged = band.untrack().getMergedAreasOrNullObject().untrack();
            merged.load("address");
            return merged;
          }),
        );
        return () =>
          asked.map((areas, index) => (areas ? leaveOutRepeated(areas.flatMap((merged) => (merged.isNullObject ? [] : readAreas(merged.address, sheets[index]!.name)))) : null));
      },
      patience,
      signal,
    );
  } catch (error) {
    if (!(error instanceof HostRefusal) || error.reason === "cell-being-edited") throw error;
    return reach.map(() => null);
  }
}

/** A merge over the edge of a band may be told with both. */
function leaveOutRepeated(merges: readonly CellRange[]): CellRange[] {
  return [...new Map(merges.map((merge) => [`${merge.top}:${merge.left}`, merge])).values()];
}
