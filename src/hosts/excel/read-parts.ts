import type { PartsListener } from "./parts-listener";
import { readCells, refuseTooMany } from "./read-cells";
import { askFacts, askLayouts } from "./read-layouts";
import { ask, type Patience } from "./run-excel";

/**
 * ブックを部分に分けて読む — in round trips that count by payload alone: what there is, how far it reaches, then the cells in batches.
 *
 * shape   what Excel could not tell is named in the answer; the cells are whole all the same
 * errors  HostRefusal; the reason of the signal when it ends the reading
 */
export async function readParts(patience: Patience, { onPart, progress, signal }: PartsListener): Promise<{ readonly withoutMerges: readonly string[] }> {
  const first = await ask(askFacts, patience, signal);
  progress?.(0.02);
  const second = await askLayouts(first.sheets, first.ownData, patience, signal);
  progress?.(0.05);
  const { sheets } = first;
  const { extents, merges } = second;
  refuseTooMany(sheets, extents);
  onPart({
    kind: "workbook",
    name: first.name,
    date1904: first.date1904,
    ownData: second.ownData,
    sheets: sheets.map(({ name, visibility, isProtected }) => ({ name, visibility, isProtected })),
  });
  await readCells(sheets, { extents, merges }, patience, { onPart, progress, signal });
  progress?.(1);
  return { withoutMerges: sheets.flatMap(({ name }, index) => (merges[index] ? [] : [name])) };
}
