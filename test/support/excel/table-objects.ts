import type { CellRange } from "../../../src/model/cell";
import type { Book } from "./book";
import { ExcelFault } from "./excel-fault";
import { RangeObject } from "./range-object";
import type { SimSheet } from "./sheet-state";
import { SimObject } from "./sim-object";

/** テーブル — a table of a sheet, headings and totals included. */
export interface TableState {
  readonly id: string;
  readonly range: CellRange;
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
}

/** ピボットテーブル — where one stands. */
export interface PivotState {
  readonly name: string;
  readonly range: CellRange;
}

abstract class OfSheet extends SimObject {
  constructor(
    book: Book,
    protected readonly sheet: SimSheet,
  ) {
    super(book);
  }
}

/** テーブルの集まり — tables of a sheet. */
export class TableCollection extends OfSheet {
  readonly className = "TableCollection";

  override items(): SimObject[] {
    return this.sheet.tables.map((table) => new TableObject(this.book, this.sheet, table));
  }
  override item(key: unknown): SimObject {
    const found = this.sheet.tables.find(({ id }) => id === key);
    if (!found) throw new ExcelFault("ItemNotFound");
    return new TableObject(this.book, this.sheet, found);
  }
}

class TableObject extends OfSheet {
  readonly className = "Table";

  constructor(
    book: Book,
    sheet: SimSheet,
    private readonly table: TableState,
  ) {
    super(book, sheet);
  }

  override identity(): { readonly Id: string } {
    return { Id: this.table.id };
  }
  get Id(): string {
    return this.table.id;
  }
  get ShowHeaders(): boolean {
    return this.table.hasHeaders;
  }
  get ShowTotals(): boolean {
    return this.table.hasTotals;
  }
  GetHeaderRowRange(): SimObject {
    if (!this.table.hasHeaders) throw new ExcelFault("ItemNotFound");
    return new RangeObject(this.book, this.sheet, { ...this.table.range, bottom: this.table.range.top });
  }
  GetTotalRowRange(): SimObject {
    if (!this.table.hasTotals) throw new ExcelFault("ItemNotFound");
    return new RangeObject(this.book, this.sheet, { ...this.table.range, top: this.table.range.bottom });
  }
}

/** ピボットテーブルの集まり — pivot tables of a sheet. */
export class PivotTableCollection extends OfSheet {
  readonly className = "PivotTableCollection";

  override items(): SimObject[] {
    return this.sheet.pivots.map((pivot) => new PivotTableObject(this.book, this.sheet, pivot));
  }
  override item(key: unknown): SimObject {
    const found = this.sheet.pivots.find(({ name }) => name === key);
    if (!found) throw new ExcelFault("ItemNotFound");
    return new PivotTableObject(this.book, this.sheet, found);
  }
}

class PivotTableObject extends OfSheet {
  readonly className = "PivotTable";

  constructor(
    book: Book,
    sheet: SimSheet,
    private readonly pivot: PivotState,
  ) {
    super(book, sheet);
  }

  override identity(): { readonly Id: string } {
    return { Id: this.pivot.name };
  }
  get Id(): string {
    return this.pivot.name;
  }
  get Name(): string {
    return this.pivot.name;
  }
  get Layout(): SimObject {
    return new PivotLayoutObject(this.book, this.sheet, this.pivot);
  }
}

class PivotLayoutObject extends OfSheet {
  readonly className = "PivotLayout";

  constructor(
    book: Book,
    sheet: SimSheet,
    private readonly pivot: PivotState,
  ) {
    super(book, sheet);
  }

  GetRange(): SimObject {
    return new RangeObject(this.book, this.sheet, this.pivot.range);
  }
}
