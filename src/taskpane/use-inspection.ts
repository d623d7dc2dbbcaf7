import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { HostRefusal } from "../hosts/host";
import { applyReview } from "../inspection/apply-review";
import type { InspectionView } from "../inspection/inspection-view";
import type { Sentence } from "../model/finding";
import type { AcceptedReason, Profile } from "../model/profile";
import type { Engine } from "./engine";
import type { PaneHost } from "./pane-host";
import type { Failures } from "./use-failures";
import type { Kept } from "./use-kept";

/** 何をしているか — where the pane stands with this workbook. */
export type Phase =
  | { readonly kind: "ready" }
  | { readonly kind: "inspecting"; readonly share: number }
  | { readonly kind: "done"; readonly view: InspectionView }
  | { readonly kind: "refused"; readonly sentence: Sentence };

/** 点検の進み — what was read, and how to read again. */
export interface Inspecting {
  readonly phase: Phase;
  /** The workbook changed after this result was made. */
  readonly isStale: boolean;
  readonly inspect: () => void;
  readonly stop: () => void;
  /** Settings or corrections changed: read and check again with them. */
  readonly inspectWith: (profile: Profile) => void;
  /** The same figures seen with other accepted reasons. */
  readonly review: (profile: Profile, accepted: readonly AcceptedReason[]) => void;
  /** Something was written into the workbook, or may have been. */
  readonly noteChange: () => void;
}

/** 今日 — the day of the look, as ISO date in local time. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** 点検を使う — reads and checks; a check that is refused or stopped leaves the result before it, while the engine still holds it. */
export function useInspection(host: PaneHost, engine: Engine, kept: Kept, failures: Failures, written: () => Promise<void>): Inspecting {
  const [phase, setPhase] = useState<Phase>({ kind: "ready" });
  const [isStale, setStale] = useState(false);
  const running = useRef<AbortController | undefined>(undefined);
  /** The result whose figures the engine holds. */
  const held = useRef<InspectionView | undefined>(undefined);
  const changes = useRef(0);
  const { now, load, setProfile } = kept;
  const { fail, clear } = failures;

  const noteChange = useCallback(() => {
    changes.current++;
    setStale(true);
  }, []);
  useEffect(() => {
    const stopListening = host.onChanged(noteChange);
    return () => {
      stopListening();
      running.current?.abort();
    };
  }, [host, noteChange]);

  const goBack = useCallback((otherwise: Phase) => {
    setPhase(held.current ? { kind: "done", view: held.current } : otherwise);
    if (held.current) setStale(true);
  }, []);

  const run = useCallback(async () => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setPhase({ kind: "inspecting", share: 0 });
    clear();
    host.preview([]);
    const report = (share: number): void => {
      if (!control.signal.aborted) setPhase({ kind: "inspecting", share });
    };
    let before: InspectionView | undefined;
    try {
      await written();
      // Settings that change while the engine works are looked at with one more round.
      for (let isOld = true; isOld;) {
        const seen = changes.current;
        const delivery = await host.read((share) => report(share * 0.3), control.signal);
        if (control.signal.aborted) return;
        // Stopping from here on ends the engine, and what it holds.
        before = held.current ?? before;
        held.current = undefined;
        const { profile, isUnsaved } = now();
        const request = { profile: isUnsaved ? (profile ?? null) : null, asOf: today() };
        const answer = await engine.inspect(delivery, request, (share) => report(0.3 + share * 0.7), control.signal);
        if (control.signal.aborted) return;
        isOld = now().profile !== profile;
        if (isOld) continue;
        await load(answer, answer.view.profile);
        if (control.signal.aborted) return;
        held.current = answer.view;
        setStale(changes.current !== seen);
        setPhase({ kind: "done", view: answer.view });
      }
    } catch (error) {
      if (control.signal.aborted) return;
      held.current ??= before;
      goBack(error instanceof HostRefusal ? { kind: "refused", sentence: error.sentence } : { kind: "ready" });
      if (held.current || !(error instanceof HostRefusal)) fail(error);
    }
  }, [host, engine, now, load, fail, clear, written, goBack]);

  const inspect = useCallback(() => void run(), [run]);
  const stop = useCallback(() => {
    running.current?.abort();
    goBack({ kind: "ready" });
  }, [goBack]);
  const inspectWith = useCallback(
    (profile: Profile) => {
      setProfile(profile);
      void run();
    },
    [run, setProfile],
  );
  const review = useCallback(
    (profile: Profile, accepted: readonly AcceptedReason[]) => {
      setProfile({ ...profile, accepted });
      if (!held.current) return;
      engine.review(accepted).then((answer) => {
        // The engine answers in order: what it holds now is what it answered for, unless it is reading anew.
        if (!held.current) return;
        const view = { ...applyReview(held.current, answer), profile: { ...held.current.profile, accepted } };
        held.current = view;
        setPhase((current) => (current.kind === "done" ? { kind: "done", view } : current));
      }, fail);
    },
    [engine, setProfile, fail],
  );
  return useMemo(() => ({ phase, isStale, inspect, stop, inspectWith, review, noteChange }), [phase, isStale, inspect, stop, inspectWith, review, noteChange]);
}
