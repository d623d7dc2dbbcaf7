import type { Edit, Was } from "../../../src/model/edit";
import { HostRefusal } from "../../../src/hosts/host";
import { readRect } from "../../support/excel/rect";
import { openText, type OpenedExcel } from "./open-excel";

const TEXT = `
== sheet 実績
| 区分 | 令和4年度 | 令和5年度 |
| 対象者 | 8 | 10 |
| 取得者 | 7 | 5 |
| 取得率 | | |
| 備考 | － | 3人 |
== sheet 保護 ; protected
| 1 |
`;

const BLANK: Was = { value: null, formula: null };

interface To {
  readonly value?: string | number | null;
  readonly formula?: string | null;
  readonly format?: string | null;
  readonly was?: Was;
}

function set([row, col]: readonly [row: number, col: number], { value = null, formula = null, format = null, was = BLANK }: To, sheet = "実績"): Edit {
  return { kind: "set-cell", sheet, row, col, was, value, formula, format };
}

const RATES = [
  set([3, 1], { formula: 'IF(B2=0,"該当者なし",B3/B2)', value: 0.875, format: "0.0%" }),
  set([3, 2], { formula: 'IF(C2=0,"該当者なし",C3/C2)', value: 0.5, format: "0.0%" }),
];

let opened: OpenedExcel;
afterEach(() => opened.close());

describe("writing", () => {
  test("formulas side by side are one block, with their number format behind them, in two round trips", async () => {
    opened = await openText(TEXT);
    const report = await opened.host.apply(RATES);
    expect(report).toEqual({ applied: 2, refused: [], formats: { "実績!B4": "General", "実績!C4": "General" } });
    expect([opened.excel.shown("実績!B4"), opened.excel.shown("実績!C4")]).toEqual(["87.5%", "50.0%"]);
    expect(opened.excel.cell("実績!C4")!.formula).toBe('IF(C2=0,"該当者なし",C3/C2)');
    expect(opened.excel.log.roundTrips).toBe(2);
    expect(opened.excel.log.deeds.filter((deed) => deed === "Formulas" || deed === "NumberFormat")).toEqual(["Formulas", "NumberFormat"]);
    expect(opened.excel.keptCount).toBe(0);
  });

  test("nothing to write asks nothing further", async () => {
    opened = await openText(TEXT);
    expect(await opened.host.apply([set([1, 1], { value: 8, was: { value: 8, formula: null } })])).toMatchObject({ applied: 1, refused: [] });
    expect(opened.excel.log.roundTrips).toBe(1);
  });

  test.each([
    ["該当者なし", "該当者なし"],
    ["12", "12"],
    ["4/1", "4/1"],
    ["令和5年4月1日", "令和5年4月1日"],
    ["=B2", "=B2"],
    ["-", "-"],
    ["TRUE", "TRUE"],
    ["１２", "１２"],
  ])("the text %s stays a text", async (_, text) => {
    opened = await openText(TEXT);
    await opened.host.apply([set([3, 1], { value: text })]);
    expect(opened.excel.cell("実績!B4")).toMatchObject({ value: text, formula: null, format: "General" });
  });

  test("under the text format a figure stays a figure and a formula a formula", async () => {
    opened = await openText(TEXT);
    opened.excel.book.touch(opened.excel.sheet("実績"), 3, 1).format = "@";
    opened.excel.book.touch(opened.excel.sheet("実績"), 3, 2).format = "@";
    const report = await opened.host.apply([set([3, 1], { value: 0.875 }), set([3, 2], { formula: 'IF(C2=0,"該当者なし",C3/C2)', value: 0.5 })]);
    expect(report.formats).toEqual({});
    expect(opened.excel.cell("実績!B4")).toMatchObject({ value: 0.875, format: "@" });
    expect(opened.excel.cell("実績!C4")).toMatchObject({ formula: 'IF(C2=0,"該当者なし",C3/C2)', value: 0.5, format: "@" });
  });

  test("only a number format", async () => {
    opened = await openText(TEXT);
    const report = await opened.host.apply([set([1, 1], { value: 8, format: '0"人"', was: { value: 8, formula: null } })]);
    expect([report.applied, report.formats]).toEqual([1, { "実績!B2": "General" }]);
    expect(opened.excel.shown("実績!B2")).toBe("8人");
    expect(opened.excel.log.deeds).not.toContain("Formulas");
  });

  test("thousands of cells far apart take two round trips per four megabytes", async () => {
    opened = await openText(`== sheet S\n${"| 1 | | 2 | | 3 | |\n".repeat(600)}`);
    opened.excel.behaviour.requestLimit = opened.excel.behaviour.responseLimit = 5 * 1024 * 1024;
    const edits = Array.from({ length: 600 }, (_, row) => [1, 3, 5].map((col) => set([row, col], { value: row * 10 + col }, "S"))).flat();
    expect((await opened.host.apply(edits)).applied).toBe(1800);
    const bytes = opened.excel.log.counted.reduce((sum, { bytesUp, bytesDown }) => sum + bytesUp + bytesDown, 0);
    expect(opened.excel.log.roundTrips).toBeLessThanOrEqual(2 * Math.ceil(bytes / (4 * 1024 * 1024)));
    expect(opened.excel.cell("S!F600")!.value).toBe(5995);
  });
});

