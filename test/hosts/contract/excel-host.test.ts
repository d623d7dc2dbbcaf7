import { writeRange } from "../../../src/model/cell";
import { openExcel } from "../excel/open-excel";
import type { ContractBook, HostUnderTest, RuleSeen } from "./contract-book";
import { describeHost } from "./host-contract";
import { describeProperties } from "./host-properties";

async function open({ workbook, usersRules, arrays, isStructureLocked }: ContractBook): Promise<HostUnderTest> {
  const { excel, host, close } = await openExcel(workbook);
  for (const { sheet, range } of arrays) excel.sheet(sheet).arrays.push({ range, isSpill: false });
  usersRules.forEach(({ sheet, range, formula }, i) =>
    excel.sheet(sheet).rules.push({
      id: `{user ${i}}`,
      type: "Custom",
      ranges: [range],
      formula: `=${formula}`,
      fill: "#FF0000",
      fontColor: null,
      bold: null,
      numberFormat: null,
      stopIfTrue: false,
    }),
  );
  excel.book.isStructureProtected = isStructureLocked;
  return {
    host,
    picture: () => excel.snapshot(),
    meaning: () => excel.snapshot(),
    rules: (sheet) =>
      excel.sheet(sheet).rules.map(({ formula, ranges, numberFormat }): RuleSeen => ({
        formula: (formula ?? "").replace(/^=/, ""),
        ranges: ranges.map(writeRange).join(" "),
        format: numberFormat,
      })),
    close,
  };
}

describe("a workbook in Excel", () => {
  describeHost(open);
  describeProperties(open, { numRuns: 20 });
});
