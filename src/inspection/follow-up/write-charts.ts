import { renderShortYear } from "../render-words";
import { chooseFormat } from "../own-sheets/choose-format";
import type { FollowUpPlan, FollowUpRow } from "./follow-up-rows";
import { looks, type SheetPage } from "../own-sheets/sheet-page";

/** グラフの置き方 — where the two charts side by side lie, and how many such pairs a page takes. */
export interface ChartPlaces {
  readonly halves: readonly [{ readonly left: number; readonly right: number }, { readonly left: number; readonly right: number }];
  readonly perPage: number;
  /** Rows of the default height that one chart covers. */
  readonly rows: number;
}

/** The table of the charts: label, kind, and a column for each year. */
const LABEL = 0;
const KIND = 1;
const FIRST_YEAR = 2;

/** グラフにする計画 — a plan with the years that are drawn. */
export interface ChartedPlan {
  readonly plan: FollowUpPlan;
  readonly years: readonly number[];
}

/**
 * 推移のグラフを書く — on pages of their own a chart per target with a number, two side by side, and last the tables they are drawn from.
 *
 * shape  a figure that is no number leaves its cell empty: a text would be drawn as 0
 */
export function writeCharts(page: SheetPage, plans: readonly ChartedPlan[], { halves, perPage, rows: height }: ChartPlaces): void {
  const drawn = plans.map(({ plan, years }) => ({ plan, years, rows: plan.rows.filter((row) => isCharted(row, years)) })).filter(({ rows }) => rows.length > 0);
  const places: { readonly top: number; readonly half: 0 | 1 }[] = [];
  for (const { plan, rows } of drawn)
    rows.forEach((_, index) => {
      const isLeft = index % 2 === 0;
      if (index % (perPage * 2) === 0) {
        page.breaks.push(page.row);
        page.put(LABEL, `${plan.heading}　推移（実線は実績、破線は目標）`, looks.section);
        page.next();
      }
      places.push({ top: page.row, half: isLeft ? 0 : 1 });
      if (!isLeft || index === rows.length - 1) page.next(height + 1);
    });
  if (drawn.length > 0) page.breaks.push(page.row);
  for (const { plan, rows, years } of drawn) {
    page.put(LABEL, `${plan.heading}　グラフに使った値`, looks.section);
    page.next();
    const heads = page.row;
    page.put(LABEL, "指標", looks.head);
    page.put(KIND, "区分", looks.head);
    years.forEach((year, i) => page.put(FIRST_YEAR + i, renderShortYear(year).ja, looks.head));
    for (const row of rows) {
      const { top, half } = places.shift()!;
      const range = (line: number) => ({ top: line, left: FIRST_YEAR, bottom: line, right: FIRST_YEAR + years.length - 1 });
      const format = formatOf(row, years);
      page.next();
      writeFigures(page, row, "実績", years, format);
      page.next();
      writeFigures(page, row, "目標", years, format);
      page.charts.push({
        title: `${row.label}（目標 ${row.goal}）`,
        categories: range(heads),
        series: [
          { name: "実績", role: "actual", values: range(page.row - 1) },
          { name: "目標", role: "target", values: range(page.row) },
        ],
        at: { top, bottom: top + height - 1, ...halves[half] },
        format,
      });
    }
    page.next(2);
  }
}

function writeFigures(page: SheetPage, row: FollowUpRow, kind: "実績" | "目標", years: readonly number[], format: string): void {
  page.put(LABEL, row.label, looks.label);
  page.put(KIND, kind, looks.words);
  years.forEach((year, i) => page.put(FIRST_YEAR + i, kind === "実績" ? actualOf(row, year) : goalOf(row, year), { ...looks.figure, format }));
}

/** A line needs two points, and a number to reach. */
function isCharted(row: FollowUpRow, years: readonly number[]): boolean {
  return row.unit !== null && row.actuals.some(({ goal }) => goal !== null) && years.filter((year) => actualOf(row, year) !== null).length >= 2;
}

function actualOf(row: FollowUpRow, year: number): number | null {
  return row.actuals.find((one) => one.year === year && one.isSure)?.value ?? null;
}

function goalOf(row: FollowUpRow, year: number): number | null {
  return row.actuals.find((one) => one.year === year)?.goal ?? null;
}

function formatOf(row: FollowUpRow, years: readonly number[]): string {
  return chooseFormat(
    row.unit,
    years.flatMap((year) => [actualOf(row, year) ?? [], goalOf(row, year) ?? []].flat()),
  );
}
