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

/** 作業窓の計測 — the longest tasks of the page's own thread while a large workbook is opened, checked and looked through, in a real browser; figures, no limits. */
async function run(): Promise<void> {
  const cells = Number(process.argv[2] ?? 200_000);
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const shapes: readonly BenchShape[] = ["sections", "tall"];
  const { address, process: server } = await startWorkbench();
  const browser = await launchChromium();
  const line = (cells: readonly string[]): void => void process.stdout.write(`${cells.map((cell, i) => (i < 2 ? cell.padEnd(12) : cell.padStart(14))).join("")}\n`);
  line(["workbook", "step", "longest ms", "tasks > 50 ms", "together ms"]);
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
        const tasks = await page.evaluate((since) => (window as unknown as { longTasks: Task[] }).longTasks.filter(({ at }) => at >= since), from);
        const longest = Math.max(0, ...tasks.map(({ took }) => took));
        line([
          shape === "tall" ? "one table" : cells.toLocaleString("en-US"),
          step,
          longest === 0 ? "under 50" : longest.toFixed(0),
          String(tasks.length),
          tasks.reduce((sum, { took }) => sum + took, 0).toFixed(0),
        ]);
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
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
