import { bootInNode, type BootedClient } from "../../support/excel/boot-in-node";
import { SimulatedExcel } from "../../support/excel/simulated-excel";
import { readTextWorkbook } from "../../support/text-workbook";

const TEXT = `
== sheet 令和5年度
| 区分 | 対象者 | 取得者 | 取得率 |
| 男性職員 | 12 | 9 | =C2/B2 → 0.75<0.0%> |
| 女性職員 | 0 | 0 | 該当者なし |
merge A5:B5
hidden row 3
hidden col C
== sheet 控え ; hidden
== sheet 保護 ; protected
| 1 |
`;

let client: BootedClient;
let excel: SimulatedExcel;

beforeEach(async () => {
  excel = new SimulatedExcel(readTextWorkbook(TEXT, "行動計画.xlsx").workbook);
  client = await bootInNode(excel);
});
afterEach(() => {
  client.close();
  expect(excel.crashes).toEqual([]);
});

/** Runs a batch that ends with a sync, and answers the error's code, or "done". */
async function outcome(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => unknown): Promise<string> {
  try {
    await client.Excel.run(async (context) => {
      await batch(context, context.workbook.worksheets.getItem("令和5年度"));
      await context.sync();
    });
    return "done";
  } catch (error) {
    if (!(error instanceof client.OfficeExtension.Error)) throw error;
    return error.message.startsWith("SIM: not simulated") ? error.message : error.code;
  }
}

describe("a workbook read through Microsoft's client", () => {
  it("answers sheets, used ranges, values, formulas, formats and shown texts in two round trips", async () => {
    const before = excel.snapshot();
    const read = await client.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load("items/name,items/visibility,items/id,items/protection/protected");
      await context.sync();
      const used = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("address,values,formulas,numberFormat,text"));
      await context.sync();
      return {
        sheets: sheets.items.map(({ name, visibility, protection }) => [name, visibility, protection.protected]),
        used: used.map((range) => (range.isNullObject ? null : [range.address, range.values, range.formulas.at(1)?.at(3), range.numberFormat.at(1), range.text.at(1)])),
      };
    });
    expect(read.sheets).toEqual([
      ["令和5年度", "Visible", false],
      ["控え", "Hidden", false],
      ["保護", "Visible", true],
    ]);
    expect(read.used).toEqual([
      [
        "令和5年度!A1:D3",
        [
          ["区分", "対象者", "取得者", "取得率"],
          ["男性職員", 12, 9, 0.75],
          ["女性職員", 0, 0, "該当者なし"],
        ],
        "=C2/B2",
        ["General", "General", "General", "0.0%"],
        ["男性職員", "12", "9", "75.0%"],
      ],
      null,
      ["保護!A1", [[1]], undefined, undefined, undefined],
    ]);
    expect(excel.log.roundTrips).toBe(2);
    expect(excel.log.all.length).toBe(3);
    expect(excel.keptCount).toBe(0);
    expect(excel.snapshot()).toEqual(before);
  });

  it("tells merges, hidden rows and columns, and our own data", async () => {
    const read = await client.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("令和5年度");
      const merges = sheet.getRange().getMergedAreasOrNullObject().load("address");
      const none = context.workbook.worksheets.getItem("控え").getRange().getMergedAreasOrNullObject().load("address");
      const rows = sheet.getRange("A1:A4").getRowProperties({ rowHidden: true });
      const columns = sheet.getRange("A1:D1").getColumnProperties({ columnHidden: true, columnIndex: true });
      const mixed = sheet.getRange("A2:B3").load("rowHidden,columnHidden");
      context.workbook.customXmlParts.add('<kpi xmlns="urn:kpi">覚え</kpi>');
      const part = context.workbook.customXmlParts.getByNamespace("urn:kpi").getOnlyItemOrNullObject();
      const xml = part.getXml();
      const other = context.workbook.customXmlParts.getByNamespace("urn:other").getOnlyItemOrNullObject().load("id");
      await context.sync();
      return {
        merges: merges.address,
        none: none.isNullObject,
        rows: rows.value.map(({ rowHidden }) => rowHidden),
        columns: columns.value,
        mixed: [mixed.rowHidden, mixed.columnHidden],
        xml: xml.value,
        other: other.isNullObject,
      };
    });
    expect(read).toEqual({
      merges: "令和5年度!A5:B5",
      none: true,
      rows: [false, false, true, false],
      columns: [false, false, true, false].map((columnHidden, columnIndex) => ({ columnHidden, columnIndex })),
      mixed: [null, false],
      xml: '<kpi xmlns="urn:kpi">覚え</kpi>',
      other: true,
    });
  });

  it("knows which origin dates count from", async () => {
    excel.book.date1904 = true;
    const day = await client.Excel.run(async (context) => {
      const found = context.workbook.functions.date(1904, 1, 2).load("value");
      await context.sync();
      return found.value;
    });
    expect(day).toBe(1);
  });
});

