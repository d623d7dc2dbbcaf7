import { lazy, Suspense, useRef, useState, type ReactElement } from "react";
import type { FindingView } from "../inspection/inspection-view";
import { useSay, useWords, type Words } from "./language";
import { OldReason } from "./OldReason";
import { PlaceLink } from "./PlaceLink";
import { severityWords } from "./severity";
import type { PaneState } from "./use-pane";

const ReasonPanel = lazy(() => import("./ReasonPanel").then(({ ReasonPanel }) => ({ default: ReasonPanel })));

const words: Words<{
  readonly fix: string;
  readonly related: string;
  readonly more: (count: number) => string;
  readonly reason: string;
  readonly otherReason: string;
  readonly reasonOf: (button: string, place: string) => string;
}> = {
  ja: { fix: "正しくは", related: "関連", more: (n) => `ほか${n}`, reason: "理由を付ける", otherReason: "ほかの理由を付ける", reasonOf: (button, place) => `${place} に${button}` },
  en: {
    fix: "Should say",
    related: "Related",
    more: (n) => `+${n}`,
    reason: "Give a reason",
    otherReason: "Give another reason",
    reasonOf: (button, place) => `${button} for ${place}`,
  },
};

/** 指摘の札 — what, why and the arithmetic; its head selects the cell, and a reason lets it rest. */
export function FindingCard({ pane, finding }: { pane: PaneState; finding: FindingView }): ReactElement {
  const say = useWords(words);
  const severity = useWords(severityWords);
  const sentence = useSay();
  const [isGiving, setGiving] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = `finding-${finding.id}`;
  const isShown = pane.shown === id;
  const give = finding.accepted ? say.otherReason : say.reason;
  return (
    <li className={`card is-${finding.severity}${isShown ? " is-shown" : ""}`}>
      <button type="button" className="card-head" aria-current={isShown ? "true" : undefined} onClick={() => pane.show(id, finding.at, finding.related)}>
        <span className="card-where">
          <span aria-hidden="true" className="symbol">
            {severity[finding.severity].symbol}
          </span>
          <span className="visually-hidden">{severity[finding.severity].word} </span>
          <span className="card-cell">{finding.at.cell}</span>
          {sentence(finding.about) && <span className="card-about">{sentence(finding.about)}</span>}
        </span>
        <span className="card-message" id={`${id}-message`}>
          {sentence(finding.message)}
        </span>
      </button>
      {finding.arithmetic && <p className="arithmetic">{sentence(finding.arithmetic)}</p>}
      {(finding.fix !== null || finding.related.length > 0) && (
        <p className="card-foot">
          {finding.fix !== null && (
            <span className="card-fix">
              {say.fix} <strong>{finding.fix}</strong>
            </span>
          )}
          {finding.related.length > 0 && (
            <span className="places">
              <span className="muted">{say.related}</span>
              {finding.related.slice(0, 4).map((at, index) => (
                <PlaceLink key={index} pane={pane} at={at} home={finding.at.sheet} related={[finding.at, ...finding.related]} />
              ))}
              {finding.related.length > 4 && <span className="muted">{say.more(finding.related.length - 4)}</span>}
            </span>
          )}
        </p>
      )}
      {finding.accepted && <OldReason pane={pane} finding={finding} state={finding.accepted} />}
      <p className="card-actions">
        <button
          ref={opener}
          type="button"
          className="link-button"
          aria-expanded={isGiving}
          aria-describedby={`${id}-message`}
          aria-label={say.reasonOf(give, finding.at.cell)}
          onClick={() => setGiving(!isGiving)}
        >
          {give}
        </button>
      </p>
      {isGiving && (
        <Suspense fallback={null}>
          <ReasonPanel
            pane={pane}
            finding={finding}
            onClose={() => {
              setGiving(false);
              opener.current?.focus();
            }}
          />
        </Suspense>
      )}
    </li>
  );
}
