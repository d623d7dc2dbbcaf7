import { cellKey } from "../cell-key";
import type { CellRange } from "../../model/cell";
import { joinRanges } from "../join-ranges";
import type { CellWrite } from "./choose-writes";
import { cellRange } from "./targets";
import { typeText } from "./typed-text";

/** 書く動作 — one action of a batch, with what it weighs on the wire. */
export interface WriteStep {
  readonly bytes: number;
  readonly run: (context: Excel.RequestContext) => void;
}

/** What addressing a range and setting one property of it weighs. unit bytes */
const BYTES_PER_STEP = 600;
/** A block of more cells is cut by rows: the client sends large ones in pieces anyway. */
const LARGEST_BLOCK = 20_000;

/**
 * セルを書く — the steps that bring cells of one sheet to what they are to hold, in blocks where they lie side by side.
 *
 * shape  what Excel would take for something else by the cell's number format or by its looks is typed so that it does not;
 *        a formula may bring a number format with it, so the wanted one is set behind it
 */
export function writeCells(sheetId: string, writes: readonly CellWrite[]): WriteStep[] {
  const content = writes.filter(({ isFormatOnly }) => !isFormatOnly);
  // Under the text format Excel would keep a figure, TRUE or a formula as text.
  const opened = content.filter(({ formatBefore, value, formula }) => formatBefore === "@" && (formula !== null || typeof value === "number" || typeof value === "boolean"));
  const formatted = writes.filter(({ formatBefore, format, formula, isFormatOnly }) => format !== formatBefore || (formula !== null && !isFormatOnly));
  const reformatted = [...formatted, ...opened.filter((write) => !formatted.includes(write))];
  return [
    ...toSteps(sheetId, opened, () => "General", "numberFormat"),
    ...toSteps(sheetId, content, typed, "formulas"),
    ...toSteps(sheetId, reformatted, ({ format }) => format, "numberFormat"),
  ];
}

function typed({ value, formula, formatBefore }: CellWrite): string | number | boolean {
  if (formula !== null) return `=${formula}`;
  if (value === null) return "";
  if (typeof value !== "string") return value;
  return formatBefore === "@" ? value : typeText(value);
}

function toSteps(sheetId: string, writes: readonly CellWrite[], show: (write: CellWrite) => string | number | boolean, property: "formulas" | "numberFormat"): WriteStep[] {
  const byPlace = new Map(writes.map((write) => [cellKey(write.row, write.col), write]));
  return joinRanges(writes.map(({ row, col }) => cellRange(row, col)))
    .flatMap(cutRows)
    .map((block) => {
      const grid = gridOf(block, (row, col) => show(byPlace.get(cellKey(row, col))!));
      return {
        bytes: BYTES_PER_STEP + JSON.stringify(grid).length * 2,
        run: ({ workbook }) => {
          const { top, left, bottom, right } = block;
          const range = workbook.worksheets
            .getItem(sheetId)
            .getRangeByIndexes(top, left, bottom - top + 1, right - left + 1)
            .untrack();
          if (property === "formulas") range.formulas = grid;
          else range.numberFormat = grid;
        },
      };
    });
}

function gridOf<T>({ top, left, bottom, right }: CellRange, show: (row: number, col: number) => T): T[][] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => Array.from({ length: right - left + 1 }, (__, j) => show(top + i, left + j)));
}

function cutRows(range: CellRange): CellRange[] {
  const rows = Math.max(1, Math.floor(LARGEST_BLOCK / (range.right - range.left + 1)));
  const parts: CellRange[] = [];
  for (let top = range.top; top <= range.bottom; top += rows) parts.push({ ...range, top, bottom: Math.min(top + rows - 1, range.bottom) });
  return parts;
}
