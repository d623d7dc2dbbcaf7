import { useCallback, useMemo, useRef, useState } from "react";
import { HostRefusal } from "../hosts/host";
import type { RememberedRecord } from "../inspection/past-figures/remembered-record";
import type { Profile } from "../model/profile";
import type { InspectionAnswer } from "./engine";
import type { JournalEntry } from "./journal";
import type { PaneHost } from "./pane-host";

/** 自分の記録の読み書きを取り寄せる — nothing of it is needed before a workbook was read. */
export const loadOwnData = () => import("./own-data");

interface Held {
  /** Undefined until the workbook was read: what it keeps is not known before. */
  readonly profile: Profile | undefined;
  /** Somebody decided it, here or before; what is only the default is not written. */
  readonly isOwn: boolean;
  readonly journal: readonly JournalEntry[];
  readonly isUnsaved: boolean;
  /** Our data as they stand in the workbook now. */
  readonly text: string | null;
  /** What was read of its past, to be kept with the next writing. */
  readonly remembered: RememberedRecord | null;
}

const nothing: Held = { profile: undefined, isOwn: false, journal: [], isUnsaved: false, text: null, remembered: null };

/** ブックに残すもの — settings and journal, in memory and in the workbook. */
export interface Kept {
  readonly profile: Profile | undefined;
  readonly journal: readonly JournalEntry[];
  /** Something here is not in the workbook yet. */
  readonly isUnsaved: boolean;
  /** As they are at this moment, whichever render asks. */
  readonly now: () => Pick<Held, "profile" | "journal" | "isUnsaved">;
  /** Takes over what was read; a journal that could not be saved is not forgotten for it. */
  readonly load: (read: Pick<InspectionAnswer, "ownData" | "remembered">, profile: Profile) => Promise<void>;
  readonly setProfile: (profile: Profile) => void;
  readonly setJournal: (journal: readonly JournalEntry[]) => void;
  /** Writes own data only. errors  HostRefusal; then everything stays in memory, and unsaved */
  readonly save: () => Promise<void>;
}

function joinJournals(saved: readonly JournalEntry[], held: readonly JournalEntry[]): readonly JournalEntry[] {
  const known = new Set(held.map(({ id, when }) => `${id}|${when}`));
  return [...saved.filter(({ id, when }) => !known.has(`${id}|${when}`)), ...held].sort((a, b) => a.id - b.id);
}

/** ブックに残すものを使う — the one place that knows what the workbook keeps of us. */
export function useKept(host: PaneHost): Kept {
  const [held, setHeld] = useState(nothing);
  const latest = useRef(nothing);
  const change = useCallback((next: Partial<Held>) => {
    latest.current = { ...latest.current, ...next };
    setHeld(latest.current);
  }, []);
  const now = useCallback(() => latest.current, []);
  const load = useCallback(
    async ({ ownData: text, remembered }: Pick<InspectionAnswer, "ownData" | "remembered">, profile: Profile) => {
      const { readOwnData } = await loadOwnData();
      const { isUnsaved, journal } = latest.current;
      const saved = readOwnData(text);
      change({
        text,
        remembered,
        profile,
        isOwn: isUnsaved ? latest.current.isOwn : saved.profile !== null,
        journal: isUnsaved ? joinJournals(saved.journal, journal) : saved.journal,
      });
    },
    [change],
  );
  const setProfile = useCallback((profile: Profile) => change({ profile, isOwn: true, isUnsaved: true }), [change]);
  const setJournal = useCallback((journal: readonly JournalEntry[]) => change({ journal, isUnsaved: true }), [change]);
  const save = useCallback(async () => {
    const { shortenJournal, writeOwnData } = await loadOwnData();
    const { profile, isOwn, journal: whole, remembered } = latest.current;
    const journal = shortenJournal(whole);
    const text = writeOwnData(latest.current.text, { profile: (isOwn && profile) || null, journal, remembered });
    const { refused } = await host.apply([{ kind: "set-own-data", text }]);
    if (refused.length > 0)
      throw new HostRefusal("cannot-write", {
        ja: "ブックに設定と履歴を残せませんでした。ブックの保護や共有の状態を確かめてください。",
        en: "Settings and journal could not be put into the workbook. See whether it is protected or shared.",
      });
    // What changed while the host was writing is still to be saved.
    const isSettled = latest.current.journal === whole;
    change({ text, isUnsaved: latest.current.profile !== profile || !isSettled, ...(isSettled ? { journal } : {}) });
  }, [host, change]);
  const { profile, journal, isUnsaved } = held;
  return useMemo(() => ({ profile, journal, isUnsaved, now, load, setProfile, setJournal, save }), [profile, journal, isUnsaved, now, load, setProfile, setJournal, save]);
}
