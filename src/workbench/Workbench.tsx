import { Button, FluentProvider } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { DocumentMultipleRegular } from "@fluentui/react-icons/svg/document-multiple";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { SaveRegular } from "@fluentui/react-icons/svg/save";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type DragEvent, type ReactElement } from "react";
import { HostRefusal } from "../hosts/host";
import type { Language } from "../model/finding";
import type { Engine } from "../taskpane/engine";
import { LanguageContext } from "../taskpane/language";
import { Pane } from "../taskpane/Pane";
import type { Draft, Selection } from "../taskpane/pane-host";
import { paneThemes } from "../taskpane/pane-theme";
import { readRememberedLanguage, rememberLanguage } from "../taskpane/remembered-language";
import type { Caller } from "../taskpane/worker-calls";
import { FilePaneHost } from "./file-pane-host";
import { type Dropped, takeDropped } from "./many/collect-files";
import type { ManyPort } from "./many/run-many";
import { keepFile, type OpenFile } from "./open-file";
import { PaneResizer } from "./PaneResizer";
import { readPicked } from "./read-picked";
import { saveBytes, writeSaveName } from "./save-file";
import { SheetView, type ShowRequest } from "./SheetView";
import { workbenchWords } from "./workbench-words";

const xlsx = ".xlsx,.xlsm";
const ManyWorkbooks = lazy(() => import("./many/ManyWorkbooks").then(({ ManyWorkbooks }) => ({ default: ManyWorkbooks })));

interface Opened {
  /** Another file is another one even under the same name. */
  readonly id: number;
  readonly file: OpenFile;
  readonly host: FilePaneHost;
}

function firstTab({ tabs }: OpenFile): string {
  return (tabs.find((tab) => !tab.isHidden) ?? tabs[0])?.name ?? "";
}

