import type { Browser, Page } from "playwright-core";
import { writeRange } from "../../src/model/cell";
import type { Workbook } from "../../src/model/workbook";
import { installInPage, type PageOptions } from "../support/excel/install-in-page";
import { SimulatedExcel } from "../support/excel/simulated-excel";
import { type AddInOptions, libraryAddress, openAddIn, type OpenAddIn } from "./addin-page";
import { check, findTooWide, picture, readSample, readSmall, tabTo, undoNewest, unfold, until } from "./addin-session";
import { launchChromium } from "./chromium";
import { findAxeViolations } from "./find-axe-violations";
import { preparedAddress } from "./workbench-page";

jest.setTimeout(240_000);

let browser: Browser;
let address: string;
let opened: OpenAddIn | undefined;
let excel: SimulatedExcel;

beforeAll(async () => {
  address = preparedAddress();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  await opened?.context.close();
  const complaints = opened?.complaints;
  opened = undefined;
  expect(complaints).toEqual([]);
  expect(excel.crashes).toEqual([]);
});

/** The pane in Excel, with this workbook open, ready to start. */
async function open(workbook: Workbook, surroundings: PageOptions = {}, options: AddInOptions = {}, isReadOnly = false): Promise<Page> {
  excel = new SimulatedExcel(workbook);
  excel.book.isReadOnly = isReadOnly;
  opened = await openAddIn(browser, address, { ...options, prepare: (page) => installInPage(page, excel, surroundings) });
  await opened.page.locator(".gate-start").waitFor();
  return opened.page;
}

const sheet = "実績";
const selected = (): string => `${excel.book.active.name}!${excel.book.selection.map(writeRange).join(",")}`;
const written = (page: Page) => page.getByText(/件を書き込みました。/);

