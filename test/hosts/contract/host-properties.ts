import fc from "fast-check";
import { writeAddress, type Cell } from "../../../src/model/cell";
import type { Edit } from "../../../src/model/edit";
import type { Workbook } from "../../../src/model/workbook";
import { reverseEdits } from "../../../src/taskpane/journal";
import { addSheet, removeSheet, sampleSheet } from "../../support/sample-sheet";
import { contractBook, ranges, type OpenHost } from "./contract-book";

/** What somebody wants in a cell, before it is known what the cell holds. */
interface Wish {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly content: { readonly value: string | number | null; readonly formula: string | null };
  readonly format: string | null;
  /** Asked for on the strength of what the cell does not hold. */
  readonly isStale: boolean;
}

const SHEETS = ["実績", "実績", "It's 別表", "保護", "ない"];
const content = fc.constantFrom(
  { value: 12, formula: null },
  { value: 0.25, formula: null },
  { value: "該当者なし", formula: null },
  { value: "12", formula: null },
  { value: null, formula: null },
  { value: 6, formula: "2*3" },
  { value: "該当者なし", formula: 'IF(0=0,"該当者なし",1)' },
);
const place = { row: fc.integer({ min: 0, max: 8 }), col: fc.integer({ min: 0, max: 5 }) };
const wish: fc.Arbitrary<Wish> = fc.record({
  sheet: fc.constantFrom(...SHEETS),
  ...place,
  content,
  format: fc.constantFrom(null, null, "0.0%", '0"人"', "General"),
  isStale: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});
const wishes = fc.uniqueArray(wish, { maxLength: 6, selector: ({ sheet, row, col }) => `${sheet}!${row}:${col}` });
const area = fc.record({ ...place, height: fc.integer({ min: 0, max: 2 }), width: fc.integer({ min: 0, max: 2 }), isNumeric: fc.boolean() });
const marking = fc.record({ sheet: fc.constantFrom(...SHEETS), areas: fc.option(fc.array(area, { maxLength: 4 })) });
const markings = fc.uniqueArray(marking, { maxLength: 2, selector: ({ sheet }) => sheet });
const coming = fc.uniqueArray(fc.constantFrom("フォローアップ R5", "フォローアップ R6", "控え"), { maxLength: 2 });
const batch = fc.record({ wishes, markings, coming, going: fc.option(fc.constantFrom("実績", "ない"), { freq: 4 }) });
const batches = fc.array(batch, { minLength: 1, maxLength: 3 });

type Batch = typeof batch extends fc.Arbitrary<infer T> ? T : never;

function editsFor(wanted: Batch, workbook: Workbook): Edit[] {
  const cells = new Map<string, Cell>(workbook.sheets.flatMap(({ name, cells: held }) => held.map((cell) => [`${name}!${writeAddress(cell.row, cell.col)}`, cell] as const)));
  return [
    ...wanted.wishes.map(({ sheet, row, col, content: { value, formula }, format, isStale }): Edit => {
      const cell = cells.get(`${sheet}!${writeAddress(row, col)}`);
      const was = isStale ? { value: "前の値", formula: null } : { value: cell?.value ?? null, formula: cell?.formula ?? null };
      return { kind: "set-cell", sheet, row, col, was, value, formula, format };
    }),
    ...wanted.markings.map(({ sheet, areas }): Edit => {
      if (areas === null) return { kind: "unmark", sheet };
      const range = ({ row, col, height, width }: (typeof areas)[number]) => ({ top: row, left: col, bottom: row + height, right: col + width });
      return { kind: "mark", sheet, ranges: areas.map(range), numeric: areas.filter(({ isNumeric }) => isNumeric).map(range) };
    }),
    ...wanted.coming.map((name) => addSheet(sampleSheet(name))),
    // Only sheets of ours go, and only by an undo: what is asked for here has to stay.
    ...(wanted.going === null ? [] : [removeSheet(sampleSheet(wanted.going, { cells: [] }))]),
  ];
}

const usersRules = [{ sheet: "実績", range: ranges("A1:C4")[0]!, formula: "$B$2<4" }];

/** 性質 — what holds of any lists of edits. */
export function describeProperties(open: OpenHost, { numRuns }: { readonly numRuns: number }): void {
  describe("any lists of edits", () => {
    it("applied, then taken back one by one, leave what was there before each, and at the end the very workbook", async () => {
      await fc.assert(
        fc.asyncProperty(batches, async (wanted) => {
          const { host, picture, meaning, close } = await open(contractBook({ usersRules }));
          try {
            const start = picture();
            const meanings: unknown[] = [];
            const undos: Edit[][] = [];
            for (const one of wanted) {
              meanings.push(meaning());
              const edits = editsFor(one, await host.readWorkbook());
              const report = await host.apply(edits);
              undos.push(reverseEdits(edits, report));
            }
            for (const undo of undos.reverse()) {
              await host.apply(undo);
              expect(meaning()).toEqual(meanings.pop());
            }
            expect(picture()).toEqual(start);
          } finally {
            close();
          }
        }),
        { numRuns },
      );
    });

    it("applied twice change nothing the second time, and what is refused stays as it was", async () => {
      await fc.assert(
        fc.asyncProperty(batch, async (wanted) => {
          const { host, picture, close } = await open(contractBook({ usersRules }));
          try {
            const before = await host.readWorkbook();
            const edits = editsFor(wanted, before);
            const { refused } = await host.apply(edits);
            const cellAt = (workbook: Workbook, sheet: string, cell: string) =>
              workbook.sheets.find(({ name }) => name === sheet)?.cells.find(({ row, col }) => writeAddress(row, col) === cell);
            const after = await host.readWorkbook();
            for (const { sheet, cell } of refused.filter(({ reason }) => reason !== "name-taken")) expect(cellAt(after, sheet, cell)).toEqual(cellAt(before, sheet, cell));
            const once = picture();
            await host.apply(edits);
            expect(picture()).toEqual(once);
          } finally {
            close();
          }
        }),
        { numRuns },
      );
    });
  });
}
