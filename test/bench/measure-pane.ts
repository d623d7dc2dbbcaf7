import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchChromium } from "../browser/chromium";
import { openPage, startWorkbench } from "../browser/workbench-page";
import { type BenchShape, monitoringWorkbook } from "./monitoring-workbook";

interface Task {
  readonly at: number;
  readonly took: number;
}

/** What the pane is asked for, one after the other, and what tells that it is there. */
const STEPS: readonly (readonly [name: string, run: (page: Page) => Promise<void>])[] = [
  ["check", (page) => click(page, "button", "ブックを点検する", /を読み取りました/)],
  ["fill", (page) => click(page, "tab", "補完")],
  ["targets", (page) => click(page, "tab", "判定")],
  ["reading", (page) => click(page, "tab", "読み取り")],
  ["findings", (page) => click(page, "tab", "点検", /を読み取りました/)],
  ["settings", (page) => click(page, "tab", "設定")],
];

async function click(page: Page, role: "button" | "tab", name: string, says?: RegExp): Promise<void> {
  await page.getByRole(role, { name, exact: true }).click();
  if (says) await page.getByText(says).first().waitFor({ timeout: 600_000 });
  else await page.locator(`[role=tabpanel] *`).first().waitFor();
  // What comes after the first picture belongs to the step too.
  await page.waitForTimeout(700);
}

/** 作業窓の計測 — one step with one workbook: what kept the page's own thread busy for more than 50 ms, in real time. */
export interface PaneMeasure {
  readonly workbook: string;
  readonly step: string;
  /** Milliseconds, each more than 50. */
  readonly tasks: readonly number[];
}

/** 作業窓を計る — a large workbook is opened, checked and looked through in a real browser. */
export async function measurePane(cells: number, shapes: readonly BenchShape[] = ["sections", "tall"]): Promise<PaneMeasure[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const { address, process: server } = await startWorkbench();
  const browser = await launchChromium();
  const measured: PaneMeasure[] = [];
  try {
    for (const shape of shapes) {
      const file = join(folder, `${shape}.xlsx`);
      writeFileSync(file, monitoringWorkbook(cells, shape));
      const { page, context } = await openPage(browser, address);
      await page.getByRole("grid").waitFor();
      await page.evaluate(() => {
        const tasks: { at: number; took: number }[] = [];
        Object.assign(window, { longTasks: tasks });
        new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ at: startTime, took: duration })))).observe({ type: "longtask" });
      });
      const measure = async (step: string, work: () => Promise<void>): Promise<void> => {
        const from = await page.evaluate(() => performance.now());
        await work();
        const tasks = await page.evaluate((since) => (Reflect.get(window, "longTasks") as Task[]).filter(({ at }) => at >= since).map(({ took }) => took), from);
        measured.push({ workbook: shape === "tall" ? "one table" : cells.toLocaleString("en-US"), step, tasks });
      };
      await measure("open", async () => {
        await page.locator("input[type=file]").setInputFiles(file);
        await page.getByRole("tab", { name: shape === "tall" ? "実績" : "実績1", exact: true }).waitFor({ timeout: 300_000 });
        await page.waitForTimeout(700);
      });
      for (const [name, work] of STEPS) await measure(name, () => work(page));
      await context.close();
    }
  } finally {
    await browser.close();
    server.kill();
    rmSync(folder, { recursive: true });
  }
  return measured;
}
