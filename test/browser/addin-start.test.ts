import type { Browser, Page } from "playwright-core";
import { type AddInOptions, libraryAddress, openAddIn, type OpenAddIn } from "./addin-page";
import { answerStart } from "../support/excel/host-answers";
import { installInPage } from "../support/excel/install-in-page";
import { SimulatedExcel } from "../support/excel/simulated-excel";
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

/** An application that answers what the library asks at its start, and nothing about a workbook. */
function pretend(application: string, excelApi: string): (page: Page) => Promise<void> {
  const answers = answerStart(new SimulatedExcel({ name: "実績.xlsx", sheets: [], date1904: false, ownData: null }), { excelApi });
  return async (page) => {
    await page.addInitScript(
      ({ hostInfo, context }) => {
        const answered = Object.fromEntries(Object.entries(context).map(([method, value]) => [method, () => value]));
        const external = {
          GetHostInfo: () => hostInfo,
          GetLoggingAllowed: () => false,
          GetContext: () => ({ ...answered, GetSettings: () => ({ Read: () => undefined, Write: () => undefined }) }),
          Execute: (_: number, __: unknown, callback: (answer: unknown) => void) => setTimeout(() => callback({ toArray: () => [0, [200, [], "{}"]] })),
          RegisterEvent: (_: number, __: string, ___: unknown, callback: (code: number) => void) => setTimeout(() => callback(0)),
        };
        Object.defineProperty(window, "external", { configurable: true, value: external });
      },
      { ...answers, hostInfo: answers.hostInfo.replace("Excel", application) },
    );
  };
}

/** Excel is there and says nothing. */
const mute = (page: Page): Promise<void> => installInPage(page, new SimulatedExcel({ name: "実績.xlsx", sheets: [], date1904: false, ownData: null }), { isMute: true });

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
  const page = await open({ missing: (name) => name.startsWith("excel-"), prepare: pretend("Excel", "1.14") });
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
  const page = await open({ prepare: pretend("Word", "1.14") });
  await page.getByText(/いまは Word で開いています。/).waitFor();
});

test("an Excel before 2021 is told which one is needed", async () => {
  const page = await open({ prepare: pretend("Excel", "1.13") });
  await page.getByText(/ExcelApi 1\.14/).waitFor();
  await page.getByText(/Office 2021 以降の Excel/).waitFor();
});

test("an Excel that never answers is not waited for in silence", async () => {
  const page = await open({ prepare: mute });
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
