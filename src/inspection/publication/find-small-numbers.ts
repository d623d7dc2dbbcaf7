import { findIndicator } from "../../indicators";
import { type Place, placeKey, readPlaceKey } from "../../model/cell";
import { groupKey, type Observation } from "../../model/observation";
import { periodKey } from "../../model/period";
import type { Workbook } from "../../model/workbook";
import type { Inspection } from "../inspection";
import { renderGroup, renderShortPeriod } from "../render-words";
import { findCounted, findDerivable, type SumRelation, withholdMore } from "./derive-withheld";
import { relateGroups, relateTotals } from "./sum-relations";

/** 伏せる理由 — few people stand in the cell; few are left of a whole; it would give another cell away; it is reckoned from one. */
export type WithheldReason = "few" | "few-left" | "subtraction" | "reckoned";

/** 公表前の注意 — a cell that would let a person be known, and why. */
export interface SmallNumber {
  readonly at: Place;
  readonly reason: WithheldReason;
  /** What stands there, for people: 男性・係長級 R5 1人. */
  readonly words: string;
}

/** 少ない人数の結果 — cells to withhold, and the sums a reader could reckon with. */
export interface SmallNumbers {
  readonly cells: readonly SmallNumber[];
  readonly relations: readonly SumRelation[];
  /** People by cell. */
  readonly values: ReadonlyMap<string, number>;
}

/**
 * 少ない人数を探す — cells with fewer people of a sex, grade, department … than may be published, and what gives them away.
 *
 * shape  sums are followed within a sheet and across sheets; a rate goes with the people it is reckoned from
 * none   numbers of the whole organisation, and 0
 */
export function findSmallNumbers({ reading, profile }: Pick<Inspection, "reading" | "profile">, workbook: Pick<Workbook, "sheets">): SmallNumbers {
  const counts = reading.observations.filter(isCount);
  const byCell = new Map<string, Observation[]>();
  for (const o of reading.observations) {
    const key = placeKey(o.at);
    const held = byCell.get(key);
    if (held) held.push(o);
    else byCell.set(key, [o]);
  }
  const values = new Map<string, number>();
  const relations: SumRelation[] = [];
  for (const sheet of workbook.sheets) {
    const totals = relateTotals(sheet);
    for (const { key, value } of totals.cells) values.set(key, value);
    relations.push(...totals.relations);
  }
  for (const o of counts) values.set(placeKey(o.at), o.value ?? 0);
  relations.push(
    ...relateGroups(
      counts.filter((o) => byCell.get(placeKey(o.at))!.length === 1),
      isShareOfWomen,
    ),
  );
  const reasons = new Map<string, WithheldReason>();
  for (const o of counts) if (isOfGroup(o) && isFew(o.value, profile.smallNumber)) reasons.set(placeKey(o.at), "few");
  for (const o of findFewLeft(counts, profile.smallNumber)) if (!reasons.has(placeKey(o.at))) reasons.set(placeKey(o.at), "few-left");
  for (const key of withholdMore(relations, values, new Set(reasons.keys()))) if (!reasons.has(key)) reasons.set(key, "subtraction");
  for (const key of findReckoned(reading.observations, reasons)) reasons.set(key, "reckoned");
  const cells = [...reasons].map(([key, reason]) => ({ at: readPlaceKey(key), reason, words: describe(byCell.get(key) ?? [], values.get(key)) }));
  return { cells, relations, values };
}

/** 分かってしまう欄 — withheld cells that still follow from what is shown. */
export function findGivenAway({ cells, relations, values }: SmallNumbers): readonly Place[] {
  const withheld = new Set(cells.map(({ at }) => placeKey(at)));
  return [...findDerivable(relations, withheld), ...findCounted(relations, values, withheld)].map(({ cell }) => readPlaceKey(cell));
}

function isCount(o: Observation): boolean {
  return o.unit === "people" && o.role !== "target" && o.state === "value" && o.value !== null && Number.isInteger(o.value) && o.value >= 0 && !o.isMergedCopy;
}

function isFew(value: number | null, limit: number): boolean {
  return value !== null && value > 0 && value < limit;
}

function isOfGroup({ group, indicator }: Observation): boolean {
  return Object.values(group).some((word) => word !== undefined) || findIndicator(indicator)?.population !== undefined;
}

function isShareOfWomen(indicator: string): boolean {
  return findIndicator(indicator)?.shape === "female-share";
}

/** Of ten people nine: the one who is left is known as well. */
function findFewLeft(counts: readonly Observation[], limit: number): Observation[] {
  const wholes = new Map<string, number>();
  for (const o of counts) if (o.role === "denominator") wholes.set(familyOf(o), o.value ?? 0);
  return counts.filter((o) => {
    const whole = o.role === "numerator" ? wholes.get(familyOf(o)) : undefined;
    return whole !== undefined && o.value !== null && o.value > 0 && (isOfGroup(o) || isShareOfWomen(o.indicator)) && isFew(whole - o.value, limit);
  });
}

/** Women among all are counted among a whole that is of no sex. */
function familyOf({ indicator, period, group, at, table }: Observation): string {
  const { sex, ...rest } = group;
  return `${at.sheet}|${table}|${indicator}|${periodKey(period)}|${groupKey(isShareOfWomen(indicator) || sex === undefined ? rest : group)}`;
}

function findReckoned(observations: readonly Observation[], reasons: ReadonlyMap<string, WithheldReason>): string[] {
  const wordOf = (o: Observation): string => {
    const { sex, ...rest } = o.group;
    return `${o.indicator}|${periodKey(o.period)}|${groupKey(isShareOfWomen(o.indicator) || sex === undefined ? rest : o.group)}`;
  };
  const withheld = new Set(observations.filter((o) => isCount(o) && reasons.has(placeKey(o.at))).map(wordOf));
  return observations
    .filter((o) => o.unit === "ratio" && o.role === "value" && o.state === "value" && withheld.has(wordOf(o)) && !reasons.has(placeKey(o.at)))
    .map((o) => placeKey(o.at));
}

function describe(observations: readonly Observation[], value: number | undefined): string {
  const first = observations[0];
  const said = first?.text ?? (value === undefined ? "" : String(value));
  return [first ? renderGroup(first.group).ja : "", first?.period ? renderShortPeriod(first.period).ja : "", said].filter(Boolean).join(" ");
}

/** 伏せる欄 — the withheld cells by key, with the blank ones whose derived value would be reckoned from them. */
export function listWithheld({ cells }: Pick<SmallNumbers, "cells">, fills: Inspection["fills"]): ReadonlySet<string> {
  const withheld = new Set(cells.map(({ at }) => placeKey(at)));
  const derived = fills.filter(({ sources }) => sources.some((source) => withheld.has(placeKey(source))));
  return new Set([...withheld, ...derived.map(({ at }) => placeKey(at))]);
}