describe("mistakes", () => {
  it.each<[string, (context: Excel.RequestContext, sheet: Excel.Worksheet) => unknown, string]>([
    ["a property read that was not loaded", (_, sheet) => sheet.getRange("A1").values, "PropertyNotLoaded"],
    ["a null object asked before the answer", (_, sheet) => sheet.getUsedRangeOrNullObject().isNullObject, "PropertyNotLoaded"],
    ["a result read before the answer", (_, sheet) => sheet.getRange("A1").getRowProperties({ rowHidden: true }).value, "ValueNotLoaded"],
    ["a property no range has", (_, sheet) => sheet.getRange("A1").load("valuez"), "InvalidArgument"],
    ["a sheet that is not there", (context) => context.workbook.worksheets.getItem("令和9年度").load("name"), "ItemNotFound"],
    ["no address", (_, sheet) => sheet.getRange("A0:B").load("values"), "InvalidArgument"],
    ["a table of another shape", (_, sheet) => (sheet.getRange("A1:B2").values = [[1]]), "InvalidArgument"],
    ["a large table of another shape", (_, sheet) => (sheet.getRange("A1:B2").values = Array.from({ length: 900 }, () => [1, 2])), "InvalidArgument"],
    ["a cell of a protected sheet written", (context) => (context.workbook.worksheets.getItem("保護").getRange("A1").values = [[2]]), "AccessDenied"],
    ["a name that is taken", (context) => context.workbook.worksheets.add("控え"), "ItemAlreadyExists"],
    ["a name Excel does not take", (context) => context.workbook.worksheets.add("令和5/6"), "InvalidArgument"],
    ["a hidden sheet activated", (context) => context.workbook.worksheets.getItem("控え").activate(), "InvalidOperation"],
    ["a number format with an open quote", (_, sheet) => (sheet.getRange("A1").numberFormat = [['0"人']]), "InvalidArgument"],
    ["a formula nobody can calculate", (_, sheet) => (sheet.getRange("F1").formulas = [["=XLOOKUP(1,A1:A2,B1:B2)"]]), "GeneralException"],
    ["a property that is not simulated", (_, sheet) => sheet.getRange("A1").load("style"), "SIM: not simulated: Range.Style"],
    ["an object that is not simulated", (_, sheet) => sheet.getRange("A1").dataValidation.load("type"), "SIM: not simulated: Range.DataValidation"],
    ["a method that is not simulated", (_, sheet) => sheet.getRange("A1").insert("Down"), "SIM: not simulated: Range.Insert()"],
    ["a write that is not simulated", (_, sheet) => (sheet.standardWidth = 12), "SIM: not simulated: Worksheet.StandardWidth ="],
    ["an enumeration's other word", (_, sheet) => (sheet.getRange("A1").format.horizontalAlignment = "Links" as "Left"), "InvalidArgument"],
    ["nothing at all", (_, sheet) => sheet.getRange("A1").load("values"), "done"],
  ])("%s", async (_, batch, code) => {
    expect(await outcome(batch)).toBe(code);
  });

  it("what was written before a refusal stays, what comes after it is not done", async () => {
    const code = await outcome((_, sheet) => {
      sheet.getRange("F1").values = [["先"]];
      sheet.getRange("F2:F3").values = [["形"]];
      sheet.getRange("F4").values = [["後"]];
    });
    expect([code, excel.shown("令和5年度!F1"), excel.shown("令和5年度!F4")]).toEqual(["InvalidArgument", "先", ""]);
  });

  it("a range may not be used after its run", async () => {
    const range = await client.Excel.run(async (context) => {
      const found = context.workbook.worksheets.getItem("令和5年度").getRange("A1").load("values");
      await context.sync();
      return found;
    });
    expect(() => range.load("text")).toThrow(expect.objectContaining({ code: "InvalidObjectPath" }));
  });
});

