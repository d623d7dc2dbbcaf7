import type { CellRange } from "../../../src/model/cell";
import { RangeAreasObject } from "./areas-object";
import type { Book } from "./book";
import { ExcelFault } from "./excel-fault";
import { RangeObject } from "./range-object";
import { isEntireColumn, isEntireRow } from "./rect";
import type { SimSheet } from "./sheet-state";
import { anyNumber, anyText, oneOf, SimObject, wholeNumber, yesOrNo } from "./sim-object";
import { rangesAt } from "./worksheet-objects";

abstract class SheetPart extends SimObject {
  constructor(
    book: Book,
    protected readonly sheet: SimSheet,
  ) {
    super(book);
  }

  /** A range of this sheet, or its address. */
  protected ranges(where: unknown): readonly CellRange[] {
    if (where instanceof RangeObject && where.sheet === this.sheet) return [where.range];
    if (where instanceof RangeAreasObject && where.sheet === this.sheet) return where.ranges;
    return rangesAt(this.sheet, where);
  }

  protected range(where: unknown): CellRange {
    const [range, ...more] = this.ranges(where);
    if (!range || more.length > 0) throw new ExcelFault("InvalidArgument");
    return range;
  }

  protected rangeObject(range: CellRange | null): RangeObject | null {
    return range && new RangeObject(this.book, this.sheet, range);
  }
}

/** 印刷の設定 — page layout of a sheet. */
export class PageLayoutObject extends SheetPart {
  readonly className = "PageLayout";

  get Orientation(): string {
    return this.sheet.page.orientation;
  }
  set Orientation(to: unknown) {
    this.write();
    this.sheet.page.orientation = oneOf(["Portrait", "Landscape"], to);
  }
  get PaperSize(): string | null {
    return this.sheet.page.paperSize;
  }
  set PaperSize(to: unknown) {
    this.write();
    this.sheet.page.paperSize = oneOf(["A3", "A4", "A5", "B4", "B5", "Letter", "Legal"], to);
  }
  get Zoom(): unknown {
    return { ...this.sheet.page.zoom };
  }
  set Zoom(to: unknown) {
    this.write();
    if (typeof to !== "object" || to === null) throw new ExcelFault("InvalidArgument");
    const zoom: { [part: string]: number } = {};
    for (const [part, size] of Object.entries(to)) {
      if (!["scale", "horizontalFitToPages", "verticalFitToPages"].includes(part)) throw new ExcelFault("InvalidArgument", `SIM: zoom ${part}`);
      if (size !== null) zoom[part] = wholeNumber(size);
    }
    if ("scale" in zoom && Object.keys(zoom).length > 1) throw new ExcelFault("InvalidArgument", "SIM: either a scale or pages to fit");
    this.sheet.page.zoom = zoom;
  }
  get HeadersFooters(): SimObject {
    return new HeaderFooterGroup(this.book, this.sheet);
  }
  get CenterHorizontally(): boolean {
    return this.sheet.page.numbers["CenterHorizontally"] === true;
  }
  set CenterHorizontally(on: unknown) {
    this.set("CenterHorizontally", yesOrNo(on));
  }
  get PrintGridlines(): boolean {
    return this.sheet.page.numbers["PrintGridlines"] === true;
  }
  set PrintGridlines(on: unknown) {
    this.set("PrintGridlines", yesOrNo(on));
  }
  set LeftMargin(points: unknown) {
    this.set("LeftMargin", anyNumber(points));
  }
  set RightMargin(points: unknown) {
    this.set("RightMargin", anyNumber(points));
  }
  set TopMargin(points: unknown) {
    this.set("TopMargin", anyNumber(points));
  }
  set BottomMargin(points: unknown) {
    this.set("BottomMargin", anyNumber(points));
  }
  set HeaderMargin(points: unknown) {
    this.set("HeaderMargin", anyNumber(points));
  }
  set FooterMargin(points: unknown) {
    this.set("FooterMargin", anyNumber(points));
  }
  SetPrintTitleRows(rows: unknown): void {
    this.write();
    const range = this.range(rows);
    if (!isEntireRow(range)) throw new ExcelFault("InvalidArgument", "SIM: title rows have to be whole rows");
    this.sheet.page.titleRows = range;
  }
  SetPrintTitleColumns(columns: unknown): void {
    this.write();
    const range = this.range(columns);
    if (!isEntireColumn(range)) throw new ExcelFault("InvalidArgument", "SIM: title columns have to be whole columns");
    this.sheet.page.titleColumns = range;
  }
  GetPrintTitleRowsOrNullObject(): SimObject | null {
    return this.rangeObject(this.sheet.page.titleRows);
  }
  GetPrintTitleColumnsOrNullObject(): SimObject | null {
    return this.rangeObject(this.sheet.page.titleColumns);
  }
  SetPrintArea(area: unknown): void {
    this.write();
    this.sheet.page.printArea = [...this.ranges(area)];
  }

