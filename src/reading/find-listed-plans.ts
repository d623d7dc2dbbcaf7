import type { Cell } from "../model/cell";
import type { Period } from "../model/period";
import { normalizeText } from "../notation/normalize";
import { readPeriod } from "../notation/period";
import { readPeriodRange } from "../notation/period-range";
import { endYear, readLaw, startYear } from "../notation/plan-period";
import type { SheetGrid } from "./sheet-grid";

/** 一覧に挙げられた計画 — a plan that a table of plans names, with its years and the law its line names. */
export interface ListedPlan {
  readonly name: string;
  readonly law: ReturnType<typeof readLaw>;
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly col: number;
}

const SPAN_HEAD = /^(?:計画|実施|推進|対象)?の?期間$/;
const FROM_HEAD = /^(?:計画)?(?:期間)?の?(?:始期|始まり|初年度|開始(?:年度|年月日?|時期|日)?|自)$/;
const TO_HEAD = /^(?:計画)?(?:期間)?の?(?:終期|終わり|最終年度|終了(?:年度|年月日?|時期|日)?|至|満了(?:日|年度)?)$/;
const PLAN_WORD = /計画|プラン|プログラム|次世代|女性活躍|女活/;
const LONGEST_PLAN = 15;

/**
 * 計画の一覧を見つける — plans listed in a table with 計画期間, or 始期 and 終期, as one of its columns or rows.
 *
 * shape  a pair of 始期 and 終期 with their years beside them is a plan too, whatever it is called
 * none   empty where no such heading has a period beside or under it, and a plan's name on the same line
 */
export function findListedPlans(grid: SheetGrid): readonly ListedPlan[] {
  const found: ListedPlan[] = [];
  for (const row of grid.filledRows)
    for (const { cell, meaning } of grid.row(row)) {
      if (meaning.kind !== "label") continue;
      const text = textOf(cell);
      if (SPAN_HEAD.test(text)) found.push(...plansUnder(grid, cell, undefined), ...plansBeside(grid, cell));
      else if (FROM_HEAD.test(text)) {
        const to = grid.row(row).find((other) => other.left > cell.col && TO_HEAD.test(textOf(other.cell)))?.cell;
        if (to) found.push(...plansUnder(grid, cell, to));
        const alone = planBesideHeads(grid, cell, to);
        if (alone) found.push(alone);
      }
    }
  return found;
}

/**
 * 始まりと終わりの対 — 計画初年度 | 令和3年度 over 計画最終年度 | 令和7年度, or all four on one line.
 *
 * shape  its name is "": nothing on its lines names it
 */
function planBesideHeads(grid: SheetGrid, head: Cell, sameLine: Cell | undefined): ListedPlan | undefined {
  const valueOf = (cell: Cell): Cell | undefined => cellsOf(grid, cell.row).find((other) => other.col > cell.col);
  const end = sameLine ?? NEXT_ROWS.map((step) => grid.shownAt(head.row + step, head.col)?.cell).find((cell) => cell && TO_HEAD.test(textOf(cell)));
  const [first, last] = [valueOf(head), end && valueOf(end)];
  const years = first && last && yearsOf(periodOf(first), periodOf(last));
  return years && { ...years, name: "", law: null, row: head.row, col: head.col };
}

const NEXT_ROWS = [1, 2, 3];

/** A column of periods: every line under the heading that states one. */
function plansUnder(grid: SheetGrid, head: Cell, end: Cell | undefined): ListedPlan[] {
  const found: ListedPlan[] = [];
  for (let row = head.row + 1; row <= grid.lastRow; row++) {
    const cell = grid.shownAt(row, head.col)?.cell;
    const last = end && grid.shownAt(row, end.col)?.cell;
    // A plan over several lines, one for each of its targets, merged or left empty below.
    if (found.length > 0 && (cell === undefined ? grid.row(row).length > 0 : cell.row < row)) continue;
    if (!cell || (end && !last)) break;
    const years = end ? yearsOf(periodOf(cell), periodOf(last!)) : yearsIn(textOf(cell));
    if (!years) break;
    const line = cellsOf(grid, row).filter((other) => other.col !== head.col && other.col !== end?.col);
    // A plan is named before its period: 計画名 | 計画期間 | 根拠法.
    const named = nameAmong(
      line.filter(({ col }) => col < head.col),
      line,
    );
    if (named) found.push({ ...years, ...named, row, col: named.col });
  }
  return found;
}

/** A row of periods: every column beside the heading that states one, the plans named in the row above or below. */
function plansBeside(grid: SheetGrid, head: Cell): ListedPlan[] {
  const found: ListedPlan[] = [];
  for (const cell of cellsOf(grid, head.row)) {
    const years = cell.col > head.col ? yearsIn(textOf(cell)) : undefined;
    if (!years) continue;
    const column = [head.row - 1, head.row + 1].flatMap((row) => grid.shownAt(row, cell.col)?.cell ?? []);
    const named = nameAmong(column, column);
    if (named) found.push({ ...years, ...named, row: cell.row, col: cell.col });
  }
  // 計画期間 with one period beside it is a statement, not a list.
  return found.length > 1 ? found : [];
}

function cellsOf(grid: SheetGrid, row: number): readonly Cell[] {
  return grid.row(row).map(({ cell }) => cell);
}

function nameAmong(cells: readonly Cell[], line: readonly Cell[]): { readonly name: string; readonly law: ListedPlan["law"]; readonly col: number } | undefined {
  const names = cells.filter((cell) => typeof cell.value === "string" && textOf(cell).length >= 2 && textOf(cell).length <= 60 && yearsIn(textOf(cell)) === undefined);
  const name = names.find((cell) => PLAN_WORD.test(textOf(cell)));
  if (!name) return undefined;
  return { name: String(name.value).trim(), law: readLaw(line.map(textOf).join(" ")), col: name.col };
}

function yearsIn(text: string): { readonly from: number; readonly to: number } | undefined {
  const range = readPeriodRange(text);
  return range && yearsOf(range.from, range.to);
}

function yearsOf(from: Period | undefined, to: Period | undefined): { readonly from: number; readonly to: number } | undefined {
  if (!from || !to) return undefined;
  const years = { from: startYear(from), to: endYear(to) };
  return years.to >= years.from && years.to - years.from <= LONGEST_PLAN ? years : undefined;
}

function periodOf(cell: Cell): Period | undefined {
  return readPeriod(textOf(cell))?.period;
}

function textOf(cell: Cell): string {
  return normalizeText(typeof cell.value === "string" ? cell.value : cell.text);
}
