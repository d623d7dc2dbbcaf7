import type { CellRange } from "../../../src/model/cell";
import { RangeAreasObject } from "./areas-object";
import type { Book } from "./book";
import { enterFormats, enterValues } from "./cell-entry";
import { ConditionalFormatCollection } from "./conditional-objects";
import { ExcelFault, notSimulated } from "./excel-fault";
import { RangeFormat } from "./format-objects";
import { describeColumns, describeRows } from "./line-properties";
import { bound, cellAt, colsOf, intersect, isEntireColumn, isEntireRow, LAST_COL, LAST_ROW, quoteSheet, rowsOf, writeRect } from "./rect";
import { isBlank, keyOf, shownIn, type SimCell, type SimSheet, usedRange } from "./sheet-state";
import { SimObject, wholeNumber, yesOrNo } from "./sim-object";
import { WorksheetObject } from "./worksheet-objects";

/** Excel reads no more cells at once; beyond it the answer is null without an error. */
const MOST_CELLS = 5_000_000;

/** 範囲 — a rectangle of cells of one sheet. */
export class RangeObject extends SimObject {
  readonly className = "Range";

  constructor(
    book: Book,
    readonly sheet: SimSheet,
    readonly range: CellRange,
  ) {
    super(book);
    if (sheet.isDeleted) throw new ExcelFault("ItemNotFound");
    if (range.top < 0 || range.left < 0 || range.bottom > LAST_ROW || range.right > LAST_COL || range.top > range.bottom || range.left > range.right)
      throw new ExcelFault("InvalidArgument", "SIM: outside of the sheet");
  }

