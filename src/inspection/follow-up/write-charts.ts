import { renderShortYear } from "../render-words";
import { chooseFormat } from "./choose-format";
import type { FollowUpPlan, FollowUpRow } from "./follow-up-rows";
import { looks, type SheetPage } from "./sheet-page";

/** One chart covers this many rows of the default height. */
const CHART_ROWS = 14;

/** グラフの列 — where the two charts side by side lie, and the columns of the table under them. */
export interface ChartColumns {
  readonly halves: readonly [{ readonly left: number; readonly right: number }, { readonly left: number; readonly right: number }];
  readonly label: number;
  readonly kind: number;
  readonly years: number;
}

/**
 * 推移のグラフを書く — a chart per target with a number, two side by side, and under them the table they are drawn from.
 *
 * shape  a figure that is no number leaves its cell empty: a text would be drawn as 0
 */
export function writeCharts(page: SheetPage, plan: FollowUpPlan, years: readonly number[], columns: ChartColumns): void {
  const rows = plan.rows.filter((row) => isCharted(row, years));
  if (rows.length === 0) return;
  page.put(columns.label, `${plan.heading}　推移（実線は実績、破線は目標）`, looks.section);
  page.next();
  const top = page.row;
  const table = top + Math.ceil(rows.length / 2) * (CHART_ROWS + 1);
  rows.forEach((row, index) => {
    const at = columns.halves[index % 2 === 0 ? 0 : 1];
    const first = top + Math.floor(index / 2) * (CHART_ROWS + 1);
    const range = (line: number) => ({ top: line, left: columns.years, bottom: line, right: columns.years + years.length - 1 });
    const actual = table + 1 + index * 2;
    const hasGoal = years.some((year) => goalOf(row, year) !== null);
    page.charts.push({
      title: `${row.label}（目標 ${row.goal}）`,
      categories: range(table),
      series: [{ name: "実績", role: "actual", values: range(actual) }, ...(hasGoal ? [{ name: "目標", role: "target" as const, values: range(actual + 1) }] : [])],
      at: { top: first, bottom: first + CHART_ROWS - 1, left: at.left, right: at.right },
      format: formatOf(row, years),
    });
  });
  page.row = table;
  page.put(columns.label, "グラフに使った値", looks.head);
  page.put(columns.kind, "区分", looks.head);
  years.forEach((year, i) => page.put(columns.years + i, renderShortYear(year).ja, looks.head));
  for (const row of rows) {
    const format = formatOf(row, years);
    for (const kind of ["実績", "目標"] as const) {
      page.next();
      page.put(columns.label, row.label, looks.label);
      page.put(columns.kind, kind, looks.words);
      years.forEach((year, i) => page.put(columns.years + i, kind === "実績" ? actualOf(row, year) : goalOf(row, year), { ...looks.figure, format }));
    }
  }
  page.next(2);
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
