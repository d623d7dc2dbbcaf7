import { FilePaneHost } from "../../src/workbench/file-pane-host";
import { FileSession } from "../../src/workbench/file-session";
import type { Caller } from "../../src/taskpane/worker-calls";
import type { Edit } from "../../src/model/edit";
import { markCells, setCell } from "../support/edit-file";
import { addSheet, removeSheet, sampleSheet } from "../support/sample-sheet";
import { buildStyles, buildWorkbook } from "../support/xlsx-builder";

const bytes = buildWorkbook({ sheets: [{ name: "実績", rows: '<row r="1"><c r="A1" s="1"><v>1</v></c></row>' }], styles: buildStyles([0, "0.0%"]) });
const sheet = sampleSheet();

describe("a file at its place", () => {
  it("lists a sheet that was added, shows it, and lists it no more when it is gone", async () => {
    const session = await FileSession.open(bytes, "実績.xlsx");
    await session.apply([addSheet(sheet)]);
    expect(session.list().tabs.map(({ name }) => name)).toEqual(["実績", sheet.name]);
    expect(session.window(sheet.name).shape()).toMatchObject({ usedRows: 9, usedCols: 6, frozenRows: 3, charts: 1 });
    await session.apply([removeSheet(sheet)]);
    expect(session.list().tabs.map(({ name }) => name)).toEqual(["実績"]);
    // A page that has not heard of it yet sees a blank sheet, and no mistake.
    expect(session.window(sheet.name).shape()).toMatchObject({ usedRows: 0, usedCols: 0, charts: 0 });
    expect(() => session.window("ない")).toThrow("no sheet");
  });

  it("shows a sheet anew that came in place of one of the same name", async () => {
    const session = await FileSession.open(bytes, "実績.xlsx");
    await session.apply([addSheet(sheet)]);
    expect(session.window(sheet.name).shape().usedRows).toBe(9);
    const longer = sampleSheet(sheet.name, { cells: [...sheet.cells, { row: 40, col: 0, value: "下" }] });
    // A name that goes with a batch is free only after it.
    await session.apply([removeSheet(sheet)]);
    await session.apply([addSheet(longer)]);
    expect(session.window(sheet.name).shape().usedRows).toBe(41);
  });

  it("hands on what the host says an undo has to give back", async () => {
    const session = await FileSession.open(bytes, "実績.xlsx");
    const report = await session.apply([setCell("A1", 2, { was: 1, format: "0%" }), markCells(["A1"])]);
    expect(report).toEqual({ applied: 2, refused: [], formats: { "実績!A1": "0.0%" }, marks: { 実績: null } });
  });
});

describe("the page beside the file", () => {
  const refreshed: boolean[] = [];
  const caller: Caller = { call: <T>() => Promise.resolve({ applied: 1, refused: [] } as T), close: () => undefined };
  const host = new FilePaneHost("実績.xlsx", caller, {
    show: () => undefined,
    preview: () => undefined,
    refresh: (areTabsNew) => Promise.resolve(void refreshed.push(areTabsNew)),
    readSelection: () => null,
  });

  test.each<[string, Edit, readonly boolean[]]>([
    ["a cell: the cells are out of date", setCell("A1", 2, { was: 1 }), [false]],
    ["a new sheet: the tabs too", addSheet(sheet), [true]],
    ["a sheet that goes: the tabs too", removeSheet(sheet), [true]],
    ["our own data: nothing that is shown", { kind: "set-own-data", text: "{}" }, []],
  ])("is told after %s", async (_, edit, told) => {
    refreshed.length = 0;
    await host.apply([edit]);
    expect(refreshed).toEqual(told);
  });
});
