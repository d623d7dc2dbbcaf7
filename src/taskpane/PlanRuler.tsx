import type { ReactElement } from "react";
import type { PlanView } from "../inspection/inspection-view";
import { renderShortPeriod } from "../inspection/render-words";
import { useLanguage, useSay, useWords, type Words } from "./language";
import { writeYear } from "./year";

const words: Words<{
  readonly title: string;
  readonly laws: { readonly jisedai: string; readonly jokatsu: string };
  readonly unnamed: string;
  readonly years: (from: string, to: string) => string;
  readonly states: { readonly before: string; readonly now: string; readonly over: string };
  readonly today: (day: string) => string;
  readonly eras: { readonly showa: string; readonly heisei: string; readonly reiwa: string };
}> = {
  ja: {
    title: "計画期間のものさし",
    laws: { jisedai: "次世代法", jokatsu: "女性活躍推進法" },
    unnamed: "計画",
    years: (from, to) => `${from}〜${to}`,
    states: { before: "始まる前", now: "期間中", over: "終わりました" },
    today: (day) => `今日 ${day}`,
    eras: { showa: "昭和", heisei: "平成", reiwa: "令和" },
  },
  en: {
    title: "Periods of the plans",
    laws: { jisedai: "Child-rearing support", jokatsu: "Women's advancement" },
    unnamed: "Plan",
    years: (from, to) => `${from} to ${to}`,
    states: { before: "still to begin", now: "under way", over: "over" },
    today: (day) => `Today, ${day}`,
    eras: { showa: "Showa", heisei: "Heisei", reiwa: "Reiwa" },
  },
};

interface Dated extends PlanView {
  readonly from: number;
  readonly to: number;
}

function isDated(plan: PlanView): plan is Dated {
  return plan.from !== null && plan.to !== null && plan.to >= plan.from && plan.to - plan.from < 40;
}

const ERAS = [
  { era: "showa", from: 1926 },
  { era: "heisei", from: 1989 + 7 / 365 },
  { era: "reiwa", from: 2019 + 120 / 365 },
] as const;

/** A day as a number on the axis: 2025-04-01 is 2025.25. */
function placeOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 366;
}

const APRIL = 0.25;
/** So many labels of years stand side by side in a narrow pane. */
const MOST_LABELS = 6;

/** 計画期間のものさし — both plans on one axis with April firsts and eras, and where today stands; the same as words below. */
export function PlanRuler({ plans, asOf }: { plans: readonly PlanView[]; asOf: string }): ReactElement | null {
  const say = useWords(words);
  const sentence = useSay();
  const language = useLanguage();
  const dated = plans.filter(isDated);
  if (dated.length === 0) return null;
  const today = placeOf(asOf);
  const year = Math.floor(today - APRIL);
  const [firstPlan, lastPlan] = [Math.min(...dated.map(({ from }) => from)), Math.max(...dated.map(({ to }) => to))];
  // A plan long past or far off is shown by itself: today would only squeeze it.
  const isNear = year >= firstPlan - 3 && year <= lastPlan + 3;
  const first = (isNear ? Math.min(firstPlan, year) : firstPlan) + APRIL;
  const end = (isNear ? Math.max(lastPlan, year) : lastPlan) + 1 + APRIL;
  const at = (place: number): string => `${(((place - first) / (end - first)) * 100).toFixed(2)}%`;
  const count = Math.round(end - first);
  const step = Math.ceil(count / MOST_LABELS);
  const eras = ERAS.map(({ era, from }, i) => ({ era, from: Math.max(from, first), to: Math.min(ERAS[i + 1]?.from ?? Infinity, end) })).filter(({ from, to }) => from < to);
  const nameOf = ({ law, name }: PlanView): string => (law ? say.laws[law] : name || say.unnamed);
  const span = (from: number, to: number): { left: string; width: string } => ({ left: at(from), width: `${(((to - from) / (end - first)) * 100).toFixed(2)}%` });
  return (
    <figure className="ruler" aria-label={say.title}>
      <div className="ruler-axis" aria-hidden="true">
        <div className="ruler-row ruler-eras">
          {eras.map(({ era, from, to }) => (
            <span key={era} style={span(from, to)}>
              {say.eras[era]}
            </span>
          ))}
        </div>
        <div className="ruler-row ruler-years">
          {Array.from({ length: count }, (_, i) => (
            <span key={i} style={{ left: at(first + i) }}>
              {i % step === 0 && writeYear(Math.floor(first) + i, language).replace(/^FY/, "")}
            </span>
          ))}
        </div>
        {dated.map((plan) => (
          <div key={plan.id} className="ruler-row ruler-plan">
            <span className={plan.law === "jokatsu" ? "is-second" : undefined} style={span(plan.from + APRIL, plan.to + 1 + APRIL)}>
              {nameOf(plan)}
            </span>
          </div>
        ))}
        {isNear && <div className="ruler-today" style={{ left: at(today) }} />}
      </div>
      <figcaption>
        <ul>
          {dated.map((plan) => (
            <li key={plan.id}>
              {nameOf(plan)} {say.years(dayOf(`${plan.from}-04-01`), dayOf(`${plan.to + 1}-03-31`))}　
              {say.states[today < plan.from + APRIL ? "before" : today >= plan.to + 1 + APRIL ? "over" : "now"]}
            </li>
          ))}
          {isNear && (
            <li>
              <span aria-hidden="true" className="ruler-mark">
                ┃{" "}
              </span>
              {say.today(dayOf(asOf))}
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  );

  function dayOf(iso: string): string {
    return sentence(renderShortPeriod({ kind: "as-of", year: Number(iso.slice(0, 4)), date: iso }));
  }
}
