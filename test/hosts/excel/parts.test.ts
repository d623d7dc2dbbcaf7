import fc from "fast-check";
import { bundleAddresses, readArea, readAreas } from "../../../src/hosts/excel/addresses";
import { WorkbookAssembler, type WorkbookPart } from "../../../src/hosts/excel/assemble-workbook";
import { BATCH_BYTES, BYTES_PER_CELL, estimateBytes, takeBatch, weighCells, type Piece } from "../../../src/hosts/excel/payload";
import { splitBands } from "../../../src/hosts/excel/read-merges";
import { splitSteps } from "../../../src/hosts/excel/run-steps";
import { typeText } from "../../../src/hosts/excel/typed-text";
import { readRect } from "../../support/excel/rect";

const pieces = fc.array(fc.record({ sheet: fc.nat(20), top: fc.nat(50), left: fc.nat(5), rows: fc.integer({ min: 1, max: 200 }), cols: fc.integer({ min: 1, max: 200 }) }), {
  maxLength: 12,
});

describe("batches", () => {
  test("hold every cell once, in order, and weigh what they may", () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1_000, max: 60_000 }), (asked, budget) => {
        const queue: Piece[] = [...asked];
        const taken: Piece[] = [];
        while (queue.length > 0) {
          const batch = takeBatch(queue, BYTES_PER_CELL, budget);
          expect(batch.length).toBeGreaterThan(0);
          const weight = batch.reduce((sum, piece) => sum + estimateBytes(piece, BYTES_PER_CELL), 0);
          // A single row may weigh more; it cannot be cut.
          if (batch.length > 1 || batch[0]!.rows > 1) expect(weight).toBeLessThanOrEqual(budget);
          taken.push(...batch);
        }
        const rows = (list: readonly Piece[]): string[] =>
          list.flatMap(({ sheet, top, left, cols, rows: count }) => Array.from({ length: count }, (_, i) => [sheet, top + i, left, cols].join()));
        expect(rows(taken)).toEqual(rows(asked));
      }),
      { numRuns: 25 },
    );
  });

  test("twenty sheets of 200 rows with 40 cells go in one", () => {
    const queue: Piece[] = Array.from({ length: 20 }, (_, sheet) => ({ sheet, top: 0, left: 0, rows: 200, cols: 40 }));
    expect(takeBatch(queue, BYTES_PER_CELL, BATCH_BYTES)).toHaveLength(20);
  });

  test("long texts weigh more than figures, Japanese more than Latin", () => {
    const block = (value: unknown): { values: unknown[][]; formulas: unknown[][]; formats: unknown[][] } => ({
      values: [[value, value]],
      formulas: [[value, value]],
      formats: [["General", "General"]],
    });
    const weights = [12.5, "a".repeat(60), "職".repeat(60)].map((value) => weighCells([block(value)])!);
    expect(weights).toEqual([...weights].sort((a, b) => a - b));
    expect(weights[2]! / weights[1]!).toBeGreaterThan(2);
    expect(weighCells([])).toBeUndefined();
  });

  test("steps keep their order and their budget", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 })), (weights) => {
        const steps = weights.map((bytes) => ({ bytes, run: () => undefined }));
        const batches = splitSteps(steps, 1000);
        expect(batches.flat()).toEqual(steps);
        for (const batch of batches) expect(batch.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(1000);
      }),
    );
  });
});

describe("addresses", () => {
  test.each([
    ["'1(2)育児休業等'!A1:B2,'1(2)育児休業等'!C3", "1(2)育児休業等", ["A1:B2", "C3"]],
    ["'It''s, 別表'!A1:B2,'It''s, 別表'!C3", "It's, 別表", ["A1:B2", "C3"]],
    ["実績!$A$1:$B$2, 実績!C3", "実績", ["A1:B2", "C3"]],
    ["実績!1:3,実績!A:C", "実績", []],
  ])("%s", (address, sheet, ranges) => expect(readAreas(address, sheet)).toEqual(ranges.map((range) => readRect(range))));

  test("one range, with or without its sheet", () => {
    expect([readArea("'a!b'!B2:C3"), readArea("B2"), readArea("A:C")]).toEqual([readRect("B2:C3"), readRect("B2"), undefined]);
  });

  test("many ranges come in texts Excel takes", () => {
    const ranges = Array.from({ length: 2000 }, (_, i) => readRect(`AA${2 * i + 1}`));
    const bundles = bundleAddresses(ranges, "1(2)育児休業等の取得状況");
    expect(bundles.flatMap(({ ranges: some }) => some)).toEqual(ranges);
    for (const { address } of bundles) expect(address.length).toBeLessThan(8000);
  });

  test("a band holds no more first cells of merges than Excel tells", () => {
    for (const band of splitBands(readRect("A1:AN1000"))) expect((band.bottom - band.top + 1) * 40).toBeLessThanOrEqual(512);
    expect(splitBands(readRect("A1:AN1000")).reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0)).toBe(1000);
  });
});

describe("texts as they are typed", () => {
  test.each(["該当者なし", "3人", "令和5年度", "7人/8人", "職員課", "87.5%（7/8人）", "―", "集計中"])("%s stands as it is", (text) => expect(typeText(text)).toBe(text));
  test.each([
    "12",
    "4/1",
    "4月1日",
    "令和5年4月1日",
    "R5.4.1",
    "50%",
    "１２",
    "10:30",
    "¥100",
    "(5)",
    "1e5",
    "=A1",
    "+1",
    "-",
    "@x",
    "'x",
    "TRUE",
    "false",
    "#N/A",
    "＝A1",
    "1 Apr",
    "5-Mar",
  ])("%s gets an apostrophe", (text) => expect(typeText(text)).toBe(`'${text}`));
});

describe("putting together", () => {
  const facts: WorkbookPart = { kind: "workbook", name: "b.xlsx", date1904: false, ownData: [], sheets: [{ name: "S", visibility: "visible", isProtected: false }] };
  const block = (top: number): WorkbookPart => ({ kind: "block", sheet: 0, top, left: 0, values: [[top]], formulas: [[top]], formats: [["0"]] });

  test("blocks in any order", () => {
    const assembler = new WorkbookAssembler();
    for (const part of [facts, block(5), block(2), block(9)]) assembler.add(part);
    expect(assembler.finish().sheets[0]!.cells.map(({ row, text }) => [row, text])).toEqual([
      [2, "2"],
      [5, "5"],
      [9, "9"],
    ]);
  });

  test("without the workbook's own part it is a mistake", () => {
    expect(() => new WorkbookAssembler().add(block(0))).toThrow("no part names");
    expect(() => new WorkbookAssembler().finish()).toThrow("no part names");
  });
});
