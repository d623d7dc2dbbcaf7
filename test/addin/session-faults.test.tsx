import { act, renderHook, waitFor } from "@testing-library/react";
import fc from "fast-check";
import { MessageChannel } from "node:worker_threads";
import { ExcelPaneHost } from "../../src/addin/excel-pane-host";
import { XmlScanner } from "../../src/hosts/file/xml-scanner";
import { readOwnDataXml } from "../../src/hosts/own-data-xml";
import { findIndicator } from "../../src/indicators";
import type { Engine } from "../../src/taskpane/engine";
import { EngineSession } from "../../src/taskpane/engine-session";
import { findUndoObstacle } from "../../src/taskpane/journal";
import { readOwnData } from "../../src/taskpane/own-data";
import { receiveWorkbook } from "../../src/taskpane/receive-workbook";
import { type PaneState, usePane } from "../../src/taskpane/use-pane";
import { readSmall } from "../browser/addin-session";
import { fakeEngine } from "../taskpane/fake-host";
import { openExcel, type OpenedExcel } from "../hosts/excel/open-excel";

const sheet = "実績";

/** An engine without a worker: what the host sends over its port is put together here. */
function engineHere(): Engine {
  const session = new EngineSession(findIndicator);
  return {
    ...fakeEngine(),
    inspect: async (delivery, request) => session.inspect("port" in delivery ? await receiveWorkbook(delivery.port) : delivery.workbook, request, () => undefined),
    listLines: async (table) => session.listLines(table),
    review: async (accepted) => session.review(accepted),
    proposeRepairs: async (repairs) => session.proposeRepairs(repairs),
    proposeFills: async (fills) => session.proposeFills(fills),
    proposeMarks: async () => session.proposeMarks(),
    proposeUnmark: async () => session.proposeUnmark(),
    proposeFollowUp: async (year) => session.proposeFollowUp(year),
    proposeSheet: async () => ({ edits: [], told: [] }),
    writePublication: async () => null,
  };
}

/** 一つのセッション — the pane's own state over the simulated Excel. */
interface Session {
  readonly opened: OpenedExcel;
  readonly pane: () => PaneState;
  readonly close: () => Promise<void>;
}

async function openSession(prepare: (opened: OpenedExcel) => void): Promise<Session> {
  const opened = await openExcel(readSmall());
  prepare(opened);
  const host = new ExcelPaneHost(opened.host);
  const engine = engineHere();
  const { result, unmount } = renderHook(() => usePane(host, engine));
  const close = async (): Promise<void> => {
    unmount();
    // The end of listening is a request of its own.
    await new Promise((resolve) => setTimeout(resolve, 20));
    opened.close();
  };
  return { opened, pane: () => result.current, close };
}

const isIdle = ({ phase, isWriting }: PaneState): boolean => phase.kind !== "inspecting" && !isWriting;

/** What somebody asks for in a session, each with the sign that it came about. */
const STEPS: readonly { readonly name: string; readonly start: (pane: PaneState) => void; readonly isDone: (session: Session) => boolean }[] = [
  { name: "check", start: (pane) => pane.inspect(), isDone: ({ pane }) => pane().phase.kind === "done" && !pane().isStale },
  {
    name: "show",
    start: (pane) => pane.show("1", { sheet, cell: "D17" }, [{ sheet, cell: "D15" }]),
    isDone: ({ opened }) => opened.excel.book.selection.some(({ top, left }) => top === 16 && left === 3),
  },
  { name: "fill", start: (pane) => pane.applyFills([0, 1, 2]), isDone: ({ opened }) => ["B7", "C7", "D7"].every((cell) => isFormula(opened, cell)) },
  { name: "mark", start: (pane) => pane.mark(), isDone: ({ opened }) => opened.excel.sheet(sheet).rules.length > 0 },
  { name: "unmark", start: (pane) => pane.unmark(), isDone: ({ opened }) => opened.excel.sheet(sheet).rules.length === 0 },
  { name: "follow-up", start: (pane) => pane.makeFollowUp(2023), isDone: ({ opened }) => opened.excel.book.sheets.length > 1 },
  { name: "save", start: (pane) => pane.save(), isDone: ({ pane }) => !pane().isUnsaved },
];

function isFormula({ excel }: OpenedExcel, cell: string): boolean {
  return typeof excel.cell(`${sheet}!${cell}`)?.formula === "string";
}

const picture = ({ excel }: OpenedExcel): unknown => ({ ...(excel.snapshot() as object), xmlParts: undefined });
const lastNumber = ({ excel }: OpenedExcel): number => Math.max(0, ...excel.log.counted.map(({ number }) => number));