  get Address(): string {
    return `${quoteSheet(this.sheet.name)}!${writeRect(this.range)}`;
  }
  get CellCount(): number {
    const count = rowsOf(this.range) * colsOf(this.range);
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get RowIndex(): number {
    return this.range.top;
  }
  get ColumnIndex(): number {
    return this.range.left;
  }
  get RowCount(): number {
    return rowsOf(this.range);
  }
  get ColumnCount(): number {
    return colsOf(this.range);
  }
  get IsEntireRow(): boolean {
    return isEntireRow(this.range);
  }
  get IsEntireColumn(): boolean {
    return isEntireColumn(this.range);
  }
  get Values(): unknown {
    return this.table((cell) => cell.error ?? cell.value ?? "", "");
  }
  set Values(value: unknown) {
    enterValues(this.book, this.sheet, this.range, value);
  }
  get Formulas(): unknown {
    return this.table((cell) => (cell.formula === null ? (cell.error ?? cell.value ?? "") : `=${cell.formula}`), "");
  }
  set Formulas(value: unknown) {
    enterValues(this.book, this.sheet, this.range, value);
  }
  get Text(): unknown {
    return this.table((cell) => shownIn(cell, this.book.date1904), "");
  }
  get NumberFormat(): unknown {
    return this.table((cell) => cell.format, "General");
  }
  set NumberFormat(value: unknown) {
    enterFormats(this.book, this.sheet, this.range, value);
  }
  get ValueTypes(): unknown {
    return this.table(typeOfValue, "Empty");
  }
  get RowHidden(): boolean | null {
    return uniform(this.range.top, this.range.bottom, this.sheet.hiddenRows);
  }
  set RowHidden(hidden: unknown) {
    this.hide(this.range.top, this.range.bottom, this.sheet.hiddenRows, yesOrNo(hidden));
  }
  get ColumnHidden(): boolean | null {
    return uniform(this.range.left, this.range.right, this.sheet.hiddenCols);
  }
  set ColumnHidden(hidden: unknown) {
    this.hide(this.range.left, this.range.right, this.sheet.hiddenCols, yesOrNo(hidden));
  }
  get HasSpill(): boolean | null {
    return this.inArrays((array) => array.isSpill);
  }
  get SavedAsArray(): boolean | null {
    return this.inArrays(() => true);
  }
  get Hyperlink(): unknown {
    return this.cell(this.range.top, this.range.left)?.link ?? null;
  }
  set Hyperlink(link: unknown) {
    this.book.mayWrite(this.sheet);
    if (typeof link !== "object" || link === null) throw new ExcelFault("InvalidArgument");
    const parts: { [part: string]: string } = {};
    for (const [part, text] of Object.entries(link)) {
      if (!["address", "documentReference", "screenTip", "textToDisplay"].includes(part) || typeof text !== "string")
        throw new ExcelFault("InvalidArgument", `SIM: hyperlink ${part}`);
      parts[part] = text;
    }
    const cell = this.book.touch(this.sheet, this.range.top, this.range.left);
    cell.link = parts;
    // A cell with nothing in it shows where its link leads.
    const shown = parts["textToDisplay"] ?? (isBlank(cell) ? (parts["documentReference"] ?? parts["address"]) : undefined);
    if (shown !== undefined) Object.assign(cell, { value: shown, formula: null, error: null, text: null });
    // A link looks like one until somebody gives it another look.
    cell.look = { ...cell.look, color: "#0563C1", underline: "Single" };
  }
  get Worksheet(): SimObject {
    return new WorksheetObject(this.book, this.sheet);
  }
  get Format(): SimObject {
    return new RangeFormat(this.book, this.sheet, [this.range]);
  }
  get ConditionalFormats(): SimObject {
    return new ConditionalFormatCollection(this.book, this.sheet, [this.range]);
  }
  GetCell(row: unknown, column: unknown): SimObject {
    return this.part(cellAt(this.range.top + wholeNumber(row), this.range.left + wholeNumber(column)));
  }
  GetRow(row: unknown): SimObject {
    const at = this.range.top + wholeNumber(row);
    return this.part({ ...this.range, top: at, bottom: at });
  }
  GetColumn(column: unknown): SimObject {
    const at = this.range.left + wholeNumber(column);
    return this.part({ ...this.range, left: at, right: at });
  }
  GetLastCell(): SimObject {
    return this.part(cellAt(this.range.bottom, this.range.right));
  }
  GetEntireRow(): SimObject {
    return this.part({ ...this.range, left: 0, right: LAST_COL });
  }
  GetEntireColumn(): SimObject {
    return this.part({ ...this.range, top: 0, bottom: LAST_ROW });
  }
  GetResizedRange(rows: unknown, columns: unknown): SimObject {
    return this.part({ ...this.range, bottom: this.range.bottom + wholeNumber(rows), right: this.range.right + wholeNumber(columns) });
  }
  GetAbsoluteResizedRange(rows: unknown, columns: unknown): SimObject {
    return this.part({ ...this.range, bottom: this.range.top + wholeNumber(rows) - 1, right: this.range.left + wholeNumber(columns) - 1 });
  }
  GetOffsetRange(rows: unknown, columns: unknown): SimObject {
    const [down, right] = [wholeNumber(rows), wholeNumber(columns)];
    return this.part({ top: this.range.top + down, bottom: this.range.bottom + down, left: this.range.left + right, right: this.range.right + right });
  }
  GetBoundingRect(another: unknown): SimObject {
    return this.part(bound(this.range, this.other(another)));
  }
  GetIntersection(another: unknown): SimObject {
    const shared = intersect(this.range, this.other(another));
    if (!shared) throw new ExcelFault("ItemNotFound");
    return this.part(shared);
  }
  GetIntersectionOrNullObject(another: unknown): SimObject | null {
    const shared = intersect(this.range, this.other(another));
    return shared ? this.part(shared) : null;
  }
  GetUsedRange(valuesOnly: unknown): SimObject {
    return this.part(usedRange(this.sheet, valuesOnly === true, this.range) ?? cellAt(this.range.top, this.range.left));
  }
  GetUsedRangeOrNullObject(valuesOnly: unknown): SimObject | null {
    const used = usedRange(this.sheet, valuesOnly === true, this.range);
    return used ? this.part(used) : null;
  }
  GetMergedAreasOrNullObject(): SimObject | null {
    // Told are those whose first cell lies in the range, and no more than 512 of them.
    const merges = this.sheet.merges.filter(({ top, left }) => intersect(cellAt(top, left), this.range));
    if (merges.length > 512) throw new ExcelFault("GeneralException", "SIM: more than 512 merges");
    return merges.length > 0 ? new RangeAreasObject(this.book, this.sheet, merges) : null;
  }
  GetSpillParentOrNullObject(): SimObject | null {
    const array = this.sheet.arrays.find((a) => a.isSpill && intersect(a.range, this.range));
    return array ? this.part(cellAt(array.range.top, array.range.left)) : null;
  }
  GetSpillingToRangeOrNullObject(): SimObject | null {
    const array = this.sheet.arrays.find((a) => a.isSpill && a.range.top === this.range.top && a.range.left === this.range.left);
    return array ? this.part(array.range) : null;
  }
  GetRowProperties(options: unknown): unknown {
    return describeRows(this.sheet, this.range, options);
  }
  GetColumnProperties(options: unknown): unknown {
    return describeColumns(this.sheet, this.range, options);
  }
  Select(): void {
    this.book.select(this.sheet, [this.range]);
  }
  Merge(across: unknown): void {
    if (across === true) throw notSimulated("Range.Merge(across)");
    this.book.mayWrite(this.sheet);
    this.sheet.merges = [...this.sheet.merges.filter((merge) => !intersect(merge, this.range)), { ...this.range }];
    for (let row = this.range.top; row <= this.range.bottom; row++)
      for (let col = this.range.left; col <= this.range.right; col++) {
        const cell = row === this.range.top && col === this.range.left ? undefined : this.cell(row, col);
        if (cell) Object.assign(cell, { value: null, error: null, formula: null, text: null });
      }
  }
  Unmerge(): void {
    this.book.mayWrite(this.sheet);
    this.sheet.merges = this.sheet.merges.filter((merge) => !intersect(merge, this.range));
  }
  Clear(what: unknown): void {
    if (what !== "Contents") throw notSimulated(`Range.Clear(${String(what)})`);
    enterValues(this.book, this.sheet, this.range, "");
  }
  Calculate(): void {
    this.book.settle();
  }
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    if (rows !== rowsOf(this.range) || columns !== colsOf(this.range))
      throw new ExcelFault("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }

  private part(range: CellRange): RangeObject {
    return new RangeObject(this.book, this.sheet, range);
  }

  private other(another: unknown): CellRange {
    if (another instanceof RangeObject && another.sheet === this.sheet) return another.range;
    throw new ExcelFault("InvalidArgument", "SIM: a range of the same sheet is needed");
  }

  private cell(row: number, col: number): SimCell | undefined {
    return this.sheet.cells.get(keyOf(row, col));
  }

  private table(show: (cell: SimCell) => unknown, empty: unknown): unknown[][] | null {
    this.book.settle();
    const { top, left, bottom, right } = this.range;
    if (rowsOf(this.range) * colsOf(this.range) > MOST_CELLS) return null;
    const rows: unknown[][] = [];
    for (let row = top; row <= bottom; row++) {
      const line: unknown[] = [];
      for (let col = left; col <= right; col++) {
        const cell = this.cell(row, col);
        line.push(cell ? show(cell) : empty);
      }
      rows.push(line);
    }
    return rows;
  }

  private hide(from: number, to: number, hidden: Set<number>, on: boolean): void {
    this.book.mayWrite(this.sheet);
    for (let i = from; i <= to; i++)
      if (on) hidden.add(i);
      else hidden.delete(i);
  }

  private inArrays(counts: (array: SimSheet["arrays"][number]) => boolean): boolean | null {
    const touched = this.sheet.arrays.filter((array) => counts(array) && intersect(array.range, this.range));
    if (touched.length === 0) return false;
    return touched.some(({ range }) => writeRect(bound(range, this.range)) === writeRect(range)) ? true : null;
  }
}

function typeOfValue(cell: SimCell): string {
  if (cell.error !== null) return "Error";
  if (isBlank(cell) || cell.value === null) return "Empty";
  return { number: "Double", string: "String", boolean: "Boolean" }[typeof cell.value as "number" | "string" | "boolean"];
}

/** True or false where all are alike, null where they differ. */
function uniform(from: number, to: number, hidden: ReadonlySet<number>): boolean | null {
  let count = 0;
  for (const i of hidden) if (i >= from && i <= to) count++;
  return count === 0 ? false : count === to - from + 1 ? true : null;
}
