import { HostRefusal } from "../../../src/hosts/host";
import type { ApplyReport, Edit } from "../../../src/model/edit";
import { makeEntry, markUndone, reverseEdits } from "../../../src/taskpane/journal";
import { markCells, setCell, unmark } from "../../support/edit-file";
import { addSheet, sampleSheet } from "../../support/sample-sheet";
import { openText, type OpenedExcel } from "./open-excel";

const TEXT = `
== sheet 実績
| 区分 | 令和4年度 | 令和5年度 |
| 対象者 | 8 | 10 |
| 取得者 | 7 | 3人 |
| 取得率 | | |
| 提出 | | TRUE |
== sheet 別表
| 日数 | 9.5 | |
`;

const FIRST = markCells(["B2", "A5"], ["C2"]);
const EDITS: readonly Edit[] = [
  setCell("B4", 0.875, { formula: 'IF(B2=0,"該当者なし",B3/B2)', format: "0.0%" }),
  setCell("C3", 3, { was: "3人", format: '0"人"' }),
  setCell("B5", 12),
  setCell("C2", 11, { was: 10 }),
  markCells(["B4", "C4"], ["B3"]),
  setCell("C1", 1, { sheet: "別表" }),
  markCells(["B1"], [], "別表"),
  addSheet(sampleSheet()),
  { kind: "set-own-data", text: "記録" },
];

let opened: OpenedExcel;
afterEach(() => opened?.close());

/** A workbook with marks of before, and with a cell under the text format that is to hold a figure. */
async function open(): Promise<void> {
  opened = await openText(TEXT);
  opened.excel.book.touch(opened.excel.sheet("実績"), 4, 1).format = "@";
  await opened.host.apply([FIRST]);
}

const lastNumber = (): number => Math.max(...opened.excel.log.counted.map(({ number }) => number));
/** The next writing fails at this action: the request behind those that read again. */
const failAt = (action: number, reads = 1): void => void opened.excel.behaviour.failures.push({ request: lastNumber() + reads + 1, action, code: "GeneralException" });
const picture = (): unknown => ({ ...(opened.excel.snapshot() as object), xmlParts: undefined });

async function applyOrBreak(edits: readonly Edit[]): Promise<{ readonly report: ApplyReport; readonly refusal?: HostRefusal }> {
  try {
    return { report: await opened.host.apply(edits) };
  } catch (error) {
    if (!(error instanceof HostRefusal)) throw error;
    return { report: error.written ?? { applied: 0, refused: [] }, refusal: error };
  }
}

async function countActions(edits: readonly Edit[]): Promise<number> {
  await open();
  await opened.host.apply(edits);
  const { actions } = opened.excel.log.counted.at(-1)!;
  opened.close();
  return actions;
}

/** Some actions in the order of the request: all of them would only be more of the same. */
const someOf = (count: number, step: number): number[] => Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);

test("wherever a batch breaks off, what was written can be taken back, and done again it comes to the same", async () => {
  const count = await countActions(EDITS);
  let broken = 0;
  for (const action of someOf(count, 5)) {
    await open();
    const before = picture();
    failAt(action);
    const { report, refusal } = await applyOrBreak(EDITS);
    expect(refusal?.sentence.ja).toMatch(/書き込めませんでした|途中で止まりました/);
    if (!refusal!.written) expect({ action, after: picture() }).toEqual({ action, after: before });
    else broken++;
    // The journal knows all of it: what it does not know is as it was.
    const { refused } = await opened.host.apply(refusal!.written ? reverseEdits(EDITS, report) : []);
    expect({ action, refused, after: picture() }).toEqual({ action, refused: [], after: before });
    expect(opened.excel.book.xmlParts).toEqual([]);
    expect((await opened.host.apply(EDITS)).refused).toEqual([]);
    opened.close();
  }
  expect(broken).toBeGreaterThan(5);
});

test("the same batch again writes what is missing, and nothing twice; both entries together lead back", async () => {
  const count = await countActions(EDITS);
  for (const action of someOf(count, 23)) {
    await open();
    const before = picture();
    failAt(action);
    const first = await applyOrBreak(EDITS);
    const second = await opened.host.apply(EDITS);
    expect(second.refused.every(({ reason }) => reason === "changed")).toBe(true);
    expect([opened.excel.cell("実績!B4")!.formula, opened.excel.cell("実績!B5")!.value, opened.excel.cell("別表!C1")!.value]).toEqual(['IF(B2=0,"該当者なし",B3/B2)', 12, 1]);
    expect(opened.excel.book.sheets.map(({ name }) => name)).toEqual(["実績", "別表", sampleSheet().name]);
    expect(opened.excel.book.xmlParts).toHaveLength(1);
    await opened.host.apply(reverseEdits(EDITS, second));
    await opened.host.apply(first.refusal!.written ? reverseEdits(EDITS, first.report) : []);
    expect({ action, after: picture() }).toEqual({ action, after: before });
    opened.close();
  }
});

test("an undo that breaks off keeps what is left of it, and goes on from there", async () => {
  await open();
  const entry = makeEntry(1, new Date(), "fill", EDITS, await opened.host.apply(EDITS));
  await opened.host.apply(entry.undo);
  const { actions } = opened.excel.log.counted.at(-1)!;
  opened.close();
  for (const action of someOf(actions, 3)) {
    await open();
    const before = picture();
    const done = makeEntry(1, new Date(), "fill", EDITS, await opened.host.apply(EDITS));
    // A sheet that goes is looked for in formulas elsewhere.
    failAt(action, 2);
    const { report, refusal } = await applyOrBreak(done.undo);
    expect(refusal).toBeDefined();
    const rest = refusal!.written ? markUndone(done, report) : done;
    expect(rest.undone).toBe(false);
    expect((await opened.host.apply(rest.undo)).refused).toEqual([]);
    expect({ action, after: picture() }).toEqual({ action, after: before });
    opened.close();
  }
});

test("marks that were to come off, and broke off", async () => {
  const edits = [unmark(), setCell("B4", 1)];
  const count = await countActions(edits);
  for (const action of someOf(count, 1)) {
    await open();
    const before = picture();
    failAt(action);
    const { report, refusal } = await applyOrBreak(edits);
    await opened.host.apply(refusal!.written ? reverseEdits(edits, report) : []);
    expect({ action, after: picture() }).toEqual({ action, after: before });
    opened.close();
  }
});

test("a sheet that came in between under the same name is not taken for ours", async () => {
  await open();
  const writing = lastNumber() + 2;
  opened.excel.behaviour.beforeRequest = (number) => {
    if (number === writing) opened.excel.book.addSheet(sampleSheet().name);
  };
  const { refusal } = await applyOrBreak(EDITS);
  expect(refusal?.sentence.ja).toMatch(/途中で止まりました.*フォローアップ R6/);
  expect(opened.excel.book.sheets.map(({ name }) => name)).toContain(sampleSheet().name);
});

test("Excel that does not let a half-made sheet be taken out again: the sentence names it", async () => {
  await open();
  const at = lastNumber();
  // The sheet is there and nothing on it; both tries to tidy fail too.
  opened.excel.behaviour.failures.push(
    { request: at + 2, action: 4, code: "GeneralException" },
    { request: at + 4, code: "GeneralException" },
    { request: at + 5, code: "GeneralException" },
  );
  const { refusal } = await applyOrBreak(EDITS);
  expect(refusal?.sentence.ja).toMatch(/作りかけのシートや印（フォローアップ R6）が残っています/);
});
