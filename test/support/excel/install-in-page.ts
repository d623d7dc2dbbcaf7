import type { Page } from "playwright-core";
import { writeEvent } from "./boot-in-node";
import { answerStart, EXECUTE_REQUEST, hasAreasSelect, KNOWN_EVENTS, MODEL_EVENTS, readExecute, type StartAnswers, type Surroundings, writeAnswer } from "./host-answers";
import { prepareLibrary } from "./library-switches";
import type { SimulatedExcel } from "./simulated-excel";

/** 頁の設定 — how the page meets Excel. */
export interface PageOptions extends Surroundings {
  /** Excel is there but says nothing: office.js never becomes ready. */
  readonly isMute?: boolean;
}

/**
 * 頁に据える — makes a page of Chromium an add-in's pane in the simulated Excel; to be called before `page.goto`.
 *
 * shape  the workbook stays in Node, so that a test sees and changes it there; where office.js comes from is the page's own
 *        business; a page without this call is a page outside of Office
 */
export async function installInPage(page: Page, excel: SimulatedExcel, options: PageOptions = {}): Promise<void> {
  await page.exposeFunction("__simulatedExecute", async (args: unknown[]) => {
    const { body, flags } = readExecute(args);
    return writeAnswer(await excel.execute(body, flags));
  });
  await page.exposeFunction("__simulatedRun", (runOptions: { [name: string]: unknown }) => {
    excel.runs.push({ options: runOptions, requests: [] });
  });
  // Run by tsx, functions of ours ask for this helper of its compiler, which the page does not have.
  await page.addInitScript("globalThis.__name ??= (named) => named;");
  await page.addInitScript(`window.__prepareLibrary = ${prepareLibrary.toString()}`);
  await page.addInitScript(becomeExcel, {
    start: answerStart(excel, options),
    isMute: options.isMute === true,
    hasSelect: hasAreasSelect(options),
    execute: EXECUTE_REQUEST,
    events: MODEL_EVENTS,
    known: KNOWN_EVENTS,
  });
  const stop = excel.listen((event) => {
    const push = page.evaluate((entry) => window.__simulatedEvent?.(entry), writeEvent(event));
    // Nobody is there any more to be told once the page has been closed.
    push.catch((error: unknown) => (page.isClosed() ? undefined : excel.crashes.push(error)));
  });
  page.once("close", stop);
}

declare global {
  interface Window {
    __prepareLibrary?: typeof prepareLibrary;
    __simulatedExecute?: (args: unknown[]) => Promise<unknown[]>;
    __simulatedRun?: (options: { readonly [name: string]: unknown }) => Promise<void>;
    __simulatedEvent?: (entry: unknown[]) => void;
  }
}

interface PageAnswer {
  toArray(): unknown[];
}

interface PageExcel {
  readonly start: StartAnswers;
  readonly isMute: boolean;
  readonly hasSelect: boolean;
  readonly execute: number;
  readonly events: number;
  readonly known: readonly number[];
}

/** Runs in the page, before any script of its own: nothing from outside of this function is there. */
function becomeExcel({ start, isMute, hasSelect, execute, events, known }: PageExcel): void {
  const handlers = new Set<(type: number, answer: PageAnswer) => void>();
  const context: { [method: string]: unknown } = { GetSettings: () => ({ Read: () => undefined, Write: () => undefined }) };
  for (const [method, value] of Object.entries(start.context)) context[method] = () => value;
  window.__simulatedEvent = (entry) => handlers.forEach((handler) => handler(events, { toArray: () => [entry] }));

  const external = {
    GetHostInfo: () => start.hostInfo,
    GetContext: () => {
      window.__prepareLibrary?.(window, hasSelect, (options) => void window.__simulatedRun?.(options));
      return context;
    },
    GetLoggingAllowed: () => false,
    Execute(id: number, args: unknown[], callback: (answer: PageAnswer) => void): void {
      if (id !== execute) throw new Error(`SIM: not simulated: Execute ${id}`);
      void window.__simulatedExecute!(JSON.parse(JSON.stringify(args)) as unknown[]).then((answer) => callback({ toArray: () => answer }));
    },
    RegisterEvent(id: number, _target: string, handler: (type: number, answer: PageAnswer) => void, callback: (status: number) => void): void {
      if (!known.includes(id)) throw new Error(`SIM: not simulated: RegisterEvent ${id}`);
      if (id === events) handlers.add(handler);
      setTimeout(() => callback(0));
    },
    UnregisterEvent(id: number, _target: string, handler: (type: number, answer: PageAnswer) => void, callback: (status: number) => void): void {
      if (id === events) handlers.delete(handler);
      setTimeout(() => callback(0));
    },
  };
  // The library has learned that Excel is there, and waits for the rest for ever.
  const answering = isMute ? { GetHostInfo: external.GetHostInfo } : external;
  Object.defineProperty(window, "external", { value: answering, configurable: true });
}
