import type { Observation, Role } from "../../model/observation";
import type { Unit } from "../../model/figure";
import { hasValue } from "./compare";
import { groupBy } from "./evidence";
import { sharesFathers } from "./family";
import type { Figures } from "./figures";
import type { Keys } from "./keys";
import type { PerHeadCase } from "./per-head";
import type { CountPair } from "./rates";

/** 同じ数の現れ — one statement of a figure: where, in which state, and whether it was stated or follows from the counts there. */
export interface Statement {
  readonly of: Observation;
  readonly fiscalYear: number;
  readonly state: "value" | "not-applicable" | "unknown";
  readonly value: number | null;
  readonly isDerived: boolean;
  readonly table: number;
  /** What it states, without its year: indicator, role, unit and population. */
  readonly what: number;
}

/** 同じ数の一覧 — figures of one indicator, role, fiscal year and population that stand in two tables or more. */
export interface SameFigures {
  readonly all: readonly (readonly Statement[])[];
  /**
   * 一つの表が言うこと — what one table says of the same thing some years later.
   *
   * none  undefined when it says nothing there
   */
  find(statement: Statement, yearsLater: number, table: number): Statement | undefined;
}

const ROLES: readonly Role[] = ["value", "numerator", "denominator", "part", "target"];
const UNITS: readonly Unit[] = ["ratio", "people", "days", "hours", "years", "cases", "points"];

/** 同じ数をさがす — every statement of a figure by what it states; only what several tables state is kept as a group. */
export function findSameFigures(figures: Figures, keys: Keys, pairs: readonly CountPair[], perHead: readonly PerHeadCase[]): SameFigures {
  const stated = figures.pick(
    (kind) =>
      kind.role !== "target" &&
      kind.role !== "part" &&
      kind.figure.part !== "previous" &&
      kind.measure !== "growth" &&
      (kind.state === "value" || kind.state === "not-applicable" || kind.state === "unknown"),
  );
  const isElsewhere = findSharedGroups([stated, pairs.map(({ numerator }) => numerator), perHead.map((c) => c.perHead)], keys);
  const statements: Statement[] = [];
  const monthly = figures.pick((kind) => kind.indicator === "overtime_per_head_month")[0];
  const add = (of: Observation, said: Said, role: Role, unit: Unit, indicator = keys.indicatorOf(of)) => {
    const fiscalYear = keys.yearOf(of);
    if (fiscalYear === 0 || of.period?.month !== undefined || !isElsewhere(of)) return;
    const what = keys.pack(UNITS.indexOf(unit), indicator, ROLES.indexOf(role), populationOf(of, keys));
    statements.push({ of, fiscalYear, table: of.table, what, state: said.state, value: said.value, isDerived: said.isDerived === true });
  };
  for (const o of stated) if (o.group.bucket === undefined) add(o, o as Said, o.role, o.unit);
  for (const pair of pairs) {
    if ((pair.rate !== undefined && pair.rate.state !== "blank") || pair.numerator.unit !== pair.denominator.unit) continue;
    const derived = deriveRate(pair);
    if (derived) add(pair.numerator, derived, "value", "ratio");
  }
  if (monthly)
    for (const { perHead: year } of perHead)
      if (hasValue(year) && year.indicator === "overtime_per_head_year")
        add(year, { state: "value", value: year.value / 12, isDerived: true }, "value", "hours", keys.indicatorOf(monthly));
  let index: Map<string, Statement> | undefined;
  return {
    all: [...groupBy(statements, (s) => keyOf(s, 0)).values()].filter((same) => same.some(({ table }) => table !== same[0]!.table)),
    find(statement, yearsLater, table) {
      index ??= new Map(statements.map((s) => [`${keyOf(s, 0)}|${s.table}`, s]));
      return index.get(`${keyOf(statement, yearsLater)}|${table}`);
    },
  };
}

type Said = Pick<Statement, "state" | "value"> & { readonly isDerived?: boolean };

const SEVERAL = -100;

/** A population that one table alone speaks of is stated nowhere else, whatever is said of it. */
function findSharedGroups(lists: readonly (readonly Observation[])[], keys: Keys): (o: Observation) => boolean {
  const tableOf: number[] = [];
  for (const list of lists)
    for (const o of list) {
      const group = populationOf(o, keys);
      const known = tableOf[group];
      if (known === undefined) tableOf[group] = o.table;
      else if (known !== o.table) tableOf[group] = SEVERAL;
    }
  return (o) => tableOf[populationOf(o, keys)] === SEVERAL;
}

/** 男性職員の配偶者出産休暇 and 配偶者出産休暇 speak of the same men. */
function populationOf(o: Observation, keys: Keys): number {
  return o.group.sex === "male" && sharesFathers(o.indicator) ? keys.without(keys.groupOf(o), "sex") : keys.groupOf(o);
}

function keyOf(s: Statement, yearsLater: number): number {
  // Years lie within two centuries of 1900.
  return s.what * 256 + ((s.fiscalYear + yearsLater - 1900) & 255);
}

function deriveRate({ numerator, denominator }: CountPair): { state: "value" | "not-applicable"; value: number | null; isDerived: true } | undefined {
  if (denominator.state === "not-applicable" || denominator.value === 0) return { state: "not-applicable", value: null, isDerived: true };
  if (!hasValue(numerator) || !hasValue(denominator)) return undefined;
  return { state: "value", value: numerator.value / denominator.value, isDerived: true };
}
