import type { Severity } from "../../model/finding";
import type { Unit } from "../../model/figure";
import type { Group } from "../../model/observation";
import type { JudgementStatus } from "../../model/plan";
import { summaryClassOf } from "../../plans/summarise-years";

/** 記録の判定 — one plan year of one target, as a line of results holds it. */
export interface RecordedJudgement {
  readonly plan: string | null;
  readonly indicator: string;
  readonly group: Group;
  readonly fiscalYear: number;
  readonly status: JudgementStatus;
  readonly target: { readonly value: number | null; readonly unit: Unit | null; readonly text: string };
  readonly actual: { readonly value: number | null; readonly sheet: string; readonly cell: string } | null;
  readonly gap: { readonly value: number; readonly unit: Unit; readonly people: number | null } | null;
}

/** 記録 — one line of `kpi check --ndjson`, as far as it is summed up. */
export interface CheckRecord {
  readonly file: string;
  readonly source: {
    readonly path: string;
    readonly size: number | null;
    readonly modified: string | null;
    readonly asOf: string;
    readonly lang: string;
    readonly version: string;
    readonly profile: string | null;
  };
  /** Why the file could not be read; null when it was checked. */
  readonly refusal: { readonly reason: string; readonly message: string } | null;
  readonly findings: readonly { readonly check: string; readonly severity: Severity }[];
  readonly accepted: number;
  readonly plans: number;
  readonly judgements: readonly RecordedJudgement[];
}

type Field =
  | keyof CheckRecord
  | keyof CheckRecord["source"]
  | keyof NonNullable<CheckRecord["refusal"]>
  | keyof CheckRecord["findings"][number]
  | keyof RecordedJudgement
  | keyof RecordedJudgement["target"]
  | keyof NonNullable<RecordedJudgement["actual"]>
  | keyof NonNullable<RecordedJudgement["gap"]>
  | "schema";
type Fields = { readonly [field in Field]?: unknown };

const SEVERITIES: readonly unknown[] = ["error", "warning", "info"] satisfies Severity[];
const UNITS: readonly unknown[] = ["ratio", "people", "days", "hours", "years", "cases", "points"] satisfies Unit[];

/**
 * 記録を読む — a line of results from its JSON.
 *
 * none  undefined when it is not one
 */
export function readRecord(json: unknown): CheckRecord | undefined {
  if (!isFields(json) || json.schema !== 1 || typeof json.file !== "string") return undefined;
  const source = readSource(json.source);
  if (!source) return undefined;
  const head = { file: json.file, source };
  if (isFields(json.refusal)) {
    const { reason, message } = json.refusal;
    if (typeof reason !== "string" || typeof message !== "string") return undefined;
    return { ...head, refusal: { reason, message }, findings: [], accepted: 0, plans: 0, judgements: [] };
  }
  const { findings, accepted, plans, judgements } = json;
  if (!isListOf(findings, isFinding) || !Array.isArray(plans) || !isListOf(judgements, isJudgement)) return undefined;
  return { ...head, refusal: null, findings, accepted: Array.isArray(accepted) ? accepted.length : 0, plans: plans.length, judgements };
}

function readSource(source: unknown): CheckRecord["source"] | undefined {
  if (!isFields(source)) return undefined;
  const { path, size, modified, asOf, lang, version, profile } = source;
  if (typeof path !== "string" || typeof asOf !== "string" || typeof lang !== "string" || typeof version !== "string") return undefined;
  if (!isNullOr("number", size) || !isNullOr("string", modified) || !isNullOr("string", profile)) return undefined;
  return { path, size, modified, asOf, lang, version, profile };
}

function isFinding(one: unknown): one is CheckRecord["findings"][number] {
  return isFields(one) && typeof one.check === "string" && SEVERITIES.includes(one.severity);
}

function isJudgement(one: unknown): one is RecordedJudgement {
  if (!isFields(one) || !isNullOr("string", one.plan) || typeof one.indicator !== "string" || typeof one.fiscalYear !== "number") return false;
  if (!isFields(one.group) || typeof one.status !== "string" || !Object.hasOwn(summaryClassOf, one.status)) return false;
  const { target, actual, gap } = one;
  if (!isFields(target) || typeof target.text !== "string" || !isNullOr("number", target.value) || !(target.unit === null || UNITS.includes(target.unit))) return false;
  if (actual !== null && !(isFields(actual) && isNullOr("number", actual.value) && typeof actual.sheet === "string" && typeof actual.cell === "string")) return false;
  return gap === null || (isFields(gap) && typeof gap.value === "number" && UNITS.includes(gap.unit) && isNullOr("number", gap.people));
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOf<Item>(value: unknown, isItem: (one: unknown) => one is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}

function isNullOr(type: "string", value: unknown): value is string | null;
function isNullOr(type: "number", value: unknown): value is number | null;
function isNullOr(type: "string" | "number", value: unknown): boolean {
  return value === null || typeof value === type;
}
