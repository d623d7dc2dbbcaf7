import { writeAddress, writeRange } from "../../../src/model/cell";
import type { Book } from "./book";
import { emptyCell, placeOf, shownIn, type SimCell, type SimSheet } from "./sheet-state";

/** 写し — everything in the workbook as plain data in a fixed order; equal exactly while nothing has changed. */
export function takeSnapshot(book: Book): { readonly [part: string]: unknown } {
  const picture = {
    name: book.name,
    date1904: book.date1904,
    isStructureProtected: book.isStructureProtected,
    calculationMode: book.calculationMode,
    xmlParts: book.xmlParts.map(({ xml }) => xml),
    sheets: book.sheets.map((sheet) => sheetPicture(sheet, book.date1904)),
  };
  return JSON.parse(JSON.stringify(picture)) as typeof picture;
}

const NOBODY_TOUCHED = JSON.stringify(cellPicture(emptyCell(), false));

function sheetPicture(sheet: SimSheet, date1904: boolean): { readonly [part: string]: unknown } {
  const cells: { [address: string]: unknown } = {};
  for (const key of [...sheet.cells.keys()].sort((a, b) => a - b)) {
    const picture = cellPicture(sheet.cells.get(key)!, date1904);
    const { row, col } = placeOf(key);
    // A cell that was written to and emptied again is no other than one nobody wrote to.
    if (JSON.stringify(picture) !== NOBODY_TOUCHED) cells[writeAddress(row, col)] = picture;
  }
  return {
    name: sheet.name,
    id: sheet.id,
    visibility: sheet.visibility,
    isProtected: sheet.isProtected,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    cells,
    merges: sheet.merges.map(writeRange).sort(),
    hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
    hiddenCols: [...sheet.hiddenCols].sort((a, b) => a - b),
    arrays: sheet.arrays.map(({ range, isSpill }) => ({ range: writeRange(range), isSpill })),
    tables: sheet.tables.map(({ id, range }) => ({ id, range: writeRange(range) })),
    pivots: sheet.pivots.map(({ name, range }) => ({ name, range: writeRange(range) })),
    rules: sheet.rules.map(({ id: _id, ranges, ...rule }) => ({ ...rule, ranges: ranges.map(writeRange) })),
    charts: sheet.charts.map(({ id: _id, series, looks, source, at, ...chart }) => ({
      ...chart,
      source: source && writeRange(source),
      at: at && writeRange(at),
      looks: inOrder(looks),
      series: series.map(({ id: _series, values, categories, looks: own, ...rest }) => ({
        ...rest,
        values: values && writeRange(values),
        categories: categories && writeRange(categories),
        looks: inOrder(own),
      })),
    })),
    page: sheet.page,
    rowBreaks: sheet.rowBreaks.map(({ at }) => at).sort((a, b) => a - b),
    columnBreaks: sheet.columnBreaks.map(({ at }) => at).sort((a, b) => a - b),
    frozen: sheet.frozen && writeRange(sheet.frozen),
    columnWidths: Object.fromEntries([...sheet.columnWidths].sort(([a], [b]) => a - b)),
    rowHeights: Object.fromEntries([...sheet.rowHeights].sort(([a], [b]) => a - b)),
  };
}

function cellPicture(cell: SimCell, date1904: boolean): { readonly [part: string]: unknown } {
  const { value, error, formula, format, look, link } = cell;
  return { value, error, formula, format, text: shownIn(cell, date1904), look: inOrder(new Map(Object.entries(look))), link };
}

function inOrder(looks: ReadonlyMap<string, unknown>): { readonly [name: string]: unknown } {
  return Object.fromEntries([...looks].sort(([a], [b]) => (a < b ? -1 : 1)));
}
