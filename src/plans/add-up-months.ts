import type { Observation } from "../model/observation";
import { fiscalYear } from "../model/period";
import type { Sentence } from "../model/finding";
import type { Actual } from "./actual";
import type { PlaceMap } from "./place-map";
import type { Catalogue, Series } from "./series";
import { readPopulation } from "./population";
import type { Populations } from "./populations";

/** What twelve months give, and whether by their sum or their mean. */
const YEARLY: { readonly [indicator: string]: { readonly indicator: string; readonly isMean: boolean } } = {
  overtime_monthly: { indicator: "overtime_total_hours", isMean: false },
  overtime_total_hours: { indicator: "overtime_total_hours", isMean: false },
  overtime_per_head_month: { indicator: "overtime_per_head_month", isMean: true },
  overtime_per_head_year: { indicator: "overtime_per_head_year", isMean: false },
};

/**
 * 12か月から年度をつくる — a year of overtime that only its months state.
 *
 * none  no actual for a year with a month missing, or without a figure
 */
export function addUpMonths(
  observations: readonly Observation[],
  catalogue: Catalogue,
  populations: Populations,
  suspect: PlaceMap<Sentence>,
): readonly (Pick<Series, "indicator" | "group"> & { readonly actual: Actual })[] {
  const years = new Map<string, Map<number, Observation>>();
  for (const o of observations) {
    if (
      o.period?.month === undefined ||
      o.period.kind !== "fiscal-year" ||
      o.unit !== "hours" ||
      YEARLY[o.indicator] === undefined ||
      o.role === "target" ||
      o.figure.part === "previous"
    )
      continue;
    const key = `${o.table}|${o.indicator}|${populations.of(o.indicator, o.group).number}|${o.period.year}`;
    const months = years.get(key) ?? new Map<number, Observation>();
    years.set(key, months);
    if (!months.has(o.period.month)) months.set(o.period.month, o);
  }
  return [...years.values()].flatMap((months) => {
    const all = [...months.values()];
    const first = all[0]!;
    if (months.size !== 12 || all.some((o) => o.state !== "value" || o.value === null)) return [];
    const { indicator, isMean } = YEARLY[first.indicator]!;
    const sum = all.reduce((total, o) => total + o.value!, 0);
    const broken = all.find((o) => suspect.has(o.at));
    const group = readPopulation(first.group, catalogue(indicator));
    const actual: Actual = {
      fiscalYear: fiscalYear(first.period!.year),
      group: first.group,
      state: "value",
      value: isMean ? sum / 12 : sum,
      unit: "hours",
      at: first.at,
      isDerived: true,
      counts: null,
      // Twelve rounded months are off by up to six last digits; the year is shown to one place at best.
      step: 0.1,
      isApproximate: true,
      label: "",
      isBaseline: false,
      conflict: broken ? suspect.get(broken.at)! : null,
      text: "",
      confidence: first.confidence,
      table: first.table,
    };
    return [{ indicator, group, actual }];
  });
}
