import { showText } from "../../../src/hosts/shown/shown-text";
import type { CellRange } from "../../../src/model/cell";
import type { Sheet, Workbook } from "../../../src/model/workbook";
import { type ChartState } from "./chart-state";
import { bound, intersect, LAST_COL } from "./rect";
import type { PivotState, TableState } from "./table-objects";

/** 罫線 — one side of a cell's border. */
export interface BorderLook {
  style: string;
  weight: string;
  color: string;
}

/** 見た目 — what a cell looks like; what is not said is the workbook's default. */
export interface Look {
  bold?: boolean;
  italic?: boolean;
  underline?: string;
  size?: number;
  fontName?: string;
  color?: string;
  fill?: string;
  wrap?: boolean;
  horizontal?: string;
  vertical?: string;
  indent?: number;
  shrink?: boolean;
  borders?: { [side: string]: BorderLook };
}

/** セル — what a cell of the simulated sheet holds; `text` is the shown text where the test gave one. */
export interface SimCell {
  value: string | number | boolean | null;
  error: string | null;
  /** Without the leading "=". */
  formula: string | null;
  format: string;
  text: string | null;
  look: Look;
  link: { [part: string]: string } | null;
}

/** 条件付き書式 — a rule of a sheet; only custom rules have a formula. */
export interface ConditionalRule {
  readonly id: string;
  readonly type: string;
  ranges: CellRange[];
  formula: string | null;
  fill: string | null;
  fontColor: string | null;
  bold: boolean | null;
  numberFormat: string | null;
  stopIfTrue: boolean;
}

/** 印刷の設定 — page layout of a sheet, as far as the product sets it. */
export interface PageSetup {
  orientation: string;
  paperSize: string | null;
  zoom: { [part: string]: number };
  titleRows: CellRange | null;
  titleColumns: CellRange | null;
  printArea: CellRange[];
  headers: { [part: string]: string };
  numbers: { [name: string]: string | number | boolean };
}

/** シート — one sheet of the simulated workbook; everything may be looked at and changed by a test. */
export interface SimSheet {
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  isProtected: boolean;
  isDeleted: boolean;
  /** By row × 16384 + column. */
  readonly cells: Map<number, SimCell>;
  merges: CellRange[];
  readonly hiddenRows: Set<number>;
  readonly hiddenCols: Set<number>;
  /** Array formulas: typed with Ctrl+Shift+Enter, or spilled from the first cell. */
  readonly arrays: Array<{ readonly range: CellRange; readonly isSpill: boolean }>;
  /** Top priority first. */
  rules: ConditionalRule[];
  readonly charts: ChartState[];
  readonly tables: TableState[];
  readonly pivots: PivotState[];
  readonly page: PageSetup;
  /** Rows before which a new page begins. */
  readonly rowBreaks: Array<{ readonly id: string; readonly at: number }>;
  readonly columnBreaks: Array<{ readonly id: string; readonly at: number }>;
  frozen: CellRange | null;
  /** Points. */
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  tabColor: string;
  showGridlines: boolean;
}

/** 鍵 — where a cell stands in `cells`. */
export function keyOf(row: number, col: number): number {
  return row * (LAST_COL + 1) + col;
}

/** 場所 — the row and column of a key. */
export function placeOf(key: number): { readonly row: number; readonly col: number } {
  return { row: Math.floor(key / (LAST_COL + 1)), col: key % (LAST_COL + 1) };
}

/** 空のセル — a cell nobody wrote to. */
export function emptyCell(): SimCell {
  return { value: null, error: null, formula: null, format: "General", text: null, look: {}, link: null };
}

/** 空か — nothing is in the cell; it may have a look. */
export function isBlank(cell: SimCell): boolean {
  return cell.value === null && cell.error === null && cell.formula === null;
}

/** 空のシート — a sheet as Excel adds it. */
export function emptySheet(name: string, id: string): SimSheet {
  return {
    id,
    name,
    visibility: "Visible",
    isProtected: false,
    isDeleted: false,
    cells: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenCols: new Set(),
    arrays: [],
    rules: [],
    charts: [],
    tables: [],
    pivots: [],
    page: { orientation: "Portrait", paperSize: null, zoom: { scale: 100 }, titleRows: null, titleColumns: null, printArea: [], headers: {}, numbers: {} },
    rowBreaks: [],
    columnBreaks: [],
    frozen: null,
    columnWidths: new Map(),
    rowHeights: new Map(),
    tabColor: "",
    showGridlines: true,
  };
}

const VISIBILITY = { visible: "Visible", hidden: "Hidden", "very-hidden": "VeryHidden" } as const;

/** シートの番号 — ids as Excel writes them. */
export function sheetId(n: number): string {
  return `{${String(n).padStart(8, "0")}-0001-0000-0000-000000000000}`;
}

/** ブックから — the sheets of a workbook of the model, cell by cell. */
export function sheetsOf(workbook: Workbook): SimSheet[] {
  return workbook.sheets.map((sheet, i) => fromModel(sheet, sheetId(i + 1)));
}

function fromModel(sheet: Sheet, id: string): SimSheet {
  const state = emptySheet(sheet.name, id);
  state.visibility = VISIBILITY[sheet.visibility];
  state.isProtected = sheet.isProtected;
  state.merges = sheet.merges.map((merge) => ({ ...merge }));
  for (const row of sheet.hiddenRows) state.hiddenRows.add(row);
  for (const col of sheet.hiddenCols) state.hiddenCols.add(col);
  for (const { row, col, value, text, format, formula, error } of sheet.cells)
    state.cells.set(keyOf(row, col), { value, error: error ?? null, formula: formula ?? null, format, text, look: {}, link: null });
  return state;
}

/** 使われた範囲 — the rectangle of cells with contents; with `valuesOnly` false also of cells with a look. */
export function usedRange(sheet: SimSheet, valuesOnly: boolean, within?: CellRange): CellRange | undefined {
  let used: CellRange | undefined;
  for (const [key, cell] of sheet.cells) {
    if (valuesOnly && isBlank(cell)) continue;
    const { row, col } = placeOf(key);
    const at = { top: row, left: col, bottom: row, right: col };
    if (within && !intersect(at, within)) continue;
    used = used ? bound(used, at) : at;
  }
  return used;
}

/** 表示 — what the sheet shows in a cell. */
export function shownIn(cell: SimCell, date1904: boolean): string {
  if (cell.text !== null) return cell.text;
  if (cell.error !== null) return cell.error;
  return cell.value === null ? "" : showText(cell.value, cell.format, date1904);
}
