import type { Place } from "../model/cell";
import type { Unit } from "../model/figure";
import type { Group, Observation } from "../model/observation";
import { fiscalYear, type FiscalYear, type Period } from "../model/period";
import type { Target, TargetKind } from "../model/plan";
import type { Profile, ReadingCorrection } from "../model/profile";
import type { Aside } from "../model/reading";
import type { Indicator } from "../indicators/indicator";
import { resolveIndicator } from "../indicators/resolve";
import type { LabelFeatures } from "../notation/label-features";
import { fiscalYearOfPeriod, readPeriod } from "../notation/period";
import type { TargetPhrase } from "../notation/target";
import { closingYear, readRevisionOfHeadings, readStartOfHeadings } from "../notation/target-times";
import { isForEach, readTargetKindOfHeadings } from "../notation/target-words";
import type { CellReader } from "./cell-meaning";
import { withSex } from "./correct-meaning";
import { correctPhrase } from "./correct-target";
import type { MetCorrection, TableCorrections } from "./corrections";

/** 目標の書かれた所 — a text that states targets, with everything around it that says for what. */
export interface TargetSource {
  readonly at: Place;
  readonly row: number;
  readonly col: number;
  readonly text: string;
  readonly features: LabelFeatures | undefined;
  /** What the table beside it mostly speaks of, when its own words name no indicator. */
  readonly mainIndicator: string | undefined;
  readonly mainGroup: Group;
  readonly period: Period | undefined;
  /** One target column per year: each target is for its own year only. */
  readonly isYearly: boolean;
  readonly deadlineText: string | undefined;
  readonly plans: readonly string[];
  readonly source: Target["source"];
  readonly label: string;
  /** The headings of its line and column, nearest first. */
  readonly headings: readonly string[];
  readonly isCell: boolean;
  readonly table: number;
  readonly corrections: TableCorrections;
  /** What somebody said of the line or the table it stands in. */
  readonly said: MetCorrection | undefined;
}

/** 読めた目標 — targets, the figures they state, and references that are not the organisation's own. */
export interface TargetsRead {
  readonly targets: readonly Target[];
  readonly observations: readonly Observation[];
  readonly references: readonly (Pick<Aside, "at" | "text" | "table"> & { readonly correctedBy?: ReadingCorrection })[];
}

/** 目標を読む — targets of one source, each with indicator, population, kind and deadline. */
export function readTargetSource(source: TargetSource, reader: CellReader, catalogue: readonly Indicator[], profile: Profile, firstId: number): TargetsRead {
  const targets: Target[] = [];
  const observations: Observation[] = [];
  const references: TargetsRead["references"][number][] = [];
  if (source.said?.says.role === "ignore") return { targets, observations, references };
  const revision = readRevisionOfHeadings(source.headings);
  reader.targets(source.text).forEach((asWritten, i) => {
    if (asWritten.isNone) return;
    const said = source.corrections.ofTarget([asWritten.text, source.label, ...source.headings, source.text]);
    const by = said?.by ?? source.said?.by;
    const correctedBy = by === undefined ? {} : { correctedBy: by };
    const written = correctPhrase(asWritten, said?.says.target);
    if (written.isReference) {
      references.push({ at: source.at, text: written.text, table: source.table, ...correctedBy });
      return;
    }
    const meant = asSaid(resolveTarget(source, written, reader, catalogue), source.said, catalogue);
    if (!meant) return;
    const phrase = meant.unit === "ratio" ? inRatio(written) : written;
    const deadline = deadlineOf(source, phrase);
    const from = source.isYearly && source.period ? fiscalYear(fiscalYearOfPeriod(source.period)) : (phrase.from ?? readStartOfHeadings(source.headings));
    const kind = kindOf(phrase, source, deadline, profile);
    const target: Target = {
      id: `${source.at.sheet}!${source.at.cell}#${i + 1}`,
      plans: source.plans,
      indicator: meant.indicator,
      group: meant.group,
      // When a revision began to count is not said: only the end of the plan can tell.
      kind: revision === "replacing" && from === null && phrase.kind === null ? "final-year" : kind,
      comparison: phrase.comparison,
      value: phrase.value,
      unit: phrase.unit ?? (phrase.value === null ? null : meant.unit),
      deadline,
      baseYear: phrase.baseYear,
      from,
      change: phrase.change,
      ...(phrase.changeBy === undefined ? {} : { changeBy: phrase.changeBy }),
      ...(revision === "replaced" && from === null ? { isReplaced: true as const } : {}),
      text: phrase.text,
      at: source.at,
      source: source.source,
      confidence: by === undefined ? meant.confidence : 1,
      table: source.table,
      label: source.label,
      ...correctedBy,
    };
    listPopulations(source, target, reader).forEach((group, n) => targets.push(n === 0 ? { ...target, group } : { ...target, id: `${target.id}-${n + 1}`, group }));
    if (source.isCell && phrase.value !== null) observations.push(observationOf(firstId + observations.length, source, phrase, target));
  });
  return { targets, observations, references };
}

