import type { Observation } from "../model/observation";
import { defineCheck } from "./define-check";
import { compareAtDigits, hasValue } from "./relations/compare";
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
  needs: ["rates", "counts", "profile", "keys"],
  *run({ rates, counts, profile, keys }) {
    if (!counts.some(({ numerator }) => SECTIONS.some((axis) => numerator.group[axis] !== undefined))) return;
    const wholeOf = (o: Observation, group: number) => keys.pack(0, keys.indicatorOf(o), Math.max(0, keys.yearOf(o) - 1900), group);
    const open = rates.filter((c) => hasValue(c.rate) && c.rate.measure === "ratio" && !c.numerator && !c.rate.isMergedCopy);
    const wanted = new Set(open.map((c) => wholeOf(c.rate, keys.groupOf(c.rate))));
    if (wanted.size === 0) return;
    const byWhole = new Map<number, Map<string, Section[]>>();
    for (const { numerator, denominator } of counts)
      for (const axis of SECTIONS) {
        const name = numerator.group[axis];
        if (name === undefined || /計|全体|全職/.test(name) || !hasValue(numerator) || !hasValue(denominator)) continue;
        const whole = wholeOf(numerator, keys.without(keys.groupOf(numerator), axis));
        if (!wanted.has(whole)) continue;
        const partitions = byWhole.get(whole) ?? new Map<string, Section[]>();
        byWhole.set(whole, partitions);
        const sections = partitions.get(`${axis}|${numerator.table}`);
        if (sections) sections.push({ numerator, denominator, name });
        else partitions.set(`${axis}|${numerator.table}`, [{ numerator, denominator, name }]);
      }
    for (const { rate } of open) {
      for (const parts of byWhole.get(wholeOf(rate, keys.groupOf(rate)))?.values() ?? []) {
        if (!hasValue(rate)) continue;
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

interface Section {
  readonly numerator: Observation;
  readonly denominator: Observation;
  readonly name: string;
}
