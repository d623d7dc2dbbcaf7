import type { Observation } from "../../model/observation";
import { groupBy } from "./evidence";
import type { Figures, Kind } from "./figures";

/** 行 — the figures of one line of a table, in sheet order; cells covered by a merge are left out. */
export interface Line {
  readonly key: string;
  readonly table: number;
  readonly observations: readonly Observation[];
}

/** 行の一覧 — every line of figures, targets aside, and those that hold some kind of figure. */
export interface Lines {
  readonly all: readonly Line[];
  /** The lines in which some figure is of a kind that passes. */
  having(test: (kind: Kind) => boolean): readonly Line[];
}

/** 行をさがす — the lines of figures of every table, targets aside. */
export function findLines(figures: Figures): Lines {
  const lines = groupBy(
    figures.pick((kind) => kind.role !== "target" && !kind.isMergedCopy),
    (o) => o.line,
  );
  const all: Line[] = [];
  for (const [key, observations] of lines) all.push({ key, table: observations[0]!.table, observations: inSheetOrder(observations) });
  return {
    all,
    having(test) {
      const passes = figures.mark(test);
      return all.filter(({ observations }) => observations.some(passes));
    },
  };
}

function inSheetOrder(observations: Observation[]): readonly Observation[] {
  // Mostly they were read in that order.
  for (let i = 1; i < observations.length; i++) if (compare(observations[i - 1]!, observations[i]!) > 0) return observations.sort(compare);
  return observations;
}

function compare(a: Observation, b: Observation): number {
  return a.row - b.row || a.col - b.col || a.id - b.id;
}
