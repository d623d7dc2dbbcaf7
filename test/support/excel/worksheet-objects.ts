import type { CellRange } from "../../../src/model/cell";
import { RangeAreasObject } from "./areas-object";
import { type Book, EVENT } from "./book";
import { ExcelFault } from "./excel-fault";
import { ChartCollection } from "./chart-objects";
import { FreezePanes, PageBreakCollection, PageLayoutObject } from "./page-objects";
import { RangeObject } from "./range-object";
import { cellAt, LAST_COL, LAST_ROW, readRect, splitSheet, WHOLE } from "./rect";
import { anyColor, anyText, oneOf, SimObject, wholeNumber, yesOrNo } from "./sim-object";
import { type SimSheet, usedRange } from "./sheet-state";
import { PivotTableCollection, TableCollection } from "./table-objects";

/** 番地から — the ranges an address of this sheet means. @throws ExcelFault for an address of another sheet */
export function rangesAt(sheet: SimSheet, address: unknown): CellRange[] {
  const text = anyText(address);
  // Longer lists of areas are refused by Excel itself.
  if (text.length > 8192) throw new ExcelFault("InvalidArgument", `SIM: an address of ${text.length} characters`);
  return text.split(/,(?=(?:[^']|'[^']*')*$)/).map((part) => {
    const { sheet: name, rest } = splitSheet(part.trim());
    if (name !== undefined && name !== sheet.name) throw new ExcelFault("InvalidArgument", `SIM: ${part} is not on ${sheet.name}`);
    return readRect(rest);
  });
}

/** シートの集まり — sheets in their order, hidden ones too. */
export class WorksheetCollection extends SimObject {
  readonly className = "WorksheetCollection";

  override items(): SimObject[] {
    return this.book.sheets.map((sheet) => new WorksheetObject(this.book, sheet));
  }
  override item(key: unknown): SimObject {
    const sheet = this.book.sheetByKey(anyText(key));
    if (!sheet) throw new ExcelFault("ItemNotFound");
    return new WorksheetObject(this.book, sheet);
  }
  GetItemOrNullObject(key: unknown): SimObject | null {
    const sheet = this.book.sheetByKey(anyText(key));
    return sheet ? new WorksheetObject(this.book, sheet) : null;
  }
  GetActiveWorksheet(): SimObject {
    return new WorksheetObject(this.book, this.book.active);
  }
  GetCount(visibleOnly: unknown): number {
    return this.book.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === "Visible").length;
  }
  GetFirst(visibleOnly: unknown): SimObject {
    return new WorksheetObject(
      this.book,
      this.book.sheets.find((sheet) => visibleOnly !== true || sheet.visibility === "Visible")!,
    );
  }
  GetLast(visibleOnly: unknown): SimObject {
    return new WorksheetObject(
      this.book,
      this.book.sheets.findLast((sheet) => visibleOnly !== true || sheet.visibility === "Visible")!,
    );
  }
  Add(name: unknown): SimObject {
    return new WorksheetObject(this.book, this.book.addSheet(name === undefined || name === null ? undefined : anyText(name)));
  }
  _RegisterDataChangedEvent(): null {
    return this.book.register(EVENT.changed, "Workbook", 1);
  }
  _UnregisterDataChangedEvent(): null {
    return this.book.register(EVENT.changed, "Workbook", -1);
  }
  _RegisterSelectionChangedEvent(): null {
    return this.book.register(EVENT.selection, "Workbook", 1);
  }
  _UnregisterSelectionChangedEvent(): null {
    return this.book.register(EVENT.selection, "Workbook", -1);
  }
  _RegisterActivatedEvent(): null {
    return this.book.register(EVENT.activated, "Workbook", 1);
  }
  _UnregisterActivatedEvent(): null {
    return this.book.register(EVENT.activated, "Workbook", -1);
  }
  _RegisterAddedEvent(): null {
    return this.book.register(EVENT.added, "Workbook", 1);
  }
  _UnregisterAddedEvent(): null {
    return this.book.register(EVENT.added, "Workbook", -1);
  }
  _RegisterDeletedEvent(): null {
    return this.book.register(EVENT.deleted, "Workbook", 1);
  }
  _UnregisterDeletedEvent(): null {
    return this.book.register(EVENT.deleted, "Workbook", -1);
  }
}

/** シート — one sheet, by its id. */
export class WorksheetObject extends SimObject {
  readonly className = "Worksheet";

  constructor(
    book: Book,
    readonly sheet: SimSheet,
  ) {
    super(book);
  }

  override identity(): { readonly Id: string } {
    return { Id: this.sheet.id };
  }
  get Id(): string {
    return this.sheet.id;
  }
  get Name(): string {
    return this.sheet.name;
  }
  set Name(name: unknown) {
    this.book.mayChangeStructure();
    this.book.checkName(anyText(name), this.sheet);
    this.sheet.name = anyText(name);
  }
  get Position(): number {
    return this.book.sheets.indexOf(this.sheet);
  }
  set Position(to: unknown) {
    this.book.mayChangeStructure();
    const at = wholeNumber(to);
    if (at < 0 || at >= this.book.sheets.length) throw new ExcelFault("InvalidArgument");
    this.book.sheets.splice(this.Position, 1);
    this.book.sheets.splice(at, 0, this.sheet);
  }
  get Visibility(): string {
    return this.sheet.visibility;
  }
  set Visibility(to: unknown) {
    this.book.mayChangeStructure();
    this.sheet.visibility = oneOf(["Visible", "Hidden", "VeryHidden"], to);
  }
  get TabColor(): string {
    return this.sheet.tabColor;
  }
  set TabColor(color: unknown) {
    this.book.mayWrite(this.sheet);
    this.sheet.tabColor = color === "" ? "" : anyColor(color);
  }
  get ShowGridlines(): boolean {
    return this.sheet.showGridlines;
  }
  set Gridlines(on: unknown) {
    this.sheet.showGridlines = yesOrNo(on);
  }
  get Protection(): SimObject {
    return new WorksheetProtection(this.book, this.sheet);
  }
  get PageLayout(): SimObject {
    return new PageLayoutObject(this.book, this.sheet);
  }
  get FreezePanes(): SimObject {
    return new FreezePanes(this.book, this.sheet);
  }
  get HorizontalPageBreaks(): SimObject {
    return new PageBreakCollection(this.book, this.sheet, "rows");
  }
  get VerticalPageBreaks(): SimObject {
    return new PageBreakCollection(this.book, this.sheet, "columns");
  }
  get Charts(): SimObject {
    return new ChartCollection(this.book, this.sheet);
  }
  get Tables(): SimObject {
    return new TableCollection(this.book, this.sheet);
  }
  get PivotTables(): SimObject {
    return new PivotTableCollection(this.book, this.sheet);
  }
  Activate(): void {
    this.book.activate(this.sheet);
  }
  Delete(): void {
    this.book.deleteSheet(this.sheet);
  }
  GetRange(address: unknown): SimObject {
    if (address === undefined || address === null || address === "") return this.range(WHOLE);
    const [range, ...more] = rangesAt(this.sheet, address);
    if (!range || more.length > 0) throw new ExcelFault("InvalidArgument");
    return this.range(range);
  }
  GetRanges(address: unknown): SimObject {
    return new RangeAreasObject(this.book, this.sheet, address === undefined || address === null ? [WHOLE] : rangesAt(this.sheet, address));
  }
  GetRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): SimObject {
    const [top, left, height, width] = [wholeNumber(row), wholeNumber(column), wholeNumber(rows), wholeNumber(columns)];
    if (top < 0 || left < 0 || height < 1 || width < 1 || top + height - 1 > LAST_ROW || left + width - 1 > LAST_COL) throw new ExcelFault("InvalidArgument");
    return this.range({ top, left, bottom: top + height - 1, right: left + width - 1 });
  }
  GetCell(row: unknown, column: unknown): SimObject {
    return this.range(cellAt(wholeNumber(row), wholeNumber(column)));
  }
  GetUsedRange(valuesOnly: unknown): SimObject {
    return this.range(usedRange(this.sheet, valuesOnly === true) ?? cellAt(0, 0));
  }
  GetUsedRangeOrNullObject(valuesOnly: unknown): SimObject | null {
    const used = usedRange(this.sheet, valuesOnly === true);
    return used ? this.range(used) : null;
  }
  _RegisterDataChangedEvent(): null {
    return this.book.register(EVENT.changed, this.sheet.id, 1);
  }
  _UnregisterDataChangedEvent(): null {
    return this.book.register(EVENT.changed, this.sheet.id, -1);
  }
  _RegisterSelectionChangedEvent(): null {
    return this.book.register(EVENT.selection, this.sheet.id, 1);
  }
  _UnregisterSelectionChangedEvent(): null {
    return this.book.register(EVENT.selection, this.sheet.id, -1);
  }

  private range(range: CellRange): RangeObject {
    return new RangeObject(this.book, this.sheet, range);
  }
}

class WorksheetProtection extends SimObject {
  readonly className = "WorksheetProtection";

  constructor(
    book: Book,
    private readonly sheet: SimSheet,
  ) {
    super(book);
  }

  get Protected(): boolean {
    return this.sheet.isProtected;
  }
  Protect(): void {
    if (this.sheet.isProtected) throw new ExcelFault("AccessDenied");
    this.sheet.isProtected = true;
  }
  Unprotect(): void {
    this.sheet.isProtected = false;
  }
}