describe("what is typed into cells", () => {
  it.each<[string, unknown, unknown, unknown, string]>([
    ["a figure", 5, 5, null, "General"],
    ["a text", "該当者なし", "該当者なし", null, "General"],
    ["a text that is a figure", "12", 12, null, "General"],
    ["a figure in full width", "１２", 12, null, "General"],
    ["a figure with its unit", "3人", "3人", null, "General"],
    ["a share", "50%", 0.5, null, "0.00%"],
    ["what looks like a date", "4/1", 45_383, null, "yyyy/m/d"],
    ["a year of an era", "令和5年4月1日", 45_383, null, "yyyy/m/d"],
    ["brackets", "(3)", -3, null, "General"],
    ["an apostrophe before it", "'4/1", "4/1", null, "General"],
    ["a dash alone", "-", "-", null, "General"],
    ["a formula", '=IF(B3=0,"該当者なし",C3/B3)', "該当者なし", 'IF(B3=0,"該当者なし",C3/B3)', "General"],
    ["a formula over a share", "=D2", 0.75, "D2", "0.0%"],
    ["nothing", "", null, null, "General"],
  ])("%s", async (_, entry, value, formula, format) => {
    expect(await outcome((__, sheet) => (sheet.getRange("F9").values = [[entry]]))).toBe("done");
    expect(excel.cell("令和5年度!F9")).toMatchObject({ value, formula, format });
  });

  it("a cell formatted as text keeps whatever it is given as a text", async () => {
    await outcome((_, sheet) => {
      const range = sheet.getRange("F9:H9");
      range.numberFormat = [["@", "@", "@"]];
      range.values = [["12", 12, "=A1"]];
    });
    expect(["F9", "G9", "H9"].map((at) => excel.cell(`令和5年度!${at}`)?.value)).toEqual(["12", "12", "=A1"]);
  });

  it("null leaves a cell, and what lies under a merge is lost", async () => {
    await outcome((_, sheet) => {
      sheet.getRange("A2:B2").values = [[null, 13]];
      sheet.getRange("A5:B5").values = [["上", "下"]];
    });
    expect(["A2", "B2", "A5", "B5"].map((at) => excel.cell(`令和5年度!${at}`)?.value)).toEqual(["男性職員", 13, "上", undefined]);
  });

  it("the workbook's own formulas keep their values, ours follow their sources", async () => {
    await outcome((_, sheet) => (sheet.getRange("E2").formulas = [["=ROUND(C2/B2,1)"]]));
    excel.type("令和5年度!C2", 6);
    expect([excel.cell("令和5年度!D2")?.value, excel.cell("令和5年度!E2")?.value]).toEqual([0.75, 0.5]);
  });

  it("part of an array formula cannot be changed, and a spilled cell says that it is one", async () => {
    excel.sheet("令和5年度").arrays.push({ range: { top: 1, left: 5, bottom: 2, right: 5 }, isSpill: false });
    excel.sheet("令和5年度").arrays.push({ range: { top: 1, left: 6, bottom: 2, right: 6 }, isSpill: true });
    expect(await outcome((_, sheet) => (sheet.getRange("F2").values = [[1]]))).toBe("InvalidOperation");
    const told = await client.Excel.run(async (context) => {
      const ranges = ["E2", "F2", "G3", "F1:F2"].map((at) => context.workbook.worksheets.getItem("令和5年度").getRange(at).load("hasSpill,savedAsArray"));
      await context.sync();
      return ranges.map(({ hasSpill, savedAsArray }) => [hasSpill, savedAsArray]);
    });
    expect(told).toEqual([
      [false, false],
      [false, true],
      [true, true],
      [false, null],
    ]);
  });

  it("a large table goes in pieces and arrives whole", async () => {
    const table = Array.from({ length: 400 }, (_, i) => Array.from({ length: 10 }, (__, k) => i * 10 + k));
    await outcome((_, sheet) => (sheet.getRange("K1:T400").values = table));
    expect([excel.cell("令和5年度!K1")?.value, excel.cell("令和5年度!T400")?.value]).toEqual([0, 3999]);
    expect(excel.log.deeds.filter((name) => name === "Values").length).toBe(3);
  });
});
