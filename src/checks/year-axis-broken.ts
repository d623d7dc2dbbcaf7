import { type Place, placeKey } from "../model/cell";
import type { Sentence } from "../model/finding";
import type { PeriodHeading } from "../model/reading";
import { defineCheck } from "./define-check";
import { renderPeriod } from "./relations/render";
import { findSheetYears, type SheetYear } from "./relations/sheet-years";

/**
 * 年度の並びの乱れ — a year is missing, stands twice, or runs against the others.
 *
 * looks at  the headings of one table's year axis, and the years of sheets that state the same lines for one year each
 * silent    newest first throughout; the same years repeated for each group, or each year once per measure; a base year before the others
 * source    R30 in the catalogue of checks
 */
export const yearAxisBroken = defineCheck({
  id: "year-axis-broken",
  severity: "warning",
  cause: "period",
  needs: ["reading", "figures"],
  *run({ reading, figures }) {
    yield* gapsBetweenSheets(findSheetYears(figures));
    for (const table of reading.tables) {
      const stated = table.periods.filter((h) => h.period.month === undefined && !/基準|策定時|目標|現状値|目安/.test(h.text));
      // A heading merged over several columns is said once.
      const headings = stated.filter((h, i) => i === 0 || placeKey(h.at) !== placeKey(stated[i - 1]!.at));
      const kinds = new Set(headings.map((h) => h.period.kind));
      if (headings.length < 2 || kinds.size > 1 || headings.some((h) => h.period.date !== undefined && !h.period.date.endsWith(headings[0]?.period.date?.slice(4) ?? ""))) continue;
      const years = headings.map((h) => h.period.year);
      const counts = new Map<number, number>();
      for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
      const repeated = [...counts.values()].filter((n) => n > 1).length;
      // Several years twice is a structure (each year with several columns, or a block per group), one year twice a slip.
      const isRepeated = repeated > 1 || new Set(counts.values()).size === 1;
      const distinct = [...counts.keys()];
      const twice = isRepeated ? -1 : years.findIndex((year, i) => years.indexOf(year) !== i);
      if (twice > 0) {
        const [here, before] = [headings[twice], headings[years.indexOf(years[twice] ?? 0)]];
        // A second block of the same table begins again at its first year.
        if (here && before && !beginsAgain(years, twice) && wordsBeside(here.text) === wordsBeside(before.text))
          yield { at: here.at, related: [before.at], facts: { kind: "twice" as Kind, a: here.text, b: before.text, year: renderPeriod(here.period) } };
      }
      if (distinct.length < 3) continue;
      const steps = distinct.slice(1).map((year, i) => year - (distinct[i] ?? 0));
      const ups = steps.filter((s) => s > 0).length;
      const downs = steps.length - ups;
      if (ups > 0 && downs > 0) {
        const odd = steps.findIndex((s) => (ups >= downs ? s < 0 : s > 0));
        const heading = find(headings, distinct[odd + 1]);
        if (heading && steps.length >= 3 && Math.min(ups, downs) === 1)
          yield {
            at: heading.at,
            related: [],
            facts: { kind: "order" as Kind, a: heading.text, b: find(headings, distinct[odd])?.text ?? "", year: renderPeriod(heading.period) },
          };
        continue;
      }
      const ones = steps.filter((s) => Math.abs(s) === 1).length;
      const gap = steps.findIndex((s) => Math.abs(s) > 1 && Math.abs(s) <= 3);
      // A single gap at the older end is a base year.
      const isBase = steps.length > 1 && gap === (ups > 0 ? 0 : steps.length - 1) && Math.abs(steps[gap] ?? 0) > 2;
      // R1, R2, R2, R4: the missing year is the one written twice.
      const isSameSlip = twice > 0 && [distinct[gap], distinct[gap + 1]].includes(years[twice]);
      if (gap < 0 || isSameSlip || isBase || ones < 2 || ones < steps.length - 1) continue;
      const after = find(headings, distinct[gap + 1]);
      const before = find(headings, distinct[gap]);
      if (after && before)
        yield {
          at: after.at,
          related: [before.at],
          facts: {
            kind: "gap" as Kind,
            a: renderPeriod(before.period).ja,
            b: renderPeriod(after.period).ja,
            year: renderPeriod({ ...before.period, year: before.period.year + Math.sign(steps[gap] ?? 1), ...dateIn(before, Math.sign(steps[gap] ?? 1)) }),
          },
        };
    }
  },
  say: {
    ja: (f) =>
      f.kind === "gap"
        ? `${f.a}の次が${f.b}です。${f.year.ja}がありません。`
        : f.kind === "twice"
          ? `${f.year.ja}が2回あります〔${f.b}〕〔${f.a}〕。どちらかの年度を確認してください。`
          : `〔${f.b}〕の次が〔${f.a}〕で、年度の並びが逆になっています。`,
    en: (f) =>
      f.kind === "gap"
        ? `${f.year.en} is missing between the headings ${f.a} and ${f.b}.`
        : f.kind === "twice"
          ? `${f.year.en} stands twice (${f.b}, ${f.a}). Please check which year is meant.`
          : `${f.a} after ${f.b} runs against the order of the other years.`,
  },
});

interface YearFacts {
  readonly kind: Kind;
  readonly a: string;
  readonly b: string;
  readonly year: Sentence;
}

/** 令和3年度, 令和5年度, 令和6年度 as sheets: one year between two sheets is not there. */
function* gapsBetweenSheets(sheets: readonly SheetYear[]): Generator<{ at: Place; related: readonly Place[]; facts: YearFacts }> {
  const steps = sheets.slice(1).map(({ period }, i) => period.year - sheets[i]!.period.year);
  const way = Math.sign(steps[0] ?? 0);
  const gaps = steps.filter((step) => step !== way);
  const isOneGap = gaps.length === 1 && (gaps[0] === 2 * way || gaps[0] === 3 * way);
  if (way === 0 || !isOneGap) return;
  const at = steps.findIndex((step) => step !== way);
  const [before, after] = [sheets[at]!, sheets[at + 1]!];
  const missing = {
    ...before.period,
    year: before.period.year + way,
    ...(before.period.date === undefined ? {} : { date: `${before.period.year + way}${before.period.date.slice(4)}` }),
  };
  yield { at: after.at, related: [before.at], facts: { kind: "gap", a: renderPeriod(before.period).ja, b: renderPeriod(after.period).ja, year: renderPeriod(missing) } };
}

type Kind = "gap" | "twice" | "order";

function find(headings: readonly PeriodHeading[], year: number | undefined): PeriodHeading | undefined {
  return headings.find((h) => h.period.year === year);
}

function dateIn(heading: PeriodHeading, shift: number): { date?: string } {
  return heading.period.date === undefined ? {} : { date: `${heading.period.year + shift}${heading.period.date.slice(4)}` };
}

// 令和6年度見込 and 令和6年度実績 are two things said of one year.
function wordsBeside(text: string): string {
  return text.normalize("NFKC").replace(/昭和|平成|令和|[SHR]|元|年度?|現在|時点|月|日|[\d\s.()/]/g, "");
}

function beginsAgain(years: readonly number[], at: number): boolean {
  return years[at] === years[0] && at >= 2;
}
