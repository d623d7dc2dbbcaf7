import { useMemo, type ReactElement } from "react";
import { useWords, type Words } from "./language";
import { severities, severityWords } from "./severity";
import type { PaneState } from "./use-pane";

const words: Words<{ readonly done: (counts: string) => string; readonly counted: (word: string, count: number) => string; readonly writing: string }> = {
  ja: { done: (counts) => `点検が終わりました。${counts}`, counted: (word, count) => `${word}${count}件。`, writing: "書き込んでいます。" },
  en: { done: (counts) => `The check is finished. ${counts}`, counted: (word, count) => `${word}: ${count}. `, writing: "Writing." },
};

/** 読み上げ — tells whoever does not see the pane that a check has ended and what it found. */
export function Announcer({ pane }: { pane: PaneState }): ReactElement {
  const say = useWords(words);
  const severity = useWords(severityWords);
  const { phase } = pane;
  const findings = phase.kind === "done" ? phase.view.findings : undefined;
  const counts = useMemo(
    () => severities.map((kind) => say.counted(severity[kind].word, (findings ?? []).filter((finding) => finding.severity === kind).length)),
    [findings, say, severity],
  );
  return (
    <p className="visually-hidden" role="status">
      {pane.isWriting ? say.writing : phase.kind === "done" ? say.done(counts.join("")) : ""}
    </p>
  );
}
