import { HostRefusal } from "../../../src/hosts/host";
import { MARK_FORMULA, MARKED_TEXT, writeMarkedFormat } from "../../../src/hosts/mark";
import type { ApplyReport, Edit, LeftReason } from "../../../src/model/edit";
import { readSheetTag } from "../../../src/model/new-sheet";
import type { Sheet, Workbook } from "../../../src/model/workbook";
import { reverseEdits } from "../../../src/taskpane/journal";
import { markCells, setCell, unmark } from "../../support/edit-file";
import { addSheet, removeSheet, sampleSheet } from "../../support/sample-sheet";
import { contractBook, ranges, type ContractBook, type HostUnderTest, type OpenHost } from "./contract-book";

const usersRules = [{ sheet: "実績", range: ranges("B2:C4")[0]!, formula: "$B$2<4" }];
const sheet = sampleSheet();
const own = (text: string | null): Edit => ({ kind: "set-own-data", text });
const cellsOf = ({ cells }: Sheet): unknown => cells.map(({ row, col, value, formula, format, text }) => ({ row, col, value, formula, format, text }));
const ofSheet = (workbook: Workbook, name: string): Sheet => workbook.sheets.find((one) => one.name === name)!;

/** 契約 — what every host does alike; each case opens a workbook of its own. */
export function describeHost(open: OpenHost): void {
  let at: HostUnderTest;
  const start = async (book: ContractBook = contractBook()): Promise<void> => {
    at = await open(book);
  };
  afterEach(() => at.close());
  const apply = (...edits: Edit[]): Promise<ApplyReport> => at.host.apply(edits);
  const ours = (name: string) => at.rules(name).filter(({ formula }) => formula === MARK_FORMULA);

  describe("reading", () => {
    it("gives every sheet with its cells, merges, and what is hidden or protected", async () => {
      const book = contractBook();
      await start(book);
      const read = await at.host.readWorkbook();
      expect(read.sheets.map(({ name, visibility, isProtected }) => ({ name, visibility, isProtected }))).toEqual(
        book.workbook.sheets.map(({ name, visibility, isProtected }) => ({ name, visibility, isProtected })),
      );
      for (const [i, one] of book.workbook.sheets.entries()) {
        expect(cellsOf(read.sheets[i]!)).toEqual(cellsOf(one));
        expect(read.sheets[i]!.merges).toEqual(one.merges);
      }
      expect([...read.sheets[0]!.hiddenRows]).toEqual([4]);
      expect([...read.sheets[0]!.hiddenCols]).toEqual([3]);
      expect([read.date1904, read.ownData]).toEqual([false, null]);
    });

    it("says that dates count from 1904", async () => {
      const book = contractBook();
      await start({ ...book, workbook: { ...book.workbook, date1904: true } });
      expect((await at.host.readWorkbook()).date1904).toBe(true);
    });

    it("reports its progress up to the end, and changes nothing", async () => {
      await start();
      const before = at.picture();
      const shares: number[] = [];
      await at.host.readWorkbook((share) => shares.push(share));
      expect(shares.at(-1)).toBe(1);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(at.picture()).toEqual(before);
    });

    it("ends when it is asked to", async () => {
      await start();
      const stop = new AbortController();
      stop.abort(new Error("中止"));
      await expect(at.host.readWorkbook(undefined, stop.signal)).rejects.toThrow("中止");
    });
  });

  describe("writing cells", () => {
    it("puts in a formula with its format, a number, a text, and takes a value out", async () => {
      await start();
      const report = await apply(
        setCell("D4", 0.5, { formula: 'IF(1=0,"該当者なし",1/2)', format: "0.0%" }),
        setCell("D3", 7, { format: '0"人"' }),
        setCell("D2", 4, { was: "4人", format: '0"人"' }),
        setCell("B5", "育児休業 <&>", { was: "該当者なし" }),
        setCell("C5", null, { was: 12.5 }),
      );
      expect(report).toMatchObject({ applied: 5, refused: [] });
      expect(report.formats).toEqual({ "実績!D4": "General", "実績!D3": "General", "実績!D2": "General" });
      const cells = new Map(ofSheet(await at.host.readWorkbook(), "実績").cells.map((cell) => [`${cell.row}:${cell.col}`, cell]));
      expect(cells.get("3:3")).toMatchObject({ value: 0.5, formula: 'IF(1=0,"該当者なし",1/2)', format: "0.0%", text: "50.0%" });
      expect(cells.get("2:3")).toMatchObject({ value: 7, format: '0"人"', text: "7人" });
      expect(cells.get("1:3")).toMatchObject({ value: 4, format: '0"人"', text: "4人" });
      expect(cells.get("4:1")).toMatchObject({ value: "育児休業 <&>" });
      expect(cells.has("4:2")).toBe(false);
      expect(cells.size).toBe(ofSheet(contractBook().workbook, "実績").cells.length + 1);
    });

    it("puts in TRUE and FALSE as themselves, under the text format too", async () => {
      await start();
      await apply(setCell("G1", true), setCell("G2", false, { format: "@" }));
      const before = at.picture();
      expect(await apply(setCell("G2", true, { was: false }))).toMatchObject({ applied: 1, refused: [] });
      await apply(setCell("G2", false, { was: true }));
      expect(at.picture()).toEqual(before);
      const read = ofSheet(await at.host.readWorkbook(), "実績").cells.filter(({ col }) => col === 6);
      expect(read.map(({ value }) => value)).toEqual([true, false]);
    });

    it("keeps a text a text, whatever it looks like", async () => {
      await start();
      const texts = ["12", "=A1", "1/2", "50%", "TRUE", "'引用", "#N/A", "2026-04-01"];
      await apply(...texts.map((text, i) => setCell(`G${i + 1}`, text)));
      const read = ofSheet(await at.host.readWorkbook(), "実績").cells.filter(({ col }) => col === 6);
      expect(read.map(({ value, formula }) => formula ?? value)).toEqual(texts);
    });

    test.each<[string, Edit, LeftReason, Partial<ContractBook>]>([
      ["a cell that changed since", setCell("B2", 9, { was: 4 }), "changed", {}],
      ["a cell that is no longer blank", setCell("C4", 9), "changed", {}],
      ["a cell whose formula changed", setCell("B4", 9, { was: 0.375, wasFormula: "B2/9" }), "changed", {}],
      ["a number that became a text", setCell("D5", 9, { was: 10 }), "changed", {}],
      ["a cell on a protected sheet", setCell("B1", 9, { was: 1, sheet: "保護" }), "protected", {}],
      ["a cell under a merge", setCell("B8", 9), "merged", {}],
      ["a part of an array", setCell("C4", 9, { was: 0.556 }), "part-of-array", { arrays: [{ sheet: "実績", range: ranges("B4:C4")[0]! }] }],
      ["an array of one cell", setCell("B4", 9, { was: 0.375, wasFormula: "B2/B3" }), "part-of-array", { arrays: [{ sheet: "実績", range: ranges("B4")[0]! }] }],
      ["a cell of a sheet that is not there", setCell("B2", 9, { sheet: "ない" }), "not-found", {}],
    ])("leaves alone %s, and writes the rest", async (_, edit, reason, more) => {
      await start(contractBook(more));
      const before = at.picture();
      const refused = await apply(edit);
      const cell = edit.kind === "set-cell" ? { sheet: edit.sheet, cell: `${"ABCDEFG"[edit.col]!}${edit.row + 1}` } : undefined;
      expect(refused).toMatchObject({ applied: 0, refused: [{ ...cell, reason }] });
      expect(at.picture()).toEqual(before);
      expect(await apply(edit, setCell("D3", 7))).toMatchObject({ applied: 1, refused: [{ ...cell, reason }] });
    });

    it("writes into the first cell of a merge, and into a hidden sheet", async () => {
      await start();
      const report = await apply(setCell("A7", "注", { was: "注　結合したセルです。" }), setCell("B1", 3, { was: 2, sheet: "控え" }));
      expect(report).toMatchObject({ applied: 2, refused: [] });
    });
  });

  describe("marks", () => {
    const mark = markCells(["B4", "C4", "B2"], ["D2"]);

    it("are one tagged rule for each number format, behind the user's, over exactly these cells", async () => {
      await start(contractBook({ usersRules }));
      expect(await apply(mark)).toMatchObject({ applied: 1, refused: [], marks: { 実績: null } });
      expect(at.rules("実績")[0]).toEqual({ formula: "$B$2<4", ranges: "B2:C4", format: null });
      expect(ours("実績")).toEqual([
        { formula: MARK_FORMULA, ranges: "B2", format: writeMarkedFormat('0"人"') },
        { formula: MARK_FORMULA, ranges: "D2", format: MARKED_TEXT },
        { formula: MARK_FORMULA, ranges: "B4:C4", format: writeMarkedFormat("0.0%") },
      ]);
      expect(ofSheet(await at.host.readWorkbook(), "実績").cells).toEqual(ofSheet(contractBook().workbook, "実績").cells);
    });

    it("take the place of our earlier ones, and come off without touching the user's", async () => {
      await start(contractBook({ usersRules }));
      const before = at.picture();
      await apply(mark);
      const report = await apply(markCells(["C2"]));
      expect(new Set(report.marks?.["実績"]?.ranges)).toEqual(new Set(ranges("B4:C4", "B2", "D2")));
      expect(new Set(report.marks?.["実績"]?.numeric)).toEqual(new Set(ranges("B4:C4", "B2")));
      expect(ours("実績").map((rule) => rule.ranges)).toEqual(["C2"]);
      expect((await apply(unmark())).applied).toBe(1);
      expect(at.picture()).toEqual(before);
      expect((await apply(unmark())).applied).toBe(0);
    });

    it("are left alone on a protected sheet, and where there is none", async () => {
      await start();
      const before = at.picture();
      expect(await apply(markCells(["B1"], [], "保護"), markCells(["B1"], [], "ない"))).toMatchObject({
        applied: 0,
        refused: expect.arrayContaining([
          { sheet: "保護", cell: "B1", reason: "protected" },
          { sheet: "ない", cell: "B1", reason: "not-found" },
        ]),
      });
      expect(at.picture()).toEqual(before);
    });
  });

  describe("our own data", () => {
    it("reads as it was written, whatever it holds, and goes without a trace", async () => {
      await start();
      const before = at.picture();
      for (const text of ['{"schema":1,"理由":"対象者 < 5人 & 端数"}', "二行\n目 ]]>", "短い"]) {
        await apply(own(text));
        expect((await at.host.readWorkbook()).ownData).toBe(text);
      }
      await apply(own(null));
      expect((await at.host.readWorkbook()).ownData).toBeNull();
      expect(at.picture()).toEqual(before);
    });
  });

  describe("a sheet of ours", () => {
    it("comes behind the last one with everything in it, and goes without a trace", async () => {
      await start();
      const before = at.picture();
      expect(await apply(addSheet(sheet))).toMatchObject({ applied: 1, refused: [] });
      const read = await at.host.readWorkbook();
      expect(read.sheets.map(({ name }) => name)).toEqual(["実績", "It's 別表", "保護", "控え", sheet.name]);
      const made = read.sheets.at(-1)!;
      expect(readSheetTag(made.cells)).toBe("follow-up R6 0");
      expect(made.cells.map(({ row, col, value, formula, format }) => ({ row, col, value, formula, format }))).toEqual(
        sheet.cells.filter(({ value }) => value !== null).map(({ row, col, value, formula, look }) => ({ row, col, value, formula, format: look?.format ?? "General" })),
      );
      expect(made.merges).toEqual(sheet.merges);
      expect(await apply(removeSheet(sheet))).toMatchObject({ applied: 1, refused: [] });
      expect(at.picture()).toEqual(before);
    });

    test.each<[string, Edit, LeftReason, Partial<ContractBook>]>([
      ["is not added under a name that is taken, whatever its case", addSheet(sampleSheet("IT'S 別表")), "name-taken", {}],
      ["is not added where the structure is locked", addSheet(sheet), "protected", { isStructureLocked: true }],
      ["does not go when it is not there", removeSheet(sheet), "not-found", {}],
      ["is never one of the user's", removeSheet(sampleSheet("控え")), "changed", {}],
    ])("%s", async (_, edit, reason, more) => {
      await start(contractBook(more));
      const before = at.picture();
      expect(await apply(edit)).toMatchObject({ applied: 0, refused: [{ sheet: edit.kind === "add-sheet" ? edit.sheet.name : expect.anything(), cell: "A1", reason }] });
      expect(at.picture()).toEqual(before);
    });

    test.each([
      ["a name that is too long", { name: "フ".repeat(32) }],
      ["a name Excel does not take", { name: "R5/R6" }],
      ["cells out of their order", { cells: [...sheet.cells].reverse() }],
      ["merges that overlap", { merges: [...sheet.merges, ...ranges("B7:D7")] }],
    ])("with %s is the caller's mistake, and nothing is written at all", async (_, more) => {
      await start();
      const before = at.picture();
      const error: unknown = await apply(setCell("D3", 7), addSheet({ ...sheet, ...more })).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(HostRefusal);
      expect(at.picture()).toEqual(before);
    });

    it("does not go while a formula elsewhere refers to it, and goes once none does", async () => {
      await start();
      await apply(addSheet(sheet));
      const formula = `'${sheet.name}'!A9*2`;
      expect(await apply(setCell("D3", 6, { formula }))).toMatchObject({ applied: 1 });
      const before = at.picture();
      expect(await apply(removeSheet(sheet))).toMatchObject({ applied: 0, refused: [{ sheet: sheet.name, cell: "A1", reason: "changed" }] });
      expect(at.picture()).toEqual(before);
      await apply(setCell("D3", null, { was: 6, wasFormula: formula }));
      expect(await apply(removeSheet(sheet))).toMatchObject({ applied: 1, refused: [] });
    });

    it("does not go once somebody wrote into it", async () => {
      await start();
      await apply(addSheet(sheet));
      await apply(setCell("B9", "育児休業中の職員が多かったため", { sheet: sheet.name }));
      const before = at.picture();
      expect(await apply(removeSheet(sheet))).toMatchObject({ applied: 0, refused: [{ sheet: sheet.name, cell: "A1", reason: "changed" }] });
      expect(at.picture()).toEqual(before);
    });
  });

  const applications: readonly (readonly [string, readonly (readonly Edit[])[]])[] = [
    ["fills", [[setCell("D4", 0.5, { formula: "1/2", format: "0.0%" }), setCell("D3", 8, { format: '0"人"' })]]],
    ["a repair of texts, and a fill on them", [[setCell("D2", 4, { was: "4人", format: '0"人"' })], [setCell("D4", 8, { formula: "D2*2", format: '0"人"' })]]],
    [
      "a text over TRUE and a figure over FALSE",
      [
        [setCell("F2", true), setCell("F3", false)],
        [setCell("F2", "済", { was: true }), setCell("F3", 3, { was: false, format: "0.0" })],
      ],
    ],
    ["marks", [[markCells(["B4", "C4"], ["D2"])]]],
    ["marks of another year", [[markCells(["B4", "B2"], ["D2"])], [markCells(["C4"], ["B5"])]]],
    ["marks that come off", [[markCells(["B4", "B2"], ["D2"])], [unmark()]]],
    ["marks over a cell that gets another format", [[markCells(["C5"])], [setCell("C5", 13, { was: 12.5, format: "0.0" }), markCells(["C5", "B4"])]]],
    ["a sheet of ours", [[addSheet(sheet)]]],
    ["a sheet of ours that is brought up to date", [[addSheet(sheet)], [setCell("A9", 4, { was: 3, sheet: sheet.name, format: "0" })], [markCells(["A9"], [], sheet.name)]]],
    [
      "everything at once",
      [[setCell("D3", 8), setCell("B2", 1, { was: 9 }), markCells(["B4"], ["D2"]), markCells(["D4"], [], "It's 別表"), addSheet(sheet), addSheet(sampleSheet("次"))]],
    ],
  ];

  describe("undo, by the journal's own means", () => {
    test.each(applications)("gives back the workbook exactly after %s", async (_, batches) => {
      await start(contractBook({ usersRules }));
      const pictures: unknown[] = [];
      const undos: Edit[][] = [];
      for (const batch of batches) {
        pictures.push(at.picture());
        const report = await apply(...batch);
        expect(report.applied).toBeGreaterThan(0);
        undos.push(reverseEdits(batch, report));
      }
      for (const undo of undos.reverse()) {
        expect((await apply(...undo)).refused).toEqual([]);
        expect(at.picture()).toEqual(pictures.pop());
      }
    });
  });

  describe("the same once more", () => {
    test.each(applications)("changes nothing after %s", async (_, batches) => {
      await start(contractBook({ usersRules }));
      const last = batches.at(-1)!;
      for (const batch of batches) await apply(...batch);
      const before = at.picture();
      await apply(...last);
      expect(at.picture()).toEqual(before);
    });
  });
}
