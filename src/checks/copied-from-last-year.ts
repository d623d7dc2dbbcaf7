import { defineCheck } from "./define-check";
import { groupBy } from "./relations/evidence";
import { renderFiscalYear } from "./relations/render";
import type { YearSeries } from "./relations/year-series";

const LEAST = 5;
const LEAST_TELLING = 4;

type Figure = YearSeries[number];

interface Step {
  readonly before: Figure;
  readonly now: Figure;
}

/**
 * 前年度と同じ数 — all figures of a year are those of the year before it: perhaps the new column was copied and not yet filled.
 *
 * looks at  tables that state five figures or more for both years, four of them different numbers of two digits or more
 * silent    small numbers, which may well recur; tables in which other years are alike, too
 */
export const copiedFromLastYear = defineCheck({
  id: "copied-from-last-year",
  severity: "warning",
  cause: "period",
  needs: ["yearSeries"],
  *run({ yearSeries }) {
    const steps = yearSeries.flatMap((figures) => figures.slice(1).map((now, i): Step => ({ before: figures[i]!, now })));
    const next = steps.filter(({ before, now }) => now.period.year === before.period.year + 1);
    const spoken = new Set<number>();
    // A column may run through several tables, and a table may be all that was copied.
    for (const keyOf of [columnsOf, tableOf])
      for (const group of groupBy(next, keyOf).values()) {
        const copied = findCopied(group);
        if (!copied || copied.some(({ now }) => spoken.has(now.id))) continue;
        for (const { now } of copied) spoken.add(now.id);
        const [first, ...rest] = copied.map(({ now }) => now);
        const year = first!.period.year;
        yield {
          at: first!,
          related: [...rest, ...copied.map(({ before }) => before)].slice(0, 40),
          facts: { year: renderFiscalYear(year), before: renderFiscalYear(year - 1), count: copied.length },
        };
      }
  },
  say: {
    ja: (f) => `${f.year.ja}の〔${f.count}〕個の数値がすべて${f.before.ja}と同じです。前年度の欄を写したままになっていないか確認してください。`,
    en: (f) => `All ${f.count} figures of ${f.year.en} are those of ${f.before.en}. Please check whether the column was copied and not yet filled in.`,
  },
});

const tableOf = ({ now }: Step): string => `${now.table}`;

/** All years of the same columns, or rows, of one sheet. */
const columnsOf = ({ before, now }: Step): string => `${now.at.sheet}|${before.row === now.row ? "across" : before.col === now.col ? "down" : `table ${now.table}`}`;

function findCopied(steps: readonly Step[]): readonly Step[] | undefined {
  const years = groupBy(steps, ({ before, now }) => `${now.period.year}|${before.row === now.row ? `c${now.col}` : `r${now.row}`}`);
  const copied = [...years.values()].filter((figures) => figures.every(({ before, now }) => before.value === now.value));
  const [one] = copied;
  // Where years are alike as a rule, that is what the table says.
  if (!one || copied.length > 1 || years.size < 2) return undefined;
  const telling = new Set(one.filter(({ now }) => isTelling(now)).map(({ now }) => now.value));
  return one.length >= LEAST && telling.size >= LEAST_TELLING ? one : undefined;
}

/** 2 and 3 people come again by themselves; 137 and 12.4 do not. */
function isTelling({ figure, value }: Figure): boolean {
  const shown = Math.round(Math.abs(value) / (figure.step ?? 1));
  return shown >= 10 && shown !== Math.round(1 / (figure.step ?? 1));
}
