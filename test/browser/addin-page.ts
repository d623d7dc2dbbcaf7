import { existsSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";

const library = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/** 公式ライブラリの場所 — where the page of this build asks for office.js. */
export const libraryAddress = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/** 開いたアドイン — the page of the add-in with everything it asked for and complained about. */
export interface OpenAddIn {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly requests: string[];
  readonly complaints: string[];
}

/** 画面の条件 — how the page is looked at, and what happens before its scripts run. */
export interface AddInOptions {
  readonly width?: number;
  readonly height?: number;
  /** Pixels of the screen for each of the page's; 1 unless said. */
  readonly scale?: number;
  /** What somebody chose here before; left out, nobody has. */
  readonly language?: "ja" | "en";
  readonly locale?: string;
  readonly forcedColors?: "active" | "none";
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: "reduce" | "no-preference";
  /** Addresses below the library's that never arrive. */
  readonly missing?: (name: string) => boolean;
  readonly prepare?: (page: Page) => Promise<void>;
}

/** アドインを開く — the built page in a fresh profile, with Microsoft's library as it came from the registry. */
export async function openAddIn(browser: Browser, address: string, options: AddInOptions = {}): Promise<OpenAddIn> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 320, height: options.height ?? 800 },
    deviceScaleFactor: options.scale ?? 1,
    locale: options.locale ?? "ja-JP",
    forcedColors: options.forcedColors ?? "none",
    colorScheme: options.colorScheme ?? "light",
    reducedMotion: options.reducedMotion ?? "no-preference",
  });
  // A busy machine is slow, not broken.
  context.setDefaultTimeout(90_000);
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  await context.route(`${libraryAddress}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.replace("/lib/1/hosted/", "");
    const file = path.join(library, name);
    if (options.missing?.(name) || !file.startsWith(library + path.sep) || !existsSync(file)) await route.abort("failed");
    else await route.fulfill({ path: file, contentType: "text/javascript; charset=utf-8" });
  });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  if (options.language !== undefined) await page.addInitScript((language) => localStorage.getItem("language") ?? localStorage.setItem("language", language), options.language);
  await options.prepare?.(page);
  await page.goto(new URL("taskpane.html", address).href);
  return { page, context, requests, complaints };
}