async function take(session: Session, start: (pane: PaneState) => void): Promise<void> {
  await act(async () => {
    start(session.pane());
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
  await waitFor(() => expect(isIdle(session.pane())).toBe(true), { interval: 1 });
  // A cell is shown without anybody waiting for it.
  let asked = -1;
  while (asked !== lastNumber(session.opened)) {
    asked = lastNumber(session.opened);
    await act(() => new Promise((resolve) => setTimeout(resolve, 6)));
  }
}

function spokenOf({ phase, refusal, lastBatch }: PaneState): string {
  return [phase.kind === "refused" ? phase.sentence.ja : "", refusal?.ja ?? "", lastBatch?.unkept?.ja ?? ""].join("");
}

interface Fault {
  readonly request: number;
  readonly action: number;
}

/**
 * The whole session with these faults. Whatever happens: a sentence is shown, the same thing once more works, and all undone gives back the very workbook.
 * The answer is how many actions each of its requests had, in their order.
 */
async function runSession(faults: readonly Fault[]): Promise<readonly number[]> {
  const session = await openSession(({ excel }) => excel.behaviour.failures.push(...faults.map((fault) => ({ ...fault, code: "GeneralException" as const }))));
  const { opened, pane } = session;
  try {
    const before = picture(opened);
    const failed = (from: number): number => opened.excel.log.counted.filter(({ number, refusal }) => number > from && refusal !== null).length;
    for (const { name, start, isDone } of STEPS) {
      for (let attempt = 0; attempt === 0 || !isDone(session); attempt++) {
        if (attempt > faults.length) throw new Error(`${name} does not come about with ${JSON.stringify(faults)}`);
        const from = lastNumber(opened);
        const was = picture(opened);
        const entries = pane().journal.length;
        await take(session, start);
        // A result that cannot be kept up with counts as an old one, and the pane says that too.
        const isTold = spokenOf(pane()) !== "" || (name === "check" && pane().isStale);
        if (!isDone(session)) expect({ name, faults, isTold }).toEqual({ name, faults, isTold: true });
        if (failed(from) === 0) expect({ name, faults, told: pane().refusal?.ja }).toEqual({ name, faults, told: undefined });
        // What changed in the workbook is in the journal, and nothing else is.
        const hasChanged = JSON.stringify(picture(opened)) !== JSON.stringify(was);
        if (name !== "check" && hasChanged) expect({ name, faults, entries: pane().journal.length }).toEqual({ name, faults, entries: entries + 1 });
        // Whoever goes on after a batch that broke off checks again, as the sentence says.
        if (!isDone(session) && pane().isStale) await take(session, (one) => one.inspect());
      }
      if (pane().isStale) for (let i = 0; i <= faults.length && pane().isStale; i++) await take(session, (one) => one.inspect());
    }
    for (let i = 0; i <= faults.length && pane().isUnsaved; i++) await take(session, (one) => one.save());
    expectKept(session);
    for (let round = 0; pane().journal.some((entry) => findUndoObstacle(entry, pane().journal) === null); round++) {
      if (round > STEPS.length + 2 * faults.length) throw new Error(`cannot be undone with ${JSON.stringify(faults)}`);
      const entry = [...pane().journal].reverse().find((one) => findUndoObstacle(one, pane().journal) === null)!;
      await take(session, (one) => one.undo(entry));
    }
    expect({ faults, after: picture(opened) }).toEqual({ faults, after: before });
    for (let i = 0; i <= faults.length && pane().isUnsaved; i++) await take(session, (one) => one.save());
    expectKept(session);
    return opened.excel.log.counted.map(({ actions }) => actions);
  } finally {
    await session.close();
  }
}

/** What the workbook keeps is what the pane knows. */
function expectKept({ opened, pane }: Session): void {
  const [part] = opened.excel.book.xmlParts;
  const text = part ? (readOwnDataXml(new XmlScanner(part.xml)) ?? null) : null;
  expect(readOwnData(text).journal).toEqual(pane().journal);
}

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
  expect((await runSession([])).length).toBeGreaterThan(20);
});

test("every request of a session failing in turn, before anything of it is done and halfway through", async () => {
  const requests = await runSession([]);
  for (const [index, actions] of requests.entries()) for (const action of [0, Math.floor(actions * 0.6)]) await runSession([{ request: index + 1, action }]);
}, 240_000);

test("two requests failing, wherever in them", async () => {
  const requests = await runSession([]);
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
