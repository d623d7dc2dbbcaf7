import { Component, type ReactElement, type ReactNode } from "react";
import { LanguageContext } from "./language";

declare const KPI_VERSION: string | undefined;

/** 版 — the version this page was built from; "dev" outside a build. */
export const version: string = typeof KPI_VERSION === "undefined" ? "dev" : KPI_VERSION;

const words = {
  ja: {
    title: "申し訳ありません。不具合が起きました。",
    safe: "ご指示のない書き込みはしていません。ページを開き直すと、もう一度使えます。",
    ask: "続くときは、次の内容を添えてお知らせください。",
    again: "開き直す",
  },
  en: {
    title: "Sorry, something went wrong on our side.",
    safe: "Nothing was written that you did not ask for. Reload the page to start again.",
    ask: "If it happens again, please report it with these details.",
    again: "Reload",
  },
} as const;

/** 不具合の受け止め — shows a mistake of ours with the version and what to do, instead of an empty pane. */
export class PaneErrorBoundary extends Component<{ children: ReactNode }, { error: Error | undefined }> {
  static override contextType = LanguageContext;
  declare context: keyof typeof words;
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const say = words[this.context];
    return (
      <section className="pane-mistake" role="alert">
        <h2>{say.title}</h2>
        <p>{say.safe}</p>
        <p>
          <button type="button" className="plain-button" onClick={() => location.reload()}>
            {say.again}
          </button>
        </p>
        <p className="muted">{say.ask}</p>
        <MistakeText error={error} />
      </section>
    );
  }
}

function MistakeText({ error }: { error: Error }): ReactElement {
  return (
    <pre className="mistake-text" tabIndex={0}>
      {`version ${version}\n${error.message}`}
    </pre>
  );
}
