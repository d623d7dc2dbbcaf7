/** セルの鍵 — one number per cell of a sheet, in reading order. */
export function cellKey(row: number, col: number): number {
  return row * 16384 + col;
}
