import type { ReactElement } from "react";
import { type Place, placeKey } from "../model/cell";
import type { PaneState } from "./use-pane";

/** シートの小見出し — the sheet a group of cards speaks of; leads to the first of its cells. */
export function SheetTitle(props: { pane: PaneState; first: Place; count: number }): ReactElement {
  const { pane, first, count } = props;
  return (
    <h2 className="sheet-title">
      <button type="button" className="sheet-name" onClick={() => pane.show(placeKey(first), first, [])}>
        {first.sheet}
      </button>
      <span className="sheet-count">{count}</span>
    </h2>
  );
}