type MeantTarget = { readonly indicator: string; readonly group: Group; readonly unit: Unit | null; readonly confidence: number };

function asSaid(read: MeantTarget | undefined, said: MetCorrection | undefined, catalogue: readonly Indicator[]): MeantTarget | undefined {
  const indicator = catalogue.find(({ id }) => id === (said?.says.indicator ?? read?.indicator));
  if (!said || !indicator) return read;
  const base = read ?? { group: {}, confidence: 1 };
  return { ...base, indicator: indicator.id, unit: indicator.unit, group: withSex(base.group, said.says.sex) };
}

function resolveTarget(source: TargetSource, phrase: TargetPhrase, reader: CellReader, catalogue: readonly Indicator[]): MeantTarget | undefined {
  const own = phrase.words === "" ? undefined : reader.label(phrase.words);
  const around = source.features;
  // 目標：各年度10時間以内とする below a table of one figure speaks of that figure.
  const beside = source.source === "below" && !namesSubject(own) ? catalogue.find(({ id }) => id === source.mainIndicator) : undefined;
  if (beside && beside.unit === (phrase.unit ?? beside.unit)) return { indicator: beside.id, group: { ...source.mainGroup, ...phrase.group }, unit: beside.unit, confidence: 0.6 };
  const features = own && around ? reader.meanings.merge(own, around) : (own ?? around);
  const group = (resolved: Group): Group => {
    // 各任命権者とも14日以上 beside one of them speaks of them all.
    const { department: _department, occupation: _occupation, ...everybody } = resolved;
    return { ...(isForEach(phrase.text) ? everybody : resolved), ...phrase.group };
  };
  if (features) {
    const measured: LabelFeatures = {
      ...features,
      ...(phrase.unit === null || features.measure !== undefined ? {} : measureOf(phrase.unit)),
      ...(isOfMonth(phrase) ? { isMonthly: true } : {}),
    };
    const isTotalColumn = source.period?.month === undefined;
    const known = reader.meanings.under(catalogue, features);
    const key = `target\u0000${phrase.unit ?? ""}\u0000${isTotalColumn}\u0000${isOfMonth(phrase)}`;
    const candidates = known.get(key) ?? resolveIndicator(measured, { ...(phrase.unit ? { unit: phrase.unit } : {}), ...(isTotalColumn ? { isTotalColumn } : {}) }, catalogue);
    known.set(key, candidates);
    // 累計10人以上 asks for people: an indicator that counts them comes before the rate they would make.
    const isOfPeople = phrase.unit === "people" || phrase.unit === "cases";
    const found =
      (isOfPeople ? candidates.find(({ role, measure }) => role === "value" && measure === "count") : undefined) ??
      candidates.find((candidate) => candidate.role === "value" || candidate.confidence >= 0.5);
    const unit = catalogue.find(({ id }) => id === found?.indicator)?.unit ?? null;
    if (found) return { indicator: found.indicator, group: group(found.group), unit, confidence: found.confidence };
  }
  const main = catalogue.find(({ id }) => id === source.mainIndicator);
  return main ? { indicator: main.id, group: group(source.mainGroup), unit: main.unit, confidence: 0.6 } : undefined;
}

