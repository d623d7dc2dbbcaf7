import type { Sentence } from "../model/finding";
import type { Group } from "../model/observation";
import type { Judgement } from "../model/plan";
import { renderDifference, renderGroup, renderValue } from "./render-words";

/** 指標の名札 — what people need to know of an indicator. */
export interface IndicatorName {
  readonly label: Sentence;
  readonly direction: "up" | "down" | "full" | "neutral";
}

/** 指標の名を引く — the name of an indicator by its id. */
export type NameOf = (indicator: string) => IndicatorName | undefined;

/** 何についてか — indicator, group and period in one line: 育児休業の取得率（男性）R5. */
export function renderAbout(nameOf: NameOf, indicator: string | undefined, group: Group | undefined, period: Sentence | undefined): Sentence {
  const label = indicator === undefined ? undefined : (nameOf(indicator)?.label ?? { ja: indicator, en: indicator });
  const who = group ? renderGroup(group) : { ja: "", en: "" };
  return {
    ja: [label?.ja, who.ja && `（${who.ja}）`, period?.ja].filter(Boolean).join(" ").replace(" （", "（"),
    en: [label?.en, who.en && `(${who.en})`, period?.en].filter(Boolean).join(" "),
  };
}

/**
 * 差の言い方 — what is missing to the target, in its unit and in people: 目標まであと12.5ポイント（あと1人）.
 *
 * none  null when nothing is missing
 */
export function renderGap(judgement: Judgement, nameOf: NameOf): Sentence | null {
  const { gap, target } = judgement;
  if (!gap) return null;
  const isAtMost = target.comparison === "at-most" || target.comparison === "less-than" || (target.comparison === null && nameOf(judgement.indicator)?.direction === "down");
  const size = renderDifference(Math.abs(gap.value), gap.unit);
  const people = gap.people === null || gap.unit === "people" ? undefined : renderValue(gap.people, "people");
  return isAtMost
    ? { ja: `目標を${size.ja}超過${people ? `（${people.ja}分）` : ""}`, en: `${size.en} over the target${people ? ` (${people.en})` : ""}` }
    : { ja: `目標まであと${size.ja}${people ? `（あと${people.ja}）` : ""}`, en: `${size.en} to go${people ? ` (${people.en} more)` : ""}` };
}
