import type { Browser } from "playwright-core";
import { openAddIn } from "../browser/addin-page";
import { keepPicture } from "./keep-picture";

/** 始まりの絵 — what the add-in's page says to somebody who opens it in a browser. */
export async function pictureStart(browser: Browser, address: string): Promise<void> {
  const { page, context } = await openAddIn(browser, address, { width: 360, height: 260, scale: 2, language: "ja" });
  await page.locator(".start-link").waitFor();
  await page.waitForTimeout(300);
  keepPicture("start-outside", await page.screenshot(), 32);
  await context.close();
}
