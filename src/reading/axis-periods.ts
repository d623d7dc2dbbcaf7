import { readPeriod, readPeriodOfCell, type Era, type PeriodReading } from "../notation/period";
import type { Heading } from "./table-shape";

const ERAS: readonly Era[] = ["reiwa", "heisei", "showa"];

/**
 * 年の並びを読む — the period of each heading of one axis, where years without an era take the one that continues
 * their neighbours: 27年度の状況, 28, 29, 30, 元年度, 2年度.
 *
 * shape  one entry per heading path, undefined where it states no year
 */
export function readAxisPeriods(paths: readonly (readonly Heading[])[], nearYear: number): readonly (PeriodReading | undefined)[] {
  const choices = paths.map((path) => {
    for (let i = path.length - 1; i >= 0; i--) {
      const found = choicesOf(path[i]!);
      if (found.length > 0) return found;
    }
    return [];
  });
  const stated = choices.filter((choice) => choice.length > 0);
  const isBare = stated.some((choice) => choice.length > 1);
  if (!isBare) return choices.map((choice) => choice[0]);
  // A lone bare number among labels is not a year.
  const bare = stated.filter((choice) => choice.length > 1);
  const isWorded = paths.some((path) => path.some(({ meaning }) => /年/.test(meaning.text)));
  if (bare.length === stated.length && bare.length < 2 && !isWorded) return choices.map(() => undefined);
  return followSequence(choices, nearYear);
}

function choicesOf({ cell, meaning }: Heading): readonly PeriodReading[] {
  if (meaning.period) return [meaning.period];
  if (meaning.kind === "figure" && meaning.year === undefined) return [];
  if (meaning.month !== undefined) return [];
  if (meaning.year !== undefined && meaning.year >= 1990) {
    const read = readPeriodOfCell(cell) ?? readPeriod(`${meaning.year}年度`);
    return read ? [read] : [];
  }
  if (!/^(?:元|\d{1,2})(?:年度?)?(?:の状況|実績|末)?$/.test(meaning.text)) return [];
  return ERAS.flatMap((bareEra) => readPeriod(typeof cell.value === "number" ? `${cell.value}年度` : meaning.text, { bareEra }) ?? []);
}

/** The choice for each heading under which the years step by one most often, and stay near the present. */
function followSequence(choices: readonly (readonly PeriodReading[])[], nearYear: number): readonly (PeriodReading | undefined)[] {
  type Path = { readonly cost: number; readonly taken: readonly (PeriodReading | undefined)[]; readonly last: number | undefined };
  let paths: readonly Path[] = [{ cost: 0, taken: [], last: undefined }];
  for (const choice of choices) {
    if (choice.length === 0) {
      paths = paths.map((path) => ({ ...path, taken: [...path.taken, undefined] }));
      continue;
    }
    const byYear = new Map<number, Path>();
    for (const path of paths)
      for (const reading of choice) {
        const year = reading.period.year;
        const step = path.last === undefined ? 0 : Math.abs(Math.abs(year - path.last) - 1);
        const future = year > nearYear + 8 ? 3 : 0;
        const cost = path.cost + Math.min(step, 10) + future + Math.abs(year - nearYear) / 1000;
        const known = byYear.get(year);
        if (!known || known.cost > cost) byYear.set(year, { cost, taken: [...path.taken, reading], last: year });
      }
    paths = [...byYear.values()];
  }
  return paths.reduce((best, path) => (path.cost < best.cost ? path : best)).taken;
}
