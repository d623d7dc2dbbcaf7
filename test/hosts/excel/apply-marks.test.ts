import type { CellRange } from "../../../src/model/cell";
import type { Edit, MarkedCells } from "../../../src/model/edit";
import { MARK_FORMULA, MARKED_TEXT, writeMarkedFormat } from "../../../src/hosts/mark";
import { readRect } from "../../support/excel/rect";
import type { ConditionalRule } from "../../support/excel/sheet-state";
import { openText, type OpenedExcel } from "./open-excel";

const TEXT = `
== sheet 実績
| 区分 | 令和4年度 | 令和5年度 |
| 取得率 | 0.5<0.0%> | 該当者なし |
| 日数 | 9.5 | 10.5 |
| 率 | 0.25<0.0%> | 0.3<0.0%> |
== sheet 保護 ; protected
| 1 |
`;

const at = (...addresses: string[]): CellRange[] => addresses.map(readRect);
const mark = (ranges: CellRange[], numeric: CellRange[], sheet = "実績"): Edit => ({ kind: "mark", sheet, ranges, numeric });
const unmark: Edit = { kind: "unmark", sheet: "実績" };

const USERS: ConditionalRule[] = [
  { id: "{u1}", type: "Custom", ranges: at("B2:C4"), formula: "=$B$2<0.6", fill: "#FF0000", fontColor: null, bold: null, numberFormat: null, stopIfTrue: false },
  { id: "{u2}", type: "DataBar", ranges: at("B3:C3"), formula: null, fill: null, fontColor: null, bold: null, numberFormat: null, stopIfTrue: false },
];

let opened: OpenedExcel;
afterEach(() => opened.close());

const ours = (): ConditionalRule[] => opened.excel.sheet("実績").rules.filter(({ formula }) => formula === `=${MARK_FORMULA}`);

describe.each([
  ["without rules of the user's", []],
  ["between rules of the user's", USERS],
  ["behind one custom rule", USERS.slice(0, 1)],
])("%s", (_, users) => {
  beforeEach(async () => {
    opened = await openText(TEXT);
    opened.excel.sheet("実績").rules.push(...structuredClone(users));
  });

  test("one rule for each number format, behind all others", async () => {
    const report = await opened.host.apply([mark(at("B2:C2", "B3", "B4"), at("B2", "B3", "B4"))]);
    expect(report).toMatchObject({ applied: 1, refused: [], marks: { 実績: null } });
    expect(ours().map(({ ranges, numberFormat, fill, bold }) => ({ ranges, numberFormat, fill, bold }))).toEqual([
      { ranges: at("B2", "B4"), numberFormat: writeMarkedFormat("0.0%"), fill: "#FFD9B3", bold: true },
      { ranges: at("C2"), numberFormat: MARKED_TEXT, fill: "#FFD9B3", bold: true },
      { ranges: at("B3"), numberFormat: writeMarkedFormat("General"), fill: "#FFD9B3", bold: true },
    ]);
    expect(opened.excel.sheet("実績").rules.slice(0, users.length)).toEqual(users);
  });

  test("taken off, everything is as it was", async () => {
    const before = opened.excel.snapshot();
    await opened.host.apply([mark(at("B2:C2", "B3"), at("B2", "B3"))]);
    const report = await opened.host.apply([unmark]);
    expect(report.applied).toBe(1);
    expect(opened.excel.snapshot()).toEqual(before);
    const marks: MarkedCells = report.marks!["実績"]!;
    expect(new Set(marks.ranges)).toEqual(new Set(at("B2", "C2", "B3")));
    expect(new Set(marks.numeric)).toEqual(new Set(at("B2", "B3")));
  });

  test("marked anew, the earlier mark goes, and what the report says of it brings it back", async () => {
    await opened.host.apply([mark(at("B2:C2"), at("B2"))]);
    const before = opened.excel.snapshot();
    const { marks } = await opened.host.apply([mark(at("B3"), at("B3"))]);
    expect(ours().map(({ ranges }) => ranges)).toEqual([at("B3")]);
    const { ranges, numeric } = marks!["実績"]!;
    await opened.host.apply([{ kind: "mark", sheet: "実績", ranges, numeric }]);
    expect(opened.excel.snapshot()).toEqual(before);
  });

  test("taking off what is not there does nothing", async () => {
    const before = opened.excel.snapshot();
    expect(await opened.host.apply([unmark])).toMatchObject({ applied: 0, refused: [], marks: { 実績: null } });
    expect(opened.excel.snapshot()).toEqual(before);
  });
});

test("the symbol stands before the number format a cell gets in the same batch", async () => {
  opened = await openText(TEXT);
  const repair: Edit = { kind: "set-cell", sheet: "実績", row: 2, col: 1, was: { value: 9.5, formula: null }, value: 9.5, formula: null, format: '0.0"日"' };
  await opened.host.apply([repair, mark(at("B3"), at("B3"))]);
  expect(ours().map(({ numberFormat }) => numberFormat)).toEqual([writeMarkedFormat('0.0"日"')]);
  expect(opened.excel.log.roundTrips).toBe(2);
});

test("very many marked cells far apart", async () => {
  opened = await openText(`== sheet 実績\n${"| 1 | | 2 |\n".repeat(1500)}`);
  const before = opened.excel.snapshot();
  const ranges = Array.from({ length: 750 }, (_, i) => [`A${2 * i + 1}`, `C${2 * i + 2}`]).flatMap((pair) => at(...pair));
  await opened.host.apply([mark(ranges, ranges)]);
  expect(ours().flatMap((rule) => rule.ranges)).toHaveLength(1500);
  await opened.host.apply([unmark]);
  expect(opened.excel.snapshot()).toEqual(before);
});

test("a protected sheet is reported, and its cells with it", async () => {
  opened = await openText(TEXT);
  const before = opened.excel.snapshot();
  expect((await opened.host.apply([mark(at("A1"), at("A1"), "保護")])).refused).toEqual([{ sheet: "保護", cell: "A1", reason: "protected" }]);
  expect(opened.excel.snapshot()).toEqual(before);
});
