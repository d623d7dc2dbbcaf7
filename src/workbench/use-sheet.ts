import { useCallback, useEffect, useRef, useState } from "react";
import type { CellRange } from "../model/cell";
import { Stopped } from "../taskpane/worker-calls";
import { listTiles } from "./grid/grid-window";
import type { FileKeeper } from "./open-file";
import type { SheetShape, Tile } from "./sheet-view";

const keptTiles = 400;

/** シートの中身 — the shape of a sheet and the tiles that have arrived so far. */
export interface SheetContent {
  readonly shape: SheetShape | undefined;
  readonly tileAt: (row: number, col: number) => Tile | undefined;
  readonly want: (ranges: readonly CellRange[]) => void;
}

/**
 * シートを見る — asks the worker for a sheet's shape, then for the tiles the window needs.
 *
 * shape  a new `version` means the cells changed: the old tiles stay on show until the new ones are here
 */
export function useSheet(keeper: FileKeeper, sheet: string, version: number, onError: (error: unknown) => void): SheetContent {
  const [shape, setShape] = useState<{ readonly sheet: string; readonly keeper: FileKeeper; readonly shape: SheetShape }>();
  const [arrived, setArrived] = useState(0);
  const tiles = useRef(new Map<string, { tile: Tile | undefined; version: number; asked: number }>());
  const wanted = useRef<readonly CellRange[]>([]);

  useEffect(() => {
    tiles.current = new Map();
  }, [keeper, sheet]);

  useEffect(() => {
    let isCurrent = true;
    keeper.readShape(sheet).then(
      (found) => isCurrent && setShape({ sheet, keeper, shape: found }),
      (error: unknown) => isCurrent && !(error instanceof Stopped) && onError(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [keeper, sheet, version, onError]);

  const ask = useCallback(() => {
    const held = tiles.current;
    for (const range of wanted.current)
      for (const { row, col } of listTiles(range)) {
        const name = `${row}:${col}`;
        const known = held.get(name);
        if (known && known.asked >= version) continue;
        held.set(name, { tile: known?.tile, version: known?.version ?? -1, asked: version });
        keeper.readTile(sheet, row, col).then(
          (tile) => {
            if (tiles.current !== held) return;
            held.delete(name);
            held.set(name, { tile, version, asked: version });
            for (const oldest of held.keys()) {
              if (held.size <= keptTiles) break;
              held.delete(oldest);
            }
            setArrived((count) => count + 1);
          },
          (error: unknown) => !(error instanceof Stopped) && onError(error),
        );
      }
  }, [keeper, sheet, version, onError]);

  useEffect(ask, [ask]);
  const want = useCallback(
    (ranges: readonly CellRange[]) => {
      wanted.current = ranges;
      ask();
    },
    [ask],
  );
  // Its identity changes when a tile arrives, so that rows draw again exactly then.
  const tileAt = useCallback((row: number, col: number) => (arrived >= 0 ? tiles.current.get(`${row}:${col}`)?.tile : undefined), [arrived]);
  const isCurrent = shape?.sheet === sheet && shape.keeper === keeper;
  return { shape: isCurrent ? shape.shape : undefined, tileAt, want };
}
