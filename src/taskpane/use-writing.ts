import { useCallback, useMemo, useRef, useState } from "react";
import { HostRefusal } from "../hosts/host";
import type { ApplyReport, Edit } from "../model/edit";
import type { Sentence } from "../model/finding";
import type { BatchKind, JournalEntry } from "./journal";
import type { Proposal } from "./engine";
import type { PaneHost } from "./pane-host";
import type { Failures } from "./use-failures";
import type { Kept } from "./use-kept";

/** What notes a batch has to be here before the batch is written. */
const loadJournal = () => import("./journal");

/** 書き込みの結果 — what the last batch did; `unkept` says why its journal entry could not be put into the workbook. */
export interface LastBatch {
  readonly kind: BatchKind | "undo" | "save";
  readonly report: ApplyReport;
  /** What the engine has to say about it. */
  readonly told?: readonly Sentence[];
  readonly unkept?: Sentence;
}

/** 書き込み — one batch at a time, each with its journal entry. */
export interface Writing {
  readonly isWriting: boolean;
  readonly lastBatch: LastBatch | undefined;
  readonly writeBatch: (kind: BatchKind, propose: () => Promise<readonly Edit[] | Proposal>) => void;
  readonly undo: (entry: JournalEntry) => void;
  readonly save: () => void;
  readonly forget: () => void;
}

/** 書き込みの番 — lets a check wait until a batch is through. */
export function useTurn(): { readonly take: (work: () => Promise<void>) => void; readonly done: () => Promise<void> } {
  const current = useRef<Promise<void> | undefined>(undefined);
  const take = useCallback((work: () => Promise<void>) => {
    // A second press while the first is under way asks for the same thing.
    if (current.current) return;
    current.current = work().finally(() => (current.current = undefined));
  }, []);
  const done = useCallback(() => current.current ?? Promise.resolve(), []);
  return useMemo(() => ({ take, done }), [take, done]);
}

/** 書き込みを使う — applies a batch, notes it in the journal, and keeps the journal in the workbook. */
export function useWriting(host: PaneHost, kept: Kept, failures: Failures, turn: ReturnType<typeof useTurn>, noteChange: () => void): Writing {
  const [isWriting, setWriting] = useState(false);
  const [lastBatch, setLastBatch] = useState<LastBatch>();
  const { now, setJournal, save: saveKept } = kept;
  const { fail, clear } = failures;

  const write = useCallback(
    (work: () => Promise<void>) =>
      turn.take(async () => {
        setWriting(true);
        clear();
        setLastBatch(undefined);
        try {
          await work();
        } catch (error) {
          fail(error);
        } finally {
          setWriting(false);
        }
      }),
    [turn, fail, clear],
  );

  const apply = useCallback(
    async (kind: BatchKind | "undo", { edits, told }: Proposal, note: (report: ApplyReport) => readonly JournalEntry[]) => {
      let report: ApplyReport = { applied: 0, refused: [] };
      let broken: HostRefusal | undefined;
      if (edits.length > 0) {
        try {
          report = await host.apply(edits);
        } catch (error) {
          noteChange();
          if (!(error instanceof HostRefusal) || !error.written) throw error;
          // What was written of it has its way back like any other batch.
          broken = error;
          report = error.written;
        }
        if (edits.some((edit) => edit.kind === "set-cell" || edit.kind === "add-sheet" || edit.kind === "remove-sheet")) noteChange();
        setJournal(note(report));
      }
      host.preview([]);
      const batch: LastBatch = { kind, report, ...(broken ? {} : { told }) };
      try {
        await saveKept();
        setLastBatch(batch);
      } catch (error) {
        if (!(error instanceof HostRefusal)) throw error;
        setLastBatch({ ...batch, unkept: error.sentence });
      }
      if (broken) throw broken;
    },
    [host, noteChange, setJournal, saveKept],
  );

  const writeBatch = useCallback(
    (kind: BatchKind, propose: () => Promise<readonly Edit[] | Proposal>) =>
      write(async () => {
        const [{ makeEntry }, proposed] = await Promise.all([loadJournal(), propose()]);
        const proposal = "edits" in proposed ? proposed : { edits: proposed, told: [] };
        await apply(kind, proposal, (report) => {
          const { journal } = now();
          const last = journal.reduce((most, entry) => Math.max(most, entry.id), 0);
          return [...journal, makeEntry(last + 1, new Date(), kind, proposal.edits, report)];
        });
      }),
    [write, apply, now],
  );
  const undo = useCallback(
    (entry: JournalEntry) =>
      write(async () => {
        const { markUndone } = await loadJournal();
        await apply("undo", { edits: entry.undo, told: [] }, (report) => now().journal.map((one) => (one.id === entry.id ? markUndone(one, report) : one)));
      }),
    [write, apply, now],
  );
  const save = useCallback(
    () =>
      write(async () => {
        await saveKept();
        setLastBatch({ kind: "save", report: { applied: 0, refused: [] } });
      }),
    [write, saveKept],
  );
  const forget = useCallback(() => {
    setLastBatch(undefined);
    clear();
  }, [clear]);
  return useMemo(() => ({ isWriting, lastBatch, writeBatch, undo, save, forget }), [isWriting, lastBatch, writeBatch, undo, save, forget]);
}
