import { useCallback, useMemo, useRef, useState } from "react";
import { HostRefusal } from "../hosts/host";
import type { FindingView, InspectionView } from "../inspection/inspection-view";
import type { Place } from "../model/cell";
import type { Sentence } from "../model/finding";
import { type AcceptedReason, defaultProfile, type Profile } from "../model/profile";
import { fiscalYearOfDate } from "../notation/period";
import type { Engine, PublicSheet } from "./engine";
import type { JournalEntry } from "./journal";
import type { Draft, PaneHost, Selection } from "./pane-host";
import { useFailures } from "./use-failures";
import { type Phase, today, useInspection } from "./use-inspection";
import { useKept } from "./use-kept";
import { type LastBatch, useTurn, useWriting } from "./use-writing";

/** 作業窓の状態 — everything the tabs show, and what they may ask for. */
export interface PaneState {
  readonly phase: Phase;
  readonly view: InspectionView | undefined;
  /** The workbook changed after this result was made. */
  readonly isStale: boolean;
  /** Sheets that were read without their merged cells, since Excel did not tell them. */
  readonly sheetsWithoutMerges: readonly string[];
  /** Address of the page that checks many workbooks; undefined where the pane stands on it. */
  readonly manyPage: string | undefined;
  readonly isWriting: boolean;
  readonly lastBatch: LastBatch | undefined;
  readonly refusal: Sentence | undefined;
  readonly journal: readonly JournalEntry[];
  readonly profile: Profile;
  /** What the workbook keeps is known: before the first check, settings would be changed unseen. */
  readonly isRead: boolean;
  /** Settings, corrections or reasons changed since they were last written into the workbook. */
  readonly isUnsaved: boolean;
  readonly shown: string | undefined;
  readonly inspect: () => void;
  readonly stop: () => void;
  readonly show: (id: string, at: Place, related: readonly Place[]) => void;
  readonly preview: (drafts: readonly Draft[]) => void;
  readonly applyFills: (fills: readonly number[]) => void;
  readonly mark: () => void;
  readonly unmark: () => void;
  /** Makes the follow-up sheets of a plan year, or brings them up to date. */
  readonly makeFollowUp: (year: number) => void;
  readonly makeSheet: (kind: PublicSheet) => void;
  /** The list for publication as text; null when there is none. */
  readonly writePublication: (suppresses: boolean) => Promise<string | null>;
  readonly undo: (entry: JournalEntry) => void;
  readonly repair: (repairs: readonly number[]) => void;
  /** New settings or corrections: the workbook is read and checked again. */
  readonly changeProfile: (profile: Profile) => void;
  /** The finding is right as it stands, for this reason. */
  readonly accept: (finding: FindingView, reason: string) => void;
  readonly withdraw: (accepted: AcceptedReason) => void;
  /** Writes settings, corrections and reasons into the workbook. */
  readonly save: () => void;
  readonly readSelection: () => Promise<Selection | null>;
  readonly dismiss: () => void;
}

function isSamePlace(one: Pick<AcceptedReason, "check" | "at">, other: Pick<AcceptedReason, "check" | "at">): boolean {
  return one.check === other.check && one.at.sheet === other.at.sheet && one.at.cell === other.at.cell;
}

/** 作業窓を動かす — the one place that joins host and engine; a pane is made anew for every workbook. */
export function usePane(host: PaneHost, engine: Engine): PaneState {
  const failures = useFailures();
  const kept = useKept(host);
  const turn = useTurn();
  const inspecting = useInspection(host, engine, kept, failures, turn.done);
  const writing = useWriting(host, kept, failures, turn, inspecting.noteChange);
  const [shown, setShown] = useState<string>();
  const notShown = useRef<Sentence | undefined>(undefined);
  const { fail, refusal, clear } = failures;
  const { inspectWith, phase, isStale, stop, inspect, review } = inspecting;
  const { writeBatch, isWriting, lastBatch, undo, save, forget } = writing;
  const { journal, profile, isUnsaved, now } = kept;

  const show = useCallback(
    (id: string, at: Place, related: readonly Place[]) => {
      setShown(id);
      host.show(at, related).then(
        // What was said of an earlier jump is over; what was said of a batch is not.
        () => notShown.current && clear(notShown.current),
        (error: unknown) => {
          if (error instanceof HostRefusal) notShown.current = error.sentence;
          fail(error);
        },
      );
    },
    [host, fail, clear],
  );
  const readSelection = useCallback(async () => {
    try {
      return await host.readSelection();
    } catch (error) {
      fail(error);
      return null;
    }
  }, [host, fail]);
  const writePublication = useCallback(
    async (suppresses: boolean) => {
      try {
        return await engine.writePublication(suppresses);
      } catch (error) {
        fail(error);
        return null;
      }
    },
    [engine, fail],
  );
  const batches = useMemo(
    () => ({
      applyFills: (fills: readonly number[]) => writeBatch("fill", () => engine.proposeFills(fills)),
      repair: (repairs: readonly number[]) => writeBatch("repair", () => engine.proposeRepairs(repairs)),
      mark: () => writeBatch("mark", () => engine.proposeMarks()),
      unmark: () => writeBatch("unmark", () => engine.proposeUnmark()),
      makeFollowUp: (year: number) => writeBatch("sheet", async () => (await engine.proposeFollowUp(year)) ?? []),
      makeSheet: (kind: PublicSheet) => writeBatch("sheet", () => engine.proposeSheet(kind)),
    }),
    [writeBatch, engine],
  );
  const reasons = useMemo(() => {
    const change = (change: (accepted: readonly AcceptedReason[]) => readonly AcceptedReason[]): void => {
      const profile = now().profile ?? defaultProfile;
      review(profile, change(profile.accepted));
    };
    return {
      accept: ({ check, at, figures, accepted: before }: FindingView, reason: string) =>
        change((accepted) => [
          ...accepted.filter((one) => !isSamePlace(one, { check, at }) && !(before && isSamePlace(one, before.reason))),
          { check, at, reason, figures, year: fiscalYearOfDate(today()) },
        ]),
      withdraw: (reason: AcceptedReason) => change((accepted) => accepted.filter((one) => !isSamePlace(one, reason))),
    };
  }, [now, review]);

  const preview = useCallback((drafts: readonly Draft[]) => host.preview(drafts), [host]);
  return useMemo(
    () => ({
      phase,
      view: phase.kind === "done" ? phase.view : undefined,
      isStale,
      sheetsWithoutMerges: host.sheetsWithoutMerges ?? [],
      manyPage: host.manyPage,
      isWriting,
      lastBatch,
      refusal,
      journal,
      profile: profile ?? defaultProfile,
      isRead: profile !== undefined,
      isUnsaved,
      shown,
      inspect,
      stop,
      show,
      preview,
      undo,
      save,
      readSelection,
      writePublication,
      changeProfile: inspectWith,
      dismiss: forget,
      ...batches,
      ...reasons,
    }),
    [
      host,
      phase,
      isStale,
      isWriting,
      lastBatch,
      refusal,
      journal,
      profile,
      isUnsaved,
      shown,
      inspect,
      stop,
      show,
      preview,
      undo,
      save,
      readSelection,
      writePublication,
      inspectWith,
      forget,
      batches,
      reasons,
    ],
  );
}
