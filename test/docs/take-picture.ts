import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "../browser/chromium";
import { openPage, startWorkbench } from "../browser/workbench-page";

/** 絵を撮る — docs/images/workbench.png and workbench-targets.png: the sample beside the pane, as a user sees it. */
async function takePictures(): Promise<void> {
  const folder = join(__dirname, "../../docs/images");
  mkdirSync(folder, { recursive: true });
  const { address, process: server } = await startWorkbench();
  const browser = await launchChromium();
  try {
    const { page } = await openPage(browser, address, { width: 1360 });
    await page.getByRole("button", { name: "ブックを点検する" }).click();
    const finding = page.getByRole("button", { name: /要修正 B17/ });
    await finding.first().click();
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(folder, "workbench.png") });
    await page.getByRole("tab", { name: "判定" }).click();
    await page.getByRole("button", { name: "未達に印を付ける" }).click();
    await page.getByRole("tablist", { name: "シート" }).getByRole("tab", { name: "1(1)特別休暇" }).click();
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(folder, "workbench-targets.png") });
  } finally {
    await browser.close();
    server.kill();
  }
}

void takePictures();
