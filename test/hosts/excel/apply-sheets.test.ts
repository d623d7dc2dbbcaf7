import type { Edit } from "../../../src/model/edit";
import { fingerprintCells, readSheetTag, writeSheetTag, type NewSheet } from "../../../src/model/new-sheet";
import { HostRefusal } from "../../../src/hosts/host";
import { openText, type OpenedExcel } from "./open-excel";

const TEXT = "== sheet 実績\n| 取得率 | 0.5<0.0%> |";

const SHEET: NewSheet = {
  name: "フォローアップ R6",
  columns: [20, 8, 8, 12],
  heights: [{ row: 0, height: 30 }],
  cells: [
    { row: 0, col: 0, value: "フォローアップ", formula: writeSheetTag("follow-up", "フォローアップ"), look: { bold: true, size: 14 } },
    { row: 1, col: 0, value: "指標", look: { bold: true, fill: "D9E1F2", border: true } },
    { row: 1, col: 1, value: "令和5年度", look: { bold: true, fill: "D9E1F2", border: true, align: "center" } },
    { row: 1, col: 2, value: "4/1", look: { bold: true, fill: "D9E1F2", border: true, align: "center" } },
    { row: 2, col: 0, value: "取得率", look: { border: true, wrap: true, valign: "middle" }, link: { sheet: "実績", cell: "A1" } },
    { row: 2, col: 1, value: 0.5, look: { border: true, format: "0.0%" } },
    { row: 2, col: 2, value: 0.6, formula: "B3+0.1", look: { border: true, format: "0.0%", color: "C00000" } },
    { row: 3, col: 0, value: "目標" },
    { row: 3, col: 1, value: 0.8, look: { format: "0.0%" } },
    { row: 3, col: 2, value: 0.8, look: { format: "0.0%" } },
    { row: 5, col: 0, value: null, look: { border: true } },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
  charts: [
    {
      title: "取得率",
      categories: { top: 1, left: 1, bottom: 1, right: 2 },
      series: [
        { name: "実績", role: "actual", values: { top: 2, left: 1, bottom: 2, right: 2 } },
        { name: "目標", role: "target", values: { top: 3, left: 1, bottom: 3, right: 2 } },
      ],
      at: { top: 7, left: 0, bottom: 20, right: 3 },
      format: "0.0%",
    },
  ],
  page: { orientation: "landscape", titleRows: { from: 0, to: 1 }, breaks: [22] },
  freeze: { row: 2, col: 1 },
};

const add: Edit = { kind: "add-sheet", sheet: SHEET };
const remove: Edit = { kind: "remove-sheet", sheet: SHEET.name, was: fingerprintCells(SHEET.cells) };

let opened: OpenedExcel;
beforeEach(async () => {
  opened = await openText(TEXT);
});
afterEach(() => opened.close());

describe("a sheet of ours", () => {
  test("comes in one batch, with its cells as they were given", async () => {
    expect(await opened.host.apply([add])).toMatchObject({ applied: 1, refused: [] });
    expect(opened.excel.log.roundTrips).toBe(2);
    const { sheets } = await opened.host.readWorkbook();
    const made = sheets.at(-1)!;
    expect(made.name).toBe(SHEET.name);
    expect(readSheetTag(made.cells)).toBe("follow-up");
    expect(fingerprintCells(made.cells)).toBe(fingerprintCells(SHEET.cells));
    expect(made.merges).toEqual(SHEET.merges);
    expect(made.cells.map(({ row, col, text }) => [row, col, text]).filter(([row]) => row === 1 || row === 2)).toEqual([
      [1, 0, "指標"],
      [1, 1, "令和5年度"],
      [1, 2, "4/1"],
      [2, 0, "取得率"],
      [2, 1, "50.0%"],
      [2, 2, "60.0%"],
    ]);
  });

  test("looks as it was said", async () => {
    await opened.host.apply([add]);
    const cell = (at: string): unknown => opened.excel.cell(`${SHEET.name}!${at}`)?.look;
    expect(cell("A1")).toMatchObject({ bold: true, size: 14 });
    expect(cell("B2")).toMatchObject({ bold: true, fill: "#D9E1F2", horizontal: "Center" });
    expect(cell("A3")).toMatchObject({ wrap: true, vertical: "Center" });
    expect(cell("C3")).toMatchObject({ color: "#C00000" });
    expect(cell("A6")).toHaveProperty("borders");
    expect(opened.excel.cell(`${SHEET.name}!A3`)).toMatchObject({ value: "取得率", look: { color: "#000000", underline: "None" }, link: { documentReference: "'実績'!A1" } });
    const sheet = opened.excel.sheet(SHEET.name);
    expect(sheet.rowHeights.get(0)).toBe(30);
    expect(sheet.columnWidths.get(0)).toBeGreaterThan(sheet.columnWidths.get(1)!);
  });

  test("prints on A4 with its titles, page numbers and breaks, and scrolls under its headings", async () => {
    await opened.host.apply([add]);
    const { page, rowBreaks, frozen } = opened.excel.sheet(SHEET.name);
    expect(page).toMatchObject({ orientation: "Landscape", paperSize: "A4", zoom: { horizontalFitToPages: 1 } });
    expect(page.titleRows).toMatchObject({ top: 0, bottom: 1 });
    expect(Object.values(page.headers)).toContain("&P / &N");
    expect(rowBreaks.map(({ at }) => at)).toEqual([22]);
    expect(frozen).toEqual({ top: 0, left: 0, bottom: 1, right: 0 });
  });

  test("has its chart: the target dashed and without points", async () => {
    await opened.host.apply([add]);
    const [chart] = opened.excel.sheet(SHEET.name).charts;
    expect(chart).toMatchObject({ type: "LineMarkers", at: SHEET.charts[0]!.at });
    expect(chart!.series.map(({ name, values, categories }) => ({ name, values, categories }))).toEqual(
      SHEET.charts[0]!.series.map(({ name, values }) => ({ name, values, categories: SHEET.charts[0]!.categories })),
    );
    const [actual, target] = chart!.series.map(({ looks }) => Object.fromEntries(looks));
    expect(target).toMatchObject({ MarkerStyle: "None" });
    expect(JSON.stringify(target)).toContain("Dash");
    expect(actual).toMatchObject({ MarkerStyle: "Circle" });
    expect(JSON.stringify(Object.fromEntries(chart!.looks))).toContain("取得率");
  });

  test("goes again while nobody wrote into it, and leaves nothing behind", async () => {
    const before = opened.excel.snapshot();
    await opened.host.apply([add]);
    expect(await opened.host.apply([remove])).toMatchObject({ applied: 1, refused: [] });
    expect(opened.excel.snapshot()).toEqual(before);
  });
});

describe("left alone", () => {
  const refused = async (...edits: Edit[]): Promise<unknown> => (await opened.host.apply(edits)).refused.map(({ reason }) => reason);

  test("a name that is taken, whatever its capitals", async () => {
    expect(await refused({ kind: "add-sheet", sheet: { ...SHEET, name: "実績" } })).toEqual(["name-taken"]);
    expect(opened.excel.log.roundTrips).toBe(1);
  });

  test("a workbook whose structure is protected", async () => {
    await opened.host.apply([add]);
    opened.excel.book.isStructureProtected = true;
    expect(await refused({ kind: "add-sheet", sheet: { ...SHEET, name: "別" } }, remove)).toEqual(["protected", "protected"]);
  });

  test("a sheet of ours that somebody wrote into", async () => {
    await opened.host.apply([add]);
    opened.excel.type(`${SHEET.name}!D3`, "原因は調査中");
    expect(await refused(remove)).toEqual(["changed"]);
    expect(opened.excel.book.sheets).toHaveLength(2);
  });

  test("a sheet of the user's, and one that is not there", async () => {
    expect(await refused({ kind: "remove-sheet", sheet: "実績", was: fingerprintCells([{ row: 0, col: 0, value: "取得率" }]) }, remove)).toEqual(["changed", "not-found"]);
  });
});

test("a name taken in the very moment of writing stops the batch before any cell is written", async () => {
  opened.excel.behaviour.beforeRequest = (n) => void (n === 2 && opened.excel.book.addSheet(SHEET.name));
  const cell: Edit = { kind: "set-cell", sheet: "実績", row: 0, col: 2, was: { value: null, formula: null }, value: 1, formula: null, format: null };
  await expect(opened.host.apply([cell, add])).rejects.toBeInstanceOf(HostRefusal);
  expect(opened.excel.cell("実績!C1")).toBeUndefined();
});
