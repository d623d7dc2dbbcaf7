import type { Edit } from "../../../src/model/edit";
import { writeSheetTag } from "../../../src/model/new-sheet";
import { openText, type OpenedExcel } from "./open-excel";

const TEXT = "== sheet 実績\n| 題 | |\n| 取得率 | 0.5<0.0%> | |\nmerge A1:B1\nhidden row 4";

const EDITS: Edit[] = [
  { kind: "set-cell", sheet: "実績", row: 1, col: 2, was: { value: null, formula: null }, value: 1, formula: "B2*2", format: "0.0%" },
  { kind: "mark", sheet: "実績", ranges: [{ top: 1, left: 1, bottom: 1, right: 2 }], numeric: [{ top: 1, left: 1, bottom: 1, right: 2 }] },
  {
    kind: "add-sheet",
    sheet: {
      name: "フォローアップ",
      columns: [10, 10],
      heights: [],
      cells: [
        { row: 0, col: 0, value: "題", formula: writeSheetTag("follow-up", "題"), look: { bold: true, border: true } },
        { row: 1, col: 0, value: 1 },
        { row: 1, col: 1, value: 2 },
      ],
      merges: [],
      charts: [
        {
          title: "題",
          categories: { top: 1, left: 0, bottom: 1, right: 1 },
          series: [{ name: "実績", role: "actual", values: { top: 1, left: 0, bottom: 1, right: 1 } }],
          at: { top: 3, left: 0, bottom: 9, right: 1 },
          format: "0",
        },
      ],
      page: { orientation: "portrait", titleRows: null, breaks: [] },
      freeze: { row: 1, col: 0 },
    },
  },
  { kind: "set-own-data", text: "記録" },
];

let opened: OpenedExcel;
afterEach(() => opened.close());

// The library itself refuses members of newer sets than Excel has.
test.each(["1.14", "1.15"])("with ExcelApi %s everything is read and written", async (excelApi) => {
  opened = await openText(TEXT, { excelApi });
  const { excel, host } = opened;
  await host.readWorkbook();
  expect(await host.apply(EDITS)).toMatchObject({ applied: 3, refused: [] });
  await host.show({ sheet: "実績", cell: "B2" }, [{ sheet: "実績", cell: "A2" }]);
  expect((await host.readSelection())?.text).toBe("50.0%");
  const end = host.listen(() => undefined);
  await host.readWorkbook();
  end();
  expect(excel.log.counted.flatMap(({ refusal }) => refusal ?? [])).toEqual([]);
  expect(excel.log.roundTrips).toBe(3 + 2 + 2 + 1 + 1 + 3);
});

test("below 1.14 the library refuses, and so do we, in plain words", async () => {
  opened = await openText(TEXT, { excelApi: "1.8" });
  await expect(opened.host.readWorkbook()).resolves.toMatchObject({ sheets: [{ merges: [] }] });
  await expect(opened.host.apply(EDITS)).rejects.toMatchObject({ reason: "old-api" });
});
