import type { Place } from "../../model/cell";
import type { Observation } from "../../model/observation";
import type { Period } from "../../model/period";
import type { Reading } from "../../model/reading";
import { groupBy } from "./evidence";

/** 年度のシート — a sheet whose figures are all of one year, and where that year is said. */
export interface SheetYear {
  readonly sheet: string;
  readonly at: Place;
  readonly period: Period;
}

const FEWEST_SHARED = 2;

/**
 * 1年1シートをさがす — sheets that state the same lines, each for one year, in the order of the workbook.
 *
 * none  empty unless at least three follow each other; sheets of several years are passed over
 */
export function findSheetYears(reading: Reading): readonly SheetYear[] {
  const figures = reading.observations.filter((o) => o.role !== "target" && o.state !== "blank" && o.period !== undefined);
  const found: { year: SheetYear; lines: ReadonlySet<string> }[] = [];
  for (const [sheet, own] of groupBy(figures, (o) => o.at.sheet)) {
    const periods = new Set(own.map((o) => `${o.period!.kind}:${o.period!.year}`));
    const first = own[0]!;
    if (periods.size !== 1 || first.period!.month !== undefined) continue;
    const lines = new Set(own.map(lineOf));
    // Another subject (a sheet of grades between those of leaves) is another series.
    if (found[0] && shared(found[0].lines, lines) < FEWEST_SHARED) continue;
    const said = first.reasons.find(({ feature }) => feature === "period");
    found.push({ year: { sheet, at: said?.at ?? { sheet, cell: "A1" }, period: first.period! }, lines });
  }
  const kinds = new Set(found.map(({ year }) => year.period.kind));
  return found.length >= 3 && kinds.size === 1 ? found.map(({ year }) => year) : [];
}

function lineOf({ indicator, role, group }: Observation): string {
  return `${indicator}|${role}|${group.sex ?? ""}`;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const line of b) if (a.has(line)) count++;
  return count;
}
