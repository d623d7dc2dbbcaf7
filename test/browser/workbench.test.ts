import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readSheetLook } from "../../src/hosts/file/sheet-look";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import { writeWorkbookFile } from "../support/write-workbook-file";
import { readTextWorkbook } from "../support/text-workbook";
import { launchChromium } from "./chromium";
import { openPage, type OpenPage, preparedAddress } from "./workbench-page";

jest.setTimeout(180_000);

let browser: Browser;
let address: string;
let opened: OpenPage | undefined;

beforeAll(async () => {
  address = preparedAddress();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  await opened?.context.close();
  opened = undefined;
});

async function open(options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  opened = await openPage(browser, address, options);
  await opened.page.getByRole("grid").waitFor();
  return opened.page;
}

/** One workbook of one sheet, small enough to know every answer. */
const own = readTextWorkbook(
  [
    "== sheet 実績",
    "| 特定事業主行動計画（計画期間：令和4年度〜令和5年度） |",
    "",
    "@ A3",
    "| 部分休業の取得状況 |",
    "| 区分 | 令和3年度 | 令和4年度 | 令和5年度 |",
    "| 取得人数 | 0 | 1 | 2 |",
    "| 育休からの復帰人数 | 0 | 2 | 4 |",
    "| 取得率 | | | |",
    "@ A9",
    "| 年次有給休暇 |",
    "| 区分 | 目標 | 令和4年度 | 令和5年度 |",
    "| 平均取得日数 | 12日以上 | 11.5日 | 13日 |",
    "@ A13",
    "| 男性職員の育児休業 |",
    "| 区分 | 令和3年度 | 令和4年度 | 令和5年度 |",
    "| 対象者数 | 4 | 4 | 8 |",
    "| 取得者数 | 1 | 2 | 7 |",
    "| 取得率 | 25.0% | 50.0% | 78.5% |",
  ].join("\n"),
).workbook;

async function openOwn(page: Page): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name: "実績.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(writeWorkbookFile(own)) });
  await page.getByRole("tab", { name: "実績" }).waitFor();
}

async function check(page: Page): Promise<void> {
  await page.getByRole("button", { name: "ブックを点検する" }).click();
  await page
    .getByText(/を読み取りました/)
    .first()
    .waitFor();
}

const pane = (page: Page) => page.getByRole("complementary", { name: "作業窓" });
const cell = (page: Page, row: number, col: number) => page.locator(`#cell-${row}-${col}`);

test("shows text before any script, and the sample with its scripts", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(address);
  expect(await page.textContent("body")).toMatch(/行動計画チェック[\s\S]*画面を準備しています/);
  await plain.close();
  const shown = await open();
  expect(await shown.getByRole("gridcell").count()).toBeGreaterThan(50);
  expect(opened?.complaints).toEqual([]);
});

test("checks the sample; a finding leads to its cell", async () => {
  const page = await open();
  await check(page);
  const finding = pane(page).locator(".card-head").first();
  const address = await finding.locator(".card-cell").textContent();
  await finding.click();
  await page.locator(".cell-name", { hasText: new RegExp(`^${address}$`) }).waitFor();
  expect(await page.locator("[role=gridcell][aria-selected=true]").getAttribute("aria-label")).toMatch(new RegExp(`^${address}( |$)`));
  expect(opened?.complaints).toEqual([]);
});

test("fills, marks and saves: what was written stands in the file, what was there still does", async () => {
  const page = await open();
  await openOwn(page);
  await check(page);
  expect(
    await pane(page)
      .getByRole("button", { name: /要修正 D17/ })
      .count(),
  ).toBe(1);

  await page.getByRole("tab", { name: "補完" }).click();
  await page.locator(".is-ghost").first().waitFor();
  expect(await cell(page, 6, 1).textContent()).toBe("該当者なし");
  expect(await cell(page, 6, 2).textContent()).toBe("50%");
  await page.getByRole("button", { name: /件を書き込む$/ }).click();
  await page.getByText(/件を書き込みました。/).waitFor();
  await page.waitForFunction(() => document.querySelector("#cell-6-2")?.textContent?.startsWith("50"));
  expect(await page.locator(".is-ghost").count()).toBe(0);
  await page.getByText("結果は変更前のものです。").waitFor();
  await page.getByRole("button", { name: "もう一度点検" }).click();
  await page.getByText("計算して補える空欄はありません。").waitFor();

  await page.getByRole("tab", { name: "判定" }).click();
  await page.getByRole("button", { name: "R4 未達" }).first().waitFor();
  await page.getByRole("button", { name: "未達に印を付ける" }).click();
  await page.locator(".is-marked").first().waitFor();
  expect(await cell(page, 10, 2).textContent()).toMatch(/^× 11\.5日$/);

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "名前を付けて保存" }).click()]);
  expect(download.suggestedFilename()).toBe("実績_点検済み.xlsx");
  const bytes = new Uint8Array(await readFile(await download.path()));
  const file = openWorkbookFile(bytes, "実績.xlsx");
  const { cells } = readWorkbook(file).sheets[0]!;
  const at = (row: number, col: number) => cells.find((one) => one.row === row && one.col === col);
  expect(at(6, 1)).toMatchObject({ value: "該当者なし" });
  expect(at(6, 2)).toMatchObject({ value: 0.5 });
  expect(at(6, 2)?.formula).toContain("C5/C6");
  for (const before of own.sheets[0]!.cells) expect(at(before.row, before.col)).toMatchObject({ value: before.value });
  expect(readSheetLook(file, "実績")?.marks).toContainEqual({ top: 10, left: 2, bottom: 10, right: 2 });

  await page.getByRole("tab", { name: "履歴" }).click();
  const undo = page.getByRole("button", { name: "元に戻す" });
  await undo.first().waitFor();
  expect(await undo.count()).toBe(2);
  await undo.first().click();
  await page.waitForFunction(() => document.querySelectorAll(".is-marked").length === 0);
  await undo.first().click();
  await page.waitForFunction(() => document.querySelector("#cell-6-2")?.textContent === "");
  expect(opened?.complaints).toEqual([]);
});

