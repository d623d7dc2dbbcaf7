import { isPast, isRate, isSettled, isUnchanged, listPastFigures, type PastFigure, pastKey, sumWords } from "../../checks/relations/past-figures";
import { findRestated } from "../../checks/relations/restated";
import { remember } from "../../model/remember";
import type { Remembered, RememberedFigure, RememberedLine } from "../../model/remembered";
import type { Inspection } from "../inspection";
import { fitRemembered, MOST_FIGURES } from "./fit-remembered";
import { packRemembered, type RememberedRecord, readRemembered } from "./remembered-record";

/**
 * 過去の数値を覚える — what the workbook is to carry of its ended years once something is written into it.
 *
 * A restated figure keeps its first value for a year after a writing first met the change: who fills in rates before reading the list
 * still hears of it, and so does the committee in its next round. A year that is still being collected is taken as it stands.
 *
 * none  null when there is nothing to remember
 */
export function rememberFigures(inspection: Pick<Inspection, "reading" | "profile" | "asOf">, ownData: string | null): RememberedRecord | null {
  const { from, isCut } = findOldestYear(inspection);
  const former = readRemembered(ownData);
  const remembered = fitRemembered(collect(inspection, former, from), isCut, former?.cut?.kept);
  return remembered.lines.length > 0 ? packRemembered(remembered) : null;
}

/** The year before which nothing would find room, however many cells state the same, and whether there are figures before it. */
function findOldestYear({ reading, asOf }: Pick<Inspection, "reading" | "asOf">): { readonly from: number; readonly isCut: boolean } {
  const counts = new Map<number, number>();
  for (const o of reading.observations) if (isPast(o, asOf)) counts.set(o.period.year, (counts.get(o.period.year) ?? 0) + 1);
  let room = 3 * MOST_FIGURES;
  const years = [...counts].sort(([a], [b]) => b - a);
  const last = years.findIndex(([, count]) => (room -= count) <= 0);
  return { from: years[last]?.[0] ?? 0, isCut: last >= 0 && last < years.length - 1 };
}

function collect({ reading, profile, asOf }: Pick<Inspection, "reading" | "profile" | "asOf">, former: Remembered | null, from: number): Remembered {
  const before = new Map((former?.lines ?? []).flatMap((line) => line.figures.map((figure) => [pastKey(line.what, line.group, figure.period), { line, figure }] as const)));
  const restated = new Set(findRestated(reading, former, profile, asOf).map(({ now }) => now.key));
  const lines = new Map<string, RememberedLine & { readonly figures: RememberedFigure[] }>();
  const put = ({ what, group, words }: Omit<RememberedLine, "figures">, figure: RememberedFigure): void => {
    const key = pastKey(what, group, words);
    const line = lines.get(key);
    if (line) line.figures.push(figure);
    else lines.set(key, { what, group, words, figures: [figure] });
  };
  const sumOf = remember(sumWords);
  for (const now of listPastFigures(reading, asOf, { from }).values()) {
    const known = before.get(now.key);
    // Which of several figures it is, nobody knows: what was known of it stays known.
    if (now.isAmbiguous) continue;
    before.delete(now.key);
    const words = sumOf(now.cells[0].label);
    put({ what: now.what, group: now.group, words }, carry(now, known?.figure, restated.has(now.key), asOf));
  }
  for (const { line, figure } of before.values()) put(line, figure);
  return { hoursPerDay: profile.hoursPerDay, triangle: profile.triangle, lines: [...lines.values()] };
}

function carry(now: PastFigure, was: RememberedFigure | undefined, isRestated: boolean, asOf: string): RememberedFigure {
  const present = { period: now.period, value: trim(now.value), step: trim(now.step) ?? 0, since: asOf };
  if (!was) return present;
  if (isRestated) {
    const { seen = asOf } = was;
    return isYearLater(seen, asOf) ? present : { ...was, seen };
  }
  if (!isUnchanged(was, now, isRate(now.what)) || !isSettled(now.cells[0].period!, asOf)) return present;
  const { seen: _, ...kept } = was;
  return now.step < was.step ? { ...present, since: was.since } : kept;
}

/** Ten digits tell every figure of a sheet, and take half the room of a quotient. */
function trim<Value extends number | null>(value: Value): Value | number {
  return value === null ? value : Number(value.toPrecision(10));
}

function isYearLater(day: string, today: string): boolean {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` <= today;
}
