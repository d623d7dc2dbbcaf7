import { CannotCalculate, evaluate, type Worth } from "../../support/excel/evaluate";
import { SimulatedExcel } from "../../support/excel/simulated-excel";
import { readTextWorkbook } from "../../support/text-workbook";

/** B2 is 8, C2 is 6, D2 is a text, E2 an error, F2 empty; the second sheet has 1 to 4. */
const CELLS: { readonly [cell: string]: Worth } = { ":1:1": 8, ":1:2": 6, ":1:3": "秘匿", ":1:4": { error: "#N/A" }, "前年:0:0": 1, "前年:0:1": 2, "前年:1:0": 3, "前年:1:1": 4 };

function value(formula: string): Worth {
  return evaluate(formula, (sheet, row, col) => CELLS[`${sheet ?? ""}:${row}:${col}`] ?? null);
}

describe("formulas", () => {
  it.each<[string, Worth]>([
    ["C2/B2", 0.75],
    ["$C$2*2-B2%", 11.92],
    ["-(1+2)^2", 9],
    ['IF(F2=0,"該当者なし",C2/F2)', "該当者なし"],
    ['IF(B2=0,"該当者なし",C2/B2)', 0.75],
    ["C2/F2", { error: "#DIV/0!" }],
    ["D2*2", { error: "#VALUE!" }],
    ["E2+1", { error: "#N/A" }],
    ["IFERROR(E2,0)", 0],
    ["SUM(B2:F2)", { error: "#N/A" }],
    ["SUM(B2:D2)", 14],
    ["SUM(B2,C2,3)", 17],
    ["SUM('前年'!A1:B2)", 10],
    ["前年!B2-前年!A1", 3],
    ["AVERAGE(B2:C2)", 7],
    ["COUNT(B2:F2)", 2],
    ["ROUND(C2/7,2)", 0.86],
    ["ROUND(1.005,2)", 1.01],
    ['IF(N("kpi-sheet 推移")=0,"題")', "題"],
    ['B2&"人"', "8人"],
    ['D2="秘匿"', true],
    ['"b">1', true],
    ["F2", 0],
    ['"A1"&""', "A1"],
  ])("=%s", (formula, worth) => {
    expect(value(formula)).toEqual(worth);
  });

  it.each(["XLOOKUP(1,A1:A2,B1:B2)", "SUM(A1", "A1:B2:", "1+", "テーブル1[列]", ""])("=%s cannot be calculated here", (formula) => {
    expect(() => value(formula)).toThrow(CannotCalculate);
  });
});

it("a test's own calculation comes before ours", () => {
  const excel = new SimulatedExcel(readTextWorkbook("== sheet A\n| 1 | 2 |\n").workbook, {
    calculate: (sheet, formula) => (formula.startsWith("XLOOKUP") ? `${sheet} found` : undefined),
  });
  excel.type("A!C1", "=XLOOKUP(1,A1:A2,B1:B2)");
  excel.type("A!D1", "=A1+B1");
  expect([excel.cell("A!C1")?.value, excel.cell("A!D1")?.value]).toEqual(["A found", 3]);
});