test("nothing leaves this machine", async () => {
  const page = await open();
  await check(page);
  for (const name of ["補完", "判定", "読み取り", "履歴", "設定"]) await page.getByRole("tab", { name }).click();
  await page.waitForTimeout(500);
  const elsewhere = (opened?.requests ?? []).filter((url) => !url.startsWith(address) && !/^(data|blob):/.test(url));
  expect(elsewhere).toEqual([]);
  const answer = await page.request.get(address, { headers: { Host: "example.com" } });
  expect(answer.status()).toBe(403);
  expect((await page.request.get(address)).headers()["content-security-policy"]).toContain("default-src 'none'");
  const refused = await page.evaluate(() =>
    fetch("https://example.com/").then(
      () => "reached",
      () => "refused",
    ),
  );
  expect(refused).toBe("refused");
});

test.each(["ja", "en"] as const)("fits 320 pixels in %s, on every tab", async (language) => {
  const page = await open({ language });
  await page.getByRole("separator").focus();
  await page.keyboard.press("End");
  await page.getByRole("button", { name: language === "ja" ? "ブックを点検する" : "Check this workbook" }).click();
  await page.locator(".filters").waitFor();
  const tabs = page.locator(".pane-tabs [role=tab]");
  for (let i = 0; i < (await tabs.count()); i++) {
    await tabs.nth(i).click();
    const tooWide = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".pane, .pane *")]
        .filter(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 &&
            getComputedStyle(element).display !== "inline" &&
            !element.matches(".pane-file, .visually-hidden, select, input, [aria-hidden=true]"),
        )
        .map((element) => `${element.className}: ${element.scrollWidth} > ${element.clientWidth}`),
    );
    expect(tooWide).toEqual([]);
  }
  const narrow = await openPage(browser, address, { width: 320, language });
  await narrow.page.getByRole("grid").waitFor();
  expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await narrow.context.close();
});

test("is walked with the keyboard alone: grid, sheets, tabs", async () => {
  const page = await open();
  const grid = page.getByRole("grid");
  await grid.focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
  const first = await grid.getAttribute("aria-activedescendant");
  expect(first).not.toBe("cell-0-0");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+Home");
  expect(await grid.getAttribute("aria-activedescendant")).toBe("cell-0-0");
  await page.keyboard.press("Tab");
  const sheet = page.getByRole("tablist", { name: "シート" }).getByRole("tab", { selected: true });
  const before = await sheet.textContent();
  await page.keyboard.press("ArrowRight");
  expect(await sheet.textContent()).not.toBe(before);
  await page.getByRole("tab", { name: "点検" }).focus();
  await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("tab", { name: "補完" }).getAttribute("aria-selected")).toBe("false");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("tab", { name: "補完" }).getAttribute("aria-selected")).toBe("true");
});

test.each([
  { what: "a text under this name", name: "表.xlsx", bytes: Buffer.from("これは表ではありません") },
  { what: "nothing", name: "空.xlsx", bytes: Buffer.alloc(0) },
  { what: "an old workbook", name: "古い.xls", bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]) },
])("says one sentence for $what, and keeps the open file", async ({ name, bytes }) => {
  const page = await open();
  const before = await page.locator(".bar-file").textContent();
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
  await page.getByRole("alert").filter({ hasText: /。/ }).waitFor();
  expect(await page.locator(".bar-file").textContent()).toBe(before);
  expect(await page.getByRole("gridcell").count()).toBeGreaterThan(50);
});

test("stops the check on 中止 and can start it again", async () => {
  const page = await open();
  await page.locator("input[type=file]").setInputFiles({ name: "大.xlsx", mimeType: "application/octet-stream", buffer: await large() });
  await page.locator(".bar-file", { hasText: "大.xlsx" }).waitFor();
  await page.getByRole("button", { name: "ブックを点検する" }).click();
  await page.getByRole("button", { name: "中止" }).click();
  await page.getByRole("button", { name: "ブックを点検する" }).waitFor();
  await check(page);
});

/** The sheet of `own` many times over: enough cells for the check to take its time. */
async function large(): Promise<Buffer> {
  const one = own.sheets[0]!;
  const cells = Array.from({ length: 500 }, (_, i) => one.cells.map((given) => ({ ...given, row: given.row + i * 20 }))).flat();
  return Buffer.from(writeWorkbookFile({ ...own, sheets: [{ ...one, cells }] }));
}
