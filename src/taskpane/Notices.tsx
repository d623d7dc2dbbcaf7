import { Button } from "@fluentui/react-components";
import { lazy, Suspense, type ReactElement } from "react";
import { useSay, useWords, type Words } from "./language";
import type { PaneState } from "./use-pane";

const BatchNotice = lazy(() => import("./BatchNotice").then(({ BatchNotice }) => ({ default: BatchNotice })));

const words: Words<{ readonly stale: string; readonly again: string; readonly checking: (percent: number) => string; readonly stop: string }> = {
  ja: { stale: "結果は変更前のものです。", again: "もう一度点検", checking: (percent) => `点検しています ${percent}%`, stop: "中止" },
  en: { stale: "These results are from before the change.", again: "Check again", checking: (percent) => `Checking ${percent}%`, stop: "Stop" },
};

/** 知らせ — what the last step did, what is not saved yet, and whether the result is out of date; on tabs without a gate also how far a check is. */
export function Notices({ pane, showsCheck, showsUnsaved }: { pane: PaneState; showsCheck: boolean; showsUnsaved: boolean }): ReactElement {
  const say = useWords(words);
  const sentence = useSay();
  const { phase } = pane;
  return (
    <div className="notices" aria-live="polite">
      {(pane.refusal || pane.lastBatch || (showsUnsaved && pane.isUnsaved)) && (
        <Suspense fallback={null}>
          <BatchNotice pane={pane} showsUnsaved={showsUnsaved} />
        </Suspense>
      )}
      {showsCheck && phase.kind === "inspecting" && (
        <div className="stale is-running">
          <span>{say.checking(Math.round(phase.share * 100))}</span>
          <Button size="small" onClick={pane.stop}>
            {say.stop}
          </Button>
        </div>
      )}
      {showsCheck && phase.kind === "refused" && <div className="stale">{sentence(phase.sentence)}</div>}
      {pane.isStale && phase.kind === "done" && (
        <div className="stale" role="status">
          <span>{say.stale}</span>
          <Button size="small" appearance="primary" onClick={pane.inspect}>
            {say.again}
          </Button>
        </div>
      )}
    </div>
  );
}
