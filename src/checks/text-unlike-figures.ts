import type { Observation } from "../model/observation";
import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { groupBy } from "./relations/evidence";
import { findSpokenYear } from "../notation/judged-year";
import { renderNumber, renderStated } from "./relations/render";

const SEASONS: readonly { readonly words: RegExp; readonly months: readonly number[]; readonly name: string }[] = [
  { words: /年末/, months: [12], name: "年末" },
  { words: /年度末/, months: [3], name: "年度末" },
  { words: /年度当初|年度初め/, months: [4], name: "年度当初" },
  { words: /夏季|夏期/, months: [7, 8], name: "夏季" },
];

/**
 * 文章と数値の不一致 — 年末に多い, 減少傾向 where the figures say otherwise.
 *
 * looks at  sentences on busy months and on trends of overtime, against the figures by month and by year
 * silent    unless switched on; sentences on anything else
 * source    R38 in the catalogue of checks
 */
export const textUnlikeFigures = defineCheck({
  id: "text-unlike-figures",
  severity: "warning",
  cause: "text",
  isOptional: true,
  needs: ["reading", "profile"],
  *run({ reading, profile }) {
    const hours = reading.observations.filter(
      (o) => o.indicator.startsWith("overtime") && o.unit === "hours" && hasValue(o) && o.role !== "target" && !o.isMergedCopy && !/一人|1人|１人/.test(o.label),
    );
    const months = [
      ...groupBy(
        hours.filter((o) => o.period?.month !== undefined),
        (o) => o.line,
      ).values(),
    ].filter((line) => line.length >= 12);
    const years = hours
      .filter((o) => o.period?.month === undefined && o.indicator === "overtime_total_hours")
      .sort((a, b) => (findSpokenYear(a.period, profile) ?? 0) - (findSpokenYear(b.period, profile) ?? 0));
    for (const { at, text } of [...reading.texts, ...reading.tables.flatMap((t) => [...t.notes, ...t.captions])]) {
      if (!/時間外|超過勤務|残業/.test(text)) continue;
      for (const season of SEASONS) {
        if (!season.words.test(text) || !/多/.test(text) || (season.name === "年末" && /年度末/.test(text))) continue;
        for (const line of months) {
          const mean = line.reduce((sum, o) => sum + (o.value ?? 0), 0) / line.length;
          const low = line.filter((o) => season.months.includes(o.period?.month ?? 0) && (o.value ?? 0) < mean);
          const [first] = low;
          if (first && low.length === season.months.length)
            yield {
              at,
              related: low,
              facts: { kind: "season" as Kind, name: season.name, month: first.period?.month ?? 0, stated: renderStated(first), mean: renderNumber(mean, 1) },
            };
        }
      }
      const [first, last] = [years[0], years.at(-1)];
      const says = /減少(傾向|し)|減って/.test(text) ? "less" : /増加(傾向|し)|増えて/.test(text) ? "more" : undefined;
      if (says && first && last && first !== last && hasValue(first) && hasValue(last) && (says === "less" ? last.value > first.value : last.value < first.value))
        yield {
          at,
          related: trend(first, last),
          facts: { kind: "trend" as Kind, name: says === "less" ? "減少" : "増加", month: 0, stated: `${renderStated(first)} → ${renderStated(last)}`, mean: "" },
        };
    }
  },
  say: {
    ja: (f) =>
      f.kind === "season"
        ? `『${f.name}に多い』とありますが、${f.month}月〔${f.stated}〕は月平均〔${f.mean}〕未満です。`
        : `『${f.name}』とありますが、数値は〔${f.stated}〕です。`,
    en: (f) =>
      f.kind === "season"
        ? `The text calls that season busy, but month ${f.month} (${f.stated}) is below the monthly mean (${f.mean}).`
        : `The text speaks of a ${f.name === "減少" ? "decrease" : "rise"}, but the figures go ${f.stated}.`,
  },
});

type Kind = "season" | "trend";

function trend(first: Observation, last: Observation): Observation[] {
  return [first, last];
}
