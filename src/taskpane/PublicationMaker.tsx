import { Button, Field, Textarea } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { InspectionView } from "../inspection/inspection-view";
import { useWords, type Words } from "./language";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly title: string;
  readonly note: string;
  readonly publish: string;
  readonly withhold: string;
  readonly withholdNote: string;
  readonly list: string;
  readonly listNote: string;
  readonly asText: string;
  readonly withheldText: string;
  readonly text: string;
  readonly noText: string;
  readonly many: string;
  readonly manyPage: string;
}> = {
  ja: {
    title: "公表と統計",
    note: "数値目標の一覧（内閣府の公表の並び）と、情報公表の項目に当たる数値を、新しいシート「公表用」に並べます。",
    publish: "公表用の表を作る",
    withhold: "人数を伏せた写しを作る",
    withholdNote:
      "少ない人数から個人が分かるおそれのある欄の一覧と、その欄を＊にした写しを作ります。「公表用」の表も、同じ数値を＊にします。もとのシートは変わりません。何人まで伏せるかは、設定の「公表で伏せる人数」で選べます。",
    list: "読み取り一覧を作る",
    listNote: "読み取った数値を1行に1件で、セルへのリンクを付けて並べます。",
    asText: "文字で表示",
    withheldText: "伏せて文字で表示",
    text: "公表用の文字（選択されています。Ctrl+C でコピーできます）",
    noText: "公表する数値が見つかりませんでした。",
    many: "ほかの団体や部署のブックもまとめて点検・集計するときは、Excel の外の画面を使います。",
    manyPage: "まとめて点検の画面を開く",
  },
  en: {
    title: "Publication and statistics",
    note: "Lists numeric targets as the Cabinet Office's public list has them, and the figures that answer the disclosure items, on a new sheet. The sheet itself is in Japanese.",
    publish: "Make the sheet for publication",
    withhold: "Make copies without few people",
    withholdNote:
      "Lists the cells from which a person may be known, and copies their sheets with ＊ in those cells; the sheet for publication gets ＊ there, too. The sheets themselves stay as they are. Settings say how few people are withheld.",
    list: "Make the list of readings",
    listNote: "Lists every figure that was read, one in a row, with a link to its cell.",
    asText: "Show as text",
    withheldText: "Show as text without few people",
    text: "Text for publication (selected; Ctrl+C copies it)",
    noText: "No figure for publication was found.",
    many: "To check and sum up the workbooks of other organisations or departments, use the page outside Excel.",
    manyPage: "Open the page for many workbooks",
  },
};

/** 公表用の表を作る所 — the sheet, its text to copy, the copies without few people, and the list of everything that was read. */
export function PublicationMaker({ pane, view }: { pane: PaneState; view: InspectionView }): ReactElement {
  const say = useWords(words);
  const [shown, setShown] = useState<{ readonly of: InspectionView; readonly text: string | null }>();
  const box = useRef<HTMLTextAreaElement>(null);
  // What was written of an earlier check is out of date.
  const written = shown?.of === view ? shown : undefined;
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, [written]);
  const show = async (suppresses: boolean): Promise<void> => setShown({ of: view, text: await pane.writePublication(suppresses) });
  const isBusy = pane.isWriting || pane.isStale;
  return (
    <section className="follow-up" aria-labelledby="publication-title">
      <h2 id="publication-title" className="plan-name">
        {say.title}
      </h2>
      <p className="muted">{say.note}</p>
      <div className="action-row">
        <Button disabled={isBusy} onClick={() => pane.makeSheet("publication")}>
          {say.publish}
        </Button>
        <Button disabled={isBusy} onClick={() => void show(false)}>
          {say.asText}
        </Button>
      </div>
      {written?.text === null && <p role="status">{say.noText}</p>}
      {typeof written?.text === "string" && (
        <Field label={say.text}>
          <Textarea textarea={{ ref: box }} readOnly value={written.text} rows={6} resize="vertical" />
        </Field>
      )}
      <p className="muted">{say.withholdNote}</p>
      <div className="action-row">
        <Button disabled={isBusy} onClick={() => pane.makeSheet("withheld")}>
          {say.withhold}
        </Button>
        <Button disabled={isBusy} onClick={() => void show(true)}>
          {say.withheldText}
        </Button>
      </div>
      <p className="muted">{say.listNote}</p>
      <div className="action-row">
        <Button disabled={isBusy} onClick={() => pane.makeSheet("table")}>
          {say.list}
        </Button>
      </div>
      {pane.manyPage !== undefined && (
        <p className="muted">
          {say.many}{" "}
          <a href={pane.manyPage} target="_blank" rel="noopener noreferrer">
            {say.manyPage}
          </a>
        </p>
      )}
    </section>
  );
}
