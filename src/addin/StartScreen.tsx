import type { ReactElement } from "react";
import { useLanguage, useWords } from "../taskpane/language";
import { version } from "../taskpane/PaneErrorBoundary";
import { startWords } from "./start-words";
import type { StartState } from "./start-state";

/** 始まりの画面 — what the add-in waits for, or why it cannot start and what to do next. */
export function StartScreen({ state }: { state: Exclude<StartState, { kind: "ready" | "mistake" }> }): ReactElement {
  const say = useWords(startWords);
  const language = useLanguage();
  const again = (
    <button type="button" className="plain-button" onClick={() => location.reload()}>
      {say.again}
    </button>
  );
  const workbench = (
    <a className="start-link" href="index.html" target="_blank" rel="noopener noreferrer">
      {say.toWorkbench}
    </a>
  );
  return (
    <section className="start" lang={language} aria-busy={state.kind === "starting"}>
      <h1 className="start-title">{say.title}</h1>
      <div className="start-body" role={state.kind === "starting" ? "status" : "alert"}>
        <Explanation state={state} />
      </div>
      {(state.kind === "library-missing" || state.kind === "library-late" || state.kind === "no-answer") && <p>{again}</p>}
      {(state.kind === "no-host" || state.kind === "too-old") && <p>{workbench}</p>}
      <p className="muted">{say.version(version)}</p>
    </section>
  );
}

function Explanation({ state }: { state: Exclude<StartState, { kind: "ready" | "mistake" }> }): ReactElement {
  const say = useWords(startWords);
  switch (state.kind) {
    case "starting":
      return <p>{say.starting}</p>;
    case "library-missing":
    case "library-late":
      return (
        <>
          <p className="start-lead">{state.kind === "library-missing" ? say.libraryMissing : say.libraryLate}</p>
          <dl className="start-address">
            <dt>{say.address}</dt>
            <dd>{state.address}</dd>
          </dl>
          <p>{say.askNetwork}</p>
        </>
      );
    case "no-answer":
      return <Lead lead={say.noAnswer} next={say.noAnswerNext} />;
    case "no-host":
      return <Lead lead={say.noHost} next={say.noHostNext} />;
    case "other-application":
      return <Lead lead={say.otherApplication(state.application)} next={say.otherNext} />;
    case "too-old":
      return <Lead lead={say.tooOld(state.version)} next={say.tooOldNext} />;
  }
}

function Lead({ lead, next }: { lead: string; next: string }): ReactElement {
  return (
    <>
      <p className="start-lead">{lead}</p>
      <p>{next}</p>
    </>
  );
}
