import type { Place } from "../../model/cell";
import type { Observation } from "../../model/observation";
import type { Period } from "../../model/period";
import type { Figures } from "./figures";

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
export function findSheetYears(figures: Figures): readonly SheetYear[] {
  const found: { year: SheetYear; lines: ReadonlySet<string> }[] = [];
  for (const [sheet, own] of figuresOfOneYear(figures)) {
    const first = own[0]!;
    if (first.period!.month !== undefined) continue;
    const lines = new Set(own.map(lineOf));
    // Another subject (a sheet of grades between those of leaves) is another series.
    if (found[0] && shared(found[0].lines, lines) < FEWEST_SHARED) continue;
    const said = first.reasons.find(({ feature }) => feature === "period");
    found.push({ year: { sheet, at: said?.at ?? { sheet, cell: "A1" }, period: first.period! }, lines });
  }
  const kinds = new Set(found.map(({ year }) => year.period.kind));
  return found.length >= 3 && kinds.size === 1 ? found.map(({ year }) => year) : [];
}

/** The dated figures of every sheet that states a single year, in the order of the workbook. */
function figuresOfOneYear(figures: Figures): ReadonlyMap<string, readonly Observation[]> {
  const sheets = new Map<string, Observation[] | null>();
  let passed: number | undefined;
  for (const o of figures.pick((kind) => kind.role !== "target" && kind.state !== "blank")) {
    if (o.table === passed || !o.period) continue;
    const own = sheets.get(o.at.sheet);
    if (own === undefined) sheets.set(o.at.sheet, [o]);
    else if (own?.[0]!.period!.year === o.period.year && own[0]!.period!.kind === o.period.kind) own.push(o);
    else {
      // Of a sheet with several years nothing more need be looked at.
      sheets.set(o.at.sheet, null);
      passed = o.table;
    }
  }
  return new Map([...sheets].flatMap(([sheet, own]) => (own ? [[sheet, own] as const] : [])));
}

function lineOf({ indicator, role, group }: Observation): string {
  return `${indicator}|${role}|${group.sex ?? ""}`;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const line of b) if (a.has(line)) count++;
  return count;
}
