import { deriveFills } from "../../src/filling/derive-fills";
import type { Finding } from "../../src/model/finding";
import { fiscalYear } from "../../src/model/period";
import type { Judgement, Plan, Target } from "../../src/model/plan";
import { defaultProfile, type Profile } from "../../src/model/profile";
import { judgeTargets } from "../../src/plans/judge-targets";
import { placeAt, readingOf, tableOf } from "../support/observations";

/** A plan of the law on raising children from one fiscal year to another. */
export function planOf(from: number | null, to: number | null, more: Partial<Plan> = {}): Plan {
  return {
    id: "plan-1",
    name: "次世代法の計画",
    law: "jisedai",
    from: from === null ? null : fiscalYear(from),
    to: to === null ? null : fiscalYear(to),
    at: placeAt("計画!A1"),
    ...more,
  };
}

/** A target by its words and what they mean. */
export function targetOf(
  text: string,
  more: Omit<Partial<Target>, "deadline" | "from" | "baseYear"> & { deadline?: number; from?: number; baseYear?: number } = {},
): Partial<Target> {
  const { deadline, from, baseYear, ...rest } = more;
  return {
    plans: ["plan-1"],
    text,
    at: placeAt("計画!B5"),
    ...(deadline === undefined ? {} : { deadline: fiscalYear(deadline) }),
    ...(from === undefined ? {} : { from: fiscalYear(from) }),
    ...(baseYear === undefined ? {} : { baseYear: fiscalYear(baseYear) }),
    ...rest,
  };
}

export interface Situation {
  readonly tables: readonly ReturnType<typeof tableOf>[];
  readonly targets: readonly Partial<Target>[];
  readonly plans?: readonly Plan[];
  readonly findings?: readonly Partial<Finding>[];
  readonly profile?: Partial<Profile>;
  readonly asOf?: string;
}

/** Judges a situation as an inspection does: fills first, nothing derived from distrusted cells. */
export function judge(situation: Situation): Judgement[] {
  const profile = { ...defaultProfile, ...situation.profile };
  const asOf = situation.asOf ?? "2026-06-01";
  const reading = readingOf(situation.tables, { targets: situation.targets, plans: situation.plans ?? [] });
  const findings = (situation.findings ?? []).map((f): Finding => ({
    check: "x",
    severity: "error",
    at: placeAt("A1"),
    related: [],
    message: { ja: "率が計算と合いません。", en: "The rate disagrees with its counts." },
    fix: null,
    ...f,
  }));
  const distrusted = new Set(findings.filter((f) => f.severity === "error").map((f) => `${f.at.sheet}!${f.at.cell}`));
  return judgeTargets(reading, profile, { asOf, fills: deriveFills(reading, profile, { distrusted, asOf }), findings });
}

/** Years and statuses in one line: 2022 baseline, 2023 missed. */
export function statuses(judgements: readonly Judgement[]): string {
  return judgements.map((j) => `${j.fiscalYear} ${j.status}`).join(", ");
}

/** One line of yearly figures. */
export function years(indicator: string, heading: string, ...cells: string[]): ReturnType<typeof tableOf> {
  return tableOf({ all: indicator }, `| 区分 | ${heading.split(" ").join(" | ")} |\n${cells.map((line) => `| ${line} |`).join("\n")}`);
}
