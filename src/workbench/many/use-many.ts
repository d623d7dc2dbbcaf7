import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import { findCommonFolder } from "../../inspection/roll-up/roll-up";
import type { CheckedPicked, ManySettings } from "./checked-picked";
import type { PickedSearch } from "./collect-files";
import { askRollUp, type ManyPort, runMany } from "./run-many";

/** Workbooks take seconds; only what never ends takes this long. */
const LONGEST = 600;

/** まとめの状態 — the files of a run, and how far it is. */
export interface ManyState {
  /** null before anything was picked. */
  readonly search: PickedSearch | null;
  /** Letters of the folders that all files lie in. */
  readonly common: number;
  /** By the place of its file; undefined until it is done. */
  readonly ends: readonly (CheckedPicked | undefined)[];
  readonly done: number;
  readonly isRunning: boolean;
  /** The file under way, and the share of it that is done. */
  readonly at: number | null;
  readonly share: number;
}

type Step =
  | { readonly kind: "pick"; readonly search: PickedSearch }
  | { readonly kind: "run"; readonly isRunning: boolean }
  | { readonly kind: "start"; readonly place: number }
  | { readonly kind: "share"; readonly share: number }
  | { readonly kind: "end"; readonly place: number; readonly checked: CheckedPicked };

const NOTHING: ManyState = { search: null, common: 0, ends: [], done: 0, isRunning: false, at: null, share: 0 };

function advance(state: ManyState, step: Step): ManyState {
  switch (step.kind) {
    case "pick":
      return {
        ...NOTHING,
        search: step.search,
        common: findCommonFolder(step.search.workbooks.map(({ path }) => path)),
        ends: step.search.workbooks.map(() => undefined),
      };
    case "run":
      return { ...state, isRunning: step.isRunning, at: null, share: 0 };
    case "start":
      return { ...state, at: step.place, share: 0 };
    case "share":
      return { ...state, share: step.share };
    case "end":
      return { ...state, ends: state.ends.map((end, place) => (place === step.place ? step.checked : end)), done: state.done + 1 };
  }
}

/** まとめの動き — what can be asked of a run. */
export interface Many {
  readonly state: ManyState;
  /** Begins with these files; what was found of others is let go. */
  readonly begin: (search: PickedSearch, settings: ManySettings) => void;
  readonly stop: () => void;
  /** Goes on with the files that are not done, as it began. */
  readonly goOn: () => void;
  /** The roll-up workbook of the files that are done. */
  readonly rollUp: () => Promise<ArrayBuffer>;
}

/** まとめて点検を動かす — one run at a time; it ends with the page that shows it. */
export function useMany(makePort: () => ManyPort, onMistake: (error: unknown) => void): Many {
  const [state, step] = useReducer(advance, NOTHING);
  const running = useRef<AbortController | undefined>(undefined);
  const settings = useRef<ManySettings | undefined>(undefined);

  const run = useCallback(
    (search: PickedSearch, isDone: (place: number) => boolean) => {
      running.current?.abort();
      const control = new AbortController();
      running.current = control;
      const left = search.workbooks.flatMap((picked, place) => (isDone(place) ? [] : [[place, picked] as const]));
      if (left.length === 0 || !settings.current) return;
      step({ kind: "run", isRunning: true });
      const heard = (next: Step): void => {
        if (!control.signal.aborted) step(next);
      };
      void runMany(left, {
        makePort,
        settings: settings.current,
        timeoutSeconds: LONGEST,
        signal: control.signal,
        onStart: (place) => heard({ kind: "start", place }),
        onShare: (share) => heard({ kind: "share", share }),
        onEnd: (place, checked) => heard({ kind: "end", place, checked }),
      })
        .catch(onMistake)
        .finally(() => heard({ kind: "run", isRunning: false }));
    },
    [makePort, onMistake],
  );
  useEffect(() => () => running.current?.abort(), []);

  const begin = useCallback(
    (search: PickedSearch, given: ManySettings) => {
      settings.current = given;
      step({ kind: "pick", search });
      run(search, () => false);
    },
    [run],
  );
  const stop = useCallback(() => {
    running.current?.abort();
    step({ kind: "run", isRunning: false });
  }, []);
  const { search, ends } = state;
  const goOn = useCallback(() => search && run(search, (place) => ends[place] !== undefined), [run, search, ends]);
  const rollUp = useCallback(
    () =>
      askRollUp(
        makePort,
        ends.flatMap((end) => (end ? [end.totals] : [])),
      ),
    [makePort, ends],
  );
  return useMemo(() => ({ state, begin, stop, goOn, rollUp }), [state, begin, stop, goOn, rollUp]);
}
