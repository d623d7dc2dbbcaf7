import { type Place, placeKey } from "../model/cell";
import type { Unit } from "../model/figure";
import type { Fill } from "../model/fill";
import type { Sentence } from "../model/finding";
import type { Judgement } from "../model/plan";
import { renderGoal } from "../plans/render-goal";
import { summariseYears } from "../plans/summarise-years";
import { checks } from "../checks/index";
import { joinFindings, weighReasons } from "./accepted";
import { checkNames } from "./check-names";
import { countMissedCells } from "./edits";
import { findUnits, type UnitAt } from "./find-units";
import { listFollowUpYears } from "./follow-up/follow-up-rows";
import type { Inspection } from "./inspection";
import type { FillView, InspectionView, JudgementView, NotCheckedView, PlanView, RepairView, ReviewView, TargetRowView } from "./inspection-view";
import { type NameOf, renderAbout, renderGap } from "./render-about";
import { renderShortPeriod, renderValue, sameWord, stateWords } from "./render-words";
import { groupTargets, listPlanYears, type PlanTargets } from "./target-rows";
import { viewFindings } from "./view-findings";
import { viewTables, viewUnread } from "./view-tables";

function viewNotChecked(inspection: Inspection): NotCheckedView[] {
  const found = new Map<string, { check: string; missing: Sentence; places: Place[] }>();
  for (const { check, at, missing } of inspection.notChecked) {
    const key = `${check}|${missing.ja}`;
    const known = found.get(key);
    if (known) known.places.push(at);
    else found.set(key, { check, missing, places: [at] });
  }
  return [...found.values()];
}

function showFill(fill: Fill, unit: Unit | undefined): Pick<FillView, "shown" | "written"> {
  if (fill.state !== "value" || fill.value === null) {
    const state = fill.state === "not-applicable" ? stateWords["not-applicable"] : stateWords.unknown;
    return { shown: { ja: state.ja, en: `${state.ja} (${state.en})` }, written: state.ja };
  }
  const isPercent = unit === "ratio" || (fill.format?.includes("%") ?? false);
  const shown = renderValue(fill.value, isPercent ? "ratio" : (unit ?? "cases"));
  return {
    shown: unit === undefined && !isPercent ? sameWord(String(Number(fill.value.toFixed(4)))) : shown,
    written: isPercent ? shown.ja : String(Number(fill.value.toFixed(4))),
  };
}

function viewFills(inspection: Inspection, nameOf: NameOf, unitAt: UnitAt): FillView[] {
  return inspection.fills.map((fill, id) => ({
    id,
    at: fill.at,
    about: renderAbout(nameOf, fill.indicator, fill.group, fill.period && renderShortPeriod(fill.period)),
    ...showFill(fill, unitAt(fill.at)),
    formula: fill.formula,
    derivation: fill.derivation,
    sources: fill.sources,
  }));
}

function viewRepairs(inspection: Inspection, nameOf: NameOf): RepairView[] {
  const said = new Map(inspection.reading.observations.map((one) => [placeKey(one.at), one]));
  return inspection.repairs.map(({ at, indicator, text, value, format }, id) => {
    const here = said.get(placeKey(at));
    return { id, at, about: renderAbout(nameOf, indicator, here?.group, here?.period && renderShortPeriod(here.period)), text, value, format };
  });
}

function viewJudgement(judgement: Judgement, nameOf: NameOf, unitAt: UnitAt): JudgementView {
  const { actual, target } = judgement;
  // A direction has no unit of its own: the figure is shown in the one it was read in.
  const read = actual ? unitAt(actual.at) : undefined;
  // What is measured differently keeps its own: 13.0日 beside a target of 70%.
  const unit = judgement.status === "not-comparable" ? (read ?? target.unit) : (target.unit ?? judgement.gap?.unit ?? read);
  const said = !actual
    ? null
    : actual.state === "value" && actual.value !== null
      ? unit
        ? renderValue(actual.value, unit)
        : { ja: String(actual.value), en: String(actual.value) }
      : stateWords[actual.state];
  return {
    fiscalYear: judgement.fiscalYear,
    status: judgement.status,
    at: actual?.at ?? null,
    actual: said,
    value: actual?.state === "value" ? actual.value : null,
    isDerived: actual?.derived ?? false,
    gap: renderGap(judgement, nameOf),
    because: judgement.because,
  };
}

