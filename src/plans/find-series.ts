import type { Sentence } from "../model/finding";
import { groupKey, type Group } from "../model/observation";
import { fiscalYear, type FiscalYear } from "../model/period";
import type { Target } from "../model/plan";
import type { Actual } from "./actual";
import type { Catalogue, Series } from "./series";
import { matchPopulation, readPopulation } from "./population";

/** 目標に対する実績 — the series a target is judged by, and why it cannot be, if so. */
export interface MatchedSeries {
  readonly group: Group;
  readonly years: Series["years"];
  readonly incomparable: Sentence | null;
}

/**
 * 実績の列を合わせる — same indicator and population; men and women each where a target for all stands over both; a monthly average from the year.
 *
 * none  an empty list when the workbook states nothing of the target's indicator
 */
export function findSeries(target: Target, all: ReadonlyMap<string, readonly Series[]>, catalogue: Catalogue): readonly MatchedSeries[] {
  const own = matchOwn(target, all.get(target.indicator) ?? [], catalogue);
  if (own.length > 0) return own;
  const monthly =
    target.indicator === "overtime_per_head_month" ? matchOwn({ ...target, indicator: "overtime_per_head_year" }, all.get("overtime_per_head_year") ?? [], catalogue) : [];
  if (monthly.length > 0) return monthly.map((series) => ({ ...series, years: inTwelfths(series.years) }));
  return matchSibling(target, all, catalogue);
}

function matchOwn(target: Target, series: readonly Series[], catalogue: Catalogue): readonly MatchedSeries[] {
  if (series.length === 0) return [];
  const wanted = readPopulation(target.group, catalogue(target.indicator));
  const match = matchPopulation(
    wanted,
    series.map((one) => one.group),
  );
  const found = match && series.find((one) => groupKey(one.group) === groupKey(match));
  if (found) return [{ group: found.group, years: found.years, incomparable: null }];
  const bySex = series.filter((one) => one.group.sex !== undefined && groupKey({ ...wanted, sex: one.group.sex }) === groupKey(one.group));
  if (wanted.sex === undefined && bySex.length === 2) return bySex.map((one) => ({ group: one.group, years: one.years, incomparable: null }));
  const unsexed = matchUnsexed(target, wanted, series);
  if (unsexed) return [{ group: unsexed.group, years: unsexed.years, incomparable: null }];
  const within = series.filter((one) => (Object.keys(wanted) as (keyof Group)[]).every((field) => wanted[field] === one.group[field]));
  const [first] = within;
  if (!first) return [];
  const names = within.slice(0, 3).map((one) => Object.values(one.group).join("・"));
  const incomparable = {
    ja: `実績が「${names.join("」「")}」などに分かれていて、目標の対象と合わないため判定できません。`,
    en: `The figures are split by population and none is the one the target speaks of.`,
  };
  return [{ group: first.group, years: first.years, incomparable }];
}

/** 男性の目標 under a table that speaks of no sex, the only one on its sheet: the table is theirs. */
function matchUnsexed(target: Target, wanted: Group, series: readonly Series[]): Series | undefined {
  if (wanted.sex === undefined || target.source === "list" || series.some((one) => one.group.sex !== undefined)) return undefined;
  const { sex: _sex, ...everybody } = wanted;
  const found = series.filter((one) => groupKey(one.group) === groupKey(everybody));
  const isHere = found.every((one) => [...one.years.values()].some((actuals) => actuals.some((actual) => actual.at.sheet === target.at.sheet)));
  return found.length === 1 && isHere ? found[0] : undefined;
}

/** Another measure of the same thing: it shows that figures are kept, but not whether the target was reached. */
function matchSibling(target: Target, all: ReadonlyMap<string, readonly Series[]>, catalogue: Catalogue): readonly MatchedSeries[] {
  const topics = catalogue(target.indicator)?.topics ?? [];
  if (topics.length === 0) return [];
  let best: MatchedSeries | undefined;
  for (const [id, series] of all) {
    const sibling = catalogue(id);
    if (!sibling || id === target.indicator || sibling.topics.length !== topics.length || !topics.every((topic) => sibling.topics.includes(topic))) continue;
    const [found] = matchOwn({ ...target, indicator: id }, series, catalogue);
    if (!found || (best && best.years.size >= found.years.size)) continue;
    const stated = catalogue(target.indicator)?.label ?? { ja: target.indicator, en: target.indicator };
    const incomparable = {
      ja: `目標は「${stated.ja}」、実績は「${sibling.label.ja}」で、測り方が違うため判定できません。`,
      en: `The target is about "${stated.en}", the figures about "${sibling.label.en}": they are measured differently.`,
    };
    // A direction needs no common measure: fewer hours in all are fewer hours each.
    best = { ...found, incomparable: target.kind === "direction-only" ? found.incomparable : incomparable };
  }
  return best ? [best] : [];
}

function inTwelfths(years: Series["years"]): Series["years"] {
  const monthly = new Map<FiscalYear, readonly Actual[]>();
  for (const [year, actuals] of years)
    monthly.set(
      fiscalYear(year),
      actuals.map((actual) => ({ ...actual, value: actual.value === null ? null : actual.value / 12, isDerived: true, step: 0.1 })),
    );
  return monthly;
}
