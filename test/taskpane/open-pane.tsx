import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState, type ReactElement } from "react";
import type { Language } from "../../src/model/finding";
import type { Engine } from "../../src/taskpane/engine";
import { Pane } from "../../src/taskpane/Pane";
import { FakeHost, fakeEngine } from "./fake-host";

function Page({ host, engine, first }: { host: FakeHost; engine: Engine; first: Language }): ReactElement {
  const [language, setLanguage] = useState<Language>(first);
  return (
    <main>
      <Pane host={host} engine={engine} language={language} onLanguage={setLanguage} />
    </main>
  );
}

/** 開いた作業窓 — the pane with a host that remembers, and somebody who clicks and types. */
export interface OpenPane {
  readonly host: FakeHost;
  readonly user: ReturnType<typeof userEvent.setup>;
}

/** 点検した作業窓を開く — the pane on one of its tabs, after a check. */
export async function openTab(name: string, engine: Engine = fakeEngine(), language: Language = "ja"): Promise<OpenPane> {
  const host = new FakeHost();
  render(<Page host={host} engine={engine} first={language} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: language === "ja" ? "ブックを点検する" : "Check this workbook" }));
  await user.click(await screen.findByRole("tab", { name }));
  await waitFor(() => expect(screen.queryByText(/^(読み込んでいます…|Loading…)$/)).not.toBeInTheDocument());
  await waitFor(() => expect(screen.queryByRole("progressbar")).not.toBeInTheDocument());
  return { host, user };
}
