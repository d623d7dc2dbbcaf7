import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactElement } from "react";
import { placeKey } from "../model/cell";
import type { LeftReason } from "../model/edit";
import { useSay, useWords, type Words } from "./language";
import type { PaneState } from "./use-pane";
import type { LastBatch } from "./use-writing";

const words: Words<{
  readonly done: { readonly [kind in LastBatch["kind"]]: (count: number) => string };
  readonly left: (count: number) => string;
  readonly reasons: { readonly [reason in LeftReason]: string };
  readonly unkept: string;
  readonly unsaved: string;
  readonly save: string;
  readonly close: string;
}> = {
  ja: {
    done: {
      fill: (n) => `${n}件を書き込みました。`,
      mark: (n) => (n > 0 ? "未達のセルに印を付けました。" : "印を付ける未達のセルはありません。"),
      unmark: () => "印を消しました。",
      repair: (n) => `${n}件を数値に直しました。`,
      sheet: () => "シートを作りました。",
      undo: () => "元に戻しました。",
      save: () => "設定・理由・履歴をブックに入れました。ブックを上書き保存すると残ります。",
    },
    left: (n) => `${n}件はそのままにしました。`,
    reasons: {
      changed: "読み取った後に変わっています",
      protected: "シートが保護されています",
      "part-of-array": "配列数式の一部です",
      merged: "結合セルの内側です",
      "not-found": "セルが見つかりません",
      "name-taken": "同じ名前のシートがあります",
      "not-written": "書き込みが途中で止まったため、書き込んでいません",
    },
    unkept: "書き込みは済みましたが、元に戻すための記録をまだブックに残せていません。次に書き込むか「ブックに保存」を押すと残ります。",
    unsaved: "設定・理由はまだブックに保存されていません。",
    save: "ブックに保存",
    close: "閉じる",
  },
  en: {
    done: {
      fill: (n) => `${n} ${n === 1 ? "cell" : "cells"} written.`,
      mark: (n) => (n > 0 ? "Missed cells are marked." : "There is no missed cell to mark."),
      unmark: () => "Marks are removed.",
      repair: (n) => `${n} ${n === 1 ? "text is" : "texts are"} numbers now.`,
      sheet: () => "The sheet is made.",
      undo: () => "Undone.",
      save: () => "Settings, reasons and the journal are in the workbook. Save the workbook to keep them.",
    },
    left: (n) => `${n} left as they were.`,
    reasons: {
      changed: "changed since it was read",
      protected: "the sheet is protected",
      "part-of-array": "part of an array formula",
      merged: "inside a merged cell",
      "not-found": "cell not found",
      "name-taken": "a sheet of this name is there already",
      "not-written": "not written, because writing stopped before it",
    },
    unkept: "It is written, but the record for undoing it is not in the workbook yet. The next write, or “Save in the workbook”, puts it there.",
    unsaved: "Settings or reasons are not saved in the workbook yet.",
    save: "Save in the workbook",
    close: "Close",
  },
};

/** 書き込みの知らせ — what the last step did, what it left alone and why. */
export function BatchNotice({ pane, showsUnsaved }: { pane: PaneState; showsUnsaved: boolean }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const { lastBatch, refusal } = pane;
  return (
    <>
      {refusal && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{sentence(refusal)}</MessageBarBody>
          <MessageBarActions containerAction={<Button appearance="transparent" size="small" icon={<DismissRegular />} aria-label={say.close} onClick={pane.dismiss} />} />
        </MessageBar>
      )}
      {(lastBatch?.unkept || (showsUnsaved && pane.isUnsaved)) && (
        <div className="stale">
          <span>{lastBatch?.unkept ? `${say.unkept}${sentence(lastBatch.unkept)}` : say.unsaved}</span>
          <Button size="small" disabled={pane.isWriting} onClick={pane.save}>
            {say.save}
          </Button>
        </div>
      )}
      {lastBatch && (
        <MessageBar intent={lastBatch.report.refused.length > 0 ? "warning" : "success"} layout="multiline">
          <MessageBarBody>
            {lastBatch.told && lastBatch.told.length > 0
              ? lastBatch.told.slice(0, 8).map((one) => <p key={one.ja}>{sentence(one)}</p>)
              : lastBatch.report.applied > 0 || lastBatch.report.refused.length === 0
                ? say.done[lastBatch.kind](lastBatch.report.applied)
                : null}
            {lastBatch.report.refused.length > 0 && (
              <>
                {" "}
                {say.left(lastBatch.report.refused.length)}
                <ul className="plain-list">
                  {lastBatch.report.refused.slice(0, 5).map((one) => (
                    <li key={placeKey(one)}>
                      {[one.sheet, one.cell].join(" ").trim()}: {say.reasons[one.reason]}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </MessageBarBody>
          <MessageBarActions containerAction={<Button appearance="transparent" size="small" icon={<DismissRegular />} aria-label={say.close} onClick={pane.dismiss} />} />
        </MessageBar>
      )}
    </>
  );
}