describe("one session", () => {
  test("checks, jumps, fills, marks, unmarks; each undo restores the workbook; the journal survives", async () => {
    const page = await open(readSmall());
    expect(await page.locator(".pane-file").textContent()).not.toBe("");
    const before = picture(excel);
    await check(page);
    expect(picture(excel)).toEqual(before);

    const finding = page.getByRole("button", { name: /^要修正 D17/ });
    await finding.click();
    await page.waitForFunction(() => document.querySelector("[aria-current=true]") !== null);
    await until(() => selected().startsWith(`${sheet}!`) && /D17/.test(selected()));

    await page.getByRole("tab", { name: "補完" }).click();
    await page.getByRole("button", { name: "選んだ 3 件を書き込む" }).click();
    await written(page).waitFor();
    expect([excel.shown(`${sheet}!B7`), excel.cell(`${sheet}!C7`)?.value, excel.cell(`${sheet}!D7`)?.value]).toEqual(["該当者なし", 0.5, 0.5]);
    expect(excel.cell(`${sheet}!C7`)?.formula).toContain("C5/C6");
    await page.getByText("結果は変更前のものです。").waitFor();
    const filled = picture(excel);

    await page.getByRole("button", { name: "もう一度点検" }).click();
    await page.getByText("計算して補える空欄はありません。").waitFor();
    await page.getByRole("tab", { name: "判定" }).click();
    await page.getByRole("button", { name: "未達に印を付ける" }).click();
    await until(() => excel.sheet(sheet).rules.length > 0);
    await page.getByText("未達のセルに印を付けました。").waitFor();
    const marked = picture(excel);

    await page.getByRole("button", { name: "印を消す" }).click();
    await page.getByText("印を消しました。").waitFor();
    expect(picture(excel)).toEqual(filled);
    await undoNewest(page);
    expect(picture(excel)).toEqual(marked);
    await undoNewest(page);
    expect(picture(excel)).toEqual(filled);

    await page.reload();
    await check(page);
    await page.getByRole("tab", { name: "履歴" }).click();
    expect(await page.locator(".is-entry").count()).toBe(3);
    await undoNewest(page);
    expect(picture(excel)).toEqual(before);
    expect(await page.getByRole("button", { name: "元に戻す" }).count()).toBe(0);
  });

  test("a finding accepted with a reason is quiet, after a new start too", async () => {
    const page = await open(readSmall());
    await check(page);
    const give = page.getByRole("button", { name: "D17 に理由を付ける" });
    await give.click();
    const panel = page.getByRole("group", { name: "このままでよい理由" });
    await panel.getByRole("radio").first().check();
    await panel.getByRole("button", { name: "この理由を付ける" }).click();
    await page.getByText("理由のある指摘 1 件").waitFor();
    expect(await page.getByRole("button", { name: /^要修正 D17/ }).count()).toBe(0);
    await page.getByRole("button", { name: /保存/ }).first().click();
    await until(() => excel.book.xmlParts.length > 0);
    await page.reload();
    await check(page);
    await page.getByText("理由のある指摘 1 件").waitFor();
    expect(await page.getByRole("button", { name: /^要修正 D17/ }).count()).toBe(0);
  });

  test("the reading is corrected with picks; the correction is kept in the workbook", async () => {
    const page = await open(readSmall());
    const before = picture(excel);
    await check(page);
    await page.getByRole("button", { name: /要修正 D17/ }).waitFor();
    await page.getByRole("tab", { name: "読み取り" }).click();
    const table = page.getByRole("listitem", { name: "男性職員の育児休業" });
    await table.locator("summary").first().click();
    await table.getByRole("button", { name: /対象者数.*直す$/ }).click();
    const form = table.getByRole("form", { name: /対象者数.*直す$/ });
    await form.getByRole("combobox", { name: "指標" }).selectOption({ label: "読まない" });
    await form.getByRole("button", { name: "この読み方にする" }).click();
    await page.getByText("訂正した読み方 1 件").click();
    await page.getByRole("button", { name: /対象者数.*を元の読み方に戻す$/ }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole("tab", { name: "点検" }).click();
    await page.locator(".filters").waitFor();
    expect(await page.getByRole("button", { name: /要修正 D17/ }).count()).toBe(0);
    await page.getByRole("button", { name: /保存/ }).first().click();
    await until(() => excel.book.xmlParts.length > 0);
    // Nothing but what we keep for ourselves was written.
    expect(picture(excel)).toEqual(before);
    await page.reload();
    await check(page);
    expect(await page.getByRole("button", { name: /要修正 D17/ }).count()).toBe(0);
  });

  test("the follow-up sheets come behind the others, and go again without a trace", async () => {
    const page = await open(readSmall());
    const before = picture(excel);
    await check(page);
    await page.getByRole("tab", { name: "判定" }).click();
    await page.getByRole("button", { name: "フォローアップ表を作る" }).click();
    await until(() => excel.book.sheets.length > 1);
    await page.getByText("結果は変更前のものです。").waitFor();
    expect(excel.book.sheets[0]!.name).toBe(sheet);
    await undoNewest(page);
    expect(picture(excel)).toEqual(before);
  });

  test("texts that should be figures are made figures that look the same, and the undo gives the texts back", async () => {
    const page = await open(readSmall());
    const before = picture(excel);
    await check(page);
    await page.getByRole("tab", { name: "補完" }).click();
    await page.locator(".repairs").getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "選んだ 5 件を数値に直す" }).click();
    await page.getByText("5件を数値に直しました。").waitFor();
    expect([excel.cell(`${sheet}!D17`)?.value, excel.shown(`${sheet}!D17`), excel.cell(`${sheet}!C11`)?.value]).toEqual([0.785, "78.5%", 11.5]);
    await undoNewest(page);
    expect(picture(excel)).toEqual(before);
  });

  test("nothing is asked of anybody but the add-in's own address and office.js's", async () => {
    const page = await open(readSample());
    await check(page);
    for (const name of ["補完", "判定", "読み取り", "履歴", "設定"]) await page.getByRole("tab", { name }).click();
    await page.getByText(/^版 /).waitFor();
    const elsewhere = (opened?.requests ?? []).filter((url) => !url.startsWith(address) && !url.startsWith(libraryAddress) && !/^(data|blob):/.test(url));
    expect(elsewhere).toEqual([]);
    const refused = await page.evaluate(() =>
      fetch("https://example.com/").then(
        () => "reached",
        () => "refused",
      ),
    );
    expect(refused).toBe("refused");
    // The refusal just provoked is the only complaint.
    expect(opened?.complaints.splice(0).every((text) => text.includes("example.com"))).toBe(true);
  });
});

