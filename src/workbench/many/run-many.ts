import type { FileTotals } from "../../inspection/roll-up/roll-up";
import type { Sentence } from "../../model/finding";
import type { EnginePort } from "../../taskpane/engine";
import { type Caller, makeCaller, Stopped } from "../../taskpane/worker-calls";
import { type CheckedPicked, type ManySettings, refusePicked } from "./checked-picked";
import type { PickedFile } from "./collect-files";

/** まとめの働き手 — a worker that also tells when it breaks down altogether. */
export type ManyPort = EnginePort & { addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void };

/** まとめの指図 — how a run is made, and who hears of it. */
export interface ManyOrder {
  readonly makePort: () => ManyPort;
  readonly settings: ManySettings;
  /** Seconds one file may take. */
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
  readonly onStart: (place: number) => void;
  readonly onShare: (share: number) => void;
  readonly onEnd: (place: number, checked: CheckedPicked) => void;
}

/** After so many files a worker makes way for a new one: what a library holds on to does not add up over thousands. */
const FILES_PER_WORKER = 250;

/**
 * 一冊ずつ点検する — one workbook at a time in a worker of its own; a file that takes the worker down takes nothing else with it.
 *
 * shape  stopped at once by the signal; `onEnd` is not called for the file that was under way
 */
export async function runMany(files: readonly (readonly [place: number, picked: PickedFile])[], order: ManyOrder): Promise<void> {
  const { settings, signal } = order;
  let worker: ManyWorker | undefined;
  let done = 0;
  try {
    for (const [place, picked] of files) {
      if (signal.aborted) return;
      order.onStart(place);
      worker ??= new ManyWorker(order.makePort());
      const end = await worker.check(picked, order);
      if (signal.aborted) return;
      if (end.kind !== "answered" || ++done >= FILES_PER_WORKER) {
        worker.stop();
        worker = undefined;
        done = 0;
      }
      order.onEnd(place, end.kind === "answered" ? end.answer : refusePicked(picked, settings, end.kind, sayEnd(end, order)));
    }
  } finally {
    worker?.stop();
  }
}

/** まとめのブックを頼む — made in a worker of its own, so that the page goes on. */
export async function askRollUp(makePort: () => ManyPort, all: readonly FileTotals[]): Promise<ArrayBuffer> {
  const worker = new ManyWorker(makePort());
  try {
    return await worker.rollUp(all);
  } finally {
    worker.stop();
  }
}

type End = { readonly kind: "answered"; readonly answer: CheckedPicked } | { readonly kind: "timed-out" } | { readonly kind: "crashed"; readonly message: string };

class ManyWorker {
  private readonly caller: Caller;
  private readonly broken: Promise<never>;

  constructor(private readonly port: ManyPort) {
    this.caller = makeCaller(port);
    this.broken = new Promise((_, reject) => port.addEventListener("error", ({ message }) => reject(new Error(message ?? ""))));
    // Breaking down between two calls is heard by the next one.
    this.broken.catch(() => undefined);
  }

  async check(picked: PickedFile, { settings, timeoutSeconds, signal, onShare }: ManyOrder): Promise<End> {
    const stop = (): void => this.stop();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<End>((resolve) => (timer = setTimeout(() => resolve({ kind: "timed-out" }), timeoutSeconds * 1000)));
    signal.addEventListener("abort", stop);
    try {
      const answer = this.caller.call<CheckedPicked>("check", [picked, settings], { progress: onShare });
      return await Promise.race([answer.then((answer): End => ({ kind: "answered", answer })), late, this.broken]);
    } catch (error) {
      return { kind: "crashed", message: error instanceof Error && !(error instanceof Stopped) ? error.message : "" };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    }
  }

  rollUp(all: readonly FileTotals[]): Promise<ArrayBuffer> {
    return Promise.race([this.caller.call<ArrayBuffer>("rollUp", [all]), this.broken]);
  }

  stop(): void {
    this.port.terminate();
    this.caller.close();
  }
}

function sayEnd(end: Exclude<End, { kind: "answered" }>, { settings, timeoutSeconds }: ManyOrder): Sentence {
  if (end.kind === "timed-out")
    return {
      ja: `${timeoutSeconds} 秒以内に点検が終わりませんでした。このブックだけを開いて点検するか、ブックを分けてください。`,
      en: `It was not checked within ${timeoutSeconds} seconds; open and check this workbook alone, or split it.`,
    };
  const what = end.message.split("\n")[0] ?? "";
  return {
    ja: `点検の途中で不具合が起きました（${settings.version}${what === "" ? "" : `：${what}`}）。このブックだけを開いて点検してみてください。`,
    en: `Our mistake while checking it (${settings.version}${what === "" ? "" : `: ${what}`}); try to open and check this workbook alone.`,
  };
}
