import { cellKey } from "../hosts/cell-key";
import { useCallback, useEffect, useMemo, useState, type ReactElement } from "react";
import { readAddress, writeAddress, type Place } from "../model/cell";
import { useWords } from "../taskpane/language";
import type { Draft, Selection } from "../taskpane/pane-host";
import { Grid, type CellSpot } from "./grid/Grid";
import { findShown } from "./grid/GridRow";
import type { FileKeeper, OpenFile } from "./open-file";
import { SheetTabs } from "./SheetTabs";
import { useSheet } from "./use-sheet";
import { workbenchWords } from "./workbench-words";

/** 見せる場所 — a cell the pane asked for, with its related cells; a new object is a new request. */
export interface ShowRequest {
  readonly at: Place;
  readonly related: readonly Place[];
}

const start: CellSpot = { row: 0, col: 0 };

/** シートの眺め — the line with the active cell, the grid, and the sheet tabs. */
export function SheetView(props: {
  keeper: FileKeeper;
  file: OpenFile;
  version: number;
  sheet: string;
  onSheet: (sheet: string) => void;
  request: ShowRequest | undefined;
  drafts: readonly Draft[];
  onSelect: (selection: Selection) => void;
  onError: (error: unknown) => void;
}): ReactElement {
  const { keeper, file, sheet, request, drafts, onSelect } = props;
  const say = useWords(workbenchWords);
  const [spots, setSpots] = useState<{ readonly [sheet: string]: CellSpot }>({});
  const [answered, setAnswered] = useState<ShowRequest>();
  const { shape, tileAt, want } = useSheet(keeper, sheet, props.version, props.onError);
  if (request && request !== answered) {
    const spot = readAddress(request.at.cell);
    setAnswered(request);
    if (spot) setSpots({ ...spots, [request.at.sheet]: spot });
  }
  const active = spots[sheet] ?? start;
  const setActive = useCallback((spot: CellSpot) => setSpots((old) => ({ ...old, [sheet]: spot })), [sheet]);
  const related = useMemo(() => keysOn(sheet, request?.related ?? []), [sheet, request]);
  const ghosts = useMemo(() => {
    const found = new Map<number, string>();
    for (const draft of drafts) {
      const spot = draft.at.sheet === sheet ? readAddress(draft.at.cell) : undefined;
      if (spot) found.set(cellKey(spot.row, spot.col), draft.text);
    }
    return found;
  }, [sheet, drafts]);
  const words = useMemo(() => ({ grid: say.grid(sheet), ghost: say.ghost, marked: say.marked }), [say, sheet]);
  const here = shape ? findShown({ tileAt }, active.row, active.col) : {};
  const cell = here.merge?.cell ?? here.cell;
  const range = here.merge?.range ?? { top: active.row, left: active.col, bottom: active.row, right: active.col };
  useEffect(() => onSelect({ sheet, range, text: cell?.text ?? "" }));
  const kept = shape ? say.kept(shape.charts, shape.images) : "";
  return (
    <main className="sheet-view" aria-label={say.workbook}>
      <div className="cell-line">
        <span className="cell-name">{writeAddress(active.row, active.col)}</span>
        <span className="cell-content">{cell?.formula !== undefined ? `=${cell.formula}` : (cell?.text ?? "").replace(/\s*\n\s*/g, " ")}</span>
        {kept && (
          <span className="kept" title={say.keptHint}>
            {kept}
            <span className="visually-hidden"> {say.keptHint}</span>
          </span>
        )}
      </div>
      <div className="grid-box" id="sheet-panel" role="tabpanel" aria-label={say.grid(sheet)}>
        {shape ? (
          <Grid
            shape={shape}
            tileAt={tileAt}
            want={want}
            active={active}
            onActive={setActive}
            reveal={request?.at.sheet === sheet ? request : undefined}
            ghosts={ghosts}
            related={related}
            words={words}
          />
        ) : (
          <p className="grid-wait">{say.opening}</p>
        )}
      </div>
      <SheetTabs tabs={file.tabs} current={sheet} onPick={props.onSheet} words={say} />
    </main>
  );
}

function keysOn(sheet: string, places: readonly Place[]): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const place of places) {
    const spot = place.sheet === sheet ? readAddress(place.cell) : undefined;
    if (spot) keys.add(cellKey(spot.row, spot.col));
  }
  return keys;
}
