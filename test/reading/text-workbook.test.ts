import { readTextWorkbook, writeTextWorkbook } from "../support/text-workbook";

const SAMPLE = `
== sheet 育児休業
@ B2
| 男性の育児休業⏎取得状況 |  | "28" |
| 区分 | R3 | 43556<ggge"年度"> |
| 取得率 | 0.667<0.0%> | =B3/B4 → 0.5<0%> |
| 取得者数 | 3<0"人"> | a\\|b |
merge B2:C2
hidden row 5
hidden col D
== sheet 控え ; hidden ; protected
| 　全角空白 | 7人/8人 |
== truth
read B4 x value 2021
`;

const cells = (text: string) => readTextWorkbook(text).workbook.sheets.flatMap((s) => s.cells.map((c) => [s.name, c.row, c.col, c.value, c.text, c.format, c.formula]));

test("every kind of cell is read with what the sheet shows", () => {
  expect(cells(SAMPLE)).toEqual([
    ["育児休業", 1, 1, "男性の育児休業\n取得状況", "男性の育児休業\n取得状況", "General", undefined],
    ["育児休業", 1, 3, "28", "28", "General", undefined],
    ["育児休業", 2, 1, "区分", "区分", "General", undefined],
    ["育児休業", 2, 2, "R3", "R3", "General", undefined],
    ["育児休業", 2, 3, 43556, "平成31年度", 'ggge"年度"', undefined],
    ["育児休業", 3, 1, "取得率", "取得率", "General", undefined],
    ["育児休業", 3, 2, 0.667, "66.7%", "0.0%", undefined],
    ["育児休業", 3, 3, 0.5, "50%", "0%", "B3/B4"],
    ["育児休業", 4, 1, "取得者数", "取得者数", "General", undefined],
    ["育児休業", 4, 2, 3, "3人", '0"人"', undefined],
    ["育児休業", 4, 3, "a|b", "a|b", "General", undefined],
    ["控え", 0, 0, "　全角空白", "　全角空白", "General", undefined],
    ["控え", 0, 1, "7人/8人", "7人/8人", "General", undefined],
  ]);
});

test("sheets carry their merges, hidden rows and columns, visibility and protection", () => {
  const { workbook, truth } = readTextWorkbook(SAMPLE);
  expect(workbook.sheets.map((s) => [s.visibility, s.isProtected, s.merges, [...s.hiddenRows], [...s.hiddenCols]])).toEqual([
    ["visible", false, [{ top: 1, left: 1, bottom: 1, right: 2 }], [4], [3]],
    ["hidden", true, [], [], []],
  ]);
  expect(truth).toEqual(["read B4 x value 2021"]);
});

test("writing and reading again gives the same workbook", () => {
  const { workbook } = readTextWorkbook(SAMPLE);
  expect(readTextWorkbook(writeTextWorkbook(workbook)).workbook).toEqual(workbook);
});

test("a line that is no form is refused with its number", () => {
  expect(() => readTextWorkbook("== sheet a\nb")).toThrow("workbook.xlsx:2");
});
