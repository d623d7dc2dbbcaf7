import { readSurroundings, startOffice } from "../../../src/hosts/excel/start-office";
import { bootInNode, type BootedClient } from "../../support/excel/boot-in-node";
import type { Surroundings } from "../../support/excel/host-answers";
import { SimulatedExcel } from "../../support/excel/simulated-excel";
import { readTextWorkbook } from "../../support/text-workbook";

let client: BootedClient | undefined;
afterEach(() => {
  client?.close();
  client = undefined;
});

async function boot(surroundings?: Surroundings): Promise<void> {
  client = await bootInNode(new SimulatedExcel(readTextWorkbook("== sheet S\n| 1 |").workbook), surroundings);
  client.install();
}

const late = jest.fn();
const start = (patience = 60_000): ReturnType<typeof startOffice> => startOffice({ patience, onLate: late });

function pretend(office: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, "Office");
  Object.defineProperty(globalThis, "Office", { value: office, configurable: true });
  return () => (before ? Object.defineProperty(globalThis, "Office", before) : Reflect.deleteProperty(globalThis, "Office"));
}

test.each(["1.14", "1.15", "1.21"])("Excel with %s", async (excelApi) => {
  await boot({ excelApi });
  expect(await start()).toEqual({ kind: "excel" });
  expect(late).not.toHaveBeenCalled();
});

test.each(["1.7", "1.13"])("Excel with %s is too old", async (excelApi) => {
  await boot({ excelApi });
  expect(await start()).toEqual({ kind: "too-old", version: "16.0.17928.20000" });
});

test.each([
  ["ja-JP", "light", { language: "ja", background: "#e6e6e6" }],
  ["en-US", "dark", { language: "en", background: "#262626" }],
] as const)("language and theme: %s, %s", async (displayLanguage, theme, { language, background }) => {
  await boot({ displayLanguage, theme });
  await start();
  expect(readSurroundings()).toEqual({ language, background });
});

test("without the library it is our mistake", async () => {
  await expect(start()).rejects.toThrow("office.js");
});

test("a page beside no workbook, and beside a document", async () => {
  const HostType = { Excel: "Excel", Word: "Word" };
  const back = pretend({ HostType, onReady: () => Promise.resolve({ host: null, platform: null }) });
  expect(await start()).toEqual({ kind: "no-host" });
  back();
  const again = pretend({ HostType, onReady: () => Promise.resolve({ host: "Word", platform: "PC" }) });
  expect(await start()).toEqual({ kind: "other-application", application: "Word" });
  again();
});

test("an application that does not answer is told of once, and waited for", async () => {
  let answer: (info: unknown) => void = () => undefined;
  const back = pretend({ HostType: { Excel: "Excel" }, onReady: () => new Promise((resolve) => (answer = resolve)) });
  const told = new Promise<void>((resolve) => late.mockImplementationOnce(resolve));
  const started = start(1);
  await told;
  answer({ host: null });
  expect(await started).toEqual({ kind: "no-host" });
  back();
});
