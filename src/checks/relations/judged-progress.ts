import { placeKey, readAddress } from "../../model/cell";
import type { Observation } from "../../model/observation";
import type { FiscalYear } from "../../model/period";
import type { Judgement, JudgementStatus } from "../../model/plan";
import type { Reading } from "../../model/reading";
import type { DatedEntry, ProgressLine, ProgressSheet } from "./progress";
import { isOnLine } from "./progress";

/** 判定のある進捗 — an item of a progress sheet in a year in which its figures tell with certainty whether the target was met. */
export interface JudgedProgress {
  readonly line: ProgressLine;
  readonly year: FiscalYear;
  readonly verdict: "met" | "missed";
  readonly judgement: Judgement;
  readonly actual: Observation;
  /** What is written of this year. */
  readonly entries: readonly DatedEntry[];
}

/** Years that are not judged say nothing for or against those that are. */
const UNSPOKEN: ReadonlySet<JudgementStatus> = new Set(["baseline", "out-of-period", "expired", "no-target", "initiative"]);
const SURE_ENOUGH = 0.6;

/**
 * 判定のある進捗をさがす — the items of progress sheets beside whose figures or target a year is judged met or missed.
 *
 * silent  where two targets of one item are judged differently, only rounding decides, a figure is derived or contradicts others, or the reading is unsure
 */
export function findJudgedProgress(sheets: readonly ProgressSheet[], reading: Reading, judgements: readonly Judgement[]): readonly JudgedProgress[] {
  if (sheets.length === 0 || judgements.length === 0) return [];
  const placed = indexByLine(judgements);
  const found: Omit<JudgedProgress, "actual">[] = [];
  for (const line of sheets.flatMap(({ lines }) => lines)) {
    const beside = judgementsOn(line, placed);
    for (const year of new Set(line.entries.map(({ year }) => year))) {
      if (year === undefined) continue;
      const due = beside.filter(({ fiscalYear, status }) => fiscalYear === year && !UNSPOKEN.has(status));
      const [judgement] = due;
      if (!judgement || !due.every(({ status, actual, target }) => status === judgement.status && actual?.derived === false && target.confidence >= SURE_ENOUGH)) continue;
      if (judgement.status !== "met" && judgement.status !== "missed") continue;
      found.push({ line, year, verdict: judgement.status, judgement, entries: line.entries.filter((entry) => entry.year === year) });
    }
  }
  const figures = findFigures(reading, found);
  return found.flatMap((one) => {
    const actual = figures.get(placeKey(one.judgement.actual!.at));
    return actual && actual.confidence >= SURE_ENOUGH ? [{ ...one, actual }] : [];
  });
}

/** Those whose figure stands on the line; without one, those whose target does and whose figure stands in no line of this table. */
function judgementsOn(line: ProgressLine, placed: ReadonlyMap<string, readonly Judgement[]>): readonly Judgement[] {
  const { item, sheet } = line;
  const { top, bottom } = sheet.range;
  const lines = sheet.axis === "whole" ? Array.from({ length: bottom - top + 1 }, (_, i) => top + i) : item.lines;
  const all = [...new Set(lines.flatMap((at) => placed.get(lineKey(sheet.name, sheet.axis === "columns" ? "c" : "r", at)) ?? []))];
  const own = all.filter(({ actual }) => actual && isOnLine(actual.at, line));
  if (own.length > 0) return own;
  return all.filter(({ actual, target }) => actual && isOnLine(target.at, line) && !isOnLine(actual.at, { ...line, sheet: { ...sheet, axis: "whole" } }));
}

function indexByLine(judgements: readonly Judgement[]): ReadonlyMap<string, readonly Judgement[]> {
  const lines = new Map<string, Judgement[]>();
  for (const judgement of judgements)
    for (const place of [judgement.actual?.at, judgement.target.at]) {
      const at = place && readAddress(place.cell);
      if (!place || !at) continue;
      for (const key of [lineKey(place.sheet, "r", at.row), lineKey(place.sheet, "c", at.col)]) {
        const list = lines.get(key);
        if (list) list.push(judgement);
        else lines.set(key, [judgement]);
      }
    }
  return lines;
}

function lineKey(sheet: string, axis: "r" | "c", at: number): string {
  return `${sheet}!${axis}${at}`;
}

function findFigures(reading: Reading, of: readonly { readonly judgement: Judgement }[]): ReadonlyMap<string, Observation> {
  const wanted = new Map<string, Judgement>();
  for (const { judgement } of of) if (judgement.actual) wanted.set(placeKey(judgement.actual.at), judgement);
  const found = new Map<string, Observation>();
  if (wanted.size === 0) return found;
  const sheets = new Set([...wanted.values()].map(({ actual }) => actual!.at.sheet));
  for (const o of reading.observations) {
    if (!sheets.has(o.at.sheet) || o.role === "target") continue;
    const key = placeKey(o.at);
    const judgement = wanted.get(key);
    if (judgement && (o.indicator === judgement.indicator || !found.has(key))) found.set(key, o);
  }
  return found;
}
