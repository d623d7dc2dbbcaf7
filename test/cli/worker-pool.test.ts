import { runPool, type PoolOptions, type TaskEnd } from "../../src/cli/worker-pool";

const program = `
const { parentPort, threadId } = require("node:worker_threads");
parentPort.on("message", (task) => {
  if (task === "throws") throw new Error("a mistake");
  if (task === "rejects") return void Promise.reject(new Error("a late mistake"));
  if (task === "leaves") process.exit(3);
  if (task === "hangs") for (;;);
  if (task === "fills") for (const held = []; ; ) held.push(new Array(100_000).fill(held.length));
  parentPort.postMessage({ answer: { task, threadId }, isLarge: task === "large" });
});`;
const options: PoolOptions = { program, workerData: null, workers: 2, timeoutSeconds: 30, heapMegabytes: 64 };

interface Answer {
  readonly task: string;
  readonly threadId: number;
}

async function runAll(tasks: readonly string[], more: Partial<PoolOptions> = {}) {
  const ends = new Map<string, TaskEnd<Answer>>();
  await runPool<string, Answer>(tasks, { ...options, ...more }, (task, end) => void ends.set(task, end));
  return ends;
}
const threadOf = (end: TaskEnd<Answer> | undefined) => (end?.kind === "answered" ? end.answer.threadId : undefined);

describe("a worker that goes down takes only its own task with it", () => {
  test.each([
    ["throws", { kind: "stopped", because: "crash", message: "a mistake" }],
    ["rejects", { kind: "stopped", because: "crash", message: "a late mistake" }],
    ["leaves", { kind: "stopped", because: "crash", message: "" }],
    ["fills", { kind: "stopped", because: "memory", message: expect.any(String) }],
  ])("one that %s", async (task, end) => {
    const ends = await runAll(["1", "2", task, "3", "4"]);
    expect(ends.get(task)).toEqual(end);
    expect(["1", "2", "3", "4"].map((other) => ends.get(other)?.kind)).toEqual(["answered", "answered", "answered", "answered"]);
  });

  test("one that hangs, when its time is over", async () => {
    const ends = await runAll(["hangs", "1"], { workers: 1, timeoutSeconds: 3 });
    expect(ends.get("hangs")).toEqual({ kind: "stopped", because: "timeout", message: "" });
    expect(ends.get("1")?.kind).toBe("answered");
  });
});

describe("how long a worker is kept", () => {
  test("for task after task", async () => {
    const ends = await runAll(["1", "2", "3"], { workers: 1 });
    expect(new Set([...ends.values()].map(threadOf)).size).toBe(1);
  });

  test("until it has grown large", async () => {
    const ends = await runAll(["1", "large", "2"], { workers: 1 });
    expect(threadOf(ends.get("large"))).toBe(threadOf(ends.get("1")));
    expect(threadOf(ends.get("2"))).not.toBe(threadOf(ends.get("1")));
  });

  test("and not for ever: thousands of tasks are done by more than one", async () => {
    const ends = await runAll(
      Array.from({ length: 600 }, (_, i) => String(i)),
      { workers: 1 },
    );
    expect(new Set([...ends.values()].map(threadOf)).size).toBe(3);
  });
});

test("answers never pile up: no worker has another task before its last answer is dealt with", async () => {
  let under = 0;
  let most = 0;
  await runPool<string, Answer>(
    Array.from({ length: 20 }, (_, i) => String(i)),
    options,
    async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 5));
      under--;
    },
  );
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(2);
});

test("what goes wrong with the answers is heard, and nothing runs on", async () => {
  const seen: string[] = [];
  const pool = runPool<string, Answer>(["1", "2", "3"], { ...options, workers: 1 }, (task) => {
    seen.push(task);
    throw new Error("the disk is full");
  });
  await expect(pool).rejects.toThrow("the disk is full");
  expect(seen).toEqual(["1"]);
});
