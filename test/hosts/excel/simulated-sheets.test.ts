import { bootInNode, type BootedClient } from "../../support/excel/boot-in-node";
import { SimulatedExcel } from "../../support/excel/simulated-excel";
import { readTextWorkbook } from "../../support/text-workbook";

let client: BootedClient;
let excel: SimulatedExcel;

beforeEach(async () => {
  excel = new SimulatedExcel(readTextWorkbook("== sheet 実績\n| 年度 | 率 |\n| 令和4年度 | 0.5<0.0%> |\n| 令和5年度 | 0.6<0.0%> |\n== sheet 隠し ; hidden\n").workbook);
  client = await bootInNode(excel);
});
afterEach(() => {
  client.close();
  expect(excel.crashes).toEqual([]);
});

function run<T>(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>): Promise<T> {
  return client.Excel.run((context) => batch(context, context.workbook.worksheets.getItem("実績")));
}

/** Adds a rule in front of the others, as an add-in does. */
function addRule(cells: Excel.Range | Excel.RangeAreas, formula: string): Excel.ConditionalFormat {
  const rule = cells.conditionalFormats.add("Custom");
  rule.custom.rule.formula = formula;
  return rule;
}

describe("conditional formats", () => {
  it("come in front, cover several ranges, and are told with their formula and formats", async () => {
    await run(async (context, sheet) => {
      addRule(sheet.getRange("B2"), "=TRUE");
      const rule = addRule(sheet.getRanges("B2:B3,D5"), 'N("kpi-mark missed")=0');
      rule.custom.format.fill.color = "#ffd9b3";
      rule.custom.format.font.bold = true;
      rule.custom.format.numberFormat = '"× "0.0%';
      await context.sync();
    });
    const told = await run(async (context, sheet) => {
      const rules = sheet.getRange().conditionalFormats;
      rules.load("items/id,items/type,items/priority,items/customOrNullObject/rule/formula,items/customOrNullObject/format/numberFormat");
      const elsewhere = sheet.getRange("A1").conditionalFormats.getCount();
      await context.sync();
      const areas = rules.items.map((rule) => rule.getRanges().load("address"));
      await context.sync();
      return {
        rules: rules.items.map(({ type, priority, customOrNullObject }, i) => [
          type,
          priority,
          customOrNullObject.rule.formula,
          customOrNullObject.format.numberFormat,
          areas[i]!.address,
        ]),
        elsewhere: elsewhere.value,
      };
    });
    expect(told).toEqual({
      rules: [
        ["Custom", 0, '=N("kpi-mark missed")=0', '"× "0.0%', "実績!B2:B3,実績!D5"],
        ["Custom", 1, "=TRUE", "", "実績!B2"],
      ],
      elsewhere: 0,
    });
    expect(excel.sheet("実績").rules[0]).toMatchObject({ fill: "#FFD9B3", bold: true });
  });

  it("of another kind have no custom part, and go by their id alone", async () => {
    excel.sheet("実績").rules.push({
      ...{ id: "theirs", type: "CellValue", ranges: [{ top: 1, left: 1, bottom: 1, right: 1 }] },
      ...{ formula: null, fill: "#FF0000", fontColor: null, bold: null, numberFormat: null, stopIfTrue: false },
    });
    const isNull = await run(async (context, sheet) => {
      addRule(sheet.getRange("B2"), "=TRUE");
      const rules = sheet.getRange().conditionalFormats.load("items/id,items/customOrNullObject/rule/formula");
      await context.sync();
      rules.items[0]!.delete();
      await context.sync();
      return rules.items.map(({ customOrNullObject }) => customOrNullObject.isNullObject);
    });
    expect(isNull).toEqual([false, true]);
    expect(excel.sheet("実績").rules.map(({ id }) => id)).toEqual(["theirs"]);
  });

  it("move behind all others by their priority, and have to be fetched again then", async () => {
    const code = await run(async (context, sheet) => {
      addRule(sheet.getRange("B2"), "=TRUE");
      const rule = addRule(sheet.getRange("B2"), "=FALSE");
      rule.priority = 9;
      rule.stopIfTrue = true;
      return context.sync().then(
        () => "done",
        (error: unknown) => (error instanceof client.OfficeExtension.Error ? error.code : "other"),
      );
    });
    expect(code).toBe("InvalidOperation");
    expect(excel.sheet("実績").rules.map(({ formula }) => formula)).toEqual(["=TRUE", "=FALSE"]);
  });
});

