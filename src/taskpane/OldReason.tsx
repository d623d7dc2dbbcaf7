import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { FindingView } from "../inspection/inspection-view";
import { useWords, type Words } from "./language";
import type { PaneState } from "./use-pane";

const words: Words<{
  readonly reason: string;
  readonly because: { readonly "figures-changed": string; readonly "new-year": string };
  readonly keep: string;
  readonly drop: string;
  readonly of: (button: string, place: string) => string;
}> = {
  ja: {
    reason: "前に付けた理由",
    because: {
      "figures-changed": "理由を付けた後に数値が変わりました。この理由は今も当てはまりますか。",
      "new-year": "新しい年度になりました。この理由は今年度も当てはまりますか。",
    },
    keep: "この理由のままでよい",
    drop: "外す",
    of: (button, place) => `${place}: ${button}`,
  },
  en: {
    reason: "Reason given before",
    because: {
      "figures-changed": "The figures have changed since. Does the reason still hold?",
      "new-year": "A new fiscal year has begun. Does the reason still hold?",
    },
    keep: "It still holds",
    drop: "Remove it",
    of: (button, place) => `${place}: ${button}`,
  },
};

/** 前の理由 — a finding that came back asks whether what was said about it still holds. */
export function OldReason(props: { pane: PaneState; finding: FindingView; state: NonNullable<FindingView["accepted"]> }): ReactElement | null {
  const say = useWords(words);
  const { pane, finding, state } = props;
  if (state.because === null) return null;
  return (
    <div className="old-reason">
      <p>
        <span className="muted">{say.reason}</span> <strong>{state.reason.reason}</strong>
      </p>
      <p>{say.because[state.because]}</p>
      <p className="old-reason-answers">
        <Button size="small" aria-label={say.of(say.keep, finding.at.cell)} onClick={() => pane.accept(finding, state.reason.reason)}>
          {say.keep}
        </Button>
        <Button size="small" appearance="subtle" aria-label={say.of(say.drop, finding.at.cell)} onClick={() => pane.withdraw(state.reason)}>
          {say.drop}
        </Button>
      </p>
    </div>
  );
}
