import type { SheetLook } from "../../src/hosts/file/sheet-look";
import type { Cell } from "../../src/model/cell";
import type { Sheet } from "../../src/model/workbook";
import { tileCols, tileRows } from "../../src/workbench/sheet-view";
import { SheetWindow } from "../../src/workbench/sheet-window";

const look: SheetLook = {
  defaultHeight: 20,
  defaultWidth: 64,
  heights: new Map(),
  widths: new Map([[1, 100]]),
  frozenRows: 0,
  frozenCols: 0,
  hasGridLines: true,
  styles: [{}, { wrap: true }, { fill: "#eeeeee" }, { size: 24 }],
  styled: [],
  rowStyles: new Map(),
  colStyles: new Map(),
  charts: 1,
  images: 2,
  marks: [],
};
const cell = (row: number, col: number, value: string | number): Cell => ({ row, col, value, text: String(value), format: "General" });
const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  name: "表",
  visibility: "visible",
  isProtected: false,
  cells: [cell(0, 0, "区分"), cell(0, 1, 3), cell(70, 40, "下")],
  merges: [],
  hiddenRows: new Set([2]),
  hiddenCols: new Set([3]),
  ...more,
});

describe("the shape of a sheet", () => {
  it("gives sizes, hides what is hidden, and leaves room after what is used", () => {
    const shape = new SheetWindow(sheet(), look).shape();
    expect([shape.rows[0], shape.rows[2], shape.cols[0], shape.cols[1], shape.cols[3]]).toEqual([20, 0, 64, 100, 0]);
    expect(shape).toMatchObject({ usedRows: 71, usedCols: 41, charts: 1, images: 2 });
    expect(shape.rows.length).toBeGreaterThan(71);
  });

  it("grows a row with a wrapped text or large letters, and never one whose height is written", () => {
    const cells = [cell(0, 0, "とても長い見出しがこの狭い列の中で何行にも折り返される"), cell(1, 0, "大"), cell(3, 0, "とても長い見出しがこの狭い列の中で何行にも折り返される")];
    const styled = [
      { row: 0, col: 0, style: 1 },
      { row: 1, col: 0, style: 3 },
      { row: 3, col: 0, style: 1 },
    ];
    const { rows } = new SheetWindow(sheet({ cells }), { ...look, styled, heights: new Map([[3, 25]]) }).shape();
    expect(rows[0]).toBeGreaterThan(100);
    expect(rows[1]).toBe(36);
    expect(rows[3]).toBe(25);
  });

  it("is not blown up by a cell in the last corner or a merge down a whole column", () => {
    const far = new SheetWindow(sheet({ merges: [{ top: 0, left: 0, bottom: 1048575, right: 0 }] }), look);
    expect(far.shape().usedRows).toBe(71);
    expect(far.tile(0, 0).merges).toHaveLength(1);
    const corner = new SheetWindow(sheet({ cells: [cell(0, 0, 1), cell(1048575, 16383, 2)] }), look);
    expect(corner.shape().rows).toHaveLength(1048576);
    expect(corner.tile(Math.floor(1048575 / tileRows), Math.floor(16383 / tileCols)).cells).toHaveLength(1);
  });
});

describe("the tiles of a sheet", () => {
  it("holds just the cells of its block", () => {
    const view = new SheetWindow(sheet(), look);
    expect(view.tile(0, 0).cells.map(({ text }) => text)).toEqual(["区分", "3"]);
    expect(view.tile(1, 1).cells.map(({ text }) => text)).toEqual(["下"]);
    expect(view.tile(5, 5).cells).toEqual([]);
  });

  it("shows painted cells that are empty, and the look of whole rows and columns", () => {
    const view = new SheetWindow(sheet(), { ...look, styled: [{ row: 4, col: 4, style: 2 }], rowStyles: new Map([[6, 2]]), colStyles: new Map([[0, 1]]) });
    const { cells } = view.tile(0, 0);
    expect(cells.find(({ row, col }) => row === 4 && col === 4)).toMatchObject({ kind: "empty", style: 2 });
    expect(cells.find(({ row, col }) => row === 6 && col === 0)).toMatchObject({ style: 2 });
    expect(cells.find(({ row, col }) => row === 0 && col === 0)).toMatchObject({ text: "区分", style: 1 });
  });

  it("gives a merge with its anchor to every block it touches", () => {
    const view = new SheetWindow(sheet({ merges: [{ top: 0, left: 0, bottom: tileRows, right: 1 }] }), look);
    for (const row of [0, 1]) expect(view.tile(row, 0).merges).toMatchObject([{ cell: { text: "区分" } }]);
    expect(view.tile(0, 1).merges).toEqual([]);
  });

  it("shows our marks, on empty cells too", () => {
    const view = new SheetWindow(sheet(), { ...look, marks: [{ top: 0, left: 1, bottom: 1, right: 1 }] });
    expect(
      view
        .tile(0, 0)
        .cells.filter(({ isMarked }) => isMarked)
        .map(({ row, col }) => [row, col]),
    ).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });
});