/** 1人当たり月20時間以内: hours of a month, whatever the words around it leave open. */
const isOfMonth = ({ per, unit }: TargetPhrase): boolean => per === "month" && unit === "hours";

function namesSubject(own: LabelFeatures | undefined): boolean {
  return own !== undefined && (own.topics.some((topic) => topic !== "other") || own.measure !== undefined);
}

const LISTED = /[・、,／/]|及び|並びに/;

/** 看護師・事務職 as the label of a target: one for each, where each is an occupation, a department or an employment of its own. */
function listPopulations({ headings }: TargetSource, { group }: Target, reader: CellReader): readonly Group[] {
  for (const heading of headings) {
    const parts = heading.length <= 40 ? heading.split(LISTED) : [];
    if (parts.length < 2) continue;
    const named = parts.map((part) => reader.label(part));
    for (const axis of ["occupation", "department", "employment"] as const) {
      const isList = group[axis] !== undefined && named.every((label) => label.group[axis] !== undefined && label.topics.length === 0);
      if (isList) return named.map((label) => ({ ...group, [axis]: label.group[axis] }));
    }
  }
  return [group];
}

/** 50 in a line of percents is 50%. */
function inRatio(phrase: TargetPhrase): TargetPhrase {
  if (phrase.unit !== null || phrase.value === null || Math.abs(phrase.value) <= 1.5) return phrase;
  return { ...phrase, unit: "ratio", value: phrase.value / 100, step: phrase.step === null ? null : phrase.step / 100 };
}

function measureOf(unit: Unit): Partial<LabelFeatures> {
  switch (unit) {
    case "ratio":
      return { measure: "ratio" };
    case "days":
      return { measure: "days" };
    case "hours":
      return { measure: "hours" };
    case "people":
    case "cases":
      return { measure: "count" };
    default:
      return {};
  }
}

function deadlineOf(source: TargetSource, phrase: TargetPhrase): FiscalYear | null {
  if (phrase.deadline !== null) return phrase.deadline;
  const stated = source.deadlineText === undefined ? undefined : readPeriod(source.deadlineText);
  if (stated) return closingYear(stated.period);
  return source.period ? closingYear(source.period) : null;
}

function kindOf(phrase: TargetPhrase, { headings }: TargetSource, deadline: FiscalYear | null, profile: Profile): TargetKind {
  const said = phrase.value === null ? null : readTargetKindOfHeadings(headings);
  if (said !== null && (phrase.kind === null || phrase.kind === "final-year")) return said;
  if (phrase.kind !== null) return phrase.kind;
  return deadline !== null ? "final-year" : profile.undatedTarget;
}

function observationOf(id: number, source: TargetSource, phrase: TargetPhrase, target: Target): Observation {
  return {
    id,
    at: source.at,
    row: source.row,
    col: source.col,
    indicator: target.indicator,
    role: "target",
    measure: target.unit === "ratio" ? "ratio" : target.unit === "days" ? "days" : target.unit === "hours" ? "hours" : target.unit === "years" ? "years" : "count",
    period: target.deadline === null ? undefined : { kind: "fiscal-year", year: target.deadline },
    group: target.group,
    state: "value",
    value: phrase.value,
    unit: target.unit ?? "cases",
    text: source.text,
    figure: { state: "value", value: phrase.value, unit: phrase.unit, step: phrase.step, isApproximate: false, part: "value", text: phrase.text, words: phrase.words },
    isText: true,
    format: "General",
    confidence: target.confidence,
    table: source.table,
    line: `${source.table}:t`,
    label: source.label,
    isTotal: false,
    isMergedCopy: false,
    reasons: [],
  };
}
