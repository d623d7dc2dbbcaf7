import type { Observation } from "../../model/observation";
import type { Reading } from "../../model/reading";
import { groupBy } from "./evidence";

/** 行 — the figures of one line of a table, in sheet order; cells covered by a merge are left out. */
export interface Line {
  readonly key: string;
  readonly table: number;
  readonly observations: readonly Observation[];
}

/** 行をさがす — the lines of figures of every table, targets aside. */
export function findLines(reading: Reading): Line[] {
  const figures = reading.observations.filter((o) => o.role !== "target" && !o.isMergedCopy);
  return [...groupBy(figures, (o) => o.line)].map(([key, observations]) => ({
    key,
    table: observations[0]?.table ?? -1,
    observations: [...observations].sort((a, b) => a.row - b.row || a.col - b.col || a.id - b.id),
  }));
}
