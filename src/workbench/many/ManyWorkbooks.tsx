import { Button, ProgressBar } from "@fluentui/react-components";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { SaveRegular } from "@fluentui/react-icons/svg/save";
import { useCallback, useEffect, useRef, useState, type ReactElement } from "react";
import { tellLeftOut } from "../../inspection/roll-up/tell-run";
import type { Profile } from "../../model/profile";
import { useLanguage, useSay, useWords } from "../../taskpane/language";
import { version } from "../../taskpane/PaneErrorBoundary";
import { today } from "../../taskpane/use-inspection";
import { saveBytes } from "../save-file";
import { type Dropped, listPicked, type PickedSearch, sortDropped, sortPicked } from "./collect-files";
import { manyWords } from "./many-words";
import { ManyList } from "./ManyList";
import { ManySettingsFile } from "./ManySettingsFile";
import type { ManyPort } from "./run-many";
import { useMany } from "./use-many";

/** まとめて点検 — many workbooks one after the other, a line for each, and the workbook that sums them up. */
export function ManyWorkbooks(props: {
  makePort: () => ManyPort;
  isShown: boolean;
  /** What was last dropped on the page. */
  dropped: Dropped | undefined;
  /** The workbook that is open; undefined when none is. */
  beside: string | undefined;
  onBack: () => void;
  onOpen: (file: File) => void;
  onRunning: (isRunning: boolean) => void;
  onMistake: (error: unknown) => void;
}): ReactElement {
  const { makePort, dropped, onOpen, onRunning, onMistake } = props;
  const say = useWords(manyWords);
  const sentence = useSay();
  const language = useLanguage();
  const { state, begin, stop, goOn, rollUp } = useMany(makePort, onMistake);
  const { search, ends, done, isRunning, at, share } = state;
  const [isCollecting, setCollecting] = useState(false);
  const [saved, setSaved] = useState("");
  const [settings, setSettings] = useState<{ readonly name: string; readonly profile: Profile }>();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (folder.current) folder.current.webkitdirectory = true;
  }, []);
  const all = search?.workbooks.length ?? 0;

  const start = useCallback(
    (found: PickedSearch) => {
      setSaved("");
      begin(found, { lang: language, asOf: today(), profile: settings?.profile, version });
    },
    [begin, language, settings],
  );
  const taken = useRef<Dropped>();
  useEffect(() => {
    if (!dropped || dropped === taken.current) return;
    taken.current = dropped;
    setCollecting(true);
    sortDropped(dropped)
      .then(start, onMistake)
      .finally(() => setCollecting(false));
  }, [dropped, start, onMistake]);
  useEffect(() => {
    onRunning(isRunning);
  }, [isRunning, onRunning]);

  const pick = (input: HTMLInputElement): void => {
    if (input.files && input.files.length > 0) start(sortPicked(listPicked(input.files)));
    // The same folder may be picked again.
    input.value = "";
  };
  const save = async (): Promise<void> => {
    try {
      const name = await saveBytes(rollUp, say.saveName);
      if (name !== undefined) setSaved(say.saved(name, done));
    } catch (error) {
      onMistake(error);
    }
  };
  const open = useCallback((place: number) => search?.workbooks[place] && onOpen(search.workbooks[place].file), [search, onOpen]);
  const left = search && tellLeftOut(search);
  const isBusy = isRunning || isCollecting;

  return (
    <main className="many" aria-labelledby="many-title" hidden={!props.isShown}>
      <div className="many-head">
        <div className="many-top">
          <h1 id="many-title" className="many-title">
            {say.title}
          </h1>
          {props.beside !== undefined && (
            <button type="button" className="link-button" onClick={props.onBack}>
              {say.back(props.beside)}
            </button>
          )}
        </div>
        <p className="many-lead">{say.lead}</p>
        <div className="bar-actions">
          <Button appearance={search ? "secondary" : "primary"} icon={<FolderOpenRegular />} disabled={isBusy} onClick={() => folder.current?.click()}>
            {say.pickFolder}
          </Button>
          <Button disabled={isBusy} onClick={() => files.current?.click()}>
            {say.pickFiles}
          </Button>
          {isRunning && <Button onClick={stop}>{say.stop}</Button>}
          {!isRunning && done < all && <Button onClick={goOn}>{say.goOn}</Button>}
          {done > 0 && (
            <Button appearance={isRunning ? "secondary" : "primary"} icon={<SaveRegular />} disabled={isRunning} onClick={() => void save()}>
              {say.save}
            </Button>
          )}
        </div>
        <input ref={files} type="file" multiple accept=".xlsx,.xlsm" hidden aria-label={say.pickFiles} onChange={(event) => pick(event.currentTarget)} />
        <input ref={folder} type="file" hidden aria-label={say.pickFolder} onChange={(event) => pick(event.currentTarget)} />
        <p className="muted">{say.dropHint}</p>
        <ManySettingsFile name={settings?.name} isBusy={isBusy} onPick={setSettings} />
      </div>
      {search && all > 0 && (
        <div className="many-progress">
          <ProgressBar value={(done + (isRunning ? share : 0)) / all} thickness="large" aria-label={say.progress} />
          <span className="many-number">{say.of(done, all)}</span>
        </div>
      )}
      <div role="status" className="many-status">
        {isCollecting && <p>{say.collecting}</p>}
        {search && all === 0 && <p className="is-error">{say.none}</p>}
        {search && all > 0 && !isBusy && <p>{done < all ? say.stopped : say.finished}</p>}
        {left && <p className="muted">{sentence(left)}</p>}
        {saved !== "" && <p>{saved}</p>}
      </div>
      {search && all > 0 && <ManyList workbooks={search.workbooks} common={state.common} ends={ends} at={at} onOpen={open} />}
    </main>
  );
}