function viewPlan(held: PlanTargets, nameOf: NameOf, unitAt: UnitAt): PlanView {
  const { plan } = held;
  const rows: TargetRowView[] = held.rows.map(({ target, group, indicator, judgements }, index) => ({
    id: `${target.id}-${index}`,
    label: renderAbout(nameOf, indicator, group, undefined),
    text: renderGoal(target),
    at: target.at,
    goal: target.kind === "against-baseline" || target.kind === "against-previous-year" || target.kind === "cumulative" ? null : target.value,
    judgements: judgements.map((one) => viewJudgement(one, nameOf, unitAt)).sort((a, b) => a.fiscalYear - b.fiscalYear),
  }));
  const years = listPlanYears(held);
  const band = summariseYears(held.judgements)
    .filter((year) => years.includes(year.fiscalYear) && year.judged + year.direction > 0)
    .map((year) => ({
      year: year.fiscalYear,
      judged: year.judged,
      counts: bandClasses.map((of) => ({ of, count: year[of] })).filter(({ count }) => count > 0),
      direction: year.direction,
    }));
  return { id: plan?.id ?? "", name: plan?.name ?? "", law: plan?.law ?? null, from: plan?.from ?? null, to: plan?.to ?? null, at: plan?.at ?? null, years, band, rows };
}

const bandClasses = ["met", "missed", "inProgress", "notApplicable", "unknown", "toConfirm"] as const;

/** 表示を作る — the part of an inspection that the pane shows. */
export function makeInspectionView(inspection: Inspection, nameOf: NameOf): InspectionView {
  const unitAt = findUnits(inspection.reading.observations);
  const { findings, accepted } = viewFindings(inspection, nameOf);
  const spokenOf = new Set([...findings, ...accepted, ...inspection.profile.corrections].flatMap(({ indicator }) => indicator ?? []));
  return {
    name: inspection.name,
    asOf: inspection.asOf,
    profile: inspection.profile,
    tables: viewTables(inspection, nameOf),
    figures: inspection.reading.observations.filter((one) => one.state !== "blank" && !one.isMergedCopy).length,
    sheets: inspection.sheets.map(({ name, isProtected }) => ({ name, isProtected })),
    findings,
    accepted,
    notChecked: viewNotChecked(inspection),
    ...viewBuilt(inspection, nameOf, unitAt),
    repairs: viewRepairs(inspection, nameOf),
    unread: viewUnread(inspection),
    metCorrections: inspection.profile.corrections.map((one) => inspection.reading.corrections?.includes(one) ?? false),
    failures: inspection.failures,
    grades: [...new Set(inspection.reading.observations.flatMap(({ group }) => (group.grade === undefined ? [] : [group.grade])))],
    checks: checks.map(({ id, isOptional }) => ({ id, name: checkNames[id] ?? { ja: id, en: id }, isOptional })),
    names: Object.fromEntries([...spokenOf].map((id) => [id, nameOf(id)?.label ?? { ja: id, en: id }])),
  };
}

/** What rests on the figures, and changes with what is trusted. */
function viewBuilt(inspection: Inspection, nameOf: NameOf, unitAt: UnitAt): Pick<InspectionView, "fills" | "plans" | "followUp" | "missed"> {
  const plans = groupTargets(inspection);
  return {
    fills: viewFills(inspection, nameOf, unitAt),
    plans: plans.map((held) => viewPlan(held, nameOf, unitAt)),
    followUp: listFollowUpYears(plans),
    missed: countMissedCells(inspection),
  };
}

/** 見直しの表示を作る — what is said differently after `reviewInspection`. */
export function makeReviewView(before: Inspection, after: Inspection, nameOf: NameOf): ReviewView {
  const [said, now] = [joinFindings(before), joinFindings(after)];
  const reasons = weighReasons(now, after.reading, after.profile.accepted, after.asOf);
  return {
    reasons: [...reasons].map(([id, state]) => ({ id, state })),
    rebuilt: before.judgements === after.judgements ? null : viewBuilt(after, nameOf, findUnits(after.reading.observations)),
    said: now.length === said.length && now.every((finding, index) => finding === said[index]) ? null : viewFindings(after, nameOf),
  };
}
