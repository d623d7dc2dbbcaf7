import type { Finding, Language } from "../model/finding";
import type { Observation } from "../model/observation";
import type { Inspection } from "./inspection";

/**
 * 公開の JSON — the contract of `check --json`, described by docs/check.schema.json.
 *
 * unit  rates are ratios, days with hours decimal days; `year` is the fiscal year, or the year of an as-of date
 */
export interface PublicInspection {
  readonly schema: 1;
  readonly file: string;
  readonly observations: readonly object[];
  readonly findings: readonly object[];
  /** Findings whose accepted reason holds: not among `findings`, and no error of theirs counts. */
  readonly accepted: readonly object[];
  readonly notChecked: readonly object[];
  readonly fills: readonly object[];
  readonly plans: readonly object[];
  readonly judgements: readonly object[];
}

/** 公開の JSON にする — an inspection in the shape that other programs read. */
export function toPublicJson(inspection: Inspection, lang: Language): PublicInspection {
  const planName = new Map(inspection.reading.plans.map((plan) => [plan.id, plan.name]));
  return {
    schema: 1,
    file: inspection.name,
    observations: inspection.reading.observations.map(publicObservation),
    findings: inspection.findings.map((finding) => publicFinding(finding, lang)),
    accepted: inspection.accepted.map(({ finding, reason }) => ({ ...publicFinding(finding, lang), reason: reason.reason, year: reason.year ?? null })),
    notChecked: inspection.notChecked.map(({ check, at, missing }) => ({ check, sheet: at.sheet, cell: at.cell, missing: missing[lang] })),
    fills: inspection.fills.map((fill) => ({
      sheet: fill.at.sheet,
      cell: fill.at.cell,
      indicator: fill.indicator,
      period: fill.period ?? null,
      group: fill.group,
      state: fill.state,
      value: fill.value,
      formula: fill.formula,
      sources: fill.sources,
    })),
    plans: inspection.reading.plans.map(({ id, name, from, to, at }) => ({ id, name, from, to, sheet: at.sheet, cell: at.cell })),
    judgements: inspection.judgements.map(({ plan, indicator, group, fiscalYear, status, target, actual, gap, because }) => ({
      plan: plan === null ? null : (planName.get(plan) ?? plan),
      indicator,
      group,
      fiscalYear,
      status,
      target: { value: target.value, unit: target.unit, comparison: target.comparison, text: target.text, sheet: target.at.sheet, cell: target.at.cell },
      actual: actual && { state: actual.state, value: actual.value, derived: actual.derived, sheet: actual.at.sheet, cell: actual.at.cell },
      gap,
      because: because[lang],
    })),
  };
}

function publicFinding(finding: Finding, lang: Language): object {
  return {
    check: finding.check,
    severity: finding.severity,
    sheet: finding.at.sheet,
    cell: finding.at.cell,
    related: finding.related,
    message: finding.message[lang],
    arithmetic: finding.arithmetic?.[lang] ?? null,
    fix: finding.fix,
  };
}

function publicObservation(observation: Observation): object {
  return {
    sheet: observation.at.sheet,
    cell: observation.at.cell,
    indicator: observation.indicator,
    role: observation.role,
    period: observation.period ?? null,
    group: observation.group,
    state: observation.state,
    value: observation.state === "value" ? observation.value : null,
    confidence: Math.round(observation.confidence * 100) / 100,
    unit: observation.unit,
    text: observation.text,
  };
}
