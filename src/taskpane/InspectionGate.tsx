import { Button, ProgressBar } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import type { InspectionView } from "../inspection/inspection-view";
import { useSay, useWords, type Words } from "./language";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly lead: string;
  readonly points: readonly string[];
  readonly start: string;
  readonly reading: string;
  readonly checking: string;
  readonly progress: string;
  readonly stop: string;
  readonly refused: string;
  readonly again: string;
}> = {
  ja: {
    lead: "ブックを読み取り、数値を点検します。",
    points: ["入力済みのセルは変わりません。", "結果の各項目から、該当するセルに移動できます。", "計算できる率の補完と、計画年度ごとの判定もあわせて行います。"],
    start: "ブックを点検する",
    reading: "ブックを読んでいます",
    checking: "数値を点検しています",
    progress: "点検の進み具合",
    stop: "中止",
    refused: "点検できませんでした",
    again: "もう一度試す",
  },
  en: {
    lead: "Reads the whole workbook and checks its figures.",
    points: ["Cells you have filled in are not changed.", "Every result leads to the cell it speaks of.", "Rates that can be derived and targets per plan year come with it."],
    start: "Check this workbook",
    reading: "Reading the workbook",
    checking: "Checking the figures",
    progress: "Progress of the check",
    stop: "Stop",
    refused: "The check could not be made",
    again: "Try again",
  },
};

/** 点検の入口 — shows a tab once there is a result; until then the way to one. */
export function InspectionGate({ pane, children }: { pane: PaneState; children: (view: InspectionView) => ReactNode }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const { phase } = pane;
  if (phase.kind === "done") return <>{children(phase.view)}</>;
  if (phase.kind === "inspecting") {
    const percent = Math.round(phase.share * 100);
    return (
      <section className="gate" aria-busy="true">
        <p className="gate-lead" role="status">
          {phase.share < 0.3 ? say.reading : say.checking}
        </p>
        <div className="gate-progress">
          <ProgressBar value={phase.share} thickness="large" aria-label={say.progress} />
          <span className="gate-percent">{percent}%</span>
        </div>
        <Button onClick={pane.stop}>{say.stop}</Button>
      </section>
    );
  }
  if (phase.kind === "refused")
    return (
      <section className="gate" role="alert">
        <h2 className="gate-title">{say.refused}</h2>
        <p>{sentence(phase.sentence)}</p>
        <Button onClick={pane.inspect}>{say.again}</Button>
      </section>
    );
  return (
    <section className="gate">
      <p className="gate-lead">{say.lead}</p>
      <Button appearance="primary" size="large" className="gate-start" onClick={pane.inspect}>
        {say.start}
      </Button>
      <ul className="gate-points">
        {say.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
