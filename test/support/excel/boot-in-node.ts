import type { SimEvent } from "./book";
import { answerStart, EXECUTE_REQUEST, hasAreasSelect, KNOWN_EVENTS, MODEL_EVENTS, readExecute, type Surroundings, writeAnswer } from "./host-answers";
import { prepareLibrary } from "./library-switches";
import { openNodePage } from "./node-page";
import type { SimulatedExcel } from "./simulated-excel";

/** 起動した客 — Microsoft's client library, connected to a simulated workbook. */
export interface BootedClient {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Makes them the globals of this process, for code that uses them as in a page. */
  install(): void;
  /** Takes the globals back and ends the library's timers. */
  close(): void;
}

type Names = "Excel" | "Office" | "OfficeExtension";
const NAMES: readonly Names[] = ["Excel", "Office", "OfficeExtension"];

/**
 * Nodeで起動 — boots the unmodified library against a simulated workbook, without a browser.
 *
 * shape  members of newer requirement sets than Excel has are refused (`ApiNotFound`), and `Excel.run` waits for its
 *        clean-up request, so that a test sees all requests of a run when it has ended
 */
export async function bootInNode(excel: SimulatedExcel, surroundings: Surroundings = {}): Promise<BootedClient> {
  const { external, stop } = connect(excel, surroundings);
  const page = openNodePage(external);
  const office = page.globals["Office"] as typeof Office;
  await office.onReady();
  prepareLibrary(page.globals, hasAreasSelect(surroundings), (options) => excel.runs.push({ options, requests: [] }));
  const client = { Excel: page.globals["Excel"] as typeof Excel, Office: office, OfficeExtension: page.globals["OfficeExtension"] as typeof OfficeExtension };
  const before = new Map<Names, PropertyDescriptor | undefined>();
  return {
    ...client,
    install() {
      for (const name of NAMES) {
        if (!before.has(name)) before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
        Object.defineProperty(globalThis, name, { value: client[name], configurable: true, writable: true });
      }
    },
    close() {
      for (const [name, descriptor] of before)
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else Reflect.deleteProperty(globalThis, name);
      stop();
      page.close();
    },
  };
}

interface Answer {
  toArray(): unknown[];
}

/** 窓口 — what Excel for Windows puts into `window.external`. */
function connect(excel: SimulatedExcel, surroundings: Surroundings): { readonly external: object; readonly stop: () => void } {
  const start = answerStart(excel, surroundings);
  const handlers = new Set<(type: number, answer: Answer) => void>();
  const stop = excel.listen((event) => {
    for (const handler of handlers) setTimeout(() => handler(MODEL_EVENTS, { toArray: () => [writeEvent(event)] }));
  });
  const context: { [method: string]: unknown } = { GetSettings: () => ({ Read: () => undefined, Write: () => undefined }) };
  for (const [method, value] of Object.entries(start.context)) context[method] = () => value;
  return {
    stop,
    external: {
      GetHostInfo: () => start.hostInfo,
      GetContext: () => context,
      GetLoggingAllowed: () => false,
      Execute(id: number, args: readonly unknown[], callback: (answer: Answer) => void): void {
        if (id !== EXECUTE_REQUEST) throw new Error(`SIM: not simulated: Execute ${id}`);
        const { body, flags } = readExecute(args);
        void excel.execute(body, flags).then((answer) => setTimeout(() => callback({ toArray: () => writeAnswer(answer) })));
      },
      RegisterEvent(id: number, _target: string, handler: (type: number, answer: Answer) => void, callback: (status: number) => void): void {
        if (!KNOWN_EVENTS.includes(id)) throw new Error(`SIM: not simulated: RegisterEvent ${id}`);
        if (id === MODEL_EVENTS) handlers.add(handler);
        setTimeout(() => callback(0));
      },
      UnregisterEvent(id: number, _target: string, handler: (type: number, answer: Answer) => void, callback: (status: number) => void): void {
        if (id === MODEL_EVENTS) handlers.delete(handler);
        setTimeout(() => callback(0));
      },
    },
  };
}

/** 知らせの電文 — one event as Excel sends it. */
export function writeEvent(event: SimEvent): unknown[] {
  return [65_536, event.type, event.target, JSON.stringify(event.payload), 0, event.isRemote];
}
