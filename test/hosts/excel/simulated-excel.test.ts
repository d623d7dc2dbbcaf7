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

describe("reading", () => {
  it("answers sheets, used ranges, values, formulas, formats and shown texts in two round trips", async () => {
    const read = await client.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load("items/name,items/visibility,items/id");
      await context.sync();
      const used = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("address,values,formulas,numberFormat,text"));
      const guards = sheets.items.map((sheet) => sheet.protection.load("protected"));
      await context.sync();
      return {
        sheets: sheets.items.map((sheet, i) => [sheet.name, sheet.visibility, guards[i]!.protected]),
        used: used.map((range) => (range.isNullObject ? null : [range.address, range.values, range.formulas.at(1)?.at(3), range.numberFormat.at(1), range.text.at(1)])),
      };
    });
    expect(read.sheets).toEqual([
      ["令和5年度", "Visible", false],
      ["控え", "Hidden", false],
      ["保護", "Visible", true],
    ]);
    expect(read.used[0]).toEqual([
      "令和5年度!A1:D3",
      [
        ["区分", "対象者", "取得者", "取得率"],
        ["男性職員", 12, 9, 0.75],
        ["女性職員", 0, 0, "該当者なし"],
      ],
      "=C2/B2",
      ["General", "General", "General", "0.0%"],
      ["男性職員", "12", "9", "75.0%"],
    ]);
    expect(read.used[1]).toBeNull();
    expect(excel.log.roundTrips).toBe(2);
    expect(excel.keptCount).toBe(0);
  });
});
