import type { CellRange } from "../../../src/model/cell";
import type { Book } from "./book";
import { ChartPart } from "./chart-looks";
import type { ChartState, SeriesState } from "./chart-state";
import { ExcelFault } from "./excel-fault";
import { RangeObject } from "./range-object";
import { bound } from "./rect";
import type { SimSheet } from "./sheet-state";
import { anyColor, anyNumber, anyText, oneOf, SimObject, wholeNumber, yesOrNo } from "./sim-object";
import { rangesAt } from "./worksheet-objects";

abstract class OnSheet extends SimObject {
  constructor(
    book: Book,
    protected readonly sheet: SimSheet,
  ) {
    super(book);
  }

  protected rangeOf(where: unknown): CellRange {
    if (where instanceof RangeObject) {
      if (where.sheet !== this.sheet) throw new ExcelFault("InvalidArgument", "SIM: charts over cells of other sheets are not simulated");
      return where.range;
    }
    return rangesAt(this.sheet, where)[0]!;
  }

  protected write(): void {
    this.book.mayWrite(this.sheet);
  }
}

/** グラフの集まり — charts of a sheet. */
export class ChartCollection extends OnSheet {
  readonly className = "ChartCollection";

  override items(): SimObject[] {
    return this.sheet.charts.map((chart) => new ChartObject(this.book, this.sheet, chart));
  }
  override item(key: unknown): SimObject {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw new ExcelFault("ItemNotFound");
    return found;
  }
  get Count(): number {
    return this.sheet.charts.length;
  }
  GetCount(): number {
    return this.sheet.charts.length;
  }
  GetItem(name: unknown): SimObject {
    return this.item(name);
  }
  GetItemOrNullObject(key: unknown): SimObject | null {
    const chart = this.sheet.charts.find((c) => c.id === key || c.name === key);
    return chart ? new ChartObject(this.book, this.sheet, chart) : null;
  }
  GetItemAt(index: unknown): SimObject {
    const chart = this.sheet.charts[wholeNumber(index)];
    if (!chart) throw new ExcelFault("ItemNotFound");
    return new ChartObject(this.book, this.sheet, chart);
  }
  Add(type: unknown, source: unknown, seriesBy: unknown): SimObject {
    this.write();
    const range = this.rangeOf(source);
    const chart: ChartState = {
      id: this.book.nextId("{chart-") + "}",
      name: `グラフ ${this.sheet.charts.length + 1}`,
      type: oneOf(["Line", "LineMarkers", "ColumnClustered", "BarClustered"], type),
      source: range,
      seriesBy: oneOf(["Auto", "Columns", "Rows"], seriesBy ?? "Auto"),
      at: null,
      series: [],
      looks: new Map(),
    };
    chart.series.push(...this.seriesFrom(range, chart.seriesBy));
    this.sheet.charts.push(chart);
    return new ChartObject(this.book, this.sheet, chart);
  }

  /** Excel makes one series of every row or column by itself. */
  private seriesFrom(range: CellRange, by: string): SeriesState[] {
    const height = range.bottom - range.top;
    const byRows = by === "Rows" || (by === "Auto" && range.right - range.left > height);
    const [from, to] = byRows ? [range.top, range.bottom] : [range.left, range.right];
    return Array.from({ length: to - from + 1 }, (_, k) => ({
      id: this.book.nextId("series-"),
      name: `系列${k + 1}`,
      values: byRows ? { ...range, top: from + k, bottom: from + k } : { ...range, left: from + k, right: from + k },
      categories: null,
      looks: new Map<string, unknown>(),
    }));
  }
}

class ChartObject extends OnSheet {
  readonly className = "Chart";

  constructor(
    book: Book,
    sheet: SimSheet,
    private readonly chart: ChartState,
  ) {
    super(book, sheet);
  }

