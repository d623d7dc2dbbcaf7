import { HostRefusal, type RefusalReason } from "../hosts/host";
import type { ApplyReport } from "../model/edit";
import type { Sentence } from "../model/finding";
import { cutIntoParts, joinParts, type Part } from "./in-parts";

interface Call {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

type Answer =
  | { readonly id: number; readonly part: Part }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly refusal: { readonly reason: RefusalReason; readonly sentence: Sentence; readonly written?: ApplyReport | undefined } }
  | { readonly id: number; readonly mistake: string };

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly progress: ((share: number) => void) | undefined;
  /** What has come of a long answer. */
  readonly parts: Part[];
}

/** 呼び出し口 — one side of a worker, or what stands for it in a test. */
export interface CallPort {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent<never>) => void): void;
}

/** 中止 — the caller ended the work; nobody needs a sentence for it. */
export class Stopped extends Error {
  constructor() {
    super("stopped");
    this.name = "Stopped";
  }
}

/** 働き手 — a worker as a function: a method by name, its arguments, and progress as it goes. */
export interface Caller {
  call<T>(method: string, args?: readonly unknown[], options?: { transfer?: Transferable[]; progress?: ((share: number) => void) | undefined }): Promise<T>;
  /** Ends every call that is still open. */
  close(): void;
}

/**
 * 働き手を呼ぶ — calls the methods answered on the other side of a port.
 *
 * errors  HostRefusal as thrown there; Stopped after `close`; Error for a mistake of ours
 */
export function makeCaller(port: CallPort): Caller {
  const open = new Map<number, Waiting>();
  let last = 0;
  port.addEventListener("message", (event) => {
    const answer = event.data as Answer;
    const waiting = open.get(answer.id);
    if (!waiting) return;
    if ("progress" in answer) {
      waiting.progress?.(answer.progress);
      return;
    }
    if ("part" in answer) {
      waiting.parts.push(answer.part);
      return;
    }
    open.delete(answer.id);
    if ("refusal" in answer) waiting.reject(new HostRefusal(answer.refusal.reason, answer.refusal.sentence, answer.refusal.written));
    else if ("mistake" in answer) waiting.reject(new Error(answer.mistake));
    else waiting.resolve(joinParts({ outline: answer.result, parts: waiting.parts }) as never);
  });
  return {
    call: (method, args = [], options = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        open.set(id, { resolve, reject, progress: options.progress, parts: [] });
        const call: Call = { id, method, args };
        port.postMessage(call, options.transfer ?? []);
      }),
    close: () => {
      for (const waiting of open.values()) waiting.reject(new Stopped());
      open.clear();
    },
  };
}

/** 応対 — a method of a worker; `progress` reports shares from 0 to 1. */
export type Method = (progress: (share: number) => void, ...args: never[]) => unknown;

/** 送る物 — a result with what may be moved instead of copied. */
export class Transfer {
  constructor(
    readonly result: unknown,
    readonly items: Transferable[],
  ) {}
}

/** 働き手になる — answers calls on this side of a port, one after the other; a long answer goes in pieces, so that unpacking it never holds up the other side. */
export function answerCalls(port: CallPort, methods: { readonly [method: string]: Method }): void {
  let before: Promise<unknown> = Promise.resolve();
  port.addEventListener("message", (event) => {
    const { id, method, args } = event.data as Call;
    before = before.then(async () => {
      try {
        const run = methods[method];
        if (!run) throw new Error(`no method ${method}`);
        const progress = (share: number): void => port.postMessage({ id, progress: share } satisfies Answer);
        const result = await run(progress, ...(args as never[]));
        if (result instanceof Transfer) port.postMessage({ id, result: result.result } satisfies Answer, result.items);
        else {
          const { outline, parts } = cutIntoParts(result);
          for (const part of parts) port.postMessage({ id, part } satisfies Answer);
          port.postMessage({ id, result: outline } satisfies Answer);
        }
      } catch (error) {
        if (error instanceof HostRefusal) port.postMessage({ id, refusal: { reason: error.reason, sentence: error.sentence, written: error.written } } satisfies Answer);
        else port.postMessage({ id, mistake: error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error) } satisfies Answer);
      }
    });
  });
}
