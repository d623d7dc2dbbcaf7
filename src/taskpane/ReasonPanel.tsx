import { Button } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type ReactElement } from "react";
import type { FindingView } from "../inspection/inspection-view";
import { useSay, useWords, type Words } from "./language";
import type { PaneState } from "./use-pane";
import { listUsualReasons } from "./usual-reasons";

const words: Words<{
  readonly title: string;
  readonly hint: string;
  readonly fromCell: string;
  readonly noText: string;
  readonly accept: string;
  readonly cancel: string;
}> = {
  ja: {
    title: "このままでよい理由",
    hint: "理由を付けた指摘は、数値か年度が変わるまで一覧に出ません。",
    fromCell: "選択中のセルの文を使う",
    noText: "選択中のセルに文がありません。理由を書いたセルを選んでから押してください。",
    accept: "この理由を付ける",
    cancel: "やめる",
  },
  en: {
    title: "Why it is right as it stands",
    hint: "A finding with a reason stays out of the list until its figures or the year change.",
    fromCell: "Use the text of the selected cell",
    noText: "The selected cell has no text. Select the cell that holds the reason, then press again.",
    accept: "Give this reason",
    cancel: "Cancel",
  },
};

/** Longer texts are notes, not reasons; the rest stays in the cell. */
const longest = 200;

/** 理由の選択 — picked from a list, or the text of a cell; nothing has to be typed. */
export function ReasonPanel({ pane, finding, onClose }: { pane: PaneState; finding: FindingView; onClose: () => void }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const name = useId();
  const [picked, setPicked] = useState<string>();
  const [fromCell, setFromCell] = useState<string>();
  const [isEmpty, setEmpty] = useState(false);
  const firstChoice = useRef<HTMLInputElement>(null);
  useEffect(() => firstChoice.current?.focus(), []);
  const reasons = listUsualReasons(finding.check).map(sentence);
  const choices = fromCell === undefined || reasons.includes(fromCell) ? reasons : [fromCell, ...reasons];
  const readCell = async (): Promise<void> => {
    const text = (await pane.readSelection())?.text.trim().slice(0, longest) ?? "";
    setEmpty(text === "");
    if (text === "") return;
    setFromCell(text);
    setPicked(text);
  };
  return (
    <fieldset className="reason-panel" onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <legend>{say.title}</legend>
      <p className="muted">{say.hint}</p>
      {choices.map((reason, index) => (
        <label key={reason} className="reason-choice">
          <input ref={index === 0 ? firstChoice : undefined} type="radio" name={name} checked={picked === reason} onChange={() => setPicked(reason)} />
          <span>{reason}</span>
        </label>
      ))}
      <Button size="small" className="reason-cell" onClick={() => void readCell()}>
        {say.fromCell}
      </Button>
      <p role="status" className="muted">
        {isEmpty ? say.noText : ""}
      </p>
      <p className="reason-answers">
        <Button size="small" appearance="primary" disabled={picked === undefined} onClick={() => picked !== undefined && pane.accept(finding, picked)}>
          {say.accept}
        </Button>
        <Button size="small" onClick={onClose}>
          {say.cancel}
        </Button>
      </p>
    </fieldset>
  );
}
