import { brightnessOf } from "./brightness";
import { ExcelPaneHost } from "./excel-pane-host";
import { keepPageFunctions } from "./keep-page-functions";
import { waitForOfficeScript, watchMissingScripts } from "./office-script";
import type { StartState, StartWatch } from "./start-state";

/** How long a start may take before the pane says so; it goes on waiting all the same. unit milliseconds */
const patience = 15_000;

/**
 * アドインを始める — waits for office.js and for Excel, and tells where that stands.
 *
 * To be called before office.js has run. The code that speaks to Excel is fetched meanwhile, so that the first paint
 * need not wait for it.
 */
export async function startAddIn(script: HTMLScriptElement, watch: StartWatch): Promise<void> {
  const giveBack = keepPageFunctions(window);
  let isMissing = false;
  const tell = (state: StartState): void => {
    // Once it is known what did not come, nothing else is worth saying.
    if (!isMissing) watch.tell({ state });
  };
  const stopWatching = watchMissingScripts((address) => {
    tell({ kind: "library-missing", address });
    isMissing = true;
  });
  try {
    const [{ readSurroundings, startOffice }, { ExcelHost }] = await Promise.all([
      import("../hosts/excel/start-office"),
      import("../hosts/excel/excel-host"),
      waitForOfficeScript(script, patience, () => tell({ kind: "library-late", address: script.src })).then(giveBack),
    ]);
    const answer = await startOffice({ patience, onLate: () => tell({ kind: "no-answer" }) });
    giveBack();
    stopWatching();
    if (answer.kind === "no-host") return tell(answer);
    const { language, background } = readSurroundings();
    watch.tell({ language, theme: brightnessOf(background) });
    tell(answer.kind === "excel" ? { kind: "ready", host: new ExcelPaneHost(new ExcelHost()) } : answer);
  } catch (error) {
    tell({ kind: "mistake", error: error instanceof Error ? error : new Error(String(error)) });
  }
}
