import { isDeepStrictEqual } from "node:util";
import { act, renderHook, waitFor } from "@testing-library/react";
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
  await waitFor(() => must(isIdle(session.pane()), "the pane comes to rest"), { interval: 1 });
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

/** 失敗 — the request of a session, counted from 1, that fails, and before which of its actions. */
export interface Fault {
  readonly request: number;
  readonly action: number;
}

/** セッションの結果 — how many actions each of its requests had, in their order, and what came of those that failed. */
export interface SessionResult {
  readonly actions: readonly number[];
  /** Requests that were refused by a fault. */
  readonly failed: number;
  /** Steps that did not come about at once, each with its sentence, and then came about. */
  readonly repeated: number;
  /** Batches that left something in the workbook when they broke off, and stood in the journal. */
  readonly brokenOff: number;
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`it is not so that ${what}`);
}

/**
 * 失敗のあるセッション — the whole session with these faults. Whatever happens: a sentence is shown, the same thing once more works, and all undone gives back the very workbook.
 * Otherwise it throws.
 */
export async function runSession(faults: readonly Fault[]): Promise<SessionResult> {
  const session = await openSession(({ excel }) => excel.behaviour.failures.push(...faults.map((fault) => ({ ...fault, code: "GeneralException" as const }))));
  const { opened, pane } = session;
  const when = `with ${JSON.stringify(faults)}`;
  let repeated = 0;
  let brokenOff = 0;
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
        if (!isDone(session)) {
          must(isTold, `the pane says why ${name} did not come about ${when}`);
          repeated++;
        }
        if (failed(from) === 0) must(pane().refusal === null || pane().refusal === undefined, `nothing is said after ${name}, in which nothing failed, ${when}`);
        // What changed in the workbook is in the journal, and nothing else is.
        const hasChanged = JSON.stringify(picture(opened)) !== JSON.stringify(was);
        if (name !== "check" && hasChanged) must(pane().journal.length === entries + 1, `${name}, which changed the workbook, is in the journal ${when}`);
        if (name !== "check" && hasChanged && !isDone(session)) brokenOff++;
        // Whoever goes on after a batch that broke off checks again, as the sentence says.
        if (!isDone(session) && pane().isStale) await take(session, (one) => one.inspect());
      }
      if (pane().isStale) for (let i = 0; i <= faults.length && pane().isStale; i++) await take(session, (one) => one.inspect());
    }
    for (let i = 0; i <= faults.length && pane().isUnsaved; i++) await take(session, (one) => one.save());
    must(isKept(session), `the workbook keeps what the pane knows ${when}`);
    for (let round = 0; pane().journal.some((entry) => findUndoObstacle(entry, pane().journal) === null); round++) {
      if (round > STEPS.length + 2 * faults.length) throw new Error(`cannot be undone with ${JSON.stringify(faults)}`);
      const entry = [...pane().journal].reverse().find((one) => findUndoObstacle(one, pane().journal) === null)!;
      await take(session, (one) => one.undo(entry));
    }
    must(isDeepStrictEqual(picture(opened), before), `all undone gives back the very workbook ${when}`);
    for (let i = 0; i <= faults.length && pane().isUnsaved; i++) await take(session, (one) => one.save());
    must(isKept(session), `the workbook keeps what the pane knows after the undo ${when}`);
    return { actions: opened.excel.log.counted.map(({ actions }) => actions), failed: failed(0), repeated, brokenOff };
  } finally {
    await session.close();
  }
}

/** What the workbook keeps is what the pane knows. */
function isKept({ opened, pane }: Session): boolean {
  const [part] = opened.excel.book.xmlParts;
  const text = part ? (readOwnDataXml(new XmlScanner(part.xml)) ?? null) : null;
  return JSON.stringify(readOwnData(text).journal) === JSON.stringify(pane().journal);
}

/** 一つずつの失敗 — every request of a session failing, before anything of it is done and halfway through. */
export function singleFaults({ actions }: SessionResult): readonly Fault[] {
  return actions.flatMap((count, index) => [...new Set([0, Math.floor(count * 0.6)])].map((action) => ({ request: index + 1, action })));
}
