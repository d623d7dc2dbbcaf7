import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";

const root = path.resolve(__dirname, "../..");

/** 作業台を始める — `npm start` as a user runs it: builds, serves, and prints its address. */
export function startWorkbench(): Promise<{ readonly address: string; readonly process: ChildProcess }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, "src/workbench/serve.mjs")], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let complaint = "";
    child.stdout.on("data", (text: Buffer) => {
      said += text.toString();
      const found = /http:\/\/localhost:\d+\//.exec(said);
      if (found) resolve({ address: found[0], process: child });
    });
    child.stderr.on("data", (text: Buffer) => (complaint += text.toString()));
    // Whoever is interrupted leaves no server behind.
    process.once("exit", () => child.kill());
    child.on("exit", (code) => reject(new Error(`the workbench ended with ${code}: ${complaint}`)));
  });
}

/** 用意された頁 — the address of the page that was built for this run. @throws Error with what kept it from being built */
export function preparedAddress(): string {
  const { WORKBENCH_ADDRESS: address, WORKBENCH_FAULT: fault } = process.env;
  if (address === undefined) throw new Error(fault ?? "the page was not started");
  return address;
}

/** 開いた画面 — a page with everything it asked for and complained about. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly requests: string[];
  readonly complaints: string[];
}

/** 画面を開く — a fresh profile; the save dialog is taken away, so that saving downloads. */
export async function openPage(browser: Browser, address: string, options: { width?: number; language?: "ja" | "en" } = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: options.width ?? 1280, height: 800 }, acceptDownloads: true });
  // A busy machine is slow, not broken.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.addInitScript((language) => {
    Reflect.deleteProperty(window, "showSaveFilePicker");
    localStorage.setItem("language", language);
  }, options.language ?? "ja");
  await page.goto(address);
  return { page, context, requests, complaints };
}
