import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { readTextWorkbook } from "../support/text-workbook";
import { bootInNode } from "../support/excel/boot-in-node";
import { SimulatedExcel } from "../support/excel/simulated-excel";
import type { Transcript } from "./transcript";

/** 一式の場所 — the text that is run in Excel. */
export const BATTERY = join(__dirname, "battery.js");

/** 模擬のExcelで試す — the battery on an empty simulated workbook, through Microsoft's client. */
export async function runBatteryOnSimulated(): Promise<Transcript> {
  const excel = new SimulatedExcel(readTextWorkbook("== sheet Sheet1").workbook);
  const client = await bootInNode(excel);
  try {
    const { Excel, Office, OfficeExtension } = client;
    const text: unknown = await runInNewContext(readFileSync(BATTERY, "utf8"), { Excel, Office, OfficeExtension, console });
    return JSON.parse(String(text)) as Transcript;
  } finally {
    client.close();
  }
}