/** 作業台 — a workbook file beside the task pane. */
export function Workbench(props: {
  files: Caller;
  engine: Engine;
  /** A worker that checks many workbooks. */
  makeManyPort: () => ManyPort;
  readSample: () => Promise<ArrayBuffer>;
  sampleName: string;
  opensSample: boolean;
  opensMany: boolean;
}): ReactElement {
  const { files, engine, readSample, sampleName } = props;
  const [language, setLanguage] = useState<Language>(() => readRememberedLanguage() ?? "ja");
  const say = workbenchWords[language];
  const keeper = useMemo(() => keepFile(files), [files]);
  const picker = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<Opened>();
  const [isOpening, setOpening] = useState(false);
  const [sheet, setSheet] = useState("");
  const [version, setVersion] = useState(0);
  const [isDirty, setDirty] = useState(false);
  const [request, setRequest] = useState<ShowRequest>();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [notice, setNotice] = useState<{ readonly text: string; readonly isError: boolean }>();
  const [mistake, setMistake] = useState<Error>();
  const [waiting, setWaiting] = useState<() => void>();
  const selected = useRef<Selection | null>(null);
  const select = useCallback((selection: Selection) => void (selected.current = selection), []);
  const [paneWidth, setPaneWidth] = useState(360);
  const [place, setPlace] = useState<"one" | "many">(props.opensMany ? "many" : "one");
  const [hasMany, setHasMany] = useState(props.opensMany);
  const [isManyRunning, setManyRunning] = useState(false);
  const [dropped, setDropped] = useState<Dropped>();
  if (mistake) throw mistake;

  const fail = useCallback(
    (error: unknown) => {
      if (error instanceof HostRefusal) setNotice({ text: error.sentence[language], isError: true });
      else setMistake(error instanceof Error ? error : new Error(String(error)));
    },
    [language],
  );

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = opened ? `${opened.file.name} — ${say.product}` : say.product;
  }, [language, opened, say]);
  const switchLanguage = useCallback((next: Language) => {
    rememberLanguage(next);
    setLanguage(next);
  }, []);

  useEffect(() => {
    if (!isDirty && !isManyRunning) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isDirty, isManyRunning]);

  const open = useCallback(
    async (read: () => Promise<ArrayBuffer>, name: string) => {
      setOpening(true);
      setWaiting(undefined);
      setNotice(undefined);
      try {
        const file = await keeper.open(await read(), name);
        const host = new FilePaneHost(file.name, files, {
          show: (at, related) => {
            setSheet(at.sheet);
            setRequest({ at, related });
          },
          preview: setDrafts,
          refresh: async (areTabsNew) => {
            setDirty(true);
            if (areTabsNew) {
              const now = await keeper.list();
              setOpened((held) => (held?.host === host ? { ...held, file: now } : held));
              setSheet((shown) => (now.tabs.some((tab) => tab.name === shown) ? shown : firstTab(now)));
            }
            setVersion((count) => count + 1);
          },
          readSelection: () => selected.current,
        });
        setRequest(undefined);
        setDrafts([]);
        setDirty(false);
        setVersion((count) => count + 1);
        setSheet(firstTab(file));
        setOpened((before) => ({ id: (before?.id ?? 0) + 1, file, host }));
        setPlace("one");
      } catch (error) {
        fail(error);
      } finally {
        setOpening(false);
      }
    },
    [keeper, files, fail],
  );

  const openSample = useCallback(() => void open(readSample, sampleName), [open, readSample, sampleName]);
  // What was written and not saved would be lost without a word.
  const ask = (start: () => void): void => (isDirty ? setWaiting(() => start) : start());
  const hasStarted = useRef(false);
  useEffect(() => {
    if (!props.opensSample || hasStarted.current) return;
    hasStarted.current = true;
    openSample();
  }, [props.opensSample, openSample]);

  const openFile = (file: File | undefined): void => {
    if (file) ask(() => void open(() => readPicked(file), file.name));
  };
  const save = async (): Promise<void> => {
    if (!opened) return;
    try {
      const name = await saveBytes(() => keeper.save(), writeSaveName(opened.file.name, say.nameSuffix));
      if (name === undefined) return;
      setDirty(false);
      setNotice({ text: say.saved(name), isError: false });
    } catch (error) {
      fail(error);
    }
  };
  const showMany = (): void => {
    setHasMany(true);
    setPlace("many");
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const taken = takeDropped(event.dataTransfer);
    const [first] = taken;
    if (place === "one" && taken.length === 1 && first instanceof File) return openFile(first);
    if (taken.length === 0) return;
    if (isManyRunning) return setNotice({ text: say.manyIsRunning, isError: true });
    setDropped(taken);
    showMany();
  };

  return (
    <LanguageContext.Provider value={language}>
      <FluentProvider theme={paneThemes.light} className="workbench" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <header className="bar">
          <span className="bar-product">{say.product}</span>
          <span className="bar-file" title={opened?.file.name}>
            {opened?.file.name}
            {isDirty && <span className="bar-dirty"> ・{say.unsaved}</span>}
          </span>
          <div className="bar-actions">
            <Button
              size="small"
              appearance="subtle"
              icon={<DocumentMultipleRegular />}
              aria-pressed={place === "many"}
              className={place === "many" ? "bar-many is-on" : "bar-many"}
              onClick={() => (place === "many" ? setPlace("one") : showMany())}
            >
              {isManyRunning ? say.manyRunning : say.many}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => ask(openSample)} disabled={isOpening}>
              {say.openSample}
            </Button>
            <Button size="small" icon={<FolderOpenRegular />} onClick={() => picker.current?.click()} disabled={isOpening}>
              {say.openFile}
            </Button>
            <Button size="small" icon={<SaveRegular />} appearance={isDirty ? "primary" : "secondary"} onClick={() => void save()} disabled={!opened || isOpening}>
              {say.save}
            </Button>
          </div>
          <input
            ref={picker}
            type="file"
            accept={xlsx}
            hidden
            aria-label={say.openFile}
            onChange={(event) => {
              openFile(event.currentTarget.files?.[0]);
              // The same file may be picked again.
              event.currentTarget.value = "";
            }}
          />
        </header>
        <div className="bar-notice" role={notice?.isError ? "alert" : "status"}>
          {waiting && (
            <div className="notice is-question">
              <span>{say.unsavedQuestion}</span>
              <span className="bar-actions">
                <Button size="small" appearance="primary" onClick={() => setWaiting(undefined)}>
                  {say.stay}
                </Button>
                <Button size="small" onClick={waiting}>
                  {say.openAnyway}
                </Button>
              </span>
            </div>
          )}
          {notice && (
            <p className={notice.isError ? "notice is-error" : "notice"}>
              <span>{notice.text}</span>
              <Button size="small" appearance="transparent" icon={<DismissRegular />} aria-label={say.close} onClick={() => setNotice(undefined)} />
            </p>
          )}
        </div>
        {hasMany && (
          <Suspense fallback={<p className="desk-empty">{say.opening}</p>}>
            <ManyWorkbooks
              makePort={props.makeManyPort}
              isShown={place === "many"}
              dropped={dropped}
              beside={opened?.file.name}
              onBack={() => setPlace("one")}
              onOpen={openFile}
              onRunning={setManyRunning}
              onMistake={fail}
            />
          </Suspense>
        )}
        <div className="desk" hidden={place === "many"}>
          {opened ? (
            <>
              <SheetView
                key={opened.id}
                keeper={keeper}
                file={opened.file}
                version={version}
                sheet={sheet}
                onSheet={setSheet}
                request={request}
                drafts={drafts}
                onSelect={select}
                onError={fail}
              />
              <PaneResizer width={paneWidth} onWidth={setPaneWidth} label={say.resize} />
              <aside className="pane-box" aria-label={say.pane} style={{ width: paneWidth }}>
                <Pane host={opened.host} engine={engine} language={language} onLanguage={switchLanguage} />
              </aside>
            </>
          ) : (
            <div className="desk-empty">
              <p className="desk-lead">{isOpening ? say.opening : say.empty}</p>
              <p className="muted">{say.emptyHint}</p>
            </div>
          )}
        </div>
      </FluentProvider>
    </LanguageContext.Provider>
  );
}
