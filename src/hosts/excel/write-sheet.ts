import { writeRange, type CellRange } from "../../model/cell";
import type { NewCell, NewLook, NewSheet } from "../../model/new-sheet";
import { joinRanges } from "../join-ranges";
import { quoteSheetName } from "../new-sheet-rules";
import { cellRange } from "./targets";
import { typeText } from "./typed-text";
import { ifLoaded } from "./refusals";
import type { WriteStep } from "./write-cells";
import { addChart } from "./write-chart";

const BYTES_PER_CELL = 120;
const BYTES_PER_CHART = 12_000;
/** Width of a character and of the cell's inner edges at the usual Japanese font. unit points */
const POINTS_PER_CHARACTER = 6;
const POINTS_OF_EDGES = 3.75;

/** シートを作る動作 — the step, and which sheet it made. */
export interface SheetStep extends WriteStep {
  /** none: undefined while nothing was made, or Excel did not say */
  readonly madeId: () => string | undefined;
}

/** 新しいシートを作る — one step for the whole sheet, behind the last one. */
export function writeSheet(sheet: NewSheet): SheetStep {
  let id: () => string | undefined = () => undefined;
  return {
    madeId: () => id(),
    bytes: 5000 + sheet.cells.length * BYTES_PER_CELL + sheet.charts.length * BYTES_PER_CHART,
    run: ({ workbook }) => {
      const made = workbook.worksheets.add(sheet.name);
      made.load("id");
      id = () => ifLoaded(() => made.id);
      writeContent(made, sheet.cells);
      setLooks(made, sheet.cells);
      setSizes(made, sheet);
      for (const merge of sheet.merges) rangeOf(made, merge).merge(false);
      setPage(made, sheet);
      for (const chart of sheet.charts) addChart(made, chart);
    },
  };
}

function writeContent(sheet: Excel.Worksheet, cells: readonly NewCell[]): void {
  const filled = cells.filter(({ value, formula }) => value !== null || formula !== undefined);
  for (const { row, col, link } of cells) if (link) rangeOf(sheet, cellRange(row, col)).hyperlink = { documentReference: `${quoteSheetName(link.sheet)}!${link.cell}` };
  // Number formats come before what is typed under them, and again behind formulas, which may bring one of their own.
  const formatted = cells.filter(({ look }) => look?.format !== undefined);
  setFormats(sheet, formatted);
  if (filled.length > 0) {
    const block = boundCells(filled);
    const grid: (string | number)[][] = Array.from({ length: block.bottom - block.top + 1 }, () => Array.from({ length: block.right - block.left + 1 }, () => ""));
    for (const cell of filled) grid[cell.row - block.top]![cell.col - block.left] = typed(cell);
    rangeOf(sheet, block).formulas = grid;
  }
  setFormats(
    sheet,
    cells.filter(({ formula }) => formula !== undefined),
  );
}

function typed({ value, formula, look }: NewCell): string | number {
  if (formula !== undefined) return `=${formula}`;
  if (typeof value === "string") return look?.format === "@" ? value : typeText(value);
  return value ?? "";
}

function setFormats(sheet: Excel.Worksheet, cells: readonly NewCell[]): void {
  for (const [format, ranges] of groupCells(cells, ({ look }) => look?.format ?? "General"))
    for (const range of ranges)
      rangeOf(sheet, range).numberFormat = Array.from({ length: range.bottom - range.top + 1 }, () => Array.from({ length: range.right - range.left + 1 }, () => format));
}

function setLooks(sheet: Excel.Worksheet, cells: readonly NewCell[]): void {
  const looks = groupCells(
    cells.filter(({ look }) => look !== undefined),
    ({ look }) => JSON.stringify({ ...look, format: undefined }),
  );
  for (const [text, ranges] of looks) {
    const look = JSON.parse(text) as NewLook;
    for (const range of ranges) setLook(rangeOf(sheet, range), range, look);
  }
  // Excel gives every link the look of a web page's; on paper it is a figure like the others.
  const linked = cells.filter(({ link }) => link !== undefined).map(({ row, col }) => cellRange(row, col));
  for (const range of joinRanges(linked)) {
    const { font } = rangeOf(sheet, range).format;
    font.underline = "None";
    font.color = "#000000";
  }
}