describe("what is left alone", () => {
  const reasons = async (...edits: Edit[]): Promise<unknown> => (await opened.host.apply(edits)).refused;

  test("a cell that changed before the edits, or in between by somebody else", async () => {
    opened = await openText(TEXT);
    opened.excel.type("実績!B4", 1, { isRemote: true });
    const report = await opened.host.apply(RATES);
    expect(report).toMatchObject({ applied: 1, refused: [{ sheet: "実績", cell: "B4", reason: "changed" }], formats: { "実績!C4": "General" } });
    expect(opened.excel.cell("実績!B4")!.value).toBe(1);
  });

  test.each([
    ["the value", { value: 9, formula: null }],
    ["a formula where there is none", { value: 8, formula: "A1" }],
    ["a blank", BLANK],
  ])("%s was another", async (_, was) => {
    opened = await openText(TEXT);
    expect(await reasons(set([1, 1], { value: 3, was }))).toEqual([{ sheet: "実績", cell: "B2", reason: "changed" }]);
  });

  test("a protected sheet, a missing one, a cell outside of every sheet", async () => {
    opened = await openText(TEXT);
    const before = opened.excel.snapshot();
    expect(await reasons(set([0, 1], { value: 1 }, "保護"), set([0, 0], { value: 1 }, "無い"), set([-1, 0], { value: 1 }))).toEqual([
      { sheet: "保護", cell: "B1", reason: "protected" },
      { sheet: "無い", cell: "A1", reason: "not-found" },
      { sheet: "実績", cell: "A1", reason: "not-found" },
    ]);
    expect(opened.excel.snapshot()).toEqual(before);
    expect(opened.excel.log.roundTrips).toBe(1);
  });

  test("what a merge covers, but not its first cell", async () => {
    opened = await openText(`${TEXT.replace("== sheet 保護", "merge B4:C4\n== sheet 保護")}`);
    expect(await reasons(...RATES)).toEqual([{ sheet: "実績", cell: "C4", reason: "merged" }]);
    expect(opened.excel.cell("実績!B4")!.formula).not.toBeNull();
  });

  test("what a merge covers among more merges than Excel tells at once", async () => {
    opened = await openText(`== sheet S\n${"| 1 | |\n".repeat(700)}merge ${Array.from({ length: 700 }, (_, i) => `A${i + 1}:B${i + 1}`).join(" ")}`);
    expect(await reasons(set([650, 1], { value: 1 }, "S"), set([3, 2], { value: 1 }, "S"))).toEqual([{ sheet: "S", cell: "B651", reason: "merged" }]);
    expect(opened.excel.cell("S!C4")!.value).toBe(1);
  });

  test("spilled cells and array formulas", async () => {
    opened = await openText(TEXT);
    opened.excel.sheet("実績").arrays.push({ range: readRect("B4:B5"), isSpill: true });
    expect(await reasons(...RATES)).toEqual([{ sheet: "実績", cell: "B4", reason: "part-of-array" }]);
    expect(opened.excel.cell("実績!C4")!.formula).not.toBeNull();
  });

  test("headings and totals of a table, cells of a pivot table", async () => {
    opened = await openText(TEXT);
    const { tables, pivots } = opened.excel.sheet("実績");
    tables.push({ id: "1", range: readRect("B4:B6"), hasHeaders: true, hasTotals: true });
    pivots.push({ name: "P", range: readRect("E1:F9") });
    expect(await reasons(...RATES, set([5, 1], { value: 1 }), set([5, 4], { value: 1 }))).toEqual([
      { sheet: "実績", cell: "B4", reason: "part-of-array" },
      { sheet: "実績", cell: "B6", reason: "part-of-array" },
      { sheet: "実績", cell: "E6", reason: "part-of-array" },
    ]);
  });

  test("an error somebody typed is neither blank nor the value it was", async () => {
    opened = await openText(TEXT);
    opened.excel.type("実績!B4", "#N/A");
    expect(await reasons(RATES[0]!)).toEqual([{ sheet: "実績", cell: "B4", reason: "changed" }]);
  });
});

