import { JSDOM } from "jsdom";
import type { Fault, SessionResult } from "../support/faulty-session";
import { makeRandom, type Random } from "./random";
import { type Aim, type ProofOptions, renderTable, type Section } from "./section";

/** Officeの失敗の証明の条件 — `onWrong` hears of every session in which something did not hold. */
export interface FaultOptions extends ProofOptions {
  readonly onWrong?: (line: string) => void;
}

interface Tally {
  sessions: number;
  held: number;
  failed: number;
  repeated: number;
  brokenOff: number;
}

/** Officeの失敗 — sessions in which requests to Excel fail, one by one and in pairs. */
export async function proveOfficeFaults({ short, seed, onWrong }: FaultOptions): Promise<Section> {
  const close = openPage();
  try {
    await import("../taskpane/frames");
    const { runSession, singleFaults } = await import("../support/faulty-session");
    const whole = await runSession([]);
    const random = makeRandom(seed, "office faults");
    const every = singleFaults(whole);
    const singles = short ? every.filter((_, i) => i % 6 === seed % 6) : every;
    const pairs = Array.from({ length: short ? 4 : 60 }, () => drawPair(whole, random));
    const tally = async (list: readonly (readonly Fault[])[]): Promise<Tally> => {
      const sum: Tally = { sessions: 0, held: 0, failed: 0, repeated: 0, brokenOff: 0 };
      for (const faults of list) {
        sum.sessions++;
        try {
          add(sum, await runSession(faults));
        } catch (error) {
          onWrong?.(String(error));
        }
      }
      return sum;
    };
    const [one, two] = [await tally(singles.map((fault) => [fault])), await tally(pairs)];
    const row = (name: string, t: Tally) => [name, t.sessions, t.failed, t.repeated, t.brokenOff, t.held];
    const held = (name: string, t: Tally): Aim => ({ name, figure: `${t.held} of ${t.sessions}`, aim: "all", met: t.held === t.sessions && t.failed > 0 });
    return {
      title: "Office faults",
      tables: [
        `A session is ${whole.actions.length} requests with ${whole.actions.reduce((a, b) => a + b, 0)} actions; ${every.length} ways in which one of them fails.`,
        renderTable(
          [
            "sessions with",
            "tried>",
            "requests that failed>",
            "steps that said so, and came about when repeated>",
            "batches of which a part stayed, and stood in the journal>",
            "everything held>",
          ],
          [row("one fault", one), row("two faults at random", two)],
        ),
        "*Everything held*: each step that failed said what happened and no other said anything; what changed in the workbook was in the journal and nothing else was; the step came about when it was repeated; the workbook kept the journal the pane shows; and everything undone gave back the very workbook.",
      ].join("\n\n"),
      aims: [held("sessions with one fault in which everything held", one), held("sessions with two faults in which everything held", two)],
    };
  } finally {
    close();
  }
}

function add(sum: Tally, { failed, repeated, brokenOff }: SessionResult): void {
  sum.held++;
  sum.failed += failed;
  sum.repeated += repeated;
  sum.brokenOff += brokenOff;
}

function drawPair({ actions }: SessionResult, random: Random): readonly Fault[] {
  const first = random(actions.length);
  const second = (first + 1 + random(actions.length - 1)) % actions.length;
  return [first, second].map((index) => ({ request: index + 1, action: random(Math.max(1, actions[index]!)) }));
}

/** A page for React, as the tests of the pane have one. */
function openPage(): () => void {
  const { window } = new JSDOM("<!doctype html><html><body></body></html>", { url: "http://localhost/" });
  const names = ["window", "document", "navigator", "HTMLElement", "Node", "Element", "MutationObserver", "Event", "CustomEvent"] as const;
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const name of names) Object.defineProperty(globalThis, name, { value: name === "window" ? window : window[name], configurable: true, writable: true });
  return () => {
    for (const [name, descriptor] of before)
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    window.close();
  };
}