  override identity(): { readonly Id: string } {
    return { Id: this.chart.id };
  }
  get Id(): string {
    return this.chart.id;
  }
  get Name(): string {
    return this.chart.name;
  }
  set Name(name: unknown) {
    this.write();
    this.chart.name = anyText(name);
  }
  get ChartType(): string {
    return this.chart.type;
  }
  get DisplayBlanksAs(): string {
    return String(this.chart.looks.get("DisplayBlanksAs") ?? "NotPlotted");
  }
  set DisplayBlanksAs(how: unknown) {
    this.set("DisplayBlanksAs", oneOf(["NotPlotted", "Zero", "Interplotted"], how));
  }
  get PlotVisibleOnly(): boolean {
    return this.chart.looks.get("PlotVisibleOnly") !== false;
  }
  set PlotVisibleOnly(on: unknown) {
    this.set("PlotVisibleOnly", yesOrNo(on));
  }
  set Top(points: unknown) {
    this.set("Top", anyNumber(points));
  }
  set Left(points: unknown) {
    this.set("Left", anyNumber(points));
  }
  set Width(points: unknown) {
    this.set("Width", anyNumber(points));
  }
  set Height(points: unknown) {
    this.set("Height", anyNumber(points));
  }
  get Title(): SimObject {
    return this.part("ChartTitle", "Title");
  }
  get Legend(): SimObject {
    return this.part("ChartLegend", "Legend");
  }
  get Axes(): SimObject {
    return this.part("ChartAxes", "Axes");
  }
  get Format(): SimObject {
    return this.part("ChartAreaFormat", "Format");
  }
  get DataLabels(): SimObject {
    return this.part("ChartDataLabels", "DataLabels");
  }
  get Series(): SimObject {
    return new ChartSeriesCollection(this.book, this.sheet, this.chart);
  }
  SetPosition(start: unknown, end: unknown): void {
    this.write();
    this.chart.at = bound(this.rangeOf(start), this.rangeOf(end ?? start));
  }
  Delete(): void {
    this.write();
    const at = this.sheet.charts.indexOf(this.chart);
    if (at < 0) throw new ExcelFault("ItemNotFound");
    this.sheet.charts.splice(at, 1);
  }

  private part(className: string, path: string): ChartPart {
    return new ChartPart(this.book, this.sheet, className, path, this.chart.looks);
  }

  private set(name: string, value: unknown): void {
    this.write();
    this.chart.looks.set(name, value);
  }
}

class ChartSeriesCollection extends OnSheet {
  readonly className = "ChartSeriesCollection";

  constructor(
    book: Book,
    sheet: SimSheet,
    private readonly chart: ChartState,
  ) {
    super(book, sheet);
  }

  override items(): SimObject[] {
    return this.chart.series.map((series) => new ChartSeries(this.book, this.sheet, this.chart, series));
  }
  get Count(): number {
    return this.chart.series.length;
  }
  GetCount(): number {
    return this.chart.series.length;
  }
  GetItemAt(index: unknown): SimObject {
    const series = this.chart.series[wholeNumber(index)];
    if (!series) throw new ExcelFault("ItemNotFound");
    return new ChartSeries(this.book, this.sheet, this.chart, series);
  }
  Add(name: unknown, index: unknown): SimObject {
    this.write();
    const series: SeriesState = { id: this.book.nextId("series-"), name: anyText(name ?? ""), values: null, categories: null, looks: new Map() };
    this.chart.series.splice(typeof index === "number" ? wholeNumber(index) : this.chart.series.length, 0, series);
    return new ChartSeries(this.book, this.sheet, this.chart, series);
  }
}

class ChartSeries extends OnSheet {
  readonly className = "ChartSeries";

  constructor(
    book: Book,
    sheet: SimSheet,
    private readonly chart: ChartState,
    private readonly series: SeriesState,
  ) {
    super(book, sheet);
  }

  get Name(): string {
    return this.series.name;
  }
  set Name(name: unknown) {
    this.write();
    this.series.name = anyText(name);
  }
  get MarkerStyle(): string {
    return String(this.series.looks.get("MarkerStyle") ?? "Automatic");
  }
  set MarkerStyle(style: unknown) {
    this.set("MarkerStyle", oneOf(["Automatic", "None", "Square", "Diamond", "Triangle", "X", "Star", "Dot", "Dash", "Circle", "Plus"], style));
  }
  set MarkerSize(size: unknown) {
    this.set("MarkerSize", wholeNumber(size));
  }
  set MarkerBackgroundColor(color: unknown) {
    this.set("MarkerBackgroundColor", anyColor(color));
  }
  set MarkerForegroundColor(color: unknown) {
    this.set("MarkerForegroundColor", anyColor(color));
  }
  set Smooth(on: unknown) {
    this.set("Smooth", yesOrNo(on));
  }
  set HasDataLabels(on: unknown) {
    this.set("HasDataLabels", yesOrNo(on));
  }
  get Format(): SimObject {
    return new ChartPart(this.book, this.sheet, "ChartSeriesFormat", "Format", this.series.looks);
  }
  SetValues(source: unknown): void {
    this.write();
    this.series.values = this.rangeOf(source);
  }
  SetXAxisValues(source: unknown): void {
    this.write();
    this.series.categories = this.rangeOf(source);
  }
  Delete(): void {
    this.write();
    const at = this.chart.series.indexOf(this.series);
    if (at < 0) throw new ExcelFault("ItemNotFound");
    this.chart.series.splice(at, 1);
  }

  private set(name: string, value: unknown): void {
    this.write();
    this.series.looks.set(name, value);
  }
}
