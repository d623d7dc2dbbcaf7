import type { Browser, Page } from "playwright-core";
import { installInPage } from "../support/excel/install-in-page";
import { SimulatedExcel } from "../support/excel/simulated-excel";
import { openAddIn } from "./addin-page";
import { check, readSample, unfold } from "./addin-session";
import { launchChromium } from "./chromium";
import { openPage, preparedAddress } from "./workbench-page";

jest.setTimeout(240_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

interface Place {
  readonly page: Page;
  readonly sheets: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const places: { readonly [place: string]: () => Promise<Place> } = {
  "the pane in Excel": async () => {
    const excel = new SimulatedExcel(readSample());
    const { page, context } = await openAddIn(browser, preparedAddress(), { prepare: (one) => installInPage(one, excel, {}) });
    await page.locator(".gate-start").waitFor();
    return { page, sheets: async () => excel.book.sheets.map(({ name }) => name), close: () => context.close() };
  },
  "the workbench": async () => {
    const { page, context } = await openPage(browser, preparedAddress());
    await page.getByRole("grid").waitFor();
    return { page, sheets: () => page.getByRole("tablist", { name: "シート" }).getByRole("tab").allTextContents(), close: () => context.close() };
  },
};

async function make(page: Page, button: string): Promise<void> {
  await page.getByRole("tab", { name: "判定" }).click();
  const press = page.getByRole("button", { name: button, exact: true });
  await press.waitFor();
  if (await press.isDisabled()) {
    await page.getByRole("button", { name: "もう一度点検" }).click();
    await page.locator(".stale").waitFor({ state: "detached" });
  }
  await press.click();
  await page.locator(".stale").waitFor();
}

test.each(Object.keys(places))("what is handed to the committee and the public is reached in %s", async (name) => {
  const { page, sheets, close } = await places[name]!();
  const before = await sheets();
  await check(page);

  await page.getByRole("tab", { name: "判定" }).click();
  await page.locator(".ruler").first().waitFor();
  await page
    .getByRole("button", { name: /^R6 未達/ })
    .first()
    .click();
  await page
    .getByText(/あと\d+人/)
    .first()
    .waitFor();
  const text = async (button: string): Promise<string> => {
    await page.getByRole("button", { name: button, exact: true }).click();
    const box = page.getByRole("textbox", { name: /公表用の文字/ });
    await box.waitFor();
    return box.inputValue();
  };
  expect(await text("文字で表示")).not.toContain("＊");
  await page.getByRole("button", { name: "伏せて文字で表示" }).click();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>("textarea[readonly]")?.value.includes("＊"));

  for (const button of ["フォローアップ表を作る", "公表用の表を作る", "人数を伏せた写しを作る", "読み取り一覧を作る"]) await make(page, button);
  const added = (await sheets()).filter((sheet) => !before.includes(sheet));
  expect(added).toEqual(expect.arrayContaining(["フォローアップ R6", "計画期間の推移", "公表用", "公表前の確認", "読み取り一覧"]));
  expect(added.some((sheet) => sheet.startsWith("公表 "))).toBe(true);

  await page.getByRole("tab", { name: "設定" }).click();
  await unfold(page);
  await page.getByRole("combobox", { name: "公表で伏せる人数" }).waitFor();
  await page.getByRole("textbox", { name: "今の設定" }).waitFor();
  await page.getByRole("tab", { name: "点検" }).click();
  await page.getByRole("button", { name: "理由を付ける" }).first().waitFor();
  await close();
});

test("the pane in Excel leads to the page for many workbooks", async () => {
  const { page, close } = await places["the pane in Excel"]!();
  await check(page);
  await page.getByRole("tab", { name: "判定" }).click();
  const link = page.getByRole("link", { name: "まとめて点検の画面を開く" });
  await link.waitFor();
  const target = new URL((await link.getAttribute("href"))!, page.url()).href;
  await close();
  const { page: many, context } = await openPage(browser, target);
  await many.getByRole("heading", { name: "まとめて点検" }).waitFor();
  await many.getByRole("button", { name: "フォルダーを選ぶ" }).waitFor();
  await context.close();
});
