import { useCallback, useEffect, useState, useSyncExternalStore, type ReactElement } from "react";
import type { Language } from "../model/finding";
import type { Engine } from "../taskpane/engine";
import { LanguageContext } from "../taskpane/language";
import { Pane } from "../taskpane/Pane";
import type { Brightness } from "../taskpane/pane-theme";
import { PaneErrorBoundary } from "../taskpane/PaneErrorBoundary";
import { readRememberedLanguage, rememberLanguage } from "../taskpane/remembered-language";
import { StartScreen } from "./StartScreen";
import type { StartState, StartWatch } from "./start-state";
import { startWords } from "./start-words";

/** アドイン — the pane that Excel opens: first how the start goes, then the pane itself. */
export function AddIn({ engine, watch }: { engine: Engine; watch: StartWatch }): ReactElement {
  const { state, theme, language: told } = useSyncExternalStore(watch.subscribe, watch.read);
  const [chosen, setChosen] = useState<Language | undefined>(readRememberedLanguage);
  const language = chosen ?? told ?? (navigator.language.startsWith("ja") ? "ja" : "en");
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = startWords[language].title;
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const choose = useCallback((next: Language) => {
    rememberLanguage(next);
    setChosen(next);
  }, []);
  return (
    <LanguageContext.Provider value={language}>
      <PaneErrorBoundary>
        <Shown state={state} engine={engine} language={language} onLanguage={choose} theme={theme} />
      </PaneErrorBoundary>
    </LanguageContext.Provider>
  );
}

function Shown(props: { state: StartState; engine: Engine; language: Language; onLanguage: (language: Language) => void; theme: Brightness }): ReactElement {
  const { state, ...pane } = props;
  // Inside the boundary, so that a mistake of ours is told like one.
  if (state.kind === "mistake") throw state.error;
  return state.kind === "ready" ? <Pane host={state.host} {...pane} /> : <StartScreen state={state} />;
}
