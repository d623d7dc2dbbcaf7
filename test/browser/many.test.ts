import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import { readTextWorkbook } from "../support/text-workbook";
import { writeWorkbookFile } from "../support/write-workbook-file";
import { launchChromium } from "./chromium";
import { findAxeViolations } from "./find-axe-violations";
import { openPage, type OpenPage, preparedAddress } from "./workbench-page";

jest.setTimeout(180_000);

let browser: Browser;
let opened: OpenPage | undefined;
const folder = mkdtempSync(path.join(tmpdir(), "kpi-many-"));

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await opened?.context.close();
  opened = undefined;
});

const own = readTextWorkbook(
  [
    "== sheet 休暇",
    "| 部分休業【目標：取得率90%以上】 |",
    "|  | R3 | R4 | R5 |",
    "| 取得率 | 33.3% | 80% | 100% |",
    "| 取得人数 | 1人 | 1人 | 2人 |",
    "| 育休からの復帰人数 | 3人 | 2人 | 2人 |",
  ].join("\n"),
).workbook;

function put(name: string, content: Uint8Array | string): void {
  const to = path.join(folder, name);
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, content);
}

async function openMany(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  opened = await openPage(browser, `${preparedAddress()}?empty`, options);
  const { page } = opened;
  await page.getByRole("button", { name: /^(まとめて点検|Many workbooks)$/ }).click();
  await page.getByRole("heading", { name: /^(まとめて点検|Many workbooks)$/ }).waitFor();
  return page;
}

async function pickFolder(page: Page, name: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: /^(フォルダーを選ぶ|Pick a folder)$/ }).click()]);
  await chooser.setFiles(path.join(folder, name));
}

const line = (page: Page, name: string) => page.locator(".many-row", { hasText: name });

beforeAll(() => {
  put("県/い町/実績.xlsx", writeWorkbookFile(own));
  put("県/あ市/実績.xlsx", readFileSync(path.join(__dirname, "../../assets/samples/sample.xlsx")));
  put("県/う村/実績.xlsx", "これは壊れています");
  put("県/~$実績.xlsx", "lock");
  put("県/旧.xls", "old");
  for (let i = 1; i <= 400; i++) put(`多/${i}市.xlsx`, writeWorkbookFile(own));
});

test("checks a folder with a broken file, opens one of its workbooks, and saves the roll-up", async () => {
  const page = await openMany();
  await pickFolder(page, "県");
  await page.getByText("終わりました。").waitFor();
  expect(await page.locator(".many-name").allTextContents()).toEqual(["あ市/実績.xlsx", "い町/実績.xlsx", "う村/実績.xlsx"]);
  expect(await line(page, "い町").textContent()).toContain("● 要修正 1");
  expect(await line(page, "い町").textContent()).toContain("× 未達 1");
  expect(await line(page, "う村").textContent()).toMatch(/読めませんでした.+。$/);
  // A name stays on its line, however long the sentence is.
  for (const name of await page.locator(".many-name").all()) expect((await name.boundingBox())!.height).toBeLessThan(40);
  await page.getByText("除いたもの：開いている間の一時ファイル（~$） 1、読めない形式（.xls、.xlsb、.ods など） 1").waitFor();
  expect(await findAxeViolations(page)).toEqual([]);

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "まとめのブックを保存" }).click()]);
  expect(download.suggestedFilename()).toBe("点検結果の集計.xlsx");
  const { sheets } = readWorkbook(openWorkbookFile(new Uint8Array(readFileSync(await download.path())), "集計.xlsx"));
  expect(sheets.map(({ name }) => name)).toEqual(["一覧", "指標ごとの未達", "未達の目標", "指摘の割合", "読めなかったファイル"]);
  const texts = (name: string) => sheets.find((sheet) => sheet.name === name)!.cells.map(({ value }) => value);
  expect(texts("一覧")).toEqual(expect.arrayContaining(["あ市/実績.xlsx", "い町/実績.xlsx"]));
  expect(texts("読めなかったファイル")).toContain("う村/実績.xlsx");

  await page.getByRole("button", { name: "い町/実績.xlsx を開く" }).click();
  await page.getByRole("tab", { name: "休暇" }).waitFor();
  expect(await page.getByRole("heading", { name: "まとめて点検" }).isVisible()).toBe(false);
  await page.getByRole("button", { name: "まとめて点検" }).click();
  expect(await page.locator(".many-row").count()).toBe(3);
  await page.getByRole("button", { name: "開いているブック（実績.xlsx）に戻る" }).click();
  await page.getByRole("tab", { name: "休暇" }).waitFor();
  expect(opened?.complaints).toEqual([]);
  expect(opened?.requests.filter((url) => !url.startsWith(preparedAddress()) && !/^(data|blob):/.test(url))).toEqual([]);
});

test("stops in the middle, holds what is done, and goes on to the end", async () => {
  const page = await openMany();
  await pickFolder(page, "多");
  await page.waitForFunction(() => document.querySelectorAll(".many-count").length >= 12);
  await page.getByRole("button", { name: "中止" }).click();
  await page.getByText("中止しました。").waitFor();
  const number = async () => Number(/^(\d+)/.exec((await page.locator(".many-number").textContent()) ?? "")?.[1]);
  const done = await number();
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(400);
  await page.waitForTimeout(300);
  expect(await number()).toBe(done);
  await page.getByRole("button", { name: "続きから点検" }).click();
  await page.getByText("終わりました。").waitFor();
  expect(await number()).toBe(400);
  expect(await page.locator(".many-name").nth(1).textContent()).toBe("2市.xlsx");
  expect(opened?.complaints).toEqual([]);
});

test("several files that are dropped are checked; one alone is opened", async () => {
  opened = await openPage(browser, `${preparedAddress()}?empty`);
  const { page } = opened;
  const drop = async (...names: string[]) => {
    const files = names.map((name) => ({ name, bytes: [...writeWorkbookFile(own)] }));
    const data = await page.evaluateHandle((given) => {
      const transfer = new DataTransfer();
      for (const { name, bytes } of given) transfer.items.add(new File([new Uint8Array(bytes)], name));
      return transfer;
    }, files);
    await page.dispatchEvent(".workbench", "drop", { dataTransfer: data });
  };
  await drop("ひとつ.xlsx");
  await page.getByRole("tab", { name: "休暇" }).waitFor();
  await drop("一.xlsx", "二.xlsx");
  await page.getByText("終わりました。").waitFor();
  expect(await page.locator(".many-name").allTextContents()).toEqual(["一.xlsx", "二.xlsx"]);
});

test.each(["ja", "en"] as const)("fits 320 pixels in %s, and is walked with the keyboard alone", async (language) => {
  const page = await openMany({ width: 320, language });
  await pickFolder(page, "県");
  await page.getByText(language === "ja" ? "終わりました。" : "Done.").waitFor();
  await page.locator(".many-settings summary").click();
  const tooWide = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("html, .many, .many *")]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline" && !one.matches("select, input, .visually-hidden, [aria-hidden=true]"))
      .map((one) => `${one.className}: ${one.scrollWidth} > ${one.clientWidth}`),
  );
  expect(tooWide).toEqual([]);
  expect(await findAxeViolations(page)).toEqual([]);
  await page.locator(".many-line select").focus();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("many-name");
  await page.keyboard.press("Enter");
  await page.getByRole("grid").waitFor();
  expect(await page.locator(".bar-file").textContent()).toBe("実績.xlsx");
});
