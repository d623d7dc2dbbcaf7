import { join } from "node:path";
import type { Sheet, Workbook } from "../../../src/model/workbook";
import { FileHost } from "../../../src/hosts/file/file-host";
import { generateWorkbook } from "../../support/generate-workbook";
import { openKnownWorkbooks } from "../../support/known-workbooks";
import { writeWorkbookFile } from "../../support/write-workbook-file";
import { openExcel, type OpenedExcel } from "./open-excel";

const MEGABYTE = 1024 * 1024;

let opened: OpenedExcel | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
});

/** What both hosts must say alike; a file may hide rows and columns far away from every cell. */
function comparable({ sheets, date1904, ownData }: Workbook): unknown {
  return { date1904, ownData, sheets: sheets.map((sheet) => ({ ...sheet, hiddenRows: [...sheet.hiddenRows].sort(), hiddenCols: lookedAt(sheet) })) };
}

function lookedAt({ cells, hiddenCols }: Sheet): number[] {
  const last = Math.max(-1, ...cells.map(({ col }) => col));
  return [...hiddenCols].filter((col) => col <= last).sort();
}

test.each(openKnownWorkbooks(join(__dirname, "../../workbooks")).map((known) => [known.name, known] as const))("%s is read as from its file", async (_, { workbook }) => {
  const file = await new FileHost(writeWorkbookFile(workbook), workbook.name).readWorkbook();
  opened = await openExcel(workbook);
  const read = await opened.host.readWorkbook();
  expect(comparable(read)).toEqual(comparable(file));
});

/** A workbook as a file holds it: headings, labels, figures, shares, dates, every eighth cell a formula. */
function makeWorkbook(cells: number, sheets: number): Promise<Workbook> {
  return new FileHost(generateWorkbook(cells, { sheets }), "大きなブック.xlsx").readWorkbook();
}

describe("round trips count by payload", () => {
  test.each([
    [1, 8_000],
    [20, 8_000],
    [100, 8_000],
    [20, 160_000],
    [100, 400_000],
  ])("%i sheets with %i cells", async (sheets, cells) => {
    const workbook = await makeWorkbook(cells, sheets);
    opened = await openExcel(workbook);
    const { excel, host } = opened;
    excel.behaviour.responseLimit = 5 * MEGABYTE;
    excel.behaviour.requestLimit = 5 * MEGABYTE;
    const read = await host.readWorkbook();
    const bytes = excel.log.counted.reduce((sum, { bytesDown }) => sum + bytesDown, 0);
    expect(excel.log.counted.map(({ refusal }) => refusal).filter((refusal) => refusal !== null)).toEqual([]);
    expect(excel.log.roundTrips).toBeLessThanOrEqual(3 * Math.ceil(bytes / (4 * MEGABYTE)));
    expect(excel.log.roundTrips).toBeLessThanOrEqual(2 + Math.ceil(bytes / (3 * MEGABYTE)));
    expect(excel.log.largest.down).toBeLessThan(5 * MEGABYTE);
    expect(read.sheets.map(({ cells: found }) => found.length)).toEqual(workbook.sheets.map(({ cells: found }) => found.length));
    expect(read.sheets.at(-1)!.cells.at(-1)).toEqual(workbook.sheets.at(-1)!.cells.at(-1));
  });

  test("the yardstick of twenty sheets with 200 rows of 40 cells takes three", async () => {
    opened = await openExcel(await makeWorkbook(160_000, 20));
    await opened.host.readWorkbook();
    expect(opened.excel.log.roundTrips).toBe(3);
    // Nothing is kept at Excel's side, so nothing has to be cleaned up.
    expect(opened.excel.log.all.length - opened.excel.log.roundTrips).toBeLessThanOrEqual(1);
    expect(opened.excel.keptCount).toBe(0);
  });
});