describe("taken back", () => {
  const snapshotAfterUndo = async (edits: readonly Edit[]): Promise<[unknown, unknown]> => {
    const before = opened.excel.snapshot();
    const { formats } = await opened.host.apply(edits);
    expect(opened.excel.snapshot()).not.toEqual(before);
    const undone = edits.flatMap((edit): Edit[] => {
      if (edit.kind !== "set-cell") return [];
      const { was, value, formula } = edit;
      if (typeof was.value === "boolean") throw new Error("no case here");
      const address = `${edit.sheet}!${"ABCDEF"[edit.col]}${edit.row + 1}`;
      return [{ ...edit, was: { value, formula }, value: was.value, formula: was.formula, format: formats?.[address] ?? null }];
    });
    expect((await opened.host.apply(undone)).refused).toEqual([]);
    return [opened.excel.snapshot(), before];
  };

  test.each<[string, Edit[]]>([
    ["fills", RATES],
    ["a text made a number", [set([4, 2], { value: 3, format: '0"人"', was: { value: "3人", formula: null } })]],
    ["a mark replaced", [set([4, 1], { value: "該当者なし", was: { value: "－", formula: null } })]],
    ["figures emptied and changed", [set([1, 1], { value: null, was: { value: 8, formula: null } }), set([1, 2], { value: 11, was: { value: 10, formula: null } })]],
  ])("%s leave nothing behind", async (_, edits) => {
    opened = await openText(TEXT);
    const [after, before] = await snapshotAfterUndo(edits);
    expect(after).toEqual(before);
  });

  test("the same edits once more change nothing", async () => {
    opened = await openText(TEXT);
    await opened.host.apply(RATES);
    const after = opened.excel.snapshot();
    expect((await opened.host.apply(RATES)).refused).toHaveLength(2);
    expect(opened.excel.snapshot()).toEqual(after);
  });
});

describe("our own data", () => {
  test("is written, replaced and taken out again, and is not counted", async () => {
    opened = await openText(TEXT);
    const before = opened.excel.snapshot();
    expect(await opened.host.apply([{ kind: "set-own-data", text: "一 < 二 & 三" }])).toMatchObject({ applied: 0, refused: [] });
    expect((await opened.host.readWorkbook()).ownData).toBe("一 < 二 & 三");
    await opened.host.apply([{ kind: "set-own-data", text: "四" }]);
    expect(opened.excel.book.xmlParts).toHaveLength(1);
    expect((await opened.host.readWorkbook()).ownData).toBe("四");
    await opened.host.apply([{ kind: "set-own-data", text: null }]);
    expect(opened.excel.snapshot()).toEqual(before);
  });

  test("another's part is left alone", async () => {
    opened = await openText(TEXT);
    opened.excel.book.xmlParts.push({ id: "{other}", xml: '<x xmlns="urn:other">1</x>' });
    const before = opened.excel.snapshot();
    await opened.host.apply([{ kind: "set-own-data", text: "一" }]);
    await opened.host.apply([{ kind: "set-own-data", text: null }]);
    expect(opened.excel.snapshot()).toEqual(before);
  });
});

