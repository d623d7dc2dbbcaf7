import type { Browser, Page } from "playwright-core";
import { installInPage } from "../support/excel/install-in-page";
import { SimulatedExcel } from "../support/excel/simulated-excel";
import { openAddIn } from "../browser/addin-page";
import { check, readSample } from "../browser/addin-session";
import { keepPicture } from "./keep-picture";

const words = {
  ja: {
    fill: "補完",
    target: "判定",
    reading: "読み取り",
    journal: "履歴",
    settings: "設定",
    mark: "未達に印を付ける",
    reason: "H11 に理由を付ける",
    giveReason: "この理由を付ける",
    followUp: "フォローアップ表を作る",
  },
  en: {
    fill: "Fill",
    target: "Targets",
    reading: "Reading",
    journal: "Journal",
    settings: "Settings",
    mark: "Mark what is missed",
    reason: "Give a reason for H11",
    giveReason: "Give this reason",
    followUp: "Make the follow-up sheet",
  },
} as const;
/** English readers see the same screens; only these are taken twice. */
const english: readonly string[] = ["check", "reason", "targets", "reading"];

/** 作業窓の絵 — the add-in's pane through one year's work on the sample, each step as tall as what it shows. */
export async function picturePane(browser: Browser, address: string, language: "ja" | "en"): Promise<void> {
  const say = words[language];
  const excel = new SimulatedExcel(readSample());
  const { page, context } = await openAddIn(browser, address, {
    width: 360,
    height: 700,
    scale: 2,
    language,
    reducedMotion: "reduce",
    prepare: async (one) => {
      await one.clock.setFixedTime(new Date("2025-06-10T10:00:00"));
      await installInPage(one, excel, { displayLanguage: language === "ja" ? "ja-JP" : "en-US" });
    },
  });
  const shoot = async (name: string, height: number, from?: string): Promise<void> => {
    if (language === "en" && !english.includes(name)) return;
    await page.setViewportSize({ width: 360, height });
    if (from !== undefined) await toTop(page, from);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(400);
    keepPicture(language === "ja" ? `pane-${name}` : `pane-${name}-en`, await page.screenshot(), 48);
  };
  const open = (name: string): Promise<void> => page.getByRole("tab", { name, exact: true }).click();

  await page.locator(".gate-start").waitFor();
  await shoot("start", 330);
  await check(page, language);
  await shoot("check", 720);
  await page.getByRole("button", { name: say.reason }).click();
  await page.locator(".reason-panel input").first().check();
  await shoot("reason", 740, ".card:has(.reason-panel)");
  await page.getByRole("button", { name: say.giveReason }).click();
  await page.locator(".reason-panel").waitFor({ state: "detached" });
  await open(say.fill);
  await page.locator(".card.is-fill").first().waitFor();
  await shoot("fill", 720);
  await page.locator(".action-bar button").click();
  await checkAgain(page);
  await open(say.target);
  await page.locator(".matrix").first().waitFor();
  await page.locator(".verdict.tone-missed").first().click();
  await shoot("targets", 960, ".ruler");
  await page.getByRole("button", { name: say.mark }).click();
  await page.locator(".fui-MessageBar").waitFor();
  await shoot("follow-up", 420, ".follow-up");
  await page.getByRole("button", { name: say.followUp }).click();
  await page.getByText("フォローアップ R6").waitFor();
  await checkAgain(page);
  await open(say.reading);
  const table = page.locator(".card.is-table", { hasText: "②男性職員の育児休業" }).first();
  await table.locator("summary").first().click();
  await table.locator(".line .line-head button[aria-expanded]").first().click();
  await table.locator("form.correction").waitFor();
  await shoot("reading", 760, ".card.is-table:has(form)");
  await open(say.journal);
  await page.locator(".is-entry").first().waitFor();
  await page.locator(".is-entry summary").last().click();
  await shoot("journal", 600);
  await open(say.settings);
  await page.locator(".settings").waitFor();
  await shoot("settings", 840);
  await context.close();
}

/** もう一度点検する — what was written is read again, and the notice of it is put away. */
async function checkAgain(page: Page): Promise<void> {
  await page.locator(".stale button").click();
  await page.locator(".stale").waitFor({ state: "detached" });
  await page.locator(".fui-MessageBar button").first().click();
  await page.locator(".fui-MessageBar").waitFor({ state: "detached" });
}

/** 上に寄せる — scrolls the pane so that this is what is seen first. */
async function toTop(page: Page, selector: string): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const panel = document.querySelector(".pane-panel")!;
      panel.scrollTop += element.getBoundingClientRect().top - panel.getBoundingClientRect().top - 8;
    });
}
