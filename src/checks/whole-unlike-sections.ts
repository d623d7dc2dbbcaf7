import type { Group, Observation } from "../model/observation";
import { groupKey } from "../model/observation";
import { defineCheck } from "./define-check";
import { compareAtDigits, hasValue } from "./relations/compare";
import { groupBy } from "./relations/evidence";
import { findSpokenYear } from "./relations/fiscal-years";
import { renderComputed, renderStated } from "./relations/render";

const SECTIONS = ["employment", "occupation", "department"] as const;

/**
 * 全体と区分の合算の不一致 — a rate for everybody that the sections together do not give.
 *
 * looks at  rates for all, with the counts of 正規・臨時 (or of occupations, of departments) of the same year
 * silent    sections without counts; wholes that the sections do give, or whose own counts stand beside them
 * source    R22 in the catalogue of checks
 */
export const wholeUnlikeSections = defineCheck({
  id: "whole-unlike-sections",
  severity: "warning",
  cause: "state",
  needs: ["rates", "counts", "profile"],
  *run({ rates, counts, profile }) {
    const sections = new Map<string, { numerator: Observation; denominator: Observation; name: string }[]>();
    for (const { numerator, denominator } of counts)
      for (const axis of SECTIONS) {
        const name = numerator.group[axis];
        if (name === undefined || /計|全体|全職/.test(name) || !hasValue(numerator) || !hasValue(denominator)) continue;
        const key = `${keyOf(numerator, without(numerator.group, axis), findSpokenYear(numerator.period, profile))}|${axis}|${numerator.table}`;
        const list = sections.get(key);
        if (list) list.push({ numerator, denominator, name });
        else sections.set(key, [{ numerator, denominator, name }]);
      }
    const byWhole = groupBy(sections.entries(), ([key]) => key.split("|").slice(0, -2).join("|"));
    for (const { rate, numerator } of rates) {
      if (!hasValue(rate) || rate.measure !== "ratio" || numerator || rate.isMergedCopy) continue;
      for (const [, parts] of byWhole.get(keyOf(rate, rate.group, findSpokenYear(rate.period, profile))) ?? []) {
        if (new Set(parts.map((p) => p.name)).size !== parts.length || parts.length < 2) continue;
        const women = parts.reduce((sum, p) => sum + (p.numerator.value ?? 0), 0);
        const all = parts.reduce((sum, p) => sum + (p.denominator.value ?? 0), 0);
        if (all === 0 || compareAtDigits(rate, women / all, profile.rounding) !== "differs") continue;
        const named = parts.map((p) => `${p.name} ${p.numerator.value}/${p.denominator.value}`);
        const sum = `${women} ÷ ${all} = ${renderComputed(women / all, rate)}`;
        yield {
          at: rate,
          related: parts.flatMap((p) => [p.numerator, p.denominator]),
          facts: { parts: named, computed: renderComputed(women / all, rate), stated: renderStated(rate) },
          arithmetic: { ja: `${sum}、記載 ${renderStated(rate)}`, en: `${sum}, stated ${renderStated(rate)}` },
        };
        break;
      }
    }
  },
  say: {
    ja: (f) => `${f.parts.join("・")} を合わせると〔${f.computed}〕ですが、全体は〔${f.stated}〕です。対象の範囲を確認してください。`,
    en: (f) => `${f.parts.join(", ")} together give ${f.computed}, but the whole says ${f.stated}. Please check whom it covers.`,
  },
});

function keyOf(o: Observation, group: Group, year: number | undefined): string {
  return `${o.indicator}#${year}#${groupKey(group).replaceAll("|", "/")}`;
}

function without(group: Group, axis: keyof Group): Group {
  return Object.fromEntries(Object.entries(group).filter(([name]) => name !== axis));
}
