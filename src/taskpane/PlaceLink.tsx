import type { ReactElement, ReactNode } from "react";
import { type Place, placeKey } from "../model/cell";
import { useWords, type Words } from "./language";
import type { PaneState } from "./use-pane";

const words: Words<{ readonly go: (place: string) => string }> = {
  ja: { go: (place) => `${place} に移動` },
  en: { go: (place) => `Go to ${place}` },
};

/** セルへの移動 — a small button that selects a cell; shows the sheet only where it is another one. */
export function PlaceLink(props: { pane: PaneState; at: Place; home?: string; related?: readonly Place[]; children?: ReactNode }): ReactElement {
  const say = useWords(words);
  const { pane, at } = props;
  const id = placeKey(at);
  const text = at.sheet === props.home ? at.cell : `${at.sheet} ${at.cell}`;
  return (
    <button type="button" className="place-link" aria-label={say.go(text)} title={say.go(text)} onClick={() => pane.show(id, at, props.related ?? [])}>
      {props.children ?? text}
    </button>
  );
}
