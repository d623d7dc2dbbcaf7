import { type Place, placeKey } from "../../model/cell";
import type { Judgement, Plan, Target } from "../../model/plan";
import { findSpokenYear } from "../../notation/judged-year";
import { fiscalYearOfDate, writeFiscalYear } from "../../notation/period";
import { renderGoal } from "../../plans/render-goal";
import { chooseFormat } from "../own-sheets/choose-format";
import { findUnits, type UnitAt } from "../find-units";
import type { Inspection } from "../inspection";
import { type NameOf, renderAbout } from "../render-about";
import { renderPeriod, renderValue, stateWords } from "../render-words";
import { groupTargets, type PlanTargets, type TargetRow, withoutRepeats } from "../target-rows";
import { type Disclosure, findDisclosures } from "./find-disclosures";
import { findInstead, TO_CONFIRM } from "./find-instead";

/** 公表する数値 — a figure with the time it speaks for; `value` null where words stand in its place. */
export interface PublishedFigure {
  readonly value: number | null;
  readonly words: string;
  readonly time: string;
  readonly at: Place;
  readonly isDerived: boolean;
}

/** 公表の行 — one numeric target as the public list of the Cabinet Office has it. */
export interface PublicationRow {
  readonly label: string;
  readonly goal: string;
  readonly goalAt: Place;
  /** By when, or 毎年度. */
  readonly due: string;
  readonly latest: PublishedFigure | null;
  readonly baseline: PublishedFigure | null;
  /** Number format code of both figures. */
  readonly format: string;
}

/** 公表の計画 — one plan with its numeric targets, and how many state no number. */
export interface PublicationPlan {
  readonly heading: string;
  readonly rows: readonly PublicationRow[];
  readonly wordsOnly: number;
}

/** 公表の中身 — plans (that of the women's act first) and the items of the ordinance's list. */
export interface Publication {
  readonly plans: readonly PublicationPlan[];
  readonly disclosures: readonly Disclosure[];
}

/** 公表する内容を並べる — what stands in the public list, from the plans in force on the day of the look; without the figures of `withheld` cells. */
export function listPublication(inspection: Inspection, nameOf: NameOf, withheld: ReadonlySet<string> = new Set()): Publication {
  const { observations } = inspection.reading;
  const periods = new Map(observations.map(({ at, period }) => [placeKey(at), period]));
  const timeOf = (at: Place, judged: number): string => {
    const period = periods.get(placeKey(at));
    // A figure pooled over years stands in the cell of its last one.
    return period !== undefined && findSpokenYear(period, inspection.profile) === judged ? renderPeriod(period).ja : writeFiscalYear(judged, "era-long");
  };
  const unitAt = findUnits(observations);
  const insteadOf = findInstead(inspection, withheld);
  return {
    plans: pickPlans(groupTargets(inspection), fiscalYearOfDate(inspection.asOf)).map((held) => describePlan(held, nameOf, { timeOf, unitAt, insteadOf })),
    disclosures: findDisclosures(inspection, nameOf, withheld),
  };
}

/** 公表できるか — whether there is a numeric target, or a figure for any item. */
export function isPublishable({ plans, disclosures }: Publication): boolean {
  return plans.some(({ rows }) => rows.length > 0) || disclosures.some(({ found }) => found !== null);
}

/** What is known of the cell a figure stands in. */
interface Cells {
  readonly timeOf: (at: Place, judged: number) => string;
  readonly unitAt: UnitAt;
  readonly insteadOf: (at: Place) => string | undefined;
}

/** Of each law the plan in force; where none is, the one that began last. */
function pickPlans(held: readonly PlanTargets[], year: number): PlanTargets[] {
  const rank = ({ plan }: PlanTargets): number => (plan?.law === "jokatsu" ? 0 : plan?.law === "jisedai" ? 1 : 2);
  const begun = (plan: Plan | undefined): number => (plan?.from !== undefined && plan.from !== null && plan.from <= year ? plan.from : -1);
  return held
    .filter(({ rows }) => rows.length > 0)
    .filter(
      ({ plan }) => plan === undefined || plan.law === null || !held.some((other) => other.rows.length > 0 && other.plan?.law === plan.law && begun(other.plan) > begun(plan)),
    )
    .sort((a, b) => rank(a) - rank(b));
}

function describePlan({ plan, rows }: PlanTargets, nameOf: NameOf, cells: Cells): PublicationPlan {
  const told = withoutRepeats(rows, ({ indicator }) => indicator);
  const numeric = told.filter(({ target }) => target.value !== null || target.change !== null);
  const span = plan?.from && plan.to ? `（${writeFiscalYear(plan.from, "era-long")}〜${writeFiscalYear(plan.to, "era-long")}）` : "";
  return {
    heading: `■ ${plan?.name || "計画名の書かれていない目標"}${span}`,
    rows: numeric.map((row) => describeRow(row, plan, nameOf, cells)),
    wordsOnly: told.length - numeric.length,
  };
}

function describeRow({ target, group, indicator, judgements }: TargetRow, plan: Plan | undefined, nameOf: NameOf, { timeOf, unitAt, insteadOf }: Cells): PublicationRow {
  const stated = judgements.filter(({ actual }) => actual?.state === "value" || actual?.state === "not-applicable").sort((a, b) => b.fiscalYear - a.fiscalYear);
  const latest = stated[0];
  const baseline = stated.find(({ status }) => status === "baseline");
  const unit = stated.flatMap(({ actual }) => (actual ? [unitAt(actual.at)] : [])).find((one) => one !== undefined) ?? target.unit;
  const figure = (one: Judgement | undefined): PublishedFigure | null => {
    if (!one?.actual) return null;
    const { state, value, at, derived } = one.actual;
    // Figures that contradict each other are for people to settle before anything is published.
    const instead = insteadOf(at) ?? (one.status === "conflict" ? TO_CONFIRM : undefined);
    const isShown = instead === undefined && state === "value" && value !== null;
    const words = isShown ? (unit === null ? String(value) : renderValue(value, unit).ja) : (instead ?? stateWords[state].ja);
    return { value: isShown ? value : null, words, time: timeOf(at, one.fiscalYear), at, isDerived: derived };
  };
  const shown = { latest: figure(latest), baseline: figure(baseline) };
  return {
    label: renderAbout(nameOf, indicator, group, undefined).ja,
    goal: renderGoal(target).ja,
    goalAt: target.at,
    due: renderDue(target, plan),
    ...shown,
    format: chooseFormat(
      unit,
      [shown.latest, shown.baseline].flatMap((one) => one?.value ?? []),
    ),
  };
}

function renderDue({ kind, deadline }: Target, plan: Plan | undefined): string {
  if (deadline !== null) return writeFiscalYear(deadline, "era-long");
  if (kind === "every-year" || kind === "against-previous-year") return "毎年度";
  return plan?.to ? writeFiscalYear(plan.to, "era-long") : "";
}
