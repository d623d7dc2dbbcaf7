import type { Extent } from "./read-layouts";

/** 隠れた行や列の求め — a run of rows or columns of which some may be hidden. */
export interface HiddenPiece {
  readonly sheet: number;
  readonly axis: "rows" | "cols";
  readonly from: number;
  readonly count: number;
}

/** 隠れた行と列 — of one sheet. */
export interface Hidden {
  readonly hiddenRows: number[];
  readonly hiddenCols: number[];
}

/** 一行の重さ — what Excel's answer weighs for one row or column. unit bytes */
export const BYTES_PER_LINE = 30;
/** So many rows and columns are asked along with one batch of cells. */
const MOST_LINES = 30_000;

/**
 * 隠れた行と列を調べる — what is known from the extents already, and what has still to be asked.
 *
 * shape  each row is asked only where some are hidden and some are not; above and left of the used range nothing is known
 */
export function planHidden(extents: readonly (Extent | undefined)[]): { readonly hidden: readonly Hidden[]; readonly queue: HiddenPiece[] } {
  const queue: HiddenPiece[] = [];
  const plan = (sheet: number, axis: HiddenPiece["axis"], before: number, length: number, isHidden: boolean | null): number[] => {
    const count = isHidden === null ? before + length : before;
    if (count > 0) queue.push({ sheet, axis, from: 0, count });
    return isHidden ? Array.from({ length }, (_, index) => before + index) : [];
  };
  const hidden = extents.map((extent, sheet) => ({
    hiddenRows: extent ? plan(sheet, "rows", extent.top, extent.rows, extent.rowHidden) : [],
    hiddenCols: extent ? plan(sheet, "cols", extent.left, extent.cols, extent.columnHidden) : [],
  }));
  return { hidden, queue };
}

/** 一回分を取る — takes as many rows and columns from the front of the queue as go with one batch. */
export function takeHidden(queue: HiddenPiece[]): HiddenPiece[] {
  const taken: HiddenPiece[] = [];
  let left = MOST_LINES;
  while (queue.length > 0 && left > 0) {
    const piece = queue[0]!;
    const count = Math.min(piece.count, left);
    taken.push({ ...piece, count });
    left -= count;
    if (count === piece.count) queue.shift();
    else queue[0] = { ...piece, from: piece.from + count, count: piece.count - count };
  }
  return taken;
}

/** 隠れているかを尋ねる — as a question that is answered with indexes of rows and columns. */
export function askHidden(
  { workbook }: Excel.RequestContext,
  ids: readonly string[],
  pieces: readonly HiddenPiece[],
): () => { readonly piece: HiddenPiece; readonly lines: number[] }[] {
  const asked = pieces.map((piece) => {
    const { sheet: index, axis, from, count } = piece;
    const sheet = workbook.worksheets.getItem(ids[index]!);
    if (axis === "rows") {
      const rows = sheet.getRangeByIndexes(from, 0, count, 1).untrack().getRowProperties({ rowHidden: true });
      return { piece, read: () => rows.value.map(({ rowHidden }) => rowHidden) };
    }
    const cols = sheet.getRangeByIndexes(0, from, 1, count).untrack().getColumnProperties({ columnHidden: true });
    return { piece, read: () => cols.value.map(({ columnHidden }) => columnHidden) };
  });
  return () => asked.map(({ piece, read }) => ({ piece, lines: read().flatMap((isHidden, index) => (isHidden ? [piece.from + index] : [])) }));
}
