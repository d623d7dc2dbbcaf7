import { readAddress, writeAddress, type Cell, type CellRange } from "../../src/model/cell";
import type { Sheet, Workbook } from "../../src/model/workbook";
import type { Truth } from "./truth";

const moveRange = (r: CellRange, rows: number, cols: number): CellRange => ({ top: r.top + rows, left: r.left + cols, bottom: r.bottom + rows, right: r.right + cols });
const moveCell = (c: Cell, rows: number, cols: number): Cell => ({ ...c, row: c.row + rows, col: c.col + cols });

/** 表を動かす — everything on every sheet, so many rows down and columns to the right. */
export function moveWorkbook(workbook: Workbook, rows: number, cols: number): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet): Sheet => ({
      ...sheet,
      cells: sheet.cells.map((c) => moveCell(c, rows, cols)),
      merges: sheet.merges.map((m) => moveRange(m, rows, cols)),
      hiddenRows: new Set([...sheet.hiddenRows].map((r) => r + rows)),
      hiddenCols: new Set([...sheet.hiddenCols].map((c) => c + cols)),
    })),
  };
}

/** 真を動かす — the truth of the moved workbook. */
export function moveTruth(truth: Truth, rows: number, cols: number): Truth {
  const move = <T extends { readonly cell: string }>(at: T): T => {
    const { row, col } = readAddress(at.cell)!;
    return { ...at, cell: writeAddress(row + rows, col + cols) };
  };
  return {
    ...truth,
    observations: truth.observations.map(move),
    findings: truth.findings.map(move),
    fills: truth.fills.map(move),
    ...(truth.quiet ? { quiet: truth.quiet.map(move) } : {}),
  };
}

/** シート名を変える — sheets by their position, and the truth with them. */
export function renameSheets(workbook: Workbook, truth: Truth): { workbook: Workbook; truth: Truth } {
  const names = new Map(workbook.sheets.map((s, i) => [s.name, `Sheet${i + 1}`]));
  const rename = <T extends { readonly sheet: string }>(at: T): T => ({ ...at, sheet: names.get(at.sheet)! });
  return {
    workbook: { ...workbook, sheets: workbook.sheets.map((s) => ({ ...s, name: names.get(s.name)! })) },
    truth: { ...truth, observations: truth.observations.map(rename) },
  };
}
