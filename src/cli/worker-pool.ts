import { Worker } from "node:worker_threads";

/** 作業の終わり方 — what became of one task: an answer, or why its worker stopped without one. */
export type TaskEnd<Answer> =
  { readonly kind: "answered"; readonly answer: Answer } | { readonly kind: "stopped"; readonly because: "timeout" | "memory" | "crash"; readonly message: string };

/** 作業員の条件 — how workers are started, and how long each is kept. */
export interface PoolOptions {
  /** Text of the program a worker runs: it answers every message with one. */
  readonly program: string;
  readonly workerData: unknown;
  readonly workers: number;
  readonly timeoutSeconds: number;
  /** Heap of one worker; a task that needs more ends without an answer. */
  readonly heapMegabytes: number;
}

/** After so many tasks a worker makes way for a new one: what a library holds on to does not add up over thousands of files. */
const TASKS_PER_WORKER = 250;

/** 答え — what a worker sends back: its answer, and whether it has grown so much that a new one is cheaper. */
export interface WorkerReply<Answer> {
  readonly answer: Answer;
  readonly isLarge: boolean;
}

/**
 * 手分けして行う — one task at a time for every worker; a task that takes its worker down takes nothing else with it.
 *
 * shape  `onEnd` is awaited before the worker gets its next task, so that answers never pile up
 */
export async function runPool<Task, Answer>(tasks: Iterable<Task>, options: PoolOptions, onEnd: (task: Task, end: TaskEnd<Answer>) => Promise<void> | void): Promise<void> {
  const waiting = tasks[Symbol.iterator]();
  const running = new Set<Worker>();
  const start = (): Worker => {
    const { program, workerData, heapMegabytes } = options;
    const worker = new Worker(program, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } });
    running.add(worker);
    return worker;
  };
  const stop = async (worker: Worker): Promise<void> => {
    running.delete(worker);
    await worker.terminate();
  };
  const work = async (): Promise<void> => {
    let worker: Worker | undefined;
    let done = 0;
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      worker ??= start();
      const { end, isSpent } = await ask<Task, Answer>(worker, next.value, options.timeoutSeconds);
      if (isSpent || ++done >= TASKS_PER_WORKER) {
        await stop(worker);
        worker = undefined;
        done = 0;
      }
      await onEnd(next.value, end);
    }
    if (worker) await stop(worker);
  };
  try {
    await Promise.all(Array.from({ length: options.workers }, work));
  } finally {
    await Promise.all([...running].map(stop));
  }
}

function ask<Task, Answer>(worker: Worker, task: Task, timeoutSeconds: number): Promise<{ readonly end: TaskEnd<Answer>; readonly isSpent: boolean }> {
  return new Promise((resolve) => {
    const stopped = (because: "timeout" | "memory" | "crash", message = ""): void => settle({ kind: "stopped", because, message }, true);
    const timer = setTimeout(() => stopped("timeout"), timeoutSeconds * 1000);
    const onMessage = ({ answer, isLarge }: WorkerReply<Answer>): void => settle({ kind: "answered", answer }, isLarge);
    const onError = (error: unknown): void => {
      const said = typeof error === "object" && error !== null ? error : {};
      const isMemory = "code" in said && said.code === "ERR_WORKER_OUT_OF_MEMORY";
      // What was thrown may come from another realm, and be no Error of this one.
      stopped(isMemory ? "memory" : "crash", "message" in said ? String(said.message) : String(error));
    };
    const onExit = (): void => stopped("crash");
    function settle(end: TaskEnd<Answer>, isSpent: boolean): void {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      // What a worker still says while it goes down belongs to no task.
      if (isSpent) worker.on("error", () => undefined);
      resolve({ end, isSpent });
    }
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(task);
  });
}
