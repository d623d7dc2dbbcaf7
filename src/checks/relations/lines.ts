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
  const inLines = figures.pick((kind) => kind.role !== "target" && !kind.isMergedCopy);
  const all = [...groupBy(inLines, (o) => o.line)].map(([key, observations]): Line => ({ key, table: observations[0]?.table ?? -1, observations: inSheetOrder(observations) }));
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
  return observations.every((o, i) => i === 0 || compare(observations[i - 1]!, o) < 0) ? observations : observations.sort(compare);
}

function compare(a: Observation, b: Observation): number {
  return a.row - b.row || a.col - b.col || a.id - b.id;
}
