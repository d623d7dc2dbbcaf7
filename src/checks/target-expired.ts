import { defineCheck } from "./define-check";
import { groupBy } from "./relations/evidence";
import { fiscalYearOfDate } from "../notation/period";
import { renderFiscalYear } from "./relations/render";

/**
 * 期限の過ぎた目標 — the last year of a target has ended, and no later target is there.
 *
 * looks at  deadlines of targets, and periods of plans without a successor, against the day of the look
 * silent    targets renewed by a later one; deadlines of this year
 * source    R23 in the catalogue of checks
 */
export const targetExpired = defineCheck({
  id: "target-expired",
  severity: "info",
  cause: "target",
  needs: ["reading", "asOf"],
  *run({ reading, asOf }) {
    const thisYear = fiscalYearOfDate(asOf);
    const latest = new Map<string, number>();
    for (const t of reading.targets) {
      const key = `${t.indicator}|${t.group.sex ?? ""}`;
      latest.set(key, Math.max(latest.get(key) ?? -Infinity, t.deadline ?? -Infinity));
    }
    const expired = reading.targets.filter((t) => t.deadline !== null && t.deadline < thisYear && (latest.get(`${t.indicator}|${t.group.sex ?? ""}`) ?? 0) === t.deadline);
    for (const group of groupBy(expired, (t) => `${t.at.sheet}|${t.deadline}`).values()) {
      const [first, ...rest] = group;
      if (first?.deadline) yield { at: first.at, related: rest.map((t) => t.at), facts: { year: renderFiscalYear(first.deadline), count: group.length, plan: "" } };
    }
    for (const law of ["jisedai", "jokatsu", null] as const) {
      const plans = reading.plans.filter((p) => p.law === law && p.to !== null);
      const last = plans.reduce<(typeof plans)[number] | undefined>((a, b) => (a && (a.to ?? 0) >= (b.to ?? 0) ? a : b), undefined);
      if (last?.to && last.to < thisYear) yield { at: last.at, facts: { year: renderFiscalYear(last.to), count: 0, plan: last.name.slice(0, 40) } };
    }
  },
  say: {
    ja: (f) =>
      f.count > 0
        ? `期限（${f.year.ja}）を過ぎた目標です${f.count > 1 ? `（${f.count}件）` : ""}。次期計画の目標を登録してください。`
        : `計画期間（${f.year.ja}まで）が終わっています。次期計画の目標を登録してください。`,
    en: (f) =>
      f.count > 0
        ? `The deadline (${f.year.en}) has passed${f.count > 1 ? ` for ${f.count} targets` : ""}. Please enter the targets of the next plan.`
        : `The plan period (to ${f.year.en}) has ended. Please enter the targets of the next plan.`,
  },
});