const ALIGN = { left: "Left", center: "Center", right: "Right" } as const;
const VALIGN = { top: "Top", middle: "Center", bottom: "Bottom" } as const;

function setLook({ format }: Excel.Range, range: CellRange, look: NewLook): void {
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.color !== undefined) format.font.color = `#${look.color}`;
  if (look.fill !== undefined) format.fill.color = `#${look.fill}`;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.align !== undefined) format.horizontalAlignment = ALIGN[look.align];
  if (look.valign !== undefined) format.verticalAlignment = VALIGN[look.valign];
  if (!look.border) return;
  // Only a range of several rows or columns has lines inside.
  const sides = [
    "EdgeTop",
    "EdgeBottom",
    "EdgeLeft",
    "EdgeRight",
    ...(range.bottom > range.top ? ["InsideHorizontal"] : []),
    ...(range.right > range.left ? ["InsideVertical"] : []),
  ] as const;
  for (const side of sides) {
    const line = format.borders.getItem(side as Excel.BorderIndex);
    line.style = "Continuous";
    line.weight = "Thin";
  }
}

function setSizes(sheet: Excel.Worksheet, { columns, heights }: NewSheet): void {
  for (let from = 0; from < columns.length;) {
    let to = from;
    while (to + 1 < columns.length && columns[to + 1] === columns[from]) to++;
    sheet.getRangeByIndexes(0, from, 1, to - from + 1).untrack().format.columnWidth = columns[from]! * POINTS_PER_CHARACTER + POINTS_OF_EDGES;
    from = to + 1;
  }
  // A row without a height of its own follows its wrapped texts.
  for (const { row, height, grows } of heights) if (!grows) sheet.getRangeByIndexes(row, 0, 1, 1).untrack().format.rowHeight = height;
}

function setPage(sheet: Excel.Worksheet, { page, freeze }: NewSheet): void {
  const layout = sheet.pageLayout;
  layout.paperSize = "A4";
  layout.orientation = page.orientation === "landscape" ? "Landscape" : "Portrait";
  layout.zoom = { horizontalFitToPages: 1 };
  layout.headersFooters.defaultForAllPages.centerFooter = "&P / &N";
  if (page.titleRows) layout.setPrintTitleRows(`$${page.titleRows.from + 1}:$${page.titleRows.to + 1}`);
  for (const row of page.breaks) sheet.horizontalPageBreaks.add(`A${row + 1}`);
  if (!freeze) return;
  if (freeze.row > 0 && freeze.col > 0) sheet.freezePanes.freezeAt(writeRange({ top: 0, left: 0, bottom: freeze.row - 1, right: freeze.col - 1 }));
  else if (freeze.row > 0) sheet.freezePanes.freezeRows(freeze.row);
  else if (freeze.col > 0) sheet.freezePanes.freezeColumns(freeze.col);
}

function groupCells(cells: readonly NewCell[], keyOf: (cell: NewCell) => string): Map<string, CellRange[]> {
  const groups = new Map<string, CellRange[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const group = groups.get(key);
    if (group) group.push(cellRange(cell.row, cell.col));
    else groups.set(key, [cellRange(cell.row, cell.col)]);
  }
  return new Map([...groups].map(([key, ranges]) => [key, joinRanges(ranges)]));
}

function boundCells(cells: readonly NewCell[]): CellRange {
  const rows = cells.map(({ row }) => row);
  const cols = cells.map(({ col }) => col);
  return { top: Math.min(...rows), left: Math.min(...cols), bottom: Math.max(...rows), right: Math.max(...cols) };
}

function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();
}