describe("a request that fails", () => {
  const refusal = async (edits: readonly Edit[]): Promise<HostRefusal> => {
    const error: unknown = await opened.host.apply(edits).catch((thrown: unknown) => thrown);
    if (!(error instanceof HostRefusal)) throw new Error(`no refusal: ${String(error)}`);
    return error;
  };

  test("while a cell is being edited nothing is written, neither now nor later", async () => {
    opened = await openText(TEXT);
    const before = opened.excel.snapshot();
    opened.excel.behaviour.isEditing = true;
    expect((await refusal(RATES)).reason).toBe("cell-being-edited");
    opened.excel.behaviour.endEdit();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(opened.waited).toEqual([]);
    expect(opened.excel.snapshot()).toEqual(before);
  });

  test("typing that begins between reading again and writing", async () => {
    opened = await openText(TEXT);
    const before = opened.excel.snapshot();
    opened.excel.behaviour.beforeRequest = (n) => void (opened.excel.behaviour.isEditing = n === 2);
    expect((await refusal(RATES)).reason).toBe("cell-being-edited");
    expect(opened.excel.snapshot()).toEqual(before);
  });

  test("before anything is written says so", async () => {
    opened = await openText(TEXT);
    opened.excel.behaviour.failures.push({ request: 2, code: "GeneralException" });
    const { reason, sentence } = await refusal(RATES);
    expect(reason).toBe("request-failed");
    expect(sentence.ja).toContain("何も書き込まれていません");
    expect(sentence.en).toContain("Nothing was written");
  });

  test("in the middle says what was written and what was not", async () => {
    opened = await openText(TEXT);
    const edits = [set([3, 1], { value: 1 }), set([3, 2], { value: 2 }), set([6, 1], { value: 3 })];
    const deeds = (): number[] => opened.excel.log.counted.at(-1)!.body.Actions.flatMap((action, index) => (action.Name === "Formulas" ? [index] : []));
    await opened.host.apply(edits);
    const [, second] = deeds();
    opened.close();
    opened = await openText(TEXT);
    opened.excel.behaviour.failures.push({ request: 2, action: second!, code: "AccessDenied" });
    const { reason, sentence } = await refusal(edits);
    expect(reason).toBe("protected");
    expect(sentence.ja).toMatch(/2件（実績!B4, 実績!C4）.*1件（実績!B7）/);
    expect(sentence.en).toMatch(/2 written \(実績!B4, 実績!C4\), 1 not written \(実績!B7\)/);
  });

  test("and Excel that cannot be asked any more: what was written is not known", async () => {
    opened = await openText(TEXT);
    opened.excel.behaviour.failures.push({ request: 2, code: "GeneralException" }, { request: 3, code: "GeneralException" }, { request: 4, code: "GeneralException" });
    expect((await refusal(RATES)).sentence.ja).toContain("確かめられませんでした");
  });

  test("a request over the limit of Excel on the web", async () => {
    opened = await openText(TEXT);
    opened.excel.behaviour.beforeRequest = (n) => void (opened.excel.behaviour.requestLimit = n === 2 ? 100 : null);
    const { reason, sentence } = await refusal(RATES);
    expect(reason).toBe("too-large");
    expect(sentence.ja).toContain("何も書き込まれていません");
  });

  test("a workbook opened for viewing is not touched", async () => {
    opened = await openText(TEXT, {}, ({ book }) => void (book.isReadOnly = true));
    expect((await refusal(RATES)).reason).toBe("view-only");
    expect(opened.excel.log.roundTrips).toBe(0);
  });
});
