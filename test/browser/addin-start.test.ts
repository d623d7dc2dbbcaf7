import type { Browser, Page } from "playwright-core";
import { type AddInOptions, libraryAddress, openAddIn, type OpenAddIn } from "./addin-page";
import { launchChromium } from "./chromium";
import { findAxeViolations } from "./find-axe-violations";
import { preparedAddress } from "./workbench-page";

jest.setTimeout(180_000);

let browser: Browser;
let address: string;
let opened: OpenAddIn | undefined;

beforeAll(async () => {
  address = preparedAddress();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  await opened?.context.close();
  opened = undefined;
});

async function open(options: AddInOptions = {}): Promise<Page> {
  opened = await openAddIn(browser, address, options);
  return opened.page;
}

/** What the library asks of an application before it answers; whatever is left out is never answered. */
function pretend(answers: { application: string; api: string; answersContext: boolean }): (page: Page) => Promise<void> {
  return async (page) => {
    await page.addInitScript((given) => {
      const context = {
        GetAppType: () => 1,
        GetSolutionRef: () => "00000000-0000-0000-0000-000000000000",
        GetAppVersionMajor: () => 16,
        GetAppVersionMinor: () => 1,
        GetAppUILocale: () => "ja-JP",
        GetAppDataLocale: () => "ja-JP",
        GetDocUrl: () => "",
        GetAppCapabilities: () => 0,
        GetActivationMode: () => 1,
        GetControlIntegrationLevel: () => 1,
        GetSolutionToken: () => "",
        GetCorrelationId: () => "1",
        GetInstanceId: () => "1",
        GetTouchEnabled: () => false,
        GetCommerceAllowed: () => false,
        GetHostFullVersion: () => "16.0.10000.20000",
        GetSupportedMatrix: () => JSON.stringify({ ExcelApi: given.api }),
        GetOfficeThemeInfo: () => JSON.stringify({ primaryFontColor: 0, primaryBackgroundColor: 16777215, secondaryFontColor: 0, secondaryBackgroundColor: 16777215 }),
        GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
      };
      Object.defineProperty(window, "external", {
        configurable: true,
        value: {
          GetHostInfo: () => `${given.application}$Win32$16.01$ja-JP$00000000-0000-0000-0000-000000000001$$$0`,
          GetLoggingAllowed: () => false,
          GetContext: () => (given.answersContext ? context : undefined),
          Execute: (_: number, __: unknown, callback: (answer: unknown) => void) => setTimeout(() => callback({ toArray: () => [0, [200, [], "{}"]] }), 0),
          RegisterEvent: (_: number, __: string, ___: unknown, callback: (code: number) => void) => setTimeout(() => callback?.(0), 0),
          UnregisterEvent: (_: number, __: string, ___: unknown, callback: (code: number) => void) => setTimeout(() => callback?.(0), 0),
        },
      });
    }, answers);
  };
}

const alertText = (page: Page) => page.getByRole("alert");

test("shows text before any script, in both languages", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(new URL("taskpane.html", address).href);
  expect(await page.locator("main").textContent()).toMatch(/行動計画チェック[\s\S]*画面を準備しています[\s\S]*Getting the pane ready/);
  await plain.close();
});

test("says which address did not come when office.js does not, and what to ask", async () => {
  const page = await open({ missing: (name) => name === "office.js" });
  await alertText(page).waitFor();
  expect(await alertText(page).textContent()).toMatch(/office\.js/);
  await page.getByText(`${libraryAddress}office.js`).waitFor();
  await page.getByText(/情報システムの担当者に/).waitFor();
  await page.getByRole("button", { name: "もう一度試す" }).waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
});

test("says which address did not come when the library's own part for Excel does not", async () => {
  const page = await open({ missing: (name) => name.startsWith("excel-"), prepare: pretend({ application: "Excel", api: "1.14", answersContext: true }) });
  await page.getByText(`${libraryAddress}excel-win32-16.01.js`).waitFor();
  await page.getByRole("button", { name: "もう一度試す" }).waitFor();
});

test("outside Office it says where to open it, and leads to the workbench", async () => {
  const page = await open();
  await page.getByText("ここは Excel アドインの作業窓です。Excel の「ホーム」タブから開いてください。").waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
  const [workbench] = await Promise.all([page.waitForEvent("popup"), page.getByRole("link", { name: "ファイルを開いて点検する" }).click()]);
  await workbench.getByRole("grid").waitFor();
});

test("speaks English to an English browser before anybody has chosen", async () => {
  const page = await open({ locale: "en-GB" });
  await page.getByText(/Open it from the Home tab in Excel\./).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
});

test("another application is named", async () => {
  const page = await open({ prepare: pretend({ application: "Word", api: "1.14", answersContext: true }) });
  await page.getByText(/いまは Word で開いています。/).waitFor();
});

test("an Excel before 2021 is told which one is needed", async () => {
  const page = await open({ prepare: pretend({ application: "Excel", api: "1.13", answersContext: true }) });
  await page.getByText(/ExcelApi 1\.14/).waitFor();
  await page.getByText(/Office 2021 以降の Excel/).waitFor();
});

test("an Excel that never answers is not waited for in silence", async () => {
  const page = await open({ prepare: pretend({ application: "Excel", api: "1.14", answersContext: false }) });
  await page.getByText("Excel の準備を待っています…").waitFor();
  await page.getByText("Excel からの応答がありません。").waitFor();
  const again = page.getByRole("button", { name: "もう一度試す" });
  await Promise.all([page.waitForEvent("load"), again.click()]);
  await page.getByText("Excel の準備を待っています…").waitFor();
});

test("what office.js takes from the page is there again", async () => {
  const page = await open();
  await page.getByText(/ここは Excel アドインの作業窓です。/).waitFor();
  expect(
    await page.evaluate(() => [typeof history.pushState, typeof history.replaceState, /native code/.test(String(window.alert)), /native code/.test(String(window.confirm))]),
  ).toEqual(["function", "function", true, true]);
});
