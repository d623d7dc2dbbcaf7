import { isMissed, type Judgement } from "../../model/plan";
import type { NewSheet } from "../../model/new-sheet";
import { writeFiscalYear } from "../../notation/period";
import { renderShortYear } from "../render-words";
import { chooseFormat } from "../own-sheets/choose-format";
import { type Carried, countRowKeys, readRowKey } from "../own-sheets/read-former-sheet";
import { looks, openPage, type SheetPage } from "../own-sheets/sheet-page";
import { tagSheet } from "../own-sheets/tag-sheet";
import type { FollowUpPlan, FollowUpRow } from "./follow-up-rows";
import { putActual } from "./put-actual";
import { writeCharts } from "./write-charts";
import type { WrittenEntry } from "./written-entries";

/** Targets on one page of paper; the headings stand over each. */
const ROWS_PER_PAGE = 15;
/** Years beside each other; more would not be read on paper. */
const MOST_YEARS = 5;

/** 記入欄 — the columns that belong to the people who write in them. */
export const ENTRY_HEADS = ["原因・背景", "今後の取組", "担当課"] as const;

/** Where each column of a follow-up sheet stands; `years` of them are actuals. */
interface FollowUpColumns {
  readonly label: 0;
  readonly goal: 1;
  readonly baseline: 2;
  readonly years: 3;
  readonly judged: number;
  readonly gap: number;
  readonly entries: number;
  readonly last: number;
}

function layColumns(years: number): FollowUpColumns {
  const judged = 3 + years;
  return { label: 0, goal: 1, baseline: 2, years: 3, judged, gap: judged + 1, entries: judged + 2, last: judged + 1 + ENTRY_HEADS.length };
}

/** 判定の見方 — the rules of judgement, so that the sheet needs nobody to explain it. */
const RULES = [
  "○ 達成／× 未達：その年度の実績を目標と比べた結果です。目標とちょうど同じ値は達成です。",
  "× 未達（端数）：表示の桁に丸めると目標に届きますが、実際の値では届いていません。",
  "… 途中経過／◎ 先行達成：期限の年度より前のため、達成・未達はまだ決めません。先行達成は、すでに目標を満たしているものです。",
  "↗ 改善／→ 横ばい／↘ 悪化：数値のない目標です。策定時または前の年度と比べた向きだけを示し、達成・未達は判定しません。",
  "／ 該当なし：対象者がいない年度です。達成にも未達にも数えません。",
  "？ 未把握／□ 入力待ち：実績が把握または入力されていません。未達には数えません。",
  "▲ 要確認／≠ 判定不能：数値が食い違っているか、目標と実績の測り方が違うため、判定していません。",
];

/** 作る条件 — what a follow-up sheet is made from. */
export interface FollowUpOrder {
  readonly name: string;
  readonly kind: string;
  readonly plans: readonly FollowUpPlan[];
  readonly year: number;
  readonly workbook: string;
  /** ISO date. */
  readonly asOf: string;
  /** How many figures of past years were restated. */
  readonly restated: number;
  /** What the organisation wrote in its own progress sheet: what a row begins with that nobody has written in yet. */
  readonly writtenOf: (judgement: Judgement) => readonly (WrittenEntry | undefined)[];
  /** What people wrote into the sheet before. */
  readonly carried: Carried;
  /** Name of the sheet whose entries were carried over, and which stays beside this one. */
  readonly beside: string | null;
}

/** フォローアップ表を作る — one plan year for the committee: target, actuals, judgement, gap, and columns to write in. */
export function makeFollowUpSheet(order: FollowUpOrder): NewSheet {
  const shown = order.plans.filter(({ years }) => years.length === 0 || years.includes(order.year));
  const count = Math.max(1, ...shown.map((plan) => listYears(plan, order.year).length));
  const columns = layColumns(count);
  const restated = order.restated === 0 ? "" : `前に記録したときから変わった過去の数値が ${order.restated} 件あります（内容は点検の「お知らせ」にあります）。`;
  const links = `数値・目標のセルから、もとのセルに移動できます。${restated}`;
  const page = openPage(order, order.beside === null ? links : `${links}前回の表「${order.beside}」の記入を引き継ぎました。前回の表はそのまま残しています。`);
  const carried = new Map(order.carried.entries);
  const keyOf = countRowKeys();
  for (const plan of shown) {
    const years = listYears(plan, order.year);
    if (plan !== shown[0]) page.breaks.push(page.row);
    page.put(0, plan.heading, looks.section);
    page.next();
    const band = plan.bandOf.get(order.year);
    if (band !== undefined) {
      page.put(0, band, looks.text);
      page.next();
    }
    for (const [index, row] of plan.rows.entries()) {
      if (index % ROWS_PER_PAGE === 0) {
        if (index > 0) page.breaks.push(page.row);
        writeHeads(page, columns, plan, years, count);
        page.next();
      }
      const key = keyOf(plan.heading, row.label, row.goal);
      const before = carried.get(key)?.map((text) => (text === null ? undefined : { text }));
      const judged = row.judgementOf.get(order.year);
      writeRow(page, columns, plan, row, years, count, order.year, before ?? (judged ? order.writtenOf(judged.judgement) : []));
      carried.delete(key);
      page.next();
    }
    page.next();
  }
  writeLeftOver(page, columns, carried);
  page.put(0, "判定の見方", looks.section);
  for (const rule of RULES) {
    page.next();
    page.put(0, rule, looks.note);
  }
  page.next(2);
  const halves = [
    { left: 0, right: columns.judged - 1 },
    { left: columns.judged, right: columns.last },
  ] as const;
  writeCharts(
    page,
    shown.map((plan) => ({ plan, years: [...(plan.baseline === null ? [] : [plan.baseline]), ...listYears(plan, order.year)] })),
    { halves, perPage: 3, rows: 17 },
  );
  const sheet = page.finish({
    name: order.name,
    columns: [23, 20, 9.5, ...Array.from({ length: count }, () => 9.5), 13, 20, 22, 22, 9],
    freeze: null,
    // Headings of one table would stand over the charts too.
    titleRows: { from: 0, to: 0 },
  });
  return tagSheet(sheet, order.kind, `行動計画フォローアップ表　${writeFiscalYear(order.year, "era-long")}`);
}

