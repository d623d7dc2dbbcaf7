import type { Observation } from "../../model/observation";
import { groupKey } from "../../model/observation";
import type { Profile } from "../../model/profile";
import type { Reading } from "../../model/reading";
import { hasValue } from "./compare";
import { groupBy } from "./evidence";
import { findSpokenYear } from "./fiscal-years";
import type { CountPair } from "./rates";
import type { PerHeadCase } from "./per-head";

/** 同じ数の現れ — one statement of a figure: where, in which state, and whether it was stated or follows from the counts there. */
export interface Statement {
  readonly of: Observation;
  readonly indicator: string;
  readonly fiscalYear: number;
  readonly state: "value" | "not-applicable" | "unknown";
  readonly value: number | null;
  readonly isDerived: boolean;
  readonly table: number;
}

/** 同じ数 — the statements of one indicator, role, year and population that stand in different tables. */
export interface SameFigure {
  readonly key: string;
  readonly statements: readonly Statement[];
}

/** 同じ数の一覧 — what stands in two tables or more, and what any one table says. */
export interface SameFigures {
  readonly all: readonly SameFigure[];
  /**
   * 一つの表が言うこと — the statement of one table under a key.
   *
   * none  undefined when it says nothing there
   */
  find(key: string, table: number): Statement | undefined;
}

/** 同じ数をさがす — figures of one indicator, role, fiscal year and population stated in two tables or more. */
export function findSameFigures(reading: Reading, profile: Profile, pairs: readonly CountPair[], perHead: readonly PerHeadCase[]): SameFigures {
  const statements: { readonly key: string; readonly said: Statement }[] = [];
  const add = (of: Observation, indicator: string, role: string, said: Pick<Statement, "state" | "value" | "isDerived">) => {
    const year = findSpokenYear(of.period, profile);
    if (year === undefined || of.period?.month !== undefined) return;
    statements.push({ key: `${indicator}|${role}|${year}|${groupKey(of.group)}`, said: { of, indicator, fiscalYear: year, table: of.table, ...said } });
  };
  for (const o of reading.observations) {
    if (o.role === "target" || o.role === "part" || o.figure.part === "previous" || o.measure === "growth" || o.group.bucket !== undefined) continue;
    if (o.state === "value" || o.state === "not-applicable" || o.state === "unknown")
      add(o, o.indicator, `${o.role}|${o.unit}`, { state: o.state, value: o.value, isDerived: false });
  }
  for (const pair of pairs) {
    if (pair.rate !== undefined && pair.rate.state !== "blank") continue;
    const derived = deriveRate(pair);
    if (derived && !isQuotientOfDays(pair)) add(pair.numerator, pair.numerator.indicator, "value|ratio", derived);
  }
  for (const c of perHead)
    if (hasValue(c.perHead) && c.perHead.indicator === "overtime_per_head_year")
      add(c.perHead, "overtime_per_head_month", "value|hours", { state: "value", value: c.perHead.value / 12, isDerived: true });
  const all: SameFigure[] = [];
  const index = new Map<string, Statement>();
  for (const [key, group] of groupBy(statements, (s) => s.key)) {
    const said = group.map((s) => s.said);
    for (const s of said) index.set(`${key}#${s.table}`, s);
    if (new Set(said.map((s) => s.table)).size > 1) all.push({ key, statements: said });
  }
  return { all, find: (key, table) => index.get(`${key}#${table}`) };
}

function deriveRate({ numerator, denominator }: CountPair): { state: "value" | "not-applicable"; value: number | null; isDerived: true } | undefined {
  if (denominator.state === "not-applicable" || denominator.value === 0) return { state: "not-applicable", value: null, isDerived: true };
  if (!hasValue(numerator) || !hasValue(denominator)) return undefined;
  return { state: "value", value: numerator.value / denominator.value, isDerived: true };
}

function isQuotientOfDays({ numerator, denominator }: CountPair): boolean {
  return numerator.unit !== denominator.unit;
}
