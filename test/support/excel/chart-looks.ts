import type { Book } from "./book";
import { ExcelFault, notSimulated } from "./excel-fault";
import type { SimSheet } from "./sheet-state";
import { SimObject } from "./sim-object";

/** 部分の表 — values a part of a chart takes, and the parts inside of it. */
interface PartTable {
  readonly values: { readonly [name: string]: unknown };
  readonly parts?: { readonly [name: string]: string };
  readonly acts?: readonly string[];
}

const LINE = { Color: "", LineStyle: "Automatic", Weight: 0.75 };
const FONT = { Bold: false, Color: "#595959", Italic: false, Name: "游ゴシック", Size: 10 };
const FRAME = { Border: "ChartBorder", Fill: "ChartFill", Font: "ChartFont" };

/** Parts of charts by Microsoft's names, with the values they have before anybody sets one. */
const PARTS: { readonly [className: string]: PartTable } = {
  ChartTitle: { values: { Visible: true, Text: "", Overlay: false, Position: "Top" }, parts: { Format: "ChartTitleFormat" } },
  ChartTitleFormat: { values: {}, parts: FRAME },
  ChartLegend: { values: { Visible: true, Position: "Right", Overlay: false }, parts: { Format: "ChartLegendFormat" } },
  ChartLegendFormat: { values: {}, parts: FRAME },
  ChartAxes: { values: {}, parts: { CategoryAxis: "ChartAxis", ValueAxis: "ChartAxis" } },
  ChartAxis: {
    values: {
      Visible: true,
      NumberFormat: "General",
      LinkNumberFormat: true,
      Minimum: "",
      Maximum: "",
      MajorUnit: "",
      TickLabelPosition: "NextToAxis",
      CategoryType: "Automatic",
      TextOrientation: 0,
    },
    parts: { Format: "ChartAxisFormat", Title: "ChartAxisTitle", MajorGridlines: "ChartGridlines", MinorGridlines: "ChartGridlines" },
  },
  ChartAxisFormat: { values: {}, parts: { Font: "ChartFont", Line: "ChartLineFormat", Fill: "ChartFill" } },
  ChartAxisTitle: { values: { Text: "", Visible: false } },
  ChartGridlines: { values: { Visible: true }, parts: { Format: "ChartGridlinesFormat" } },
  ChartGridlinesFormat: { values: {}, parts: { Line: "ChartLineFormat" } },
  ChartAreaFormat: { values: { RoundedCorners: false }, parts: FRAME },
  ChartSeriesFormat: { values: {}, parts: { Line: "ChartLineFormat", Fill: "ChartFill" } },
  ChartDataLabels: { values: { ShowValue: false, Position: "None", NumberFormat: "General", LinkNumberFormat: true } },
  ChartLineFormat: { values: LINE, acts: ["Clear"] },
  ChartBorder: { values: LINE, acts: ["Clear"] },
  ChartFont: { values: FONT },
  ChartFill: { values: {}, acts: ["Clear", "SetSolidColor"] },
};

/** 部分の名 — every part of charts that is simulated. */
export const CHART_PARTS = Object.keys(PARTS);

/** グラフの部分 — a title, an axis, a line …: remembers what is set, by its path from the chart or the series. */
export class ChartPart extends SimObject {
  private readonly table: PartTable;

  constructor(
    book: Book,
    private readonly sheet: SimSheet,
    readonly className: string,
    private readonly path: string,
    private readonly looks: Map<string, unknown>,
  ) {
    super(book);
    this.table = PARTS[className] ?? { values: {} };
  }

  override members(): string[] {
    return [...this.scalars(), ...(this.table.acts ?? [])];
  }
  override scalars(): string[] {
    return [...Object.keys(this.table.values), ...Object.keys(this.table.parts ?? {})];
  }
  override getProperty(name: string): unknown {
    const inner = this.table.parts?.[name];
    if (inner !== undefined) return new ChartPart(this.book, this.sheet, inner, `${this.path}.${name}`, this.looks);
    if (!(name in this.table.values)) throw notSimulated(`${this.className}.${name}`);
    return this.looks.get(`${this.path}.${name}`) ?? this.table.values[name];
  }
  override setProperty(name: string, value: unknown): void {
    if (!(name in this.table.values)) throw notSimulated(`${this.className}.${name} =`);
    const standard = this.table.values[name];
    // Limits of an axis are numbers, or "" for whatever Excel finds best.
    if (typeof value !== typeof standard && !(standard === "" && typeof value === "number"))
      throw new ExcelFault("InvalidArgument", `SIM: ${this.className}.${name} = ${JSON.stringify(value)}`);
    this.set(name, value);
  }
  override callMethod(name: string, args: readonly unknown[]): unknown {
    if (!this.table.acts?.includes(name)) throw notSimulated(`${this.className}.${name}()`);
    this.set(name === "Clear" ? "Cleared" : "SolidColor", name === "Clear" ? true : args[0]);
    return null;
  }

  private set(name: string, value: unknown): void {
    this.book.mayWrite(this.sheet);
    this.looks.set(`${this.path}.${name}`, value);
  }
}
