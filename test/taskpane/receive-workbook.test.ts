import { HostRefusal } from "../../src/hosts/host";
import type { WorkbookPart } from "../../src/hosts/excel/assemble-workbook";
import { receiveWorkbook } from "../../src/taskpane/receive-workbook";

const parts: readonly WorkbookPart[] = [
  { kind: "workbook", name: "実績.xlsx", date1904: false, ownData: [], sheets: [{ name: "実績", visibility: "visible", isProtected: false }] },
  { kind: "layout", sheet: 0, merges: [], hiddenRows: [1], hiddenCols: [] },
  { kind: "block", sheet: 0, top: 2, left: 1, values: [["取得率", 0.875]], formulas: [["取得率", "=7/8"]], formats: [["General", "0.0%"]] },
];

function opened(): { send: (message: unknown) => void; answer: ReturnType<typeof receiveWorkbook> } {
  const { port1, port2 } = new MessageChannel();
  return { send: (message) => port1.postMessage(message), answer: receiveWorkbook(port2) };
}

test("a workbook comes whole", async () => {
  const { send, answer } = opened();
  const workbook = { name: "実績.xlsx", sheets: [], date1904: false, ownData: null };
  send({ workbook });
  expect(await answer).toEqual(workbook);
});

test("a workbook comes part by part, and is there with the end", async () => {
  const { send, answer } = opened();
  for (const part of parts) send({ part });
  send({ end: true });
  const workbook = await answer;
  expect(workbook.name).toBe("実績.xlsx");
  expect(workbook.sheets[0]!.cells).toMatchObject([
    { row: 2, col: 1, value: "取得率" },
    { row: 2, col: 2, value: 0.875, formula: "7/8", text: "87.5%" },
  ]);
  expect(workbook.sheets[0]!.hiddenRows.has(1)).toBe(true);
});

test("a sender that gives up says why", async () => {
  const { send, answer } = opened();
  send({ part: parts[0] });
  send({ refusal: { reason: "request-failed", sentence: { ja: "読めませんでした。", en: "Could not be read." } } });
  await expect(answer).rejects.toMatchObject({ name: "HostRefusal", reason: "request-failed" });
  await expect(answer).rejects.toBeInstanceOf(HostRefusal);
});

test("parts out of order are a mistake of ours, not a wait without end", async () => {
  const { send, answer } = opened();
  send({ part: parts[2] });
  await expect(answer).rejects.toThrow("no part names");
});
