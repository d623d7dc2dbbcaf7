import { writeRange } from "../../model/cell";
import { HostRefusal } from "../host";
import type { SheetBlock } from "./assemble-workbook";
import { BATCH_BYTES, BYTES_PER_CELL, takeBatch, weighCells, type Piece } from "./payload";
import { askTexts, findDoubtful, takeDoubtful, type Doubtful } from "./read-doubtful";
import { askHidden, BYTES_PER_LINE, planHidden, takeHidden } from "./read-hidden";
import type { Layouts, SheetFacts } from "./read-layouts";
import type { PartsListener } from "./parts-listener";
import { refuseLargeSheet, refuseNoValues } from "./refusals";
import { ask, type Patience } from "./run-excel";

/** Excel gives no more cells of a range, and an engine needs no more. */
const MOST_CELLS = 5_000_000;
/** An answer of this size is not halved any more. unit bytes */
const SMALLEST_BATCH = 32 * 1024;

/** 広すぎるブックを断る — before the first cell is asked for. @throws HostRefusal that names the widest sheet */
export function refuseTooMany(sheets: readonly SheetFacts[], extents: Layouts["extents"]): void {
  let all = 0;
  let widest = { cells: 0, index: 0 };
  extents.forEach((extent, index) => {
    const cells = extent ? extent.rows * extent.cols : 0;
    all += cells;
    if (cells > widest.cells) widest = { cells, index };
  });
  if (all > MOST_CELLS) throw refuseLargeSheet(sheets[widest.index]!.name, reachOf(extents[widest.index]!), widest.cells);
}

/**
 * セルを読む — in batches that weigh less than Excel on the web gives at once; hidden rows and columns come along with them.
 *
 * errors  HostRefusal; the reason of the signal when it ends the reading
 */
export async function readCells(
  sheets: readonly SheetFacts[],
  { extents, merges }: Pick<Layouts, "extents" | "merges">,
  patience: Patience,
  { onPart, progress, signal }: PartsListener,
): Promise<void> {
  const ids = sheets.map(({ id }) => id);
  const queue: Piece[] = extents.flatMap((extent, sheet) => (extent ? [{ sheet, top: extent.top, left: extent.left, rows: extent.rows, cols: extent.cols }] : []));
  const { hidden, queue: lines } = planHidden(extents);
  const all = countCells(queue);
  let perCell = BYTES_PER_CELL;
  let budget = BATCH_BYTES;
  let read = 0;
  let refused: HostRefusal | undefined;
  const doubtful: Doubtful[] = [];
  while (queue.length > 0 || lines.length > 0 || doubtful.length > 0) {
    const before = [...queue];
    const beforeLines = [...lines];
    const beforeDoubtful = [...doubtful];
    const asked = takeHidden(lines);
    const askedTexts = takeDoubtful(doubtful);
    const batch = takeBatch(queue, perCell, budget - asked.reduce((sum, { count }) => sum + count * BYTES_PER_LINE, 0));
    try {
      const answer = await ask(
        (context) => {
          const found = askHidden(context, ids, asked);
          const texts = askTexts(context, ids, askedTexts);
          const blocks = askBlocks(context, sheets, batch);
          return () => ({ found: found(), texts: texts(), blocks: blocks() });
        },
        patience,
        signal,
      );
      for (const { piece, lines: some } of answer.found) for (const line of some) hidden[piece.sheet]![piece.axis === "rows" ? "hiddenRows" : "hiddenCols"].push(line);
      for (const part of answer.texts) onPart(part);
      for (const block of answer.blocks) {
        onPart(block);
        doubtful.push(...findDoubtful(block));
      }
      perCell = weighCells(answer.blocks) ?? perCell;
      // What was halved for a wrong estimate is whole again with a right one.
      budget = BATCH_BYTES;
      refused = undefined;
      read += countCells(batch);
      progress?.(0.05 + 0.95 * (all === 0 ? 1 : read / all));
    } catch (error) {
      if (!(error instanceof HostRefusal) || error.reason !== "too-large") throw error;
      // What was asked at first says more than the last piece of it.
      refused ??= error;
      if (budget <= SMALLEST_BATCH || batch.length === 0) throw refused;
      queue.splice(0, queue.length, ...before);
      lines.splice(0, lines.length, ...beforeLines);
      doubtful.splice(0, doubtful.length, ...beforeDoubtful);
      budget = Math.ceil(Math.min(budget, countCells(batch) * perCell) / 2);
    }
  }
  sheets.forEach((_, sheet) => onPart({ kind: "layout", sheet, merges: merges[sheet] ?? [], ...hidden[sheet]! }));
}

function countCells(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { rows, cols }) => sum + rows * cols, 0);
}

function askBlocks({ workbook }: Excel.RequestContext, sheets: readonly SheetFacts[], batch: readonly Piece[]): () => SheetBlock[] {
  const asked = batch.map(({ sheet, top, left, rows, cols }) => {
    const range = workbook.worksheets.getItem(sheets[sheet]!.id).getRangeByIndexes(top, left, rows, cols).untrack();
    range.load("values,formulas,numberFormat");
    return range;
  });
  return () =>
    asked.map(({ values, formulas, numberFormat: formats }, index) => {
      const { sheet, top, left, rows, cols } = batch[index]!;
      // Beyond its limits Excel may answer without an error, and without values.
      if (!isWhole(values) || !isWhole(formulas) || !isWhole(formats)) throw refuseNoValues(sheets[sheet]!.name, reachOf({ top, left, rows, cols }));
      return { kind: "block", sheet, top, left, values, formulas, formats };
    });
}

function reachOf({ top, left, rows, cols }: Pick<Piece, "top" | "left" | "rows" | "cols">): string {
  return writeRange({ top, left, bottom: top + rows - 1, right: left + cols - 1 });
}

function isWhole(grid: unknown): grid is unknown[][] {
  return Array.isArray(grid);
}
