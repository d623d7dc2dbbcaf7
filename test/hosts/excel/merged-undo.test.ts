import type { Edit } from "../../../src/model/edit";
import { HostRefusal } from "../../../src/hosts/host";
import { openText, type OpenedExcel } from "./open-excel";

const TEXT = "== sheet 実績\n| 取得率 | 0.5<0.0%> | | |";
const set = (col: number): Edit => ({ kind: "set-cell", sheet: "実績", row: 0, col, was: { value: null, formula: null }, value: col, formula: null, format: null });
const EDITS: Edit[] = [set(2), { kind: "set-own-data", text: "記録" }];

let opened: OpenedExcel;
afterEach(() => opened.close());

const merged = (): unknown[] => opened.excel.runs.map(({ options }) => options["mergeUndoGroup"] === true);

test("an Excel that can makes one undo step of an application", async () => {
  opened = await openText(TEXT, { excelApi: "1.20" });
  await opened.host.apply(EDITS);
  expect(merged()).toEqual([false, true]);
  expect(opened.excel.cell("実績!C1")!.value).toBe(2);
});

test.each(["1.14", "1.15", "1.19"])("Excel with %s is not asked for it", async (excelApi) => {
  opened = await openText(TEXT, { excelApi });
  await opened.host.apply(EDITS);
  expect(merged()).toEqual([false, false]);
});

test("one that refuses it is written to without it, once it is known that nothing was written, and not asked again", async () => {
  opened = await openText(TEXT, { excelApi: "1.20" });
  opened.excel.behaviour.failures.push({ request: 2, code: "UndoNotSupported" });
  expect(await opened.host.apply(EDITS)).toMatchObject({ applied: 1, refused: [] });
  expect(merged()).toEqual([false, true, false, false]);
  expect(opened.excel.cell("実績!C1")!.value).toBe(2);
  await opened.host.apply([set(3)]);
  expect(merged().slice(4)).toEqual([false, false]);
});

test("one that refuses it after it has written something is not written to again", async () => {
  opened = await openText(TEXT, { excelApi: "1.20" });
  const count = (await openedActions()) - 1;
  opened.excel.behaviour.failures.push({ request: 2, action: count, code: "UndoNotSupported" });
  const error: unknown = await opened.host.apply(EDITS).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HostRefusal);
  expect((error as HostRefusal).sentence.ja).toMatch(/途中で止まりました.*1件（実績!C1）/);
  expect(opened.excel.book.xmlParts).toEqual([]);
});

/** How many actions the writing has. */
async function openedActions(): Promise<number> {
  await opened.host.apply(EDITS);
  const { actions } = opened.excel.log.counted.at(-1)!;
  opened.close();
  opened = await openText(TEXT, { excelApi: "1.20" });
  return actions;
}
