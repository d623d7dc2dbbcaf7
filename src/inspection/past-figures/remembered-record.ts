import { defaultProfile } from "../../model/profile";
import type { Remembered, RememberedFigure, RememberedLine } from "../../model/remembered";
import { isRecord, readOwnRecord } from "../own-record";

/** Where it stands in our own data. */
const FIELD = "past";
const NOT_APPLICABLE = "n";

/** 該当者なし is "n". */
type PackedValue = number | typeof NOT_APPLICABLE;
/** A figure that is unlike its line: value, step, day, and the day on which another figure was met. */
type PackedUnlike = readonly [PackedValue, number, number, ...number[]];
/** kind, group, words, step, day; then a period and its figure by turns. */
type PackedLine = readonly [number, number, string, number, number, ...(PackedValue | PackedUnlike)[]];

/** 過去の数値の組 — what is remembered as the workbook keeps it: days, periods, kinds and groups once each, figures by their positions. */
export interface RememberedRecord {
  readonly schema: 1;
  readonly hoursPerDay: number;
  readonly triangle: Remembered["triangle"];
  readonly days: readonly string[];
  readonly periods: readonly string[];
  readonly kinds: readonly string[];
  readonly groups: readonly string[];
  readonly lines: readonly PackedLine[];
  readonly cut?: Remembered["cut"];
}

class Numbered {
  readonly texts: string[] = [];
  private readonly known = new Map<string, number>();
  of(text: string): number {
    const known = this.known.get(text) ?? this.texts.length;
    if (known === this.texts.length) this.texts.push(text);
    this.known.set(text, known);
    return known;
  }
}

/** 過去の数値を詰める — the same in little room. */
export function packRemembered({ hoursPerDay, triangle, lines, cut }: Remembered): RememberedRecord {
  const [days, periods, kinds, groups] = [new Numbered(), new Numbered(), new Numbered(), new Numbered()];
  const packed = lines.map(({ what, group, words, figures }): PackedLine => {
    const { step = 0, since = "" } = figures[0] ?? {};
    const values = figures.flatMap((figure): (PackedValue | PackedUnlike)[] => {
      const value: PackedValue = figure.value ?? NOT_APPLICABLE;
      const isLike = figure.step === step && figure.since === since && figure.seen === undefined;
      const unlike: PackedUnlike = [value, figure.step, days.of(figure.since), ...(figure.seen === undefined ? [] : [days.of(figure.seen)])];
      return [periods.of(figure.period), isLike ? value : unlike];
    });
    return [kinds.of(what), groups.of(group), words, step, days.of(since), ...values];
  });
  return { schema: 1, hoursPerDay, triangle, days: days.texts, periods: periods.texts, kinds: kinds.texts, groups: groups.texts, lines: packed, ...(cut ? { cut } : {}) };
}

/**
 * 覚えた過去の数値を読む — from the workbook's own data; a line that cannot be used is left out.
 *
 * none  null where nothing is remembered, or by a newer version
 */
export function readRemembered(ownData: string | null): Remembered | null {
  const record = readOwnRecord(ownData)?.[FIELD];
  if (!isRecord(record) || record["schema"] !== 1) return null;
  const { hoursPerDay, triangle, cut } = record;
  const lists = { days: textsOf(record["days"]), periods: textsOf(record["periods"]), kinds: textsOf(record["kinds"]), groups: textsOf(record["groups"]) };
  const lines = Array.isArray(record["lines"]) ? record["lines"].flatMap((line) => unpackLine(line, lists) ?? []) : [];
  return {
    hoursPerDay: typeof hoursPerDay === "number" ? hoursPerDay : defaultProfile.hoursPerDay,
    triangle: triangle === "increase" ? triangle : "decrease",
    lines,
    ...(isRecord(cut) && typeof cut["kept"] === "number" && cut["kept"] > 0 ? { cut: { kept: cut["kept"] } } : {}),
  };
}

type Lists = { readonly [list in "days" | "periods" | "kinds" | "groups"]: readonly string[] };

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : [];
}

function at(list: readonly string[], index: unknown): string | undefined {
  return typeof index === "number" ? list[index] : undefined;
}

function unpackLine(line: unknown, { days, periods, kinds, groups }: Lists): RememberedLine | undefined {
  if (!Array.isArray(line)) return undefined;
  const [kind, who, words, step, day, ...values] = line as readonly unknown[];
  const what = at(kinds, kind);
  const group = at(groups, who);
  const since = at(days, day);
  if (what === undefined || group === undefined || since === undefined || typeof words !== "string" || typeof step !== "number") return undefined;
  const figures: RememberedFigure[] = [];
  for (let i = 0; i + 1 < values.length; i += 2) {
    const period = at(periods, values[i]);
    const stated = values[i + 1];
    const [value, ownStep, ownDay, seenDay]: readonly unknown[] = Array.isArray(stated) ? stated : [stated, step, day];
    const first = at(days, ownDay);
    const seen = at(days, seenDay);
    if (period === undefined || first === undefined || typeof ownStep !== "number" || !(typeof value === "number" || value === NOT_APPLICABLE)) return undefined;
    figures.push({ period, value: value === NOT_APPLICABLE ? null : value, step: ownStep, since: first, ...(seen === undefined ? {} : { seen }) });
  }
  return { what, group, words, figures };
}

/**
 * 過去の数値を残す — our own data with what is remembered put in its place.
 *
 * none  null where nothing may be put: there is nothing to remember, or what stands there is not of this version
 */
export function putRemembered(ownData: string | null, remembered: RememberedRecord | null): string | null {
  if (remembered === null) return null;
  const own = readOwnRecord(ownData);
  if (ownData !== null && (own === undefined || !isOfThisVersion(own["schema"]) || !isOurs(own))) return null;
  return JSON.stringify({ ...own, schema: 1, ...rememberedField(ownData, remembered) });
}

/** 過去の数値の欄 — the field for our own data; empty where it has to stay as it is. */
export function rememberedField(ownData: string | null, remembered: RememberedRecord | null): { readonly [FIELD]?: RememberedRecord } {
  return remembered !== null && isOurs(readOwnRecord(ownData)) ? { [FIELD]: remembered } : {};
}

function isOfThisVersion(schema: unknown): boolean {
  return schema === undefined || schema === 1;
}

/** What another version remembers is not lost for a look by this one. */
function isOurs(own: { readonly [key: string]: unknown } | undefined): boolean {
  const kept = own?.[FIELD];
  return kept === undefined || (isRecord(kept) && kept["schema"] === 1);
}