  private write(): void {
    this.book.mayWrite(this.sheet);
  }

  private set(name: string, value: number | boolean): void {
    this.write();
    this.sheet.page.numbers[name] = value;
  }
}

class HeaderFooterGroup extends SheetPart {
  readonly className = "HeaderFooterGroup";

  get State(): string {
    return "Default";
  }
  set State(state: unknown) {
    oneOf(["Default"], state);
  }
  get DefaultForAllPages(): SimObject {
    return new HeaderFooter(this.book, this.sheet);
  }
}

class HeaderFooter extends SheetPart {
  readonly className = "HeaderFooter";

  get LeftHeader(): string {
    return this.text("LeftHeader");
  }
  set LeftHeader(text: unknown) {
    this.write("LeftHeader", text);
  }
  get CenterHeader(): string {
    return this.text("CenterHeader");
  }
  set CenterHeader(text: unknown) {
    this.write("CenterHeader", text);
  }
  get RightHeader(): string {
    return this.text("RightHeader");
  }
  set RightHeader(text: unknown) {
    this.write("RightHeader", text);
  }
  get LeftFooter(): string {
    return this.text("LeftFooter");
  }
  set LeftFooter(text: unknown) {
    this.write("LeftFooter", text);
  }
  get CenterFooter(): string {
    return this.text("CenterFooter");
  }
  set CenterFooter(text: unknown) {
    this.write("CenterFooter", text);
  }
  get RightFooter(): string {
    return this.text("RightFooter");
  }
  set RightFooter(text: unknown) {
    this.write("RightFooter", text);
  }

  private text(name: string): string {
    return this.sheet.page.headers[name] ?? "";
  }

  private write(name: string, text: unknown): void {
    this.book.mayWrite(this.sheet);
    this.sheet.page.headers[name] = anyText(text);
  }
}

/** 改ページの集まり — rows or columns before which a new page begins. */
export class PageBreakCollection extends SheetPart {
  readonly className = "PageBreakCollection";

  constructor(
    book: Book,
    sheet: SimSheet,
    private readonly of: "rows" | "columns",
  ) {
    super(book, sheet);
  }

  override items(): SimObject[] {
    return this.breaks().map((at) => new PageBreak(this.book, this.sheet, this.of, at));
  }
  override item(id: unknown): SimObject {
    const found = this.breaks().find((at) => at.id === id);
    if (!found) throw new ExcelFault("ItemNotFound");
    return new PageBreak(this.book, this.sheet, this.of, found);
  }
  GetCount(): number {
    return this.breaks().length;
  }
  Add(where: unknown): SimObject {
    this.book.mayWrite(this.sheet);
    const range = this.range(where);
    const at = { id: this.book.nextId("break-"), at: this.of === "rows" ? range.top : range.left };
    if (at.at === 0) throw new ExcelFault("InvalidArgument", "SIM: no break before the first row or column");
    this.breaks().push(at);
    return new PageBreak(this.book, this.sheet, this.of, at);
  }
  RemovePageBreaks(): void {
    this.book.mayWrite(this.sheet);
    this.breaks().length = 0;
  }

  private breaks(): SimSheet["rowBreaks"] {
    return this.of === "rows" ? this.sheet.rowBreaks : this.sheet.columnBreaks;
  }
}

class PageBreak extends SheetPart {
  readonly className = "PageBreak";

  constructor(
    book: Book,
    sheet: SimSheet,
    private readonly of: "rows" | "columns",
    private readonly at: SimSheet["rowBreaks"][number],
  ) {
    super(book, sheet);
  }

  override identity(): { readonly _Id: string } {
    return { _Id: this.at.id };
  }
  get RowIndex(): number {
    return this.of === "rows" ? this.at.at : 0;
  }
  get ColumnIndex(): number {
    return this.of === "columns" ? this.at.at : 0;
  }
}

/** 枠の固定 — rows above and columns left that stay when the sheet is scrolled. */
export class FreezePanes extends SheetPart {
  readonly className = "WorksheetFreezePanes";

  FreezeAt(where: unknown): void {
    this.freeze(this.range(where));
  }
  FreezeRows(count: unknown): void {
    this.freeze(rangesAt(this.sheet, `1:${wholeNumber(count)}`)[0]!);
  }
  FreezeColumns(count: unknown): void {
    this.freeze({ ...rangesAt(this.sheet, "A:A")[0]!, right: wholeNumber(count) - 1 });
  }
  Unfreeze(): void {
    this.sheet.frozen = null;
  }
  GetLocationOrNullObject(): SimObject | null {
    return this.rangeObject(this.sheet.frozen);
  }

  private freeze(range: CellRange): void {
    this.book.mayWrite(this.sheet);
    if (range.top !== 0 || range.left !== 0) throw new ExcelFault("InvalidArgument", "SIM: what is frozen begins at A1");
    this.sheet.frozen = range;
  }
}