describe("others, and Excel itself", () => {
  test("a co-author's change makes the result old; nothing runs by itself", async () => {
    const page = await open(readSmall());
    await check(page);
    const asked = excel.log.roundTrips;
    excel.type(`${sheet}!B5`, 3, { isRemote: true });
    await page.getByText("結果は変更前のものです。").waitFor();
    expect(excel.log.roundTrips).toBe(asked);
    await page.getByRole("button", { name: "もう一度点検" }).click();
    await page.getByText("結果は変更前のものです。").waitFor({ state: "detached" });
  });

  test("a cell filled by somebody else since it was read is left alone and named", async () => {
    const page = await open(readSmall());
    await check(page);
    await page.getByRole("tab", { name: "補完" }).click();
    const button = page.getByRole("button", { name: "選んだ 3 件を書き込む" });
    await button.waitFor();
    excel.behaviour.beforeRequest = () => {
      excel.behaviour.beforeRequest = undefined;
      excel.type(`${sheet}!C7`, 0.4, { isRemote: true });
    };
    await button.click();
    await page.getByText(/読み取った後に変わっています/).waitFor();
    expect(excel.cell(`${sheet}!C7`)?.value).toBe(0.4);
    expect(excel.cell(`${sheet}!D7`)?.value).toBe(0.5);
  });

  test("a protected sheet is left as it is", async () => {
    const small = readSmall();
    const page = await open({ ...small, sheets: small.sheets.map((one) => ({ ...one, isProtected: true })) });
    const before = picture(excel);
    await check(page);
    await page.getByRole("tab", { name: "補完" }).click();
    await page.getByText("保護されたシートのため書き込めません").filter({ visible: true }).waitFor();
    expect(await page.getByRole("button", { name: "選んだ 0 件を書き込む" }).isDisabled()).toBe(true);
    expect(picture(excel)).toEqual(before);
  });

  test("a workbook open for viewing is checked; what would write is told so, and nothing is written", async () => {
    const page = await open(readSmall(), {}, {}, true);
    const before = excel.snapshot();
    await check(page);
    await page.getByRole("tab", { name: "補完" }).click();
    await page.getByRole("button", { name: "選んだ 3 件を書き込む" }).click();
    await page.getByText(/閲覧表示のため変更できません/).waitFor();
    expect(excel.snapshot()).toEqual(before);
    await page.getByRole("tab", { name: "履歴" }).click();
    await page.getByText(/まだ何も書き込んでいません/).waitFor();
  });

  test("a batch that breaks off is told, and what was written of it is undone from the journal", async () => {
    const page = await open(readSmall());
    const before = picture(excel);
    await check(page);
    await page.getByRole("tab", { name: "補完" }).click();
    const writing = excel.log.counted.at(-1)!.number + 2;
    // The formulas are one action, the number formats another.
    excel.behaviour.failures.push({ request: writing, action: 6, code: "GeneralException" });
    await page.getByRole("button", { name: "選んだ 3 件を書き込む" }).click();
    await page.getByText(/書き込みが途中で止まりました/).waitFor();
    expect(picture(excel)).not.toEqual(before);
    await undoNewest(page);
    expect(picture(excel)).toEqual(before);
  });

  test("a sheet protected since it was read is left as it is, and the report says so", async () => {
    const page = await open(readSmall());
    await check(page);
    const before = picture(excel) as { readonly sheets: readonly object[] };
    excel.sheet(sheet).isProtected = true;
    await page.getByRole("tab", { name: "補完" }).click();
    await page.getByRole("button", { name: "選んだ 3 件を書き込む" }).click();
    await page
      .getByText(/シートが保護されています/)
      .first()
      .waitFor();
    expect(picture(excel)).toEqual({ ...before, sheets: before.sheets.map((one) => ({ ...one, isProtected: true })) });
  });

  test("while a cell is being edited reading waits, and goes on when it is finished", async () => {
    const page = await open(readSmall());
    excel.behaviour.isEditing = true;
    await page.getByRole("button", { name: "ブックを点検する" }).click();
    await page.getByText("ブックを読んでいます").waitFor();
    excel.behaviour.endEdit();
    await page.locator(".filters").waitFor();
  });

  test("an edit that never ends is told in one sentence, and the way on", async () => {
    const page = await open(readSmall());
    excel.behaviour.isEditing = true;
    await page.getByRole("button", { name: "ブックを点検する" }).click();
    await page.getByText(/セルが編集中のため/).waitFor();
    excel.behaviour.endEdit();
    await page.getByRole("button", { name: "もう一度試す" }).click();
    await page.locator(".filters").waitFor();
  });

  test("a slow Excel can be stopped, and asked again", async () => {
    const page = await open(readSmall());
    let go = (): void => undefined;
    excel.behaviour.pause = new Promise((resolve) => (go = resolve));
    await page.getByRole("button", { name: "ブックを点検する" }).click();
    await page.getByRole("button", { name: "中止" }).click();
    await page.getByRole("button", { name: "ブックを点検する" }).waitFor();
    go();
    excel.behaviour.pause = undefined;
    await check(page);
  });
});

