import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useLanguage, useWords, type Words } from "./language";
import type { JournalEntry } from "./journal";
import { PlaceLink } from "./PlaceLink";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly none: string;
  readonly kinds: { readonly [kind in JournalEntry["kind"]]: string };
  readonly undo: string;
  readonly undone: string;
  readonly before: string;
  readonly after: string;
  readonly blank: string;
  readonly cells: (count: number) => string;
  readonly more: (count: number) => string;
  readonly cell: string;
}> = {
  ja: {
    none: "まだ何も書き込んでいません。補完や印を書き込むと、ここに残り、元に戻せます。",
    kinds: { fill: "補完", mark: "未達の印", unmark: "印の消去", repair: "数値への直し", sheet: "シートの作成" },
    undo: "元に戻す",
    undone: "元に戻しました",
    before: "変更前",
    after: "変更後",
    blank: "（空白）",
    cells: (n) => `${n} セル`,
    more: (n) => `ほか ${n} セル`,
    cell: "セル",
  },
  en: {
    none: "Nothing has been written yet. Fills and marks are listed here, and can be undone.",
    kinds: { fill: "Fills", mark: "Marks of missed targets", unmark: "Marks removed", repair: "Texts turned into numbers", sheet: "Sheet made" },
    undo: "Undo",
    undone: "Undone",
    before: "Before",
    after: "After",
    blank: "(blank)",
    cells: (n) => `${n} ${n === 1 ? "cell" : "cells"}`,
    more: (n) => `and ${n} more cells`,
    cell: "Cell",
  },
};

/** 履歴 — what was written, and the way back. */
export function JournalTab({ pane }: { pane: PaneState }): ReactElement {
  const say = useWords(words);
  if (pane.journal.length === 0) return <p className="empty">{say.none}</p>;
  return (
    <ul className="cards">
      {[...pane.journal].reverse().map((entry) => (
        <Entry key={entry.id} pane={pane} entry={entry} />
      ))}
    </ul>
  );
}

const shownCells = 50;

function Entry({ pane, entry }: { pane: PaneState; entry: JournalEntry }): ReactElement {
  const say = useWords(words);
  const language = useLanguage();
  const when = new Intl.DateTimeFormat(language === "ja" ? "ja-JP" : "en-GB", { dateStyle: "medium", timeStyle: "short" }).format(new Date(entry.when));
  return (
    <li className={entry.undone ? "card is-entry is-undone" : "card is-entry"}>
      <div className="entry-head">
        <div>
          <p className="entry-kind">{say.kinds[entry.kind]}</p>
          <p className="muted">
            <time dateTime={entry.when}>{when}</time>
          </p>
        </div>
        {entry.undone ? (
          <span className="muted">{say.undone}</span>
        ) : (
          entry.undo.length > 0 && (
            <Button size="small" disabled={pane.isWriting} onClick={() => pane.undo(entry)}>
              {say.undo}
            </Button>
          )
        )}
      </div>
      {entry.cells.length > 0 && (
        <details className="table-lines">
          <summary>{say.cells(entry.cells.length)}</summary>
          <table className="changes">
            <thead>
              <tr>
                <th scope="col">{say.cell}</th>
                <th scope="col">{say.before}</th>
                <th scope="col">{say.after}</th>
              </tr>
            </thead>
            <tbody>
              {entry.cells.slice(0, shownCells).map((cell) => (
                <tr key={`${cell.at.sheet}!${cell.at.cell}`}>
                  <td>
                    <PlaceLink pane={pane} at={cell.at} />
                  </td>
                  <td>{cell.before || <span className="muted">{say.blank}</span>}</td>
                  <td>{cell.after || <span className="muted">{say.blank}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {entry.cells.length > shownCells && <p className="muted">{say.more(entry.cells.length - shownCells)}</p>}
        </details>
      )}
    </li>
  );
}
