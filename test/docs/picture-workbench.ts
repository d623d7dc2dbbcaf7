import type { Browser } from "playwright-core";
import { openPage } from "../browser/workbench-page";
import { keepPicture } from "./keep-picture";

/** 作業台の絵 — the sample beside the pane: a finding with its cells, and the marks with the judgements. */
export async function pictureWorkbench(browser: Browser, address: string): Promise<void> {
  const { page, context } = await openPage(browser, address, { width: 1360 });
  await page.clock.setFixedTime(new Date("2025-06-10T10:00:00"));
  await page.getByRole("button", { name: "ブックを点検する" }).click();
  await page
    .getByRole("button", { name: /要修正 B17/ })
    .first()
    .click();
  await page.waitForTimeout(600);
  keepPicture("workbench", await page.screenshot(), 128);
  await page.getByRole("tab", { name: "補完" }).click();
  await page.getByRole("button", { name: /^選んだ \d+ 件を書き込む$/ }).click();
  await page.locator(".stale button").click();
  await page.locator(".stale").waitFor({ state: "detached" });
  await page.getByRole("tab", { name: "判定" }).click();
  await page.getByRole("button", { name: "未達に印を付ける" }).click();
  await page.getByRole("tablist", { name: "シート" }).getByRole("tab", { name: "1(1)特別休暇" }).click();
  await page.waitForTimeout(600);
  keepPicture("workbench-targets", await page.screenshot(), 128);
  await context.close();
}
