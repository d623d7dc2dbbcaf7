import { writeRange } from "../../../src/model/cell";
import { markCells, setCell } from "../../support/edit-file";
import { addSheet, sampleSheet } from "../../support/sample-sheet";
import { openExcel } from "../excel/open-excel";
import { contractBook, type ContractBook, type HostUnderTest, type RuleSeen } from "./contract-book";
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
  describe("as every host", () => {
    describeHost(open);
  });
  describeProperties(open, { numRuns: 20 });

  it("is read again and written in one round trip each, whatever the batch holds", async () => {
    const { excel, host, close } = await openExcel(contractBook().workbook);
    try {
      const before = excel.log.roundTrips;
      const edits = [setCell("D3", 7, { format: '0"人"' }), markCells(["B4"], ["D2"]), markCells(["D4"], [], "It's 別表"), addSheet(sampleSheet())];
      expect(await host.apply(edits)).toMatchObject({ applied: 4, refused: [] });
      expect(excel.log.roundTrips - before).toBe(2);
    } finally {
      close();
    }
  });
});
