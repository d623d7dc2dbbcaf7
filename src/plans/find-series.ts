import type { Indicator } from "../indicators/indicator";
import type { Sentence } from "../model/finding";
import type { Group } from "../model/observation";
import { fiscalYear, type FiscalYear } from "../model/period";
import type { Target } from "../model/plan";
import { isForEach } from "../notation/target-words";
import type { Actual } from "./actual";
import type { Catalogue, Series } from "./series";
import { readPopulation } from "./population";
import type { SeriesIndex } from "./series-index";

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
export function findSeries(target: Target, all: ReadonlyMap<string, SeriesIndex>, catalogue: Catalogue): readonly MatchedSeries[] {
  const own = matchOwn(target, all.get(target.indicator), catalogue);
  if (own.length > 0) return own;
  const monthly = target.indicator === "overtime_per_head_month" ? matchOwn({ ...target, indicator: "overtime_per_head_year" }, all.get("overtime_per_head_year"), catalogue) : [];
  if (monthly.length > 0) return monthly.map((series) => ({ ...series, years: inTwelfths(series.years) }));
  return matchTakers(target, all, catalogue) ?? matchSibling(target, all, catalogue);
}

/** The same population; else the only one within it; else men and women each, a table of no sex, and at last that none fits. */
function matchOwn(target: Target, series: SeriesIndex | undefined, catalogue: Catalogue): readonly MatchedSeries[] {
  if (!series) return [];
  const wanted = readPopulation(target.group, catalogue(target.indicator));
  const within = series.within(wanted, 3);
  const found = series.of(wanted) ?? (within.length === 1 ? within[0] : wholeOf(wanted, series));
  if (found) return [comparable(found)];
  if (isForEach(target.text)) {
    const each = series.within(wanted, MANY_POPULATIONS);
    if (each.length < MANY_POPULATIONS) return each.map(comparable);
  }
  const bySex = wanted.sex === undefined ? series.bySex(wanted) : [];
  if (bySex.length > 0) return bySex.map(comparable);
  const unsexed = matchUnsexed(target, wanted, series) ?? matchUndivided(wanted, series, catalogue(target.indicator));
  if (unsexed) return [comparable(unsexed)];
  const [first] = within;
  if (!first) return [];
  const names = within.map((one) => Object.values(one.group).join("・"));
  const incomparable = {
    ja: `実績が「${names.join("」「")}」などに分かれていて、目標の対象と合わないため判定できません。`,
    en: `The figures are split by population and none is the one the target speaks of.`,
  };
  return [{ group: first.group, years: first.years, incomparable }];
}

const MANY_POPULATIONS = 40;

/** 消防 of a sheet's name beside 消防の毎日勤務者, 消防の交替制勤務者: the one population that all others are part of. */
function wholeOf(wanted: Group, series: SeriesIndex): Series | undefined {
  const within = series.within(wanted, MANY_POPULATIONS);
  if (wanted.sex !== undefined || within.length >= MANY_POPULATIONS) return undefined;
  const refines = (fine: Group, coarse: Group): boolean => Object.entries(coarse).every(([axis, name]) => fine[axis as keyof Group] === name);
  return within.find((one) => one.group.sex === undefined && within.every((other) => refines(other.group, one.group)));
}

function comparable({ group, years }: Series): MatchedSeries {
  return { group, years, incomparable: null };
}

/** 男性の目標 under a table that speaks of no sex, the only one on its sheet: the table is theirs. */
function matchUnsexed(target: Target, wanted: Group, series: SeriesIndex): Series | undefined {
  if (wanted.sex === undefined || target.source === "list" || series.hasSex) return undefined;
  const { sex: _sex, ...everybody } = wanted;
  const found = series.of(everybody);
  const isHere = found && [...found.years.values()].some((actuals) => actuals.some((actual) => actual.at.sheet === target.at.sheet));
  return isHere ? found : undefined;
}

/** 一般職の時間外 where the workbook keeps one figure only: it is that of the people the target speaks of. A share of one grade is another share. */
function matchUndivided(wanted: Group, series: SeriesIndex, indicator: Indicator | undefined): Series | undefined {
  const named = (["grade", "department", "employment", "occupation"] as const).filter((field) => wanted[field] !== undefined);
  if (indicator?.shape === "female-share" || named.length === 0 || named.some((field) => series.divides(field))) return undefined;
  const { grade: _g, department: _d, employment: _e, occupation: _o, ...others } = wanted;
  return series.of(others);
}

/** A target in people is held against the takers of a rate, where they are not kept as a figure of their own. */
function matchTakers(target: Target, all: ReadonlyMap<string, SeriesIndex>, catalogue: Catalogue): readonly MatchedSeries[] | undefined {
  const wanted = catalogue(target.indicator);
  if (wanted?.unit !== "people" || target.value === null) return undefined;
  for (const [id, series] of all) {
    const rate = catalogue(id);
    if (rate?.shape !== "uptake" || rate.toldBy !== undefined || rate.topics.join("|") !== wanted.topics.join("|")) continue;
    const found = matchOwn({ ...target, indicator: id }, series, catalogue);
    if (found.length > 0) return found;
  }
  return undefined;
}

/** Another measure of the same thing: it shows that figures are kept, but not whether the target was reached. */
function matchSibling(target: Target, all: ReadonlyMap<string, SeriesIndex>, catalogue: Catalogue): readonly MatchedSeries[] {
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
