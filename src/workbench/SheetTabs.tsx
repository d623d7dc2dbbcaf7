import { useRef, type KeyboardEvent, type ReactElement } from "react";
import type { SheetTab } from "./sheet-view";

/** シートの見出し — tabs under the grid; arrows move between them. */
export function SheetTabs(props: {
  tabs: readonly SheetTab[];
  current: string;
  onPick: (name: string) => void;
  words: { readonly sheets: string; readonly hidden: string; readonly locked: string };
}): ReactElement {
  const { tabs, current, onPick, words } = props;
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = tabs.findIndex((tab) => tab.name === current);
    const last = tabs.length - 1;
    const next =
      event.key === "ArrowRight"
        ? index < last
          ? index + 1
          : 0
        : event.key === "ArrowLeft"
          ? index > 0
            ? index - 1
            : last
          : event.key === "Home"
            ? 0
            : event.key === "End"
              ? last
              : undefined;
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab || next === undefined) return;
    event.preventDefault();
    onPick(tab.name);
    const button = list.current?.children[next];
    if (button instanceof HTMLElement) {
      button.focus();
      button.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    }
  };
  return (
    <div className="sheet-tabs" role="tablist" aria-label={words.sheets} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          aria-selected={tab.name === current}
          aria-controls="sheet-panel"
          tabIndex={tab.name === current ? 0 : -1}
          className="sheet-tab"
          onClick={() => onPick(tab.name)}
        >
          {tab.name}
          {tab.isHidden && <span className="sheet-note">{words.hidden}</span>}
          {tab.isProtected && <span className="sheet-note">{words.locked}</span>}
        </button>
      ))}
    </div>
  );
}
