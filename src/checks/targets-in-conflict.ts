import type { Severity } from "../model/finding";
import type { Target } from "../model/plan";
import { defineCheck } from "./define-check";
import { groupBy } from "./relations/evidence";
import { familyOf } from "./relations/family";

/**
 * 目標の食い違い — one plan states two targets for one thing, or one wish in two words.
 *
 * looks at  targets of the same indicator, population, deadline and plan in different places; of the same leave in different measures
 * silent    different plans, deadlines, years of application; targets that agree
 * source    R39 in the catalogue of checks
 */
export const targetsInConflict = defineCheck({
  id: "targets-in-conflict",
  severity: "warning",
  cause: "target",
  needs: ["reading"],
  *run({ reading }) {
    const sure = reading.targets.filter((t) => t.confidence >= 0.5);
    const told = new Set<string>();
    for (const group of groupBy(
      sure.filter((t) => t.value !== null && t.kind !== "against-baseline"),
      keyOf,
    ).values()) {
      const [first, ...rest] = group;
      const other = rest.find(
        (t) =>
          first &&
          t.at.cell + t.at.sheet !== first.at.cell + first.at.sheet &&
          sharesPlan(first, t) &&
          t.unit === first.unit &&
          Math.abs((t.value ?? 0) - (first.value ?? 0)) > 1e-9,
      );
      if (!first || !other) continue;
      told.add(other.at.sheet + other.at.cell);
      yield { at: other.at, related: [first.at], facts: { kind: "value" as Kind, a: first.text, b: other.text, place: `${first.at.sheet} ${first.at.cell}` } };
    }
    for (const group of groupBy(
      sure.filter((t) => t.value !== null && t.unit !== null && /leave/.test(t.indicator)),
      (t) => `${familyOf(t.indicator)}|${t.group.sex ?? ""}|${t.deadline}`,
    ).values()) {
      const [first, ...rest] = group;
      const other = rest.find(
        (t) => first && t.unit !== first.unit && sharesPlan(first, t) && (t.source === "caption" || first.source === "caption") && t.at.sheet !== first.at.sheet,
      );
      if (first && other && !told.has(other.at.sheet + other.at.cell))
        yield { at: other.at, related: [first.at], facts: { kind: "measure" as Kind, a: first.text, b: other.text, place: `${first.at.sheet} ${first.at.cell}` } };
    }
    const words = new Map<string, Target>();
    for (const t of sure) {
      const word = /(取得|縮減|申請|登用)?(促進|推進)/.exec(t.text)?.[0];
      if (word !== undefined && t.kind === "direction-only" && !words.has(word)) words.set(word, t);
    }
    const [a, b] = [words.get("取得促進"), words.get("取得推進")];
    if (a && b)
      yield { at: b.at, related: [a.at], severity: "info" as Severity, facts: { kind: "words" as Kind, a: "取得促進", b: "取得推進", place: `${a.at.sheet} ${a.at.cell}` } };
  },
  say: {
    ja: (f) =>
      f.kind === "words"
        ? `目標の文言が『${f.a}』と『${f.b}』の2通りあります。どちらかにそろえると読み手が迷いません。`
        : f.kind === "measure"
          ? `ここの目標〔${f.b}〕と、${f.place}の目標〔${f.a}〕の測り方が違います。どちらで判定しますか。`
          : `同じ項目の目標が、ここでは〔${f.b}〕、${f.place}では〔${f.a}〕です。`,
    en: (f) =>
      f.kind === "words"
        ? `The same wish is written "${f.a}" and "${f.b}".`
        : f.kind === "measure"
          ? `The target here (${f.b}) and the one at ${f.place} (${f.a}) are measured differently. Which one decides?`
          : `The target for the same thing is ${f.b} here and ${f.a} at ${f.place}.`,
  },
});

type Kind = "value" | "measure" | "words";

function keyOf(t: Target): string {
  return `${t.indicator}|${JSON.stringify(t.group)}|${t.deadline}|${t.from}|${t.comparison ?? ""}`;
}

function sharesPlan(a: Target, b: Target): boolean {
  return a.plans.length === 0 || b.plans.length === 0 ? a.plans.length === b.plans.length : a.plans.some((plan) => b.plans.includes(plan));
}
