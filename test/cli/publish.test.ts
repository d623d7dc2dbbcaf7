import { readFileSync } from "node:fs";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import { openKnownWorkbook } from "../support/known-workbooks";
import { writeWorkbookFile } from "../support/write-workbook-file";
import { Folder, isOneSentence, run, sample } from "./run-cli";

const folder = new Folder();
afterAll(() => folder.remove());
const original = new Uint8Array(readFileSync(sample));
const file = folder.put("実績.xlsx", original);
const sheetsOf = (name: string) => readWorkbook(openWorkbookFile(folder.read(name), name)).sheets.map((sheet) => sheet.name);
const before = sheetsOf("実績.xlsx");

test("publish adds the sheet of the public list, and the copies only when asked", async () => {
  const plain = await run(["publish", file, "-o", folder.at("公表.xlsx")]);
  expect(plain).toMatchObject({ code: 0, out: "" });
  expect(sheetsOf("公表.xlsx")).toEqual([...before, "公表用"]);
  const withCopies = await run(["publish", file, "--suppress", "-o", folder.at("伏せた.xlsx")]);
  expect(withCopies.code).toBe(0);
  expect(sheetsOf("伏せた.xlsx").slice(before.length, before.length + 2)).toEqual(["公表用", "公表前の確認"]);
  expect(sheetsOf("伏せた.xlsx").length).toBeGreaterThan(before.length + 2);
  expect(folder.read("実績.xlsx")).toEqual(original);
});

test("publish writes the same as text to paste, without few people when asked", async () => {
  expect(await run(["publish", file, "-o", folder.at("公表.txt")])).toMatchObject({ code: 0, err: expect.stringContaining("公表用の文字を書きました") });
  expect((await run(["publish", file, "--suppress", "-o", folder.at("伏せた.TSV")])).code).toBe(0);
  const text = (name: string) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(folder.read(name));
  expect(text("公表.txt")).toMatch(/^\uFEFF.+[\s\S]*目標項目\t数値目標\t/);
  expect(text("公表.txt")).not.toContain("＊");
  expect(text("伏せた.TSV")).toContain("＊");
  const nothing = await run(["publish", folder.put("空.xlsx", writeWorkbookFile(openKnownWorkbook("== sheet 空\n| メモ |\n", "drawn").workbook)), "-o", folder.at("なし.txt")]);
  expect(nothing.code).toBe(2);
  expect(isOneSentence(nothing.err)).toBe(true);
});

test("table writes a sheet, or a CSV file with a mark at its head", async () => {
  expect((await run(["table", file, "-o", folder.at("一覧.xlsx")])).code).toBe(0);
  expect(sheetsOf("一覧.xlsx")).toEqual([...before, "読み取り一覧"]);
  expect((await run(["table", file, "-o", folder.at("一覧.CSV"), "--lang", "en"])).err).toMatch(/^Wrote \d+ figures: /);
  expect([...folder.read("一覧.CSV").slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test("what cannot be is refused in a sentence", async () => {
  const wrong = await run(["table", file, "--suppress", "-o", folder.at("x.csv")]);
  expect(wrong.code).toBe(2);
  expect(isOneSentence(wrong.err)).toBe(true);
  const source = await run(["table", folder.put("元.csv", original), "-o", folder.at("元.csv")]);
  expect(source.code).toBe(2);
  expect(folder.read("元.csv")).toEqual(original);
});
