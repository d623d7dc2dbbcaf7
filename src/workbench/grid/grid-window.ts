import { cellKey } from "../../hosts/cell-key";
import type { CellRange } from "../../model/cell";
import type { ShownCell, ShownMerge, Tile } from "../sheet-view";
import { tileCols, tileRows } from "../sheet-view";
import { type Axis, countLines, findEdge, findLine } from "./axis";

/** 見える範囲 — the lines a viewport shows, with a few more on either side so that scrolling does not flash. */
export function findWindow(rows: Axis, cols: Axis, view: { top: number; left: number; height: number; width: number }, frozen: { rows: number; cols: number }): CellRange {
  return {
    top: Math.max(frozen.rows, findLine(rows, view.top + findEdge(rows, frozen.rows)) - 4),
    left: Math.max(frozen.cols, findLine(cols, view.left + findEdge(cols, frozen.cols)) - 1),
    bottom: Math.min(countLines(rows) - 1, findLine(rows, view.top + view.height) + 4),
    right: Math.min(countLines(cols) - 1, findLine(cols, view.left + view.width) + 1),
  };
}

/** 区画の番号 — the blocks that cover a range. */
export function listTiles(range: CellRange): { row: number; col: number }[] {
  const tiles: { row: number; col: number }[] = [];
  if (range.bottom < range.top || range.right < range.left) return tiles;
  for (let row = Math.floor(range.top / tileRows); row <= Math.floor(range.bottom / tileRows); row++)
    for (let col = Math.floor(range.left / tileCols); col <= Math.floor(range.right / tileCols); col++) tiles.push({ row, col });
  return tiles;
}

/** 区画の索引 — the cells of a tile by place, and the merge over each of its covered cells. */
export interface TileIndex {
  readonly cells: ReadonlyMap<number, ShownCell>;
  readonly covered: ReadonlyMap<number, ShownMerge>;
}

const indexes = new WeakMap<Tile, TileIndex>();

/** 区画を索引にする — once per tile. */
export function indexTile(tile: Tile, tileRow: number, tileCol: number): TileIndex {
  const known = indexes.get(tile);
  if (known) return known;
  const cells = new Map(tile.cells.map((cell) => [cellKey(cell.row, cell.col), cell]));
  const covered = new Map<number, ShownMerge>();
  for (const merge of tile.merges) {
    const bottom = Math.min(merge.range.bottom, tileRow * tileRows + tileRows - 1);
    const right = Math.min(merge.range.right, tileCol * tileCols + tileCols - 1);
    for (let row = Math.max(merge.range.top, tileRow * tileRows); row <= bottom; row++)
      for (let col = Math.max(merge.range.left, tileCol * tileCols); col <= right; col++) covered.set(cellKey(row, col), merge);
  }
  const index = { cells, covered };
  indexes.set(tile, index);
  return index;
}

/** 窓に掛かる結合 — every merge that touches one of the ranges, once. */
export function listMerges(ranges: readonly CellRange[], tileAt: (row: number, col: number) => Tile | undefined): ShownMerge[] {
  const found = new Map<number, ShownMerge>();
  for (const range of ranges)
    for (const { row, col } of listTiles(range))
      for (const merge of tileAt(row, col)?.merges ?? []) {
        const at = merge.range;
        if (at.top <= range.bottom && at.bottom >= range.top && at.left <= range.right && at.right >= range.left) found.set(cellKey(at.top, at.left), merge);
      }
  return [...found.values()];
}
