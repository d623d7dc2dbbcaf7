import fc from "fast-check";
import { join } from "node:path";
import { findRepairs, readPlainNumber } from "../../src/filling/find-repairs";
import { FileHost } from "../../src/hosts/file/file-host";
import { showText } from "../../src/hosts/shown/shown-text";
import { fillEdits, repairEdits } from "../../src/inspection/edits";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { readAddress } from "../../src/model/cell";
import { defaultProfile } from "../../src/model/profile";
import type { Repair } from "../../src/model/repair";
import type { Reading } from "../../src/model/reading";
import type { Workbook } from "../../src/model/workbook";
import { readWorkbook } from "../../src/reading/read-workbook";
import { openKnownWorkbooks, USUAL_DAY } from "../support/known-workbooks";
import { readTextWorkbook } from "../support/text-workbook";
import { writeWorkbookFile } from "../support/write-workbook-file";

const known = openKnownWorkbooks(join(__dirname, "../workbooks"));
const options = { profile: defaultProfile, asOf: USUAL_DAY };

/** The workbook as it stands once the texts have become numbers, each shown by its format. */
function repaired(workbook: Workbook, repairs: readonly Repair[]): Workbook {
  const byCell = new Map(repairs.map((repair) => [`${repair.at.sheet}!${readAddress(repair.at.cell)!.row}:${readAddress(repair.at.cell)!.col}`, repair]));
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        const repair = byCell.get(`${sheet.name}!${cell.row}:${cell.col}`);
        return repair ? { ...cell, value: repair.value, format: repair.format, text: showText(repair.value, repair.format, false) } : cell;
      }),
    })),
  };
}

const meaningsOf = ({ observations, targets, unread }: Reading) => [
  ...observations.map(
    (o) => `${o.at.sheet}!${o.at.cell} ${o.indicator} ${o.role} ${JSON.stringify(o.period)} ${JSON.stringify(o.group)} ${o.state} ${o.value?.toPrecision(10)} ${o.unit}`,
  ),
  ...targets.map((t) => `${t.at.sheet}!${t.at.cell} ${t.indicator} ${t.text}`),
  `${unread.length} unread`,
];

describe("what can become a number and look the same", () => {
  it.each([
    ["3人", 3, '0"人"'],
    ["3名", 3, '0"名"'],
    ["12.5日", 12.5, '0.0"日"'],
    ["12.50日", 12.5, '0.00"日"'],
    ["1,234時間", 1234, '#,##0"時間"'],
    ["1234時間", 1234, '0"時間"'],
    ["85.0%", 0.85, "0.0%"],
    ["0%", 0, "0%"],
    ["-3.2%", -0.032, "0.0%"],
    ["0人", 0, '0"人"'],
    ["17", 17, "0"],
    ["3 人", 3, '0" 人"'],
    ["　3人 ", 3, '"　"0"人 "'],
    ["126時間/人", 126, '0"時間/人"'],
    ["0.075", 0.075, "0.000"],
  ])("%s", (text, value, format) => {
    expect(readPlainNumber(text)).toEqual({ value, format });
    expect(showText(value, format, false)).toBe(text);
  });

  it.each([
    ["a range", "3〜5人"],
    ["two figures", "7人/8人"],
    ["a rate with its counts", "100%（1人/1人）"],
    ["last year in brackets", "13.3(11.9)"],
    ["full-width digits", "３人"],
    ["a full-width percent sign", "85.0％"],
    ["a footnote mark", "436※"],
    ["days with hours", "9日と3時間"],
    ["a time", "7:45"],
    ["about so many", "約8.5時間"],
    ["a decrease", "▲0.2日"],
    ["a plus sign", "+3人"],
    ["leading noughts", "007"],
    ["thousands parted in the wrong place", "12,34"],
    ["nothing below nought", "-0人"],
    ["more digits than a number keeps", "12345678901234567"],
    ["a minus behind a space", " -3人"],
    ["no figure", "該当者なし"],
    ["a target", "80%以上"],
    ["letters that a format would read otherwise", '3"人"'],
  ])("not %s", (_because, text) => {
    expect(readPlainNumber(text)).toBeUndefined();
  });

  test("whatever the text: a number that is offered is shown as the very text", () => {
    const piece = fc.constantFrom(..."0123456789", ".", ",", "-", "人", "日", "時間", "名", "%", "％", " ", "　", "/人", "約", "(", ")", '"', "年", "回");
    const text = fc.oneof(
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join("")),
      fc
        .tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 4 }), fc.constantFrom("人", "日", "時間", "%", "", " 人"), fc.boolean())
        .map(([n, places, unit, isGrouped]) => {
          const digits = (n / 10 ** places).toFixed(places);
          return `${isGrouped ? digits.replace(/\B(?=(\d{3})+(?!\d|\.\d*\d{3}))/g, ",") : digits}${unit}`;
        }),
    );
    let offered = 0;
    fc.assert(
      fc.property(text, (typed) => {
        const read = readPlainNumber(typed);
        if (!read) return;
        offered++;
        expect(showText(read.value, read.format, false)).toBe(typed);
        expect(read.format.length).toBeLessThan(40);
      }),
      { numRuns: 3000 },
    );
    expect(offered).toBeGreaterThan(500);
  });
});

