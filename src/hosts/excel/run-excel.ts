import { isCellBeingEdited, readFault, refuseFault } from "./refusals";

/** 待ち方 — how long a reading waits while somebody types in a cell. */
export interface Patience {
  /** Waits before each further attempt. unit milliseconds */
  readonly waits: readonly number[];
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** 普通の待ち方 — some six seconds in all, longer at the end. */
export const PATIENCE: Patience = {
  waits: [300, 700, 1500, 3500],
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** 問い — asks for what it needs and answers how to take it up once Excel has replied. */
export type Question<T> = (context: Excel.RequestContext) => () => T;

/**
 * Excelに尋ねる — one round trip that reads; asked again a few times while a cell is being edited.
 *
 * shape   `within` a context of before, where what is asked belongs to it
 * errors  HostRefusal; the reason of the signal as soon as it ends
 */
export async function ask<T>(question: Question<T>, patience: Patience, signal?: AbortSignal, within?: Excel.RequestContext): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return await untilStopped(exchange(question, within), signal);
    } catch (error) {
      const fault = readFault(error);
      if (!fault) throw error;
      const pause = patience.waits[attempt];
      if (!isCellBeingEdited(fault) || pause === undefined) throw withCause(refuseFault(fault), error);
      await untilStopped(patience.wait(pause), signal);
    }
  }
}

/** What was registered in a context can only be taken back in it. */
function exchange<T>(question: Question<T>, within: Excel.RequestContext | undefined): Promise<T> {
  const batch = async (context: Excel.RequestContext): Promise<T> => {
    const take = question(context);
    await context.sync();
    return take();
  };
  return within ? batch(within) : Excel.run(batch);
}

/** 原因を添える — the refusal with the error it speaks of, for whoever looks into it. */
export function withCause<E extends Error>(refusal: E, cause: unknown): E {
  refusal.cause = cause;
  return refusal;
}

/** A slow Excel is waited for; who stops does not wait: the answer comes to nobody then. */
function untilStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
