import type { Place } from "../../model/cell";
import type { FigureState, Unit } from "../../model/figure";
import type { Judgement, Target } from "../../model/plan";
import { renderGoal } from "../../plans/render-goal";
import { renderYearSummary, summariseYears } from "../../plans/summarise-years";
import { findUnits, type UnitAt } from "../find-units";
import type { Inspection } from "../inspection";
import { judgementWords } from "../judgement-words";
import { type NameOf, renderAbout, renderGap } from "../render-about";
import { renderShortYear, stateWords } from "../render-words";
import { listPlanYears, type PlanTargets, type TargetRow, withoutRepeats } from "../target-rows";

/** 年度の実績 — what a year says of one target; `value` only where it is a number. */
export interface YearActual {
  readonly year: number;
  readonly state: FigureState | "missing";
  readonly value: number | null;
  /** What stands in place of a number. */
  readonly words: string;
  readonly at: Place | null;
  /** Whether the figure may be drawn: one that contradicts others may not. */
  readonly isSure: boolean;
  /** The number to reach that year, where the target states one. */
  readonly goal: number | null;
}

/** フォローアップの行 — one target as the committee reads it. */
export interface FollowUpRow {
  readonly label: string;
  readonly goal: string;
  readonly goalAt: Place;
  readonly unit: Unit | null;
  /** Years before the plan first. */
  readonly actuals: readonly YearActual[];
  readonly judgementOf: ReadonlyMap<number, { readonly judgement: Judgement; readonly word: string; readonly gap: string; readonly because: string }>;
}

/** フォローアップの計画 — one plan with its rows; `years` are the plan's own. */
export interface FollowUpPlan {
  readonly heading: string;
  readonly years: readonly number[];
  /** The last year before the plan, when its figures are known. */
  readonly baseline: number | null;
  readonly rows: readonly FollowUpRow[];
  /** What a year comes to, in words. */
  readonly bandOf: ReadonlyMap<number, string>;
}

/** フォローアップの中身 — plans and targets of an inspection as rows for people. */
export function listFollowUp(inspection: Inspection, plans: readonly PlanTargets[], nameOf: NameOf): FollowUpPlan[] {
  const unitAt = findUnits(inspection.reading.observations);
  return plans
    .filter(({ rows }) => rows.length > 0)
    .map((held): FollowUpPlan => {
      const years = listPlanYears(held);
      const rows = withoutRepeats(held.rows, ({ indicator }) => indicator).map((row) => describeRow(row, unitAt, nameOf));
      const first = years[0];
      const before = first === undefined ? [] : rows.flatMap(({ actuals }) => actuals.filter(({ year, state }) => year < first && state !== "missing").map(({ year }) => year));
      return {
        heading: writeHeading(held, years),
        years,
        baseline: before.length > 0 ? Math.max(...before) : null,
        rows,
        bandOf: new Map(summariseYears(held.judgements).map((summary) => [summary.fiscalYear as number, renderYearSummary(summary).ja])),
      };
    });
}

/** フォローアップのできる年度 — plan years in which something is judged, and the latest of them with a figure. */
export function listFollowUpYears(plans: readonly PlanTargets[]): { readonly years: readonly number[]; readonly year: number | null } {
  const years = new Set<number>();
  let latest: number | null = null;
  for (const held of plans) {
    const own = new Set(listPlanYears(held));
    for (const { fiscalYear, actual } of held.judgements) {
      if (!own.has(fiscalYear)) continue;
      years.add(fiscalYear);
      if (actual?.state === "value" && (latest === null || fiscalYear > latest)) latest = fiscalYear;
    }
  }
  return { years: [...years].sort((a, b) => a - b), year: latest };
}

function writeHeading({ plan }: PlanTargets, years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  const span = first === undefined || last === undefined ? "" : `（${renderShortYear(first).ja}〜${renderShortYear(last).ja}年度）`;
  return `■ ${plan?.name || "計画名の書かれていない目標"}${span}`;
}

function describeRow({ target, group, indicator, judgements }: TargetRow, unitAt: UnitAt, nameOf: NameOf): FollowUpRow {
  const sorted = [...judgements].sort((a, b) => a.fiscalYear - b.fiscalYear);
  const read = sorted.flatMap(({ actual }) => (actual ? [unitAt(actual.at)] : [])).find((unit) => unit !== undefined);
  return {
    label: renderAbout(nameOf, indicator, group, undefined).ja,
    goal: renderGoal(target).ja,
    goalAt: target.at,
    // A target measured otherwise than its figures says nothing about how those are shown.
    unit: read ?? target.unit,
    actuals: sorted.map((judgement) => describeActual(judgement, target, read)),
    judgementOf: new Map(
      sorted.map((judgement) => {
        const { word, symbol } = judgementWords.ja[judgement.status];
        return [
          judgement.fiscalYear as number,
          {
            judgement,
            word: `${symbol} ${word}`,
            gap: [renderGap(judgement, nameOf)?.ja, judgement.movedByOne === undefined ? undefined : "前年度からの変化は1人分以内です"].filter(Boolean).join("。"),
            because: judgement.because.ja,
          },
        ];
      }),
    ),
  };
}

function describeActual({ fiscalYear, actual, status }: Judgement, target: Target, read: Unit | undefined): YearActual {
  const isComparable = target.value !== null && target.unit !== null && target.unit === (read ?? target.unit) && target.change === null && target.kind !== "cumulative";
  const isInPlan = status !== "baseline" && status !== "out-of-period" && status !== "expired";
  const goal = isComparable && isInPlan ? target.value : null;
  if (!actual) return { year: fiscalYear, state: "missing", value: null, words: "", at: null, isSure: false, goal };
  const hasValue = actual.state === "value" && actual.value !== null;
  return {
    year: fiscalYear,
    state: actual.state,
    value: hasValue ? actual.value : null,
    words: hasValue || actual.state === "blank" ? "" : stateWords[actual.state].ja,
    at: actual.at,
    isSure: status !== "conflict",
    goal,
  };
}