describe("which cells are offered", () => {
  it("single figures of read tables; no formulas, no targets, no texts outside", () => {
    const { workbook } = readTextWorkbook(`
== sheet 実績
@ A1
| 部分休業の取得状況【目標：取得率 50%】 |
| 区分 | R3 | R4 | R5 | 目標 |
| 取得人数 | 1人 | 2人 | ="1人" → 1人 | |
| 復帰人数 | 2人 | 該当者なし | 4人※ | |
| 取得率 | 50.0% | | 25.0% | 60% |
@ A9
| 担当 12人 |
`);
    const reading = readWorkbook(workbook, options);
    expect(findRepairs(reading).map(({ at, value, format }) => `${at.cell} ${value} ${format}`)).toEqual(['B3 1 0"人"', 'C3 2 0"人"', 'B4 2 0"人"', "B5 0.5 0.0%", "D5 0.25 0.0%"]);
  });

  test.each(known.map((k) => [k.name, k] as const))("%s: every offer looks the same, and is read the same once it is a number", (_name, { workbook, truth }) => {
    const asOf = truth.asOf ?? USUAL_DAY;
    const before = readWorkbook(workbook, { ...options, asOf });
    const repairs = findRepairs(before);
    for (const { value, format, text } of repairs) expect(showText(value, format, false)).toBe(text);
    expect(meaningsOf(readWorkbook(repaired(workbook, repairs), { ...options, asOf }))).toEqual(meaningsOf(before));
  });

  it("is not a rare thing on the known workbooks", () => {
    expect(known.reduce((n, { workbook }) => n + findRepairs(readWorkbook(workbook, options)).length, 0)).toBeGreaterThan(100);
  });
});

test("after a repair the fills that could only be values are live formulas", async () => {
  const { workbook } = readTextWorkbook(`
== sheet 実績
@ A1
| 部分休業の取得状況 |
| 区分 | R3 | R4 | R5 |
| 取得人数 | 1人 | 2人 | 1人 |
| 復帰人数 | 2人 | 8人 | 3人 |
| 取得率 | 50.0% | | |
`);
  const host = new FileHost(writeWorkbookFile(workbook), "実績.xlsx");
  const first = inspectWorkbook(await host.readWorkbook(), options);
  expect(first.fills.map(({ at, formula }) => [at.cell, formula])).toEqual([
    ["C5", null],
    ["D5", null],
  ]);
  expect(await host.apply(repairEdits(first.repairs))).toMatchObject({ applied: first.repairs.length, refused: [] });

  const asNumbers = await host.readWorkbook();
  const textsOf = ({ sheets }: Workbook) => sheets[0]!.cells.map(({ row, col, text }) => `${row}:${col} ${text}`);
  expect(textsOf(asNumbers)).toEqual(textsOf(workbook));
  const second = inspectWorkbook(asNumbers, options);
  expect(second.repairs).toEqual([]);
  expect(second.findings.filter(({ check }) => check === "number-as-text")).toEqual([]);
  expect(second.fills.map(({ at, formula }) => [at.cell, formula])).toEqual([
    ["C5", '=IF(C4=0,"該当者なし",C3/C4)'],
    ["D5", '=IF(D4=0,"該当者なし",D3/D4)'],
  ]);
  expect(await host.apply(fillEdits(second.fills))).toMatchObject({ applied: 2, refused: [] });
  expect((await host.readWorkbook()).sheets[0]!.cells.filter(({ row }) => row === 4).map(({ text }) => text)).toEqual(["取得率", "50.0%", "25.0%", "33.3%"]);
});
