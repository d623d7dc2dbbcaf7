/** 区画の求め — a rectangle of one sheet that is to be asked for. */
export interface Piece {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly cols: number;
}

/** 一回の量 — what one answer may weigh by our estimate; Excel on the web gives no more than 5 MB at a time. unit bytes */
export const BATCH_BYTES = 4 * 1024 * 1024;
/** 一セルの重さ — value, formula and number format of one cell on the wire, as monitoring workbooks have them. unit bytes */
export const BYTES_PER_CELL = 25;
/** No cell is lighter: two empty texts and "General". */
const LIGHTEST = 16;
const BYTES_PER_ROW = 8;
const BYTES_PER_PIECE = 400;
/** Of an answer, so many cells are weighed. */
const SAMPLE = 2000;

/** 重さを見積もる — of an answer with three figures for each cell. unit bytes */
export function estimateBytes({ rows, cols }: Pick<Piece, "rows" | "cols">, perCell: number): number {
  return BYTES_PER_PIECE + rows * (BYTES_PER_ROW + cols * perCell);
}

/**
 * 一回分を取る — takes pieces from the front of the queue until they weigh as much as an answer may; tall ones are cut between rows.
 *
 * shape  at least one row is taken, so that the queue always ends
 */
export function takeBatch(queue: Piece[], perCell: number, budget: number): Piece[] {
  const batch: Piece[] = [];
  let left = budget;
  while (queue.length > 0) {
    const piece = queue[0]!;
    const perRow = BYTES_PER_ROW + piece.cols * perCell;
    const fitting = Math.floor((left - BYTES_PER_PIECE) / perRow);
    if (fitting < 1 && batch.length > 0) break;
    const rows = Math.min(piece.rows, Math.max(fitting, 1));
    batch.push({ ...piece, rows });
    left -= estimateBytes({ rows, cols: piece.cols }, perCell);
    if (rows === piece.rows) queue.shift();
    else {
      queue[0] = { ...piece, top: piece.top + rows, rows: piece.rows - rows };
      break;
    }
  }
  return batch;
}

/**
 * 重さを量る — bytes a cell weighs in the blocks that came, from a sample.
 *
 * none  undefined when no cell came
 */
export function weighCells(
  blocks: readonly { readonly values: readonly (readonly unknown[])[]; readonly formulas: readonly (readonly unknown[])[]; readonly formats: readonly (readonly unknown[])[] }[],
): number | undefined {
  const cells = blocks.reduce((sum, { values }) => sum + values.length * (values[0]?.length ?? 0), 0);
  if (cells === 0) return undefined;
  const step = Math.max(1, Math.floor(cells / SAMPLE));
  let bytes = 0;
  let weighed = 0;
  let skip = 0;
  for (const { values, formulas, formats } of blocks) {
    const cols = values[0]?.length ?? 0;
    const count = values.length * cols;
    for (let i = skip; i < count; i += step) {
      const row = Math.floor(i / cols);
      bytes += weigh(values[row]![i % cols]) + weigh(formulas[row]![i % cols]) + weigh(formats[row]![i % cols]);
      weighed++;
    }
    skip = count > skip ? (step - ((count - skip) % step)) % step : skip - count;
  }
  // A little more, since cells differ.
  return Math.max(LIGHTEST, (1.15 * bytes) / weighed);
}

function weigh(value: unknown): number {
  if (typeof value !== "string") return String(value).length + 1;
  let bytes = 3;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    bytes += code > 0x7ff ? 3 : code > 0x7f || code < 32 || code === 34 || code === 92 ? 2 : 1;
  }
  return bytes;
}
