import type { Place } from "../../model/cell";
import { findIndicator } from "../../indicators";
import { type Group, groupKey, type Observation } from "../../model/observation";
import { isSamePeriod, type Period } from "../../model/period";
import { findSpokenYear } from "../../notation/judged-year";
import type { Inspection } from "../inspection";
import type { NameOf } from "../render-about";
import { renderGroup, renderPeriod, renderValue, stateWords } from "../render-words";
import { findInstead } from "./find-instead";
import { type DisclosureItem, type DisclosurePart, disclosureItems } from "./disclosure-items";

/** 見つかった数値 — what the workbook states under one part of a disclosure item, of its latest year. */
export interface Disclosure {
  readonly section: DisclosureItem["section"];
  /** The item with its part: 男女別の育児休業取得率…　取得率（男性）. */
  readonly label: string;
  /** null: nothing was found. */
  readonly found: { readonly indicator: string; readonly words: string; readonly time: string; readonly at: Place } | null;
}

/** Figures that are written out; more of them are counted. */
const MOST_FIGURES = 6;

interface Stated {
  readonly indicator: string;
  readonly group: Group;
  readonly period: Period;
  readonly words: string;
  readonly at: Place;
}

/** 情報公表の数値を探す — for each item of the ordinance's list the latest figures that answer it, or that there are none. */
export function findDisclosures(inspection: Pick<Inspection, "reading" | "fills" | "profile" | "findings">, nameOf: NameOf, withheld: ReadonlySet<string>): Disclosure[] {
  const { reading, fills, profile } = inspection;
  const insteadOf = findInstead(inspection, withheld);
  const stated = new Map<string, Stated[]>();
  const add = (one: Stated): void => {
    const others = stated.get(one.indicator);
    if (others) others.push(one);
    else stated.set(one.indicator, [one]);
  };
  for (const o of reading.observations)
    if (isFigure(o)) add({ ...o, period: o.period!, words: insteadOf(o.at) ?? (o.value === null ? stateWords[o.state].ja : renderValue(o.value, o.unit).ja) });
  const isStated = (indicator: string, group: Group, period: Period): boolean =>
    (stated.get(indicator) ?? []).some((one) => groupKey(one.group) === groupKey(group) && isSamePeriod(one.period, period));
  for (const { indicator, period, group, state, value, at } of fills)
    if (period !== undefined && state === "value" && value !== null && !isStated(indicator, group, period))
      add({ indicator, period, group, at, words: insteadOf(at) ?? `${renderFilled(indicator, value, reading.observations)}（計算値）` });
  return disclosureItems.flatMap(({ section, label, parts }) =>
    parts.map((part) => ({ section, label: part.label === "" ? label : `${label}　${part.label}`, found: nameFigure(part, findLatest(part, stated, profile), nameOf) })),
  );
}

/** Where an item may be answered by several indicators, the figure says which one it is. */
function nameFigure({ indicators }: DisclosurePart, found: Disclosure["found"], nameOf: NameOf): Disclosure["found"] {
  const label = found && indicators.length > 1 ? nameOf(found.indicator)?.label.ja : undefined;
  return found && label !== undefined ? { ...found, words: `${label} ${found.words}` } : found;
}

function isFigure(o: Observation): boolean {
  const indicator = findIndicator(o.indicator);
  // A rate is answered by rates; counts answer where people are what is asked for.
  const isAnswer = indicator === undefined || o.unit === indicator.unit || indicator.shape === "difference" || indicator.shape === "distribution";
  const isMain = isAnswer && (o.role === "value" || o.role === "part");
  return isMain && o.period !== undefined && !o.isMergedCopy && !o.isBaseline && ((o.state === "value" && o.value !== null) || o.state === "not-applicable");
}

function renderFilled(indicator: string, value: number, observations: readonly Observation[]): string {
  const unit = observations.find((o) => o.indicator === indicator && o.role === "value")?.unit ?? "ratio";
  return renderValue(value, unit).ja;
}

function findLatest(part: DisclosurePart, stated: ReadonlyMap<string, readonly Stated[]>, profile: Inspection["profile"]): Disclosure["found"] {
  for (const indicator of part.indicators) {
    const known = (stated.get(indicator) ?? []).filter(({ group }) => part.sex === undefined || group.sex === part.sex);
    const years = known.map(({ period }) => findSpokenYear(period, profile)).filter((year) => year !== undefined);
    if (years.length === 0) continue;
    const latest = Math.max(...years);
    const figures = known.filter(({ period }) => findSpokenYear(period, profile) === latest);
    const yearly = figures.filter(({ period }) => period.month === undefined);
    const first = (yearly.length > 0 ? yearly : figures)[0]!;
    return { indicator, words: describe(yearly, figures.length - yearly.length, part), time: renderPeriod(withoutMonth(first.period)).ja, at: first.at };
  }
  return null;
}

function describe(yearly: readonly Stated[], months: number, part: DisclosurePart): string {
  const said = new Set(yearly.map(({ group, words }) => `${nameGroup(group, part)}${words}`));
  const shown = [...said].slice(0, MOST_FIGURES);
  const more = said.size - shown.length;
  return [...shown, ...(more > 0 ? [`ほか${more}件`] : []), ...(months > 0 ? [`月別の数値${months}件`] : [])].join("、");
}

function nameGroup(group: Group, part: DisclosurePart): string {
  const { sex, ...others } = group;
  const who = renderGroup(part.sex === undefined && sex !== undefined ? group : others).ja;
  return who === "" ? "" : `${who} `;
}

function withoutMonth({ kind, year, date }: Period): Period {
  return { kind, year, ...(date === undefined ? {} : { date }) };
}
