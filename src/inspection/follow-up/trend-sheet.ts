import { isMissed } from "../../model/plan";
import type { NewSheet } from "../../model/new-sheet";
import { renderShortYear } from "../render-words";
import { chooseFormat } from "../own-sheets/choose-format";
import { looks, openPage, type SheetPage } from "../own-sheets/sheet-page";
import { tagSheet } from "../own-sheets/tag-sheet";
import type { FollowUpPlan, FollowUpRow } from "./follow-up-rows";
import { putActual } from "./put-actual";
import { writeCharts } from "./write-charts";

/** A plan of ten years and its baseline. */
const MOST_YEARS = 11;
const FIRST_YEAR = 2;
/** Targets on one page of paper; the headings stand over each. */
const ROWS_PER_PAGE = 9;

/** 計画期間の推移を作る — every year of every plan: actual and judgement beside each other, and the charts. */
export function makeTrendSheet(order: {
  readonly name: string;
  readonly kind: string;
  readonly plans: readonly FollowUpPlan[];
  readonly workbook: string;
  readonly asOf: string;
}): NewSheet {
  const page = openPage(order, "数値のセルから、もとのセルに移動できます。");
  const count = Math.max(2, ...order.plans.map((plan) => listYears(plan).length));
  for (const plan of order.plans) {
    const years = listYears(plan);
    if (plan !== order.plans[0]) page.breaks.push(page.row);
    page.put(0, plan.heading, looks.section);
    page.next();
    for (const [index, row] of plan.rows.entries()) {
      if (index % ROWS_PER_PAGE === 0) {
        if (index > 0) page.breaks.push(page.row);
        page.put(0, "指標", looks.head);
        page.put(1, "目標", looks.head);
        for (let i = 0; i < count; i++) page.put(FIRST_YEAR + i, headOf(plan, years[i]), looks.head);
        page.next();
      }
      writeRow(page, row, years, count);
    }
    page.next();
  }
  const middle = FIRST_YEAR + Math.ceil((count - 4) / 2);
  const last = FIRST_YEAR + count - 1;
  const halves =
    count >= 6
      ? ([
          { left: 0, right: middle },
          { left: middle + 1, right: last },
        ] as const)
      : ([
          { left: 0, right: 1 },
          { left: 2, right: last },
        ] as const);
  writeCharts(
    page,
    order.plans.map((plan) => ({ plan, years: listYears(plan) })),
    { halves, perPage: 2, rows: 14 },
  );
  const sheet = page.finish({
    name: order.name,
    columns: [28, 19, ...Array.from({ length: count }, () => (count >= 6 ? 11 : 16))],
    freeze: null,
    titleRows: { from: 0, to: 0 },
  });
  return tagSheet(sheet, order.kind, "行動計画　計画期間の推移");
}

function listYears({ years, baseline }: FollowUpPlan): number[] {
  return [...(baseline === null ? [] : [baseline]), ...years].slice(0, MOST_YEARS);
}

function headOf({ baseline }: FollowUpPlan, year: number | undefined): string | null {
  if (year === undefined) return null;
  return year === baseline ? `策定時 ${renderShortYear(year).ja}` : renderShortYear(year).ja;
}

/** Two rows for a target: the figures, and what each year comes to. */
function writeRow(page: SheetPage, row: FollowUpRow, years: readonly number[], count: number): void {
  const known = new Map(row.actuals.map((actual) => [actual.year, actual]));
  const format = chooseFormat(
    row.unit,
    years.flatMap((year) => known.get(year)?.value ?? []),
  );
  page.put(0, row.label, looks.label);
  page.put(1, row.goal, looks.words, { link: row.goalAt });
  for (let i = 0; i < count; i++) putActual(page, FIRST_YEAR + i, known.get(years[i] ?? NaN), format);
  page.next();
  page.put(0, "　判定", looks.label);
  page.put(1, null, looks.words);
  for (let i = 0; i < count; i++) {
    const judged = row.judgementOf.get(years[i] ?? NaN);
    page.put(FIRST_YEAR + i, judged?.word ?? null, judged && isMissed(judged.judgement.status) ? looks.strong : looks.words);
  }
  page.next();
}
