import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import type { Workbook } from "../../src/model/workbook";
import type { SimulatedExcel } from "../support/excel/simulated-excel";
import { readTextWorkbook } from "../support/text-workbook";

/** 見本のブック — the workbook users see first. */
export function readSample(): Workbook {
  const bytes = readFileSync(path.resolve(__dirname, "../../assets/samples/sample.xlsx"));
  return readWorkbook(openWorkbookFile(new Uint8Array(bytes), "sample.xlsx"));
}

/** 小さなブック — one sheet, small enough to know every answer: three rates to fill, one to mark, one wrong. */
export function readSmall(): Workbook {
  return readTextWorkbook(
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
}

/** 利用者から見たブック — everything but the parts we keep for ourselves. */
export function picture(excel: SimulatedExcel): unknown {
  return { ...(excel.snapshot() as object), xmlParts: undefined };
}

/** 点検する — presses the button and waits for the findings. */
export async function check(page: Page, language: "ja" | "en" = "ja"): Promise<void> {
  await page.getByRole("button", { name: language === "ja" ? "ブックを点検する" : "Check this workbook" }).click();
  await page.locator(".filters").waitFor();
}

/** 履歴の元に戻す — the newest entry that can still be undone. */
export async function undoNewest(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "履歴" }).click();
  await page.getByRole("button", { name: "元に戻す" }).first().click();
  await page.getByText("元に戻しました。", { exact: true }).waitFor();
}

/** 待つ — until something has happened in the simulated Excel, outside of the page. @throws Error after a minute and a half */
export async function until(happened: () => boolean): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (!happened()) {
    if (Date.now() > deadline) throw new Error(`waited in vain for: ${happened.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** はみ出し — elements of the pane whose content is wider than they are, one line each. */
export async function findTooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>(".pane, .pane *")]
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          getComputedStyle(element).display !== "inline" &&
          // A text that is cut short is whole in its title.
          !(getComputedStyle(element).textOverflow === "ellipsis" && element.title !== "") &&
          !element.matches(".visually-hidden, select, input, [aria-hidden=true]"),
      )
      .map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth} > ${element.clientWidth}`),
  );
}

/** キーで進む — presses Tab until the control of this name has the focus. @throws Error when it cannot be reached */
export async function tabTo(page: Page, name: string | RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const isThere = (one: string): boolean => (typeof name === "string" ? one === name : name.test(one));
  const passed: string[] = [];
  for (let i = 0; i < 80; i++) {
    const here = await page.evaluate(() => {
      const { activeElement: at } = document;
      return (at?.getAttribute("aria-label") ?? (at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at?.textContent) ?? "").trim();
    });
    if (isThere(here)) return;
    passed.push(here.slice(0, 30));
    await page.keyboard.press(key);
  }
  throw new Error(`${String(name)} is not on the way of ${key}: ${passed.slice(0, 30).join(" / ")}`);
}

/** 開いて見せる — unfolds everything on this tab and waits for what comes only then. */
export async function unfold(page: Page): Promise<void> {
  const hasCome = (): boolean => ![...document.querySelectorAll("[role=tabpanel] p")].some((one) => /^(読み込んでいます…|Loading…)$/.test(one.textContent ?? ""));
  await page.waitForFunction(hasCome);
  await page.evaluate(() => document.querySelectorAll("[role=tabpanel] details").forEach((fold) => fold.setAttribute("open", "")));
  await page.waitForFunction(hasCome);
}
