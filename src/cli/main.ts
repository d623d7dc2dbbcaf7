import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { openWorkbookFile } from "../hosts/file/open-workbook-file";
import { readWorkbook } from "../hosts/file/workbook-reader";
import { inspectWorkbook } from "../inspection/inspect-workbook";
import { toPublicJson } from "../inspection/public-json";
import { defaultProfile } from "../model/profile";

export async function main(args: readonly string[]): Promise<number> {
  const file = args.find((arg) => /\.xls/.test(arg))!;
  const workbook = readWorkbook(await openWorkbookFile(new Uint8Array(await readFile(file)), basename(file)));
  const inspection = inspectWorkbook(workbook, { profile: defaultProfile, asOf: new Date().toISOString().slice(0, 10) });
  process.stdout.write(JSON.stringify(toPublicJson(inspection, "ja")));
  return inspection.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
