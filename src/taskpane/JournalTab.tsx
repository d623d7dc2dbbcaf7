import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { placeKey } from "../model/cell";
import { findUndoObstacle, type JournalEntry, type UndoObstacle } from "./journal";
import { useLanguage, useWords, type Words } from "./language";
import { PlaceLink } from "./PlaceLink";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly none: string;
  readonly kinds: { readonly [kind in JournalEntry["kind"]]: string };
  readonly undo: string;
  readonly undoOf: (kind: string, when: string) => string;
  readonly rest: string;
  readonly partly: string;
  readonly brokenOff: string;
  readonly obstacles: { readonly [obstacle in UndoObstacle]: string };
  readonly before: string;
  readonly after: string;
  readonly blank: string;
  readonly sheet: (name: string) => string;
  readonly cells: (count: number) => string;
  readonly more: (count: number) => string;
  readonly cell: string;
}> = {
  ja: {
    none: "まだ何も書き込んでいません。補完や印を書き込むと、ここに残り、元に戻せます。",
    kinds: { fill: "補完", mark: "未達の印", unmark: "印の消去", repair: "数値への直し", sheet: "シートの作成" },
    undo: "元に戻す",
    undoOf: (kind, when) => `${kind}（${when}）を元に戻す`,
    rest: "残りを元に戻す",
    partly: "一部を元に戻しました。残りは、書き込んだ後に変わったか、途中で止まったため、そのままです。",
    brokenOff: "途中で止まった書き込みです。書き込まれた分だけを載せています。",
    obstacles: {
      undone: "元に戻しました",
      shortened: "古い記録のため、元の内容は残っていません",
      "later-marks": "後から付けた印を先に元に戻してください",
      nothing: "元に戻すものはありません",
    },
    before: "変更前",
    after: "変更後",
    blank: "（空白）",
    sheet: (name) => `シート「${name}」`,
    cells: (n) => `${n.toLocaleString()} セル`,
    more: (n) => `ほか ${n.toLocaleString()} セル`,
    cell: "セル",
  },
  en: {
    none: "Nothing has been written yet. Fills and marks are listed here, and can be undone.",
    kinds: { fill: "Fills", mark: "Marks of missed targets", unmark: "Marks removed", repair: "Texts turned into numbers", sheet: "Sheet made" },
    undo: "Undo",
    undoOf: (kind, when) => `Undo ${kind} (${when})`,
    rest: "Undo the rest",
    partly: "A part is undone. The rest has changed since it was written, or the undo stopped before it.",
    brokenOff: "Writing stopped halfway. Only what was written is listed.",
    obstacles: {
      undone: "Undone",
      shortened: "An old record: what was there before is no longer kept",
      "later-marks": "Undo the later marks first",
      nothing: "There is nothing to undo",
    },
    before: "Before",
    after: "After",
    blank: "(blank)",
    sheet: (name) => `Sheet “${name}”`,
    cells: (n) => `${n.toLocaleString()} ${n === 1 ? "cell" : "cells"}`,
    more: (n) => `and ${n.toLocaleString()} more cells`,
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
  const obstacle = findUndoObstacle(entry, pane.journal);
  const shown = entry.cells.slice(0, shownCells);
  return (
    <li className={entry.undone ? "card is-entry is-undone" : "card is-entry"}>
      <div className="entry-head">
        <div>
          <p className="entry-kind">{say.kinds[entry.kind]}</p>
          <p className="muted">
            <time dateTime={entry.when}>{when}</time>
          </p>
        </div>
        {obstacle === null ? (
          <Button size="small" disabled={pane.isWriting} aria-label={entry.isPartlyUndone ? undefined : say.undoOf(say.kinds[entry.kind], when)} onClick={() => pane.undo(entry)}>
            {entry.isPartlyUndone ? say.rest : say.undo}
          </Button>
        ) : (
          <span className="muted entry-obstacle">{say.obstacles[obstacle]}</span>
        )}
      </div>
      {entry.isBrokenOff && <p className="muted">{say.brokenOff}</p>}
      {entry.isPartlyUndone && !entry.undone && <p className="muted">{say.partly}</p>}
      {entry.sheets.map((sheet) => (
        <p key={sheet}>{say.sheet(sheet)}</p>
      ))}
      {shown.length > 0 && (
        <details className="table-lines">
          <summary>{say.cells(entry.count)}</summary>
          <table className="changes">
            <thead>
              <tr>
                <th scope="col">{say.cell}</th>
                <th scope="col">{say.before}</th>
                <th scope="col">{say.after}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((cell) => (
                <tr key={placeKey(cell.at)}>
                  <td>
                    <PlaceLink pane={pane} at={cell.at} />
                  </td>
                  <td>{cell.before || <span className="muted">{say.blank}</span>}</td>
                  <td>{cell.after || <span className="muted">{say.blank}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {entry.count > shown.length && <p className="muted">{say.more(entry.count - shown.length)}</p>}
        </details>
      )}
    </li>
  );
}
