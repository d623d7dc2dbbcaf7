import { placeKey } from "../model/cell";
import { indicators } from "../indicators/index";
import { withOwnIndicators } from "../indicators/own";
import type { Fill } from "../model/fill";
import type { Profile } from "../model/profile";
import type { Reading } from "../model/reading";
import { fiscalYearOfDate, fiscalYearOfPeriod } from "../notation/period";
import { chooseManner } from "./choose-format";
import { deriveValue } from "./derive-value";
import { indexSources } from "./source-index";

/** 補完の条件 — what is not trusted, and the day of the look. */
export interface FillOptions {
  /** "sheet!A1" of cells a finding of severity error stands on: nothing is derived from them. */
  readonly distrusted: ReadonlySet<string>;
  /** ISO date of the look; years that begin later have no figures yet. */
  readonly asOf: string;
}

/** Below this the reading of a cell is a guess, and a guess writes nothing. */
const SURE_ENOUGH = 0.4;

/**
 * 補完の一覧 — a fill for every empty figure that its neighbours determine; typed cells are never touched.
 */
export function deriveFills(reading: Reading, profile: Profile, options: FillOptions): Fill[] {
  const blanks = reading.observations.filter(({ state, confidence }) => state === "blank" && confidence >= SURE_ENOUGH);
  if (blanks.length === 0) return [];
  const index = indexSources(reading, withOwnIndicators(indicators, profile.indicators), profile);
  const thisYear = fiscalYearOfDate(options.asOf);
  const taken = new Set<string>();
  const fills: Fill[] = [];
  for (const cell of blanks) {
    if (cell.period && fiscalYearOfPeriod(cell.period) > thisYear) continue;
    const derivation = deriveValue(cell, index, profile);
    if (!derivation) continue;
    if (derivation.sources.some((source) => source.confidence < SURE_ENOUGH || options.distrusted.has(placeKey(source.at)))) continue;
    // A cell that could take two figures takes none; the first reading stands.
    if (taken.has(placeKey(cell.at))) continue;
    taken.add(placeKey(cell.at));
    const manner = chooseManner(cell, index);
    fills.push({
      at: cell.at,
      indicator: cell.indicator,
      period: cell.period,
      group: cell.group,
      state: derivation.state,
      value: derivation.value,
      ...(manner.factor !== 1 && derivation.value !== null ? { entered: derivation.value * manner.factor } : {}),
      formula: derivation.formula,
      format: derivation.state === "unknown" ? null : manner.format,
      sources: derivation.sources.map((source) => source.at),
      derivation: derivation.words,
    });
  }
  return fills;
}
