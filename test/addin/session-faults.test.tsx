import fc from "fast-check";
import { MessageChannel } from "node:worker_threads";
import { type Fault, runSession, singleFaults } from "../support/faulty-session";

const rejections: unknown[] = [];
const note = (reason: unknown): void => void rejections.push(reason);
const { MessageChannel: before } = globalThis;
beforeAll(() => {
  Object.defineProperty(globalThis, "MessageChannel", { value: MessageChannel, configurable: true, writable: true });
  process.on("unhandledRejection", note);
});
afterAll(() => {
  process.off("unhandledRejection", note);
  Object.defineProperty(globalThis, "MessageChannel", { value: before, configurable: true, writable: true });
});
afterEach(() => expect(rejections.splice(0)).toEqual([]));

test("a session in which nothing fails", async () => {
  expect((await runSession([])).actions.length).toBeGreaterThan(20);
});

test("every request of a session failing in turn, before anything of it is done and halfway through", async () => {
  for (const fault of singleFaults(await runSession([]))) expect((await runSession([fault])).failed).toBe(1);
}, 240_000);

test("two requests failing, wherever in them", async () => {
  const { actions: requests } = await runSession([]);
  const fault = fc
    .record({ request: fc.integer({ min: 1, max: requests.length }), share: fc.double({ min: 0, max: 0.99, noNaN: true }) })
    .map(({ request, share }): Fault => ({ request, action: Math.floor(requests[request - 1]! * share) }));
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fault, { minLength: 2, maxLength: 2, selector: ({ request }) => request }), async (faults) => {
      await runSession(faults);
    }),
    { numRuns: 15 },
  );
}, 240_000);