function listYears({ years }: FollowUpPlan, year: number): number[] {
  return years.filter((one) => one <= year).slice(-MOST_YEARS);
}

function writeHeads(page: SheetPage, columns: FollowUpColumns, plan: FollowUpPlan, years: readonly number[], count: number): void {
  page.put(columns.label, "指標", looks.head);
  page.put(columns.goal, "目標", looks.head);
  page.put(columns.baseline, plan.baseline === null ? "策定時" : `策定時 ${renderShortYear(plan.baseline).ja}`, looks.head);
  // A plan that has fewer years than another leaves columns empty.
  for (let i = 0; i < count; i++) page.put(columns.years + i, headOf(years[i]), looks.head);
  page.put(columns.judged, "判定", looks.head);
  page.put(columns.gap, "目標との差・補足", looks.head);
  ENTRY_HEADS.forEach((head, i) => page.put(columns.entries + i, head, looks.head));
}

function headOf(year: number | undefined): string | null {
  return year === undefined ? null : renderShortYear(year).ja;
}

function writeRow(
  page: SheetPage,
  columns: FollowUpColumns,
  plan: FollowUpPlan,
  row: FollowUpRow,
  years: readonly number[],
  count: number,
  year: number,
  written: readonly (WrittenEntry | undefined)[],
): void {
  const known = new Map(row.actuals.map((actual) => [actual.year, actual]));
  const shown = [plan.baseline, ...years].flatMap((one) => (one === null ? [] : (known.get(one)?.value ?? [])));
  const format = chooseFormat(row.unit, shown);
  page.put(columns.label, row.label, looks.label);
  page.put(columns.goal, row.goal, looks.words, { link: row.goalAt });
  putActual(page, columns.baseline, plan.baseline === null ? undefined : known.get(plan.baseline), format);
  for (let i = 0; i < count; i++) putActual(page, columns.years + i, known.get(years[i] ?? NaN), format);
  const judged = row.judgementOf.get(year);
  page.put(columns.judged, judged?.word ?? "－", judged && isMissed(judged.judgement.status) ? looks.strong : looks.words);
  // Where nothing is missing to the target, an open question needs its reason; an answer does not.
  page.put(columns.gap, judged ? judged.gap || (needsReason(judged.word) ? judged.because : null) : null, looks.label);
  ENTRY_HEADS.forEach((_, i) => {
    const { text = null, at } = written[i] ?? {};
    page.put(columns.entries + i, text, looks.entry, at ? { link: at } : {});
  });
}

function needsReason(word: string): boolean {
  return /要確認|判定不能|未把握|入力待ち|該当なし/.test(word);
}

function writeLeftOver(page: SheetPage, columns: FollowUpColumns, carried: ReadonlyMap<string, readonly (string | null)[]>): void {
  const left = [...carried].filter(([, written]) => written.some((text) => text !== null)).map(([key, written]) => ({ ...readRowKey(key), written }));
  if (left.length === 0) return;
  page.put(0, "前の表から引き継いだ記入（同じ目標の行が見つからないもの）", looks.section);
  page.next();
  for (const heading of new Set(left.map((one) => one.heading))) {
    page.put(0, heading, looks.section);
    page.next();
    page.put(columns.label, "指標", looks.head);
    page.put(columns.goal, "目標", looks.head);
    ENTRY_HEADS.forEach((head, i) => page.put(columns.entries + i, head, looks.head));
    for (const { label, goal, written } of left.filter((one) => one.heading === heading)) {
      page.next();
      page.put(columns.label, label, looks.label);
      page.put(columns.goal, goal, looks.words);
      ENTRY_HEADS.forEach((_, i) => page.put(columns.entries + i, written[i] ?? null, looks.entry));
    }
    page.next(2);
  }
}
