import { groupKey, type Observation } from "../../model/observation";
import { periodKey } from "../../model/period";
import type { Profile } from "../../model/profile";
import type { Reading } from "../../model/reading";
import type { Remembered, RememberedFigure, RememberedLine } from "../../model/remembered";
import { groupBy } from "./evidence";
import { isPast, isRate, isUnchanged, isSettled, listPastFigures, type PastFigure, pastKey, sumWords } from "./past-figures";

/** 改められた数値 — a figure of an ended period that the workbook states otherwise than it did. */
export interface RestatedFigure {
  readonly was: RememberedFigure;
  readonly now: PastFigure;
}

/**
 * 改められた数値をさがす — what the workbook remembers of its past against what it states now.
 *
 * shape  silent where another setting or another reading of the same cells explains it, and where several cells disagree
 */
export function findRestated(reading: Reading, remembered: Remembered | null, profile: Profile, asOf: string): readonly RestatedFigure[] {
  if (!remembered) return [];
  const wanted = new Set(remembered.lines.map(({ what, group }) => pastKey(what, group, "")));
  const present = listPastFigures(reading, asOf, { lines: wanted });
  const changed = remembered.lines.flatMap((line) =>
    line.figures.flatMap((was) => {
      const now = present.get(pastKey(line.what, line.group, was.period));
      if (!now || now.isAmbiguous || !isSettled(now.cells[0].period!, asOf)) return [];
      return isUnchanged(was, now, isRate(line.what)) || isReadByOtherSettings(was, now, remembered, profile) ? [] : [{ line, was, now }];
    }),
  );
  if (changed.length === 0) return [];
  const stands = indexCells(reading, asOf);
  return changed.filter(({ line, was, now }) => !isReadAnew(line, was, now, stands)).map(({ was, now }) => ({ was, now }));
}

/** Days and hours are reckoned with the working day, signs with the meaning of △. */
function isReadByOtherSettings(was: RememberedFigure, now: PastFigure, then: Remembered, profile: Profile): boolean {
  const { unit } = now.cells[0];
  if ((unit === "days" || unit === "hours") && then.hoursPerDay !== profile.hoursPerDay) return true;
  return then.triangle !== profile.triangle && was.value !== null && now.value !== null && isUnchanged({ ...was, value: -was.value }, now, unit === "ratio");
}

interface Cells {
  /** What stands under the same words in the same period, whatever it is read as. */
  readonly under: (words: string, period: string) => readonly Observation[];
  readonly ofLine: (o: Observation) => readonly Observation[];
}

function indexCells(reading: Reading, asOf: string): Cells {
  const past = reading.observations.filter((o) => isPast(o, asOf));
  const lines = groupBy(past, ({ line, role }) => `${line} ${role}`);
  const words = groupBy(past, ({ label, period }) => `${sumWords(label)} ${periodKey(period)}`);
  return {
    under: (sum, period) => words.get(`${sum} ${period}`) ?? [],
    ofLine: ({ line, role }) => lines.get(`${line} ${role}`) ?? [],
  };
}

/**
 * A corrected heading, or a reader that has learnt, gives a figure another name without a cell having changed:
 * under its words stands what stood there, or the whole line shows the same figures in their order under other periods.
 */
function isReadAnew(line: RememberedLine, was: RememberedFigure, now: PastFigure, cells: Cells): boolean {
  const isRatio = isRate(line.what);
  const stillThere = (o: Observation): boolean => isUnchanged(was, { value: o.value, step: o.figure.step ?? 0 }, isRatio);
  if (!now.cells.some(({ label }) => sumWords(label) === line.words)) return cells.under(line.words, was.period).some(stillThere);
  // What stands of others in the same line is another series.
  const shown = cells.ofLine(now.cells[0]).filter(({ group }) => groupKey(group) === line.group);
  if (isWithin(line.figures, shown, (figure, o) => figure.period === periodKey(o.period))) return false;
  return isWithin(line.figures, shown, (figure, o) => isUnchanged(figure, { value: o.value, step: o.figure.step ?? 0 }, isRatio));
}

/** Are all of these there, in this order? */
function isWithin<One, Other>(these: readonly One[], there: readonly Other[], isSame: (one: One, other: Other) => boolean): boolean {
  let next = 0;
  for (const one of these) {
    while (next < there.length && !isSame(one, there[next]!)) next++;
    if (next++ >= there.length) return false;
  }
  return true;
}