const tabs = { ja: ["点検", "補完", "判定", "読み取り", "履歴", "設定"], en: ["Check", "Fill", "Targets", "Reading", "Journal", "Settings"] } as const;

describe("whoever uses it", () => {
  test.each([
    { language: "ja", displayLanguage: "ja-JP", theme: "light" },
    { language: "en", displayLanguage: "en-US", theme: "dark" },
  ] as const)("320 pixels in $language, $theme: nothing to scroll sideways, and axe finds nothing on any tab", async ({ language, displayLanguage, theme }) => {
    const page = await open(readSample(), { displayLanguage, theme });
    expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe(theme);
    expect(await findAxeViolations(page)).toEqual([]);
    await check(page, language);
    for (const name of tabs[language]) {
      await page.getByRole("tab", { name, exact: true }).click();
      await page.locator(`[role=tabpanel] > :not(.notices)`).first().waitFor();
      await unfold(page);
      expect({ name, tooWide: await findTooWide(page) }).toEqual({ name, tooWide: [] });
      expect({ name, found: await findAxeViolations(page) }).toEqual({ name, found: [] });
    }
  });

  test("the language follows Excel until somebody chooses; the choice is kept", async () => {
    const page = await open(readSmall(), { displayLanguage: "en-GB" });
    await page.getByRole("button", { name: "Check this workbook" }).waitFor();
    await page.getByRole("button", { name: "日本語に切り替える" }).click();
    await page.getByRole("button", { name: "ブックを点検する" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "ブックを点検する" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("ja");
  });

  test("with the keyboard alone: check, jump, accept, fill, undo", async () => {
    const page = await open(readSmall());
    await tabTo(page, "ブックを点検する");
    await page.keyboard.press("Enter");
    await page.locator(".filters").waitFor();
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);

    await tabTo(page, /^●要修正 D17/);
    await page.keyboard.press("Enter");
    await until(() => /D17/.test(selected()));
    await tabTo(page, "D17 に理由を付ける");
    await page.keyboard.press("Enter");
    await page.getByRole("radio").first().waitFor();
    await page.keyboard.press("Space");
    await tabTo(page, "この理由を付ける");
    await page.keyboard.press("Enter");
    await page.getByText("理由のある指摘 1 件").waitFor();
    // What had the focus is gone; the focus is with what took its place.
    expect(await page.evaluate(() => document.querySelector(".pane-panel")?.contains(document.activeElement))).toBe(true);

    await tabTo(page, "点検", "Shift+Tab");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await tabTo(page, "選んだ 3 件を書き込む");
    await page.keyboard.press("Enter");
    await written(page).waitFor();
    expect(excel.cell(`${sheet}!D7`)?.value).toBe(0.5);

    await tabTo(page, "補完", "Shift+Tab");
    for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await tabTo(page, /元に戻す$/);
    await page.keyboard.press("Enter");
    await page.getByText("元に戻しました。", { exact: true }).waitFor();
    expect(excel.cell(`${sheet}!D7`)?.value ?? null).toBeNull();
  });

  test("in a contrast theme every symbol, border and the chosen tab are seen", async () => {
    const page = await open(readSample(), {}, { forcedColors: "active" });
    await check(page);
    const seen = await page.evaluate(() => {
      const style = (selector: string, pseudo?: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(selector)!, pseudo);
      const paper = style(".pane").backgroundColor;
      return {
        symbol: style(".card .symbol").color !== paper,
        card: style(".card").borderTopColor !== paper && style(".card").borderTopStyle === "solid",
        filter: style(".filter").borderTopColor !== paper,
        tab: style(".pane-tabs [aria-selected=true]", "::after").backgroundColor !== paper,
      };
    });
    expect(seen).toEqual({ symbol: true, card: true, filter: true, tab: true });
    await page.locator(".card-head").first().focus();
    await page.keyboard.press("Enter");
    await page.locator(".card.is-shown").waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.querySelector(".card.is-shown")!).outlineStyle)).toBe("solid");
  });
});
