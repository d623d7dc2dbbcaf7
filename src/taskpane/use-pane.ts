import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { HostRefusal } from "../hosts/host";
import type { FindingView, InspectionView } from "../inspection/inspection-view";
import type { Place } from "../model/cell";
import type { ApplyReport, Edit } from "../model/edit";
import type { Sentence } from "../model/finding";
import { type AcceptedReason, defaultProfile, type Profile } from "../model/profile";
import { fiscalYearOfDate } from "../notation/period";
import type { Engine } from "./engine";
import { type BatchKind, type JournalEntry, makeEntry, readOwnData, writeOwnData } from "./journal";
import type { Draft, PaneHost, Selection } from "./pane-host";
import { Stopped } from "./worker-calls";

/** 何をしているか — where the pane stands with this workbook. */
export type Phase =
  | { readonly kind: "ready" }
  | { readonly kind: "inspecting"; readonly share: number }
  | { readonly kind: "done"; readonly view: InspectionView }
  | { readonly kind: "refused"; readonly sentence: Sentence };

/** 書き込みの結果 — what the last batch did. */
export interface LastBatch {
  readonly kind: BatchKind | "undo";
  readonly report: ApplyReport;
}

/** 作業窓の状態 — everything the tabs show, and what they may ask for. */
export interface PaneState {
  readonly phase: Phase;
  readonly view: InspectionView | undefined;
  /** The workbook changed after this result was made. */
  readonly isStale: boolean;
  readonly isWriting: boolean;
  readonly lastBatch: LastBatch | undefined;
  readonly refusal: Sentence | undefined;
  readonly journal: readonly JournalEntry[];
  readonly profile: Profile;
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

function isSameFinding(one: Pick<AcceptedReason, "check" | "at">, other: Pick<AcceptedReason, "check" | "at">): boolean {
  return one.check === other.check && one.at.sheet === other.at.sheet && one.at.cell === other.at.cell;
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** 作業窓を動かす — the one place that joins host and engine; a mistake of ours goes to the error boundary. */
export function usePane(host: PaneHost, engine: Engine): PaneState {
  const [phase, setPhase] = useState<Phase>({ kind: "ready" });
  const [isStale, setStale] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [lastBatch, setLastBatch] = useState<LastBatch>();
  const [refusal, setRefusal] = useState<Sentence>();
  const [journal, setJournal] = useState<readonly JournalEntry[]>([]);
  const [profile, setProfile] = useState<Profile>();
  const [isUnsaved, setUnsaved] = useState(false);
  const [shown, setShown] = useState<string>();
  const [mistake, setMistake] = useState<Error>();
  const running = useRef<AbortController | undefined>(undefined);
  const ownData = useRef<string | null>(null);
  const ownJournal = useRef<readonly JournalEntry[]>([]);
  // React only catches what is thrown while rendering.
  if (mistake) throw mistake;

  const fail = useCallback((error: unknown, refuse: (sentence: Sentence) => void) => {
    if (error instanceof Stopped) return;
    if (error instanceof HostRefusal) refuse(error.sentence);
    else setMistake(error instanceof Error ? error : new Error(String(error)));
  }, []);

  useEffect(() => {
    running.current?.abort();
    setPhase({ kind: "ready" });
    setStale(false);
    setLastBatch(undefined);
    setRefusal(undefined);
    setJournal([]);
    setProfile(undefined);
    setUnsaved(false);
    setShown(undefined);
    ownData.current = null;
    ownJournal.current = [];
    const stopListening = host.onChanged(() => setStale(true));
    return () => {
      stopListening();
      running.current?.abort();
    };
  }, [host]);

  const run = useCallback(
    async (chosen: Profile | undefined) => {
      running.current?.abort();
      const control = new AbortController();
      running.current = control;
      setPhase({ kind: "inspecting", share: 0 });
      setRefusal(undefined);
      setLastBatch(undefined);
      host.preview([]);
      const report = (share: number): void => {
        if (!control.signal.aborted) setPhase({ kind: "inspecting", share });
      };
      try {
        const delivery = await host.read((share) => report(share * 0.3), control.signal);
        const answer = await engine.inspect(delivery, { profile: chosen ?? null, asOf: today() }, (share) => report(0.3 + share * 0.7), control.signal);
        if (control.signal.aborted) return;
        ownData.current = answer.ownData;
        const kept = readOwnData(answer.ownData);
        if (ownJournal.current.length === 0) ownJournal.current = kept.journal;
        setJournal(ownJournal.current);
        setProfile(answer.view.profile);
        setStale(false);
        setPhase({ kind: "done", view: answer.view });
      } catch (error) {
        if (control.signal.aborted) return;
        fail(error, (sentence) => setPhase({ kind: "refused", sentence }));
      }
    },
    [host, engine, fail],
  );

  const inspect = useCallback(() => void run(profile), [run, profile]);
  const stop = useCallback(() => {
    running.current?.abort();
    setPhase({ kind: "ready" });
  }, []);

  const show = useCallback(
    (id: string, at: Place, related: readonly Place[]) => {
      setShown(id);
      host.show(at, related).catch((error: unknown) => fail(error, setRefusal));
    },
    [host, fail],
  );

  const write = useCallback(
    async (
      kind: LastBatch["kind"],
      propose: () => Promise<readonly Edit[]>,
      note: (edits: readonly Edit[], report: Awaited<ReturnType<PaneHost["apply"]>>) => readonly JournalEntry[],
    ) => {
      setWriting(true);
      setRefusal(undefined);
      setLastBatch(undefined);
      try {
        const edits = await propose();
        const report = await host.apply(edits);
        ownJournal.current = note(edits, report);
        setJournal(ownJournal.current);
        const text = writeOwnData(ownData.current, { profile: profile ?? null, journal: ownJournal.current });
        ownData.current = text;
        await host.apply([{ kind: "set-own-data", text }]);
        setUnsaved(false);
        host.preview([]);
        setLastBatch({ kind, report });
        if (kind !== "mark" && kind !== "unmark") setStale(true);
      } catch (error) {
        fail(error, setRefusal);
      } finally {
        setWriting(false);
      }
    },
    [host, fail, profile],
  );

  const writeBatch = useCallback(
    (kind: BatchKind, propose: () => Promise<readonly Edit[]>) =>
      void write(kind, propose, (edits, report) => {
        const last = ownJournal.current.reduce((most, entry) => Math.max(most, entry.id), 0);
        return [...ownJournal.current, makeEntry(last + 1, new Date(), kind, edits, report)];
      }),
    [write],
  );

  const applyFills = useCallback((fills: readonly number[]) => writeBatch("fill", () => engine.proposeFills(fills)), [writeBatch, engine]);
  const mark = useCallback(() => writeBatch("mark", () => engine.proposeMarks()), [writeBatch, engine]);
  const unmark = useCallback(() => writeBatch("unmark", () => engine.proposeUnmark()), [writeBatch, engine]);
  const repair = useCallback((repairs: readonly number[]) => writeBatch("repair", () => engine.proposeRepairs(repairs)), [writeBatch, engine]);
  const undo = useCallback(
    (entry: JournalEntry) =>
      void write(
        "undo",
        async () => entry.undo,
        (_, report) => ownJournal.current.map((one) => (one.id === entry.id && (report.applied > 0 || report.refused.length === 0) ? { ...one, undone: true } : one)),
      ),
    [write],
  );

  const changeProfile = useCallback(
    (next: Profile) => {
      setProfile(next);
      setUnsaved(true);
      void run(next);
    },
    [run],
  );
  const review = useCallback(
    async (accepted: readonly AcceptedReason[]) => {
      if (!profile) return;
      setProfile({ ...profile, accepted });
      setUnsaved(true);
      try {
        const view = await engine.review(accepted);
        setPhase((before) => (before.kind === "done" ? { kind: "done", view } : before));
      } catch (error) {
        fail(error, setRefusal);
      }
    },
    [engine, profile, fail],
  );
  const accept = useCallback(
    ({ check, at, figures }: FindingView, reason: string) => {
      const others = (profile?.accepted ?? []).filter((one) => !isSameFinding(one, { check, at }));
      void review([...others, { check, at, reason, figures, year: fiscalYearOfDate(today()) }]);
    },
    [profile, review],
  );
  const withdraw = useCallback((accepted: AcceptedReason) => void review((profile?.accepted ?? []).filter((one) => !isSameFinding(one, accepted))), [profile, review]);
  const save = useCallback(async () => {
    setWriting(true);
    setRefusal(undefined);
    try {
      const text = writeOwnData(ownData.current, { profile: profile ?? null, journal: ownJournal.current });
      await host.apply([{ kind: "set-own-data", text }]);
      ownData.current = text;
      setUnsaved(false);
    } catch (error) {
      fail(error, setRefusal);
    } finally {
      setWriting(false);
    }
  }, [host, profile, fail]);
  const readSelection = useCallback(async () => {
    try {
      return await host.readSelection();
    } catch (error) {
      fail(error, setRefusal);
      return null;
    }
  }, [host, fail]);
  const dismiss = useCallback(() => {
    setLastBatch(undefined);
    setRefusal(undefined);
  }, []);
  const preview = useCallback((drafts: readonly Draft[]) => host.preview(drafts), [host]);

  const view = phase.kind === "done" ? phase.view : undefined;
  return useMemo(
    () => ({
      phase,
      view,
      isStale,
      isWriting,
      lastBatch,
      refusal,
      journal,
      profile: profile ?? defaultProfile,
      isUnsaved,
      shown,
      inspect,
      stop,
      show,
      preview,
      applyFills,
      mark,
      unmark,
      undo,
      repair,
      changeProfile,
      accept,
      withdraw,
      save: () => void save(),
      readSelection,
      dismiss,
    }),
    [
      phase,
      view,
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
      applyFills,
      mark,
      unmark,
      undo,
      repair,
      changeProfile,
      accept,
      withdraw,
      save,
      readSelection,
      dismiss,
    ],
  );
}
