import { HostRefusal } from "../../../src/hosts/host";
import { readRect } from "../../support/excel/rect";
import { openText, type OpenedExcel } from "./open-excel";

const TEXT = `
== sheet 実績
| 取得率 | 0.5<0.0%> |
| 取得者 | 7 |
== sheet 別 シート
| 1 |
== sheet 控え ; hidden
| 1 |
`;

let opened: OpenedExcel;
afterEach(() => opened.close());

describe("showing a cell", () => {
  test("goes to its sheet and selects it, and colours nothing", async () => {
    opened = await openText(TEXT);
    const before = opened.excel.snapshot();
    await opened.host.show({ sheet: "別 シート", cell: "A1" }, [{ sheet: "実績", cell: "B1" }]);
    expect(opened.excel.book.active.name).toBe("別 シート");
    expect(opened.excel.book.selection).toEqual([readRect("A1")]);
    expect(opened.excel.snapshot()).toEqual(before);
  });

  test("related cells need an Excel that selects several ranges; the others go to the cell alone", async () => {
    opened = await openText(TEXT, { excelApi: "1.14" });
    await opened.host.show({ sheet: "実績", cell: "B1" }, [{ sheet: "実績", cell: "B2" }]);
    expect(opened.excel.book.selection).toEqual([readRect("B1")]);
  });

  test("where it is there, they are selected together", async () => {
    opened = await openText(TEXT, { excelApi: "1.18" });
    const selected: string[] = [];
    // The tested library does not know this member yet.
    Object.assign(Excel.RangeAreas.prototype, { select: () => void selected.push("areas") });
    await opened.host.show({ sheet: "実績", cell: "B1" }, [{ sheet: "実績", cell: "B2" }]);
    expect(selected).toEqual(["areas"]);
  });

  test.each([
    ["控え", /控え.*再表示/],
    ["無い", /無い.*見つかりません/],
  ])("a sheet that cannot be shown (%s) is told, not unhidden", async (sheet, words) => {
    opened = await openText(TEXT);
    const error: unknown = await opened.host.show({ sheet, cell: "A1" }, []).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HostRefusal);
    expect((error as HostRefusal).sentence.ja).toMatch(words);
    expect(opened.excel.sheet("控え").visibility).toBe("Hidden");
  });
});

describe("what is selected", () => {
  test("the range, and what its first cell shows", async () => {
    opened = await openText(TEXT);
    opened.excel.book.select(opened.excel.sheet("実績"), [readRect("B1:B2")]);
    expect(await opened.host.readSelection()).toEqual({ sheet: "実績", range: readRect("B1:B2"), text: "50.0%" });
  });

  test("of several ranges the one with the active cell, on a sheet whose name needs quotes", async () => {
    opened = await openText(TEXT);
    opened.excel.book.select(opened.excel.sheet("別 シート"), [readRect("A1:A4"), readRect("C3")]);
    expect(await opened.host.readSelection()).toEqual({ sheet: "別 シート", range: readRect("A1:A4"), text: "1" });
  });
});
