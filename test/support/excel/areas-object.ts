import type { CellRange } from "../../../src/model/cell";
import type { Book } from "./book";
import { ConditionalFormatCollection } from "./conditional-objects";
import { ExcelFault } from "./excel-fault";
import { RangeFormat } from "./format-objects";
import { RangeObject } from "./range-object";
import { colsOf, quoteSheet, rowsOf, writeRect } from "./rect";
import type { SimSheet } from "./sheet-state";
import { SimObject, wholeNumber } from "./sim-object";
import { WorksheetObject } from "./worksheet-objects";

/** 飛び地 — several rectangles of one sheet. */
export class RangeAreasObject extends SimObject {
  readonly className = "RangeAreas";

  constructor(
    book: Book,
    readonly sheet: SimSheet,
    readonly ranges: readonly CellRange[],
  ) {
    super(book);
    if (sheet.isDeleted) throw new ExcelFault("ItemNotFound");
  }

  get Address(): string {
    return this.ranges.map((range) => `${quoteSheet(this.sheet.name)}!${writeRect(range)}`).join(",");
  }
  get AreaCount(): number {
    return this.ranges.length;
  }
  get CellCount(): number {
    return this.ranges.reduce((sum, range) => sum + rowsOf(range) * colsOf(range), 0);
  }
  get Areas(): SimObject {
    return new RangeCollection(this.book, this.sheet, this.ranges);
  }
  get Format(): SimObject {
    return new RangeFormat(this.book, this.sheet, this.ranges);
  }
  get ConditionalFormats(): SimObject {
    return new ConditionalFormatCollection(this.book, this.sheet, this.ranges);
  }
  get Worksheet(): SimObject {
    return new WorksheetObject(this.book, this.sheet);
  }
  /** ExcelApi 1.18, which the tested library does not know yet. */
  Select(): void {
    this.book.select(this.sheet, this.ranges);
  }
}

class RangeCollection extends SimObject {
  readonly className = "RangeCollection";

  constructor(
    book: Book,
    private readonly sheet: SimSheet,
    private readonly ranges: readonly CellRange[],
  ) {
    super(book);
  }

  override items(): SimObject[] {
    return this.ranges.map((range) => new RangeObject(this.book, this.sheet, range));
  }
  GetCount(): number {
    return this.ranges.length;
  }
  GetItemAt(index: unknown): SimObject {
    const range = this.ranges[wholeNumber(index)];
    if (!range) throw new ExcelFault("ItemNotFound");
    return new RangeObject(this.book, this.sheet, range);
  }
}
