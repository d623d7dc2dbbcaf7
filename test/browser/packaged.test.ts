import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { policyOf } from "../package/server-settings";
import { installInPage } from "../support/excel/install-in-page";
import { SimulatedExcel } from "../support/excel/simulated-excel";
import { openAddIn, type OpenAddIn } from "./addin-page";
import { check, readSmall } from "./addin-session";
import { launchChromium } from "./chromium";

jest.setTimeout(400_000);

const root = path.resolve(__dirname, "../..");
const types: { readonly [ending: string]: string } = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };
let place: string;
let site: string;
let server: Server;
let address: string;
let browser: Browser;
let opened: OpenAddIn | undefined;

// As somebody deploys it: a package for a closed network, served with the headers its settings give.
beforeAll(async () => {
  place = mkdtempSync(path.join(tmpdir(), "packaged-"));
  const made = spawnSync(
    process.execPath,
    [path.join(root, "node_modules/tsx/dist/cli.mjs"), "test/package/run-package.ts", "--base-url", "https://intranet.example/kpi/", "--channel", "bundled", "--out", place],
    { cwd: root, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  site = path.join(made.stdout.split("\n")[0]!, "site");
  server = createServer((request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname.replace("/kpi/", "");
    const file = path.join(site, name);
    if (!existsSync(file)) return response.writeHead(404).end();
    const policy = name.endsWith(".html") ? { "Content-Security-Policy": policyOf(name, "bundled") } : {};
    return response.writeHead(200, { "Content-Type": types[path.extname(name)] ?? "image/png", "X-Content-Type-Options": "nosniff", ...policy }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the server has no port");
  address = `http://127.0.0.1:${bound.port}/kpi/`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(place, { recursive: true, force: true });
});
afterEach(async () => {
  await opened?.context.close();
  opened = undefined;
});

const askedElsewhere = (): readonly string[] => (opened?.requests ?? []).filter((url) => !url.startsWith(address) && !/^(?:data|blob):/.test(url));

async function expectComplaint(about: RegExp): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!opened?.complaints.some((complaint) => about.test(complaint))) {
    if (Date.now() > deadline) throw new Error(`no complaint about ${about.source} among: ${opened?.complaints.join("; ") ?? ""}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("the packaged pane runs in Excel with the library beside it, and asks nobody else", async () => {
  const excel = new SimulatedExcel(readSmall());
  opened = await openAddIn(browser, address, { prepare: (page) => installInPage(page, excel) });
  await opened.page.locator(".gate-start").waitFor();
  await check(opened.page);
  // What the library asks for on its own comes some seconds after it has started.
  await opened.page.waitForTimeout(4000);
  expect(askedElsewhere()).toEqual([]);
  const library = opened.requests.filter((url) => url.startsWith(`${address}office/`)).map((url) => url.slice(address.length));
  expect(library).toEqual(expect.arrayContaining(["office/office.js", "office/excel-win32-16.01.js", "office/ja-jp/office_strings.js"]));
  expect(opened.complaints).toEqual([]);
  expect(excel.crashes).toEqual([]);
});

test("in a plain browser the library's wish to report is stopped by the page's policy", async () => {
  opened = await openAddIn(browser, address);
  await opened.page.locator("a.start-link").waitFor();
  // Some seconds after it has started the library puts a frame of Microsoft's into the page, which the browser then refuses.
  await expectComplaint(/frame-src 'none'/);
  expect(askedElsewhere()).toEqual([]);
});

test("the bill of materials names what the licences name, each with its version, terms and hash, and Microsoft's library", () => {
  const { components } = JSON.parse(readFileSync(path.join(site, "sbom.cdx.json"), "utf8")) as {
    components: { name: string; version: string; purl: string; licenses: unknown[]; hashes: { content: string }[] }[];
  };
  const noticed = [...readFileSync(path.join(site, "notices.txt"), "utf8").matchAll(/^(\S+ \d\S*) \(.+\)$/gm)].map(([, name]) => name);
  expect(noticed.length).toBeGreaterThan(10);
  expect(new Set(components.map(({ name, version }) => `${name} ${version}`).filter((name) => !name.startsWith("@microsoft/office-js ")))).toEqual(new Set(noticed));
  expect(components.map(({ name }) => name)).toContain("@microsoft/office-js");
  for (const { purl, licenses, hashes } of components) {
    expect(purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d/);
    expect(licenses).toHaveLength(1);
    expect(hashes.map(({ content }) => content.length)).toEqual([128]);
  }
});

test("the help page stands by itself", async () => {
  opened = await openAddIn(browser, address);
  await opened.page.goto(`${address}help.html`);
  await opened.page.getByRole("heading", { name: "行動計画チェック" }).waitFor();
  expect(askedElsewhere()).toEqual([]);
});