describe("a sheet of ours", () => {
  async function makeSheet(): Promise<void> {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.add("推移");
      sheet.getRange("A1:C2").formulas = [
        ["年度", "令和4年度", "令和5年度"],
        ["率", "=実績!B2", "=実績!B3"],
      ];
      const head = sheet.getRange("A1:C1");
      head.format.font.bold = true;
      head.format.font.size = 14;
      head.format.fill.color = "#D9E1F2";
      head.format.horizontalAlignment = "Center";
      head.format.wrapText = true;
      for (const side of ["EdgeTop", "InsideVertical"] as const) head.format.borders.getItem(side).style = "Continuous";
      sheet.getRange("A:A").format.columnWidth = 90;
      sheet.getRange("A1").format.rowHeight = 24;
      sheet.getRange("A4:C4").merge(false);
      sheet.getRange("A5").hyperlink = { documentReference: "実績!B2", textToDisplay: "実績" };
      const page = sheet.pageLayout;
      page.orientation = "Landscape";
      page.paperSize = "A4";
      page.zoom = { horizontalFitToPages: 1 };
      page.headersFooters.defaultForAllPages.centerFooter = "&P / &N";
      page.setPrintTitleRows("$1:$2");
      sheet.horizontalPageBreaks.add("A21");
      sheet.freezePanes.freezeAt("A1:A2");
      const chart = sheet.charts.add("LineMarkers", sheet.getRange("B2:C2"), "Rows");
      chart.title.text = "取得率の推移";
      chart.legend.position = "Bottom";
      chart.axes.valueAxis.numberFormat = "0%";
      chart.setPosition("A7", "H20");
      const line = chart.series.getItemAt(0);
      line.name = "実績";
      line.setValues(sheet.getRange("B2:C2"));
      line.setXAxisValues(sheet.getRange("B1:C1"));
      line.markerStyle = "None";
      line.format.line.lineStyle = "Dash";
      await context.sync();
    });
  }

  it("is made in one round trip, with everything on it, and gone again without a trace", async () => {
    const before = excel.snapshot();
    await makeSheet();
    expect(excel.log.roundTrips).toBe(1);
    const made = excel.sheet("推移");
    expect([excel.shown("推移!B2"), excel.shown("推移!A5")]).toEqual(["0.5", "実績"]);
    expect(excel.cell("推移!B1")?.look).toMatchObject({ bold: true, size: 14, fill: "#D9E1F2", horizontal: "Center", wrap: true });
    expect(Object.keys(excel.cell("推移!A1")?.look.borders ?? {})).toEqual(["top", "right"]);
    expect(Object.keys(excel.cell("推移!C1")?.look.borders ?? {})).toEqual(["top"]);
    expect(made.page).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1 },
      headers: { CenterFooter: "&P / &N" },
      titleRows: { top: 0, bottom: 1 },
    });
    expect([made.rowBreaks[0]?.at, made.frozen, made.columnWidths.get(0), made.rowHeights.get(0), made.merges.length]).toEqual([
      20,
      { top: 0, left: 0, bottom: 1, right: 0 },
      90,
      24,
      1,
    ]);
    expect(made.charts[0]).toMatchObject({ type: "LineMarkers", at: { top: 6, left: 0, bottom: 19, right: 7 } });
    expect(Object.fromEntries(made.charts[0]!.looks)).toEqual({ "Title.Text": "取得率の推移", "Legend.Position": "Bottom", "Axes.ValueAxis.NumberFormat": "0%" });
    expect(made.charts[0]!.series).toMatchObject([{ name: "実績", values: { top: 1, left: 1, bottom: 1, right: 2 }, categories: { top: 0, left: 1, bottom: 0, right: 2 } }]);
    expect(excel.snapshot()).not.toEqual(before);
    await run(async (context) => {
      context.workbook.worksheets.getItem("推移").delete();
      await context.sync();
    });
    expect(excel.snapshot()).toEqual(before);
  });

  it("stands behind the last sheet, and the last visible sheet cannot be deleted", async () => {
    await makeSheet();
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["実績", "隠し", "推移"]);
    excel.sheet("推移").visibility = "Hidden";
    const deletion = run(async (context, sheet) => {
      sheet.delete();
      await context.sync();
    });
    await expect(deletion).rejects.toMatchObject({ code: "InvalidOperation" });
  });

  it("is refused in a workbook whose structure is protected", async () => {
    excel.book.isStructureProtected = true;
    const told = run(async (context) => {
      context.workbook.protection.load("protected");
      await context.sync();
      return context.workbook.protection.protected;
    });
    expect(await told).toBe(true);
    await expect(makeSheet()).rejects.toMatchObject({ code: "AccessDenied" });
  });
});

describe("the snapshot", () => {
  it.each<[string, (sheet: Excel.Worksheet) => unknown]>([
    ["a value", (sheet) => (sheet.getRange("B2").values = [[0.4]])],
    ["a number format", (sheet) => (sheet.getRange("B2").numberFormat = [["0%"]])],
    ["a fill", (sheet) => (sheet.getRange("B2").format.fill.color = "#FFFFFF")],
    ["a rule", (sheet) => sheet.getRange("B2").conditionalFormats.add("Custom")],
    ["a hidden row", (sheet) => (sheet.getRange("2:2").rowHidden = true)],
    ["a width", (sheet) => (sheet.getRange("A:A").format.columnWidth = 99)],
    ["a page break", (sheet) => sheet.horizontalPageBreaks.add("A3")],
    ["a sheet's name", (sheet) => (sheet.name = "別名")],
    ["a part", (sheet) => sheet.context.workbook.customXmlParts.add("<a/>")],
  ])("sees %s", async (_, change) => {
    const before = excel.snapshot();
    await run(async (context, sheet) => {
      change(sheet);
      await context.sync();
    });
    expect(excel.snapshot()).not.toEqual(before);
  });

  it("does not see a cell that was written and emptied again", async () => {
    const before = excel.snapshot();
    await run(async (context, sheet) => {
      sheet.getRange("F6").values = [["仮"]];
      sheet.getRange("F6").values = [[""]];
      await context.sync();
    });
    expect(excel.snapshot()).toEqual(before);
  });
});
