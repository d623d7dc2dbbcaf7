import type { Sentence } from "../../model/finding";
import type { Observation } from "../../model/observation";

/** 等式ひとつ — one column in which an identity was tried. */
export interface Trial<Case> {
  readonly of: Case;
  readonly holds: boolean;
  /** Zeros and hundred percents hold by accident; they tell little about the reading. */
  readonly isTelling: boolean;
  /** The stated figure is of a size a slip of the pen could give. */
  readonly isPlausible: boolean;
  readonly confidence: number;
}

/** 判断 — whether the sheet is wrong, may be wrong, or rather the reading is. */
export type Weighed<Case> =
  | { readonly kind: "sheet"; readonly broken: readonly Case[] }
  | { readonly kind: "unsure"; readonly broken: readonly Case[] }
  | { readonly kind: "reading"; readonly first: Case; readonly broken: readonly Case[] };

/**
 * 証拠を量る — one column that breaks what the others keep is an error in the sheet; what no column keeps is an error in the reading.
 *
 * none  undefined when every column keeps the identity
 */
export function weighTrials<Case>(trials: readonly Trial<Case>[]): Weighed<Case> | undefined {
  const broken = trials.filter((t) => !t.holds);
  const first = broken[0];
  if (!first) return undefined;
  const cases = broken.map((t) => t.of);
  const keeps = trials.length - broken.length;
  const tellingKeeps = trials.filter((t) => t.holds && t.isTelling).length;
  if (tellingKeeps > 0) return { kind: broken.length <= tellingKeeps ? "sheet" : "unsure", broken: cases };
  if (keeps >= 2 * broken.length && broken.length >= 3) return { kind: "unsure", broken: cases };
  if (broken.length >= 3) return { kind: "reading", first: first.of, broken: cases };
  // Alone, a broken column convicts the sheet only where a slip of the pen explains it.
  const isSure = broken.length === 1 && broken.every((t) => t.isPlausible && (keeps > 0 || t.confidence >= 0.75));
  return { kind: isSure ? "sheet" : "unsure", broken: cases };
}

/** 束ねる — groups by a key, keeping the order of first sight. */
export function groupBy<Item, Key extends string | number>(items: Iterable<Item>, key: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  let last: Key | undefined;
  let group: Item[] | undefined;
  for (const item of items) {
    const k = key(item);
    // What belongs together mostly stands together.
    if (group === undefined || k !== last) {
      group = groups.get(k);
      if (group === undefined) groups.set(k, (group = []));
      last = k;
    }
    group.push(item);
  }
  return groups;
}

/** 読み取りを尋ねる — asks about the reading of a line in which no column adds up. */
export function askAboutReading(o: Observation, columns: number, identity: Sentence): Sentence {
  const label = o.label.trim() || o.text;
  return {
    ja: `「${label}」は${columns}か所すべてで${identity.ja}と合いません。表の読み方（分子・分母・合計の行）が正しいか確認してください。`,
    en: `"${label}" disagrees with ${identity.en} in all ${columns} places. Please confirm how the table was read (numerator, denominator, totals).`,
  };
}

/** 読みの確かさ — the least sure of the figures a case rests on. */
export function leastConfidence(observations: readonly (Observation | undefined)[]): number {
  let least = 1;
  for (const o of observations) if (o && o.confidence < least) least = o.confidence;
  return least;
}
