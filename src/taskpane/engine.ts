import type { Edit } from "../model/edit";
import type { Sentence } from "../model/finding";
import type { AcceptedReason, Profile } from "../model/profile";
import type { InspectionView, LineView, ReviewView } from "../inspection/inspection-view";
import type { RememberedRecord } from "../inspection/past-figures/remembered-record";
import type { WorkbookDelivery } from "./pane-host";
import { type Caller, type CallPort, makeCaller, Stopped } from "./worker-calls";

/** 点検の依頼 — null leaves it to the workbook's own profile, or the defaults. */
export interface InspectionRequest {
  readonly profile: Profile | null;
  /** ISO date: years that have not ended yet are not due. */
  readonly asOf: string;
}

/** 点検の答え — what the pane shows, and what we keep inside the workbook. */
export interface InspectionAnswer {
  readonly view: InspectionView;
  readonly ownData: string | null;
  /** What of its past the workbook is to carry with the next writing; null when nothing. */
  readonly remembered: RememberedRecord | null;
}

/** 提案 — edits, and what is to be said once they are applied. */
export interface Proposal {
  readonly edits: readonly Edit[];
  readonly told: readonly Sentence[];
}

/** 作る表 — the sheet for publication, the copies without few people, or the list of everything that was read. */
export type PublicSheet = "publication" | "withheld" | "table";

/** 点検の働き手 — inspects away from the page; keeps the figures and gives what is asked for. */
export interface Engine {
  /** errors  Stopped when the signal ends it; HostRefusal when the workbook cannot be read */
  inspect(delivery: WorkbookDelivery, request: InspectionRequest, progress: (share: number) => void, signal: AbortSignal): Promise<InspectionAnswer>;
  listLines(table: number): Promise<readonly LineView[]>;
  /** What other accepted reasons change in the inspection it holds. */
  review(accepted: readonly AcceptedReason[]): Promise<ReviewView>;
  proposeFills(fills: readonly number[]): Promise<readonly Edit[]>;
  proposeRepairs(repairs: readonly number[]): Promise<readonly Edit[]>;
  proposeMarks(): Promise<readonly Edit[]>;
  proposeUnmark(): Promise<readonly Edit[]>;
  /** The follow-up sheets of a plan year and what is to be told about them; null when no plan covers it. */
  proposeFollowUp(year: number): Promise<Proposal | null>;
  proposeSheet(kind: PublicSheet): Promise<Proposal>;
  /** The list for publication as tab-separated text, or the same without few people; null when there is nothing to publish. */
  writePublication(suppresses: boolean): Promise<string | null>;
}

/** 止められる働き手 — a port that can be ended in the middle of its work. */
export type EnginePort = CallPort & { terminate(): void };

/** 点検の働き手を始める — starts a worker when it is first needed, and a new one after 中止. */
export function startEngine(makePort: () => EnginePort): Engine {
  let running: { port: EnginePort; caller: Caller } | undefined;
  const caller = (): Caller => {
    if (!running) {
      const port = makePort();
      running = { port, caller: makeCaller(port) };
    }
    return running.caller;
  };
  const stop = (): void => {
    running?.port.terminate();
    running?.caller.close();
    running = undefined;
  };
  return {
    inspect: async (delivery, request, progress, signal) => {
      if (signal.aborted) throw new Stopped();
      signal.addEventListener("abort", stop, { once: true });
      try {
        const transfer = "port" in delivery ? [delivery.port] : [];
        return await caller().call<InspectionAnswer>("inspect", [delivery, request], { transfer, progress });
      } finally {
        signal.removeEventListener("abort", stop);
      }
    },
    listLines: (table) => caller().call("listLines", [table]),
    review: (accepted) => caller().call("review", [accepted]),
    proposeRepairs: (repairs) => caller().call("proposeRepairs", [repairs]),
    proposeFills: (fills) => caller().call("proposeFills", [fills]),
    proposeMarks: () => caller().call("proposeMarks"),
    proposeUnmark: () => caller().call("proposeUnmark"),
    proposeFollowUp: (year) => caller().call("proposeFollowUp", [year]),
    proposeSheet: (kind) => caller().call("proposeSheet", [kind]),
    writePublication: (suppresses) => caller().call("writePublication", [suppresses]),
  };
}
