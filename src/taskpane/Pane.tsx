import { Button, FluentProvider, Tab, TabList } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useRef, useState, type ReactElement } from "react";
import type { Language } from "../model/finding";
import { Announcer } from "./Announcer";
import { CheckTab, loadFindings } from "./CheckTab";
import type { Engine } from "./engine";
import { useKeptFocus } from "./keep-focus";
import { LanguageContext, useWords, type Words } from "./language";
import { Notices } from "./Notices";
import { PaneErrorBoundary } from "./PaneErrorBoundary";
import type { PaneHost } from "./pane-host";
import { type Brightness, paneThemes } from "./pane-theme";
import { loadOwnData } from "./use-kept";
import { usePane, type PaneState } from "./use-pane";

// Only 点検 is there from the start; the other tabs come as soon as the page has nothing better to do.
const loadFill = () => import("./FillTab").then(({ FillTab }) => ({ default: FillTab }));
const loadTarget = () => import("./TargetTab").then(({ TargetTab }) => ({ default: TargetTab }));
const loadReading = () => import("./ReadingTab").then(({ ReadingTab }) => ({ default: ReadingTab }));
const loadJournal = () => import("./JournalTab").then(({ JournalTab }) => ({ default: JournalTab }));
const loadSettings = () => import("./SettingsTab").then(({ SettingsTab }) => ({ default: SettingsTab }));
const FillTab = lazy(loadFill);
const TargetTab = lazy(loadTarget);
const ReadingTab = lazy(loadReading);
const JournalTab = lazy(loadJournal);
const SettingsTab = lazy(loadSettings);

const words: Words<{
  readonly title: string;
  readonly tabs: { readonly check: string; readonly fill: string; readonly target: string; readonly reading: string; readonly journal: string; readonly settings: string };
  readonly tabList: string;
  readonly other: string;
  readonly otherName: string;
  readonly loading: string;
}> = {
  ja: {
    title: "行動計画チェック",
    tabs: { check: "点検", fill: "補完", target: "判定", reading: "読み取り", journal: "履歴", settings: "設定" },
    tabList: "作業の種類",
    other: "EN",
    otherName: "Switch to English",
    loading: "読み込んでいます…",
  },
  en: {
    title: "Action plan check",
    tabs: { check: "Check", fill: "Fill", target: "Targets", reading: "Reading", journal: "Journal", settings: "Settings" },
    tabList: "Kind of work",
    other: "日本語",
    otherName: "日本語に切り替える",
    loading: "Loading…",
  },
};

type TabName = "check" | "fill" | "target" | "reading" | "journal" | "settings";
const tabNames: readonly TabName[] = ["check", "fill", "target", "reading", "journal", "settings"];

const numbers = new WeakMap<PaneHost, number>();
let lastNumber = 0;

/** Every workbook gets a pane of its own: nothing of the one before is left. */
function numberOf(host: PaneHost): number {
  const number = numbers.get(host) ?? ++lastNumber;
  numbers.set(host, number);
  return number;
}

/** 作業窓 — the task pane: the same in Excel and beside a workbook file. */
export function Pane(props: { host: PaneHost; engine: Engine; language: Language; onLanguage: (language: Language) => void; theme?: Brightness }): ReactElement {
  const { host, engine, language, onLanguage, theme = "light" } = props;
  return (
    <LanguageContext.Provider value={language}>
      <FluentProvider theme={paneThemes[theme]} className="pane" lang={language}>
        <PaneErrorBoundary key={numberOf(host)}>
          <PaneBody host={host} engine={engine} onLanguage={onLanguage} />
        </PaneErrorBoundary>
      </FluentProvider>
    </LanguageContext.Provider>
  );
}

function PaneBody({ host, engine, onLanguage }: { host: PaneHost; engine: Engine; onLanguage: (language: Language) => void }): ReactElement {
  const say = useWords(words);
  const pane = usePane(host, engine);
  const [tab, setTab] = useState<TabName>("check");
  const panel = useRef<HTMLDivElement>(null);
  useKeptFocus(panel);
  useEffect(() => {
    // What does not arrive now is asked for again, and missed aloud, when its tab is opened.
    const waiting = setTimeout(
      () => Promise.all([loadFindings(), loadOwnData(), loadFill(), loadTarget(), loadReading(), loadJournal(), loadSettings()]).catch(() => undefined),
      300,
    );
    return () => clearTimeout(waiting);
  }, []);
  return (
    <>
      <header className="pane-header">
        <h1 className="pane-title">{say.title}</h1>
        <span className="pane-file" title={host.workbookName}>
          {host.workbookName}
        </span>
        <Button appearance="subtle" size="small" className="pane-language" aria-label={say.otherName} onClick={() => onLanguage(say === words.ja ? "en" : "ja")}>
          {say.other}
        </Button>
      </header>
      <TabList className="pane-tabs" size="small" selectedValue={tab} onTabSelect={(_, data) => setTab(data.value as TabName)} aria-label={say.tabList}>
        {tabNames.map((name) => (
          <Tab key={name} value={name} id={`tab-${name}`} aria-controls="pane-panel">
            {say.tabs[name]}
          </Tab>
        ))}
      </TabList>
      <Announcer pane={pane} />
      <div className="pane-panel" id="pane-panel" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={-1} ref={panel}>
        <Notices pane={pane} showsCheck={tab === "journal" || (tab === "settings" && pane.isRead)} showsUnsaved={tab !== "fill" && tab !== "target"} />
        <Suspense fallback={<p className="empty">{say.loading}</p>}>
          <TabBody tab={tab} pane={pane} engine={engine} canPreview={host.canPreview} />
        </Suspense>
      </div>
    </>
  );
}

function TabBody(props: { tab: TabName; pane: PaneState; engine: Engine; canPreview: boolean }): ReactElement {
  const { tab, pane, engine } = props;
  switch (tab) {
    case "check":
      return <CheckTab pane={pane} />;
    case "fill":
      return <FillTab pane={pane} canPreview={props.canPreview} />;
    case "target":
      return <TargetTab pane={pane} />;
    case "reading":
      return <ReadingTab pane={pane} engine={engine} />;
    case "journal":
      return <JournalTab pane={pane} />;
    case "settings":
      return <SettingsTab pane={pane} />;
  }
}
