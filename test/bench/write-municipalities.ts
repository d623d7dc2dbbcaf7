import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Workbook } from "../../src/model/workbook";
import { laidOutArbitrary } from "../support/generate-layouts";
import { writeWorkbookFile } from "../support/write-workbook-file";
import { monitoringWorkbook } from "./monitoring-workbook";

const PREFECTURES = 47;
const SEED = 20_261_121;
/** One workbook in so many is that of a large organisation. */
const LARGE_EVERY = 60;
const LARGE_CELLS = 10_000;
/** One file in so many is cut off half-way, as after a broken download. */
const BROKEN_EVERY = 400;

/** 市町村のブックを書く — a workbook for each of so many municipalities, in a folder for each prefecture: two to four laid-out sheets each, the same every time. returns the bytes of all */
export function writeMunicipalities(folder: string, count: number): number {
  const pages = fc.sample(laidOutArbitrary, { seed: SEED, numRuns: Math.min(count * 3, 600) }).map(({ workbook }) => workbook);
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const prefecture = join(folder, `${String((i % PREFECTURES) + 1).padStart(2, "0")}県`);
    mkdirSync(prefecture, { recursive: true });
    const whole = i % LARGE_EVERY === LARGE_EVERY - 1 ? monitoringWorkbook(LARGE_CELLS + i) : writeWorkbookFile(gatherSheets(pages, i));
    const file = i % BROKEN_EVERY === 7 ? whole.subarray(0, Math.floor(whole.length / 2)) : whole;
    writeFileSync(join(prefecture, `第${String(i + 1).padStart(4, "0")}市.xlsx`), file);
    bytes += file.length;
  }
  return bytes;
}

/** Sheets of several laid-out workbooks in one, each under a name of its own. */
function gatherSheets(pages: readonly Workbook[], i: number): Workbook {
  const parts = Array.from({ length: 2 + (i % 3) }, (_, k) => pages[(i * 7 + k * 131) % pages.length]!);
  return { ...parts[0]!, sheets: parts.flatMap(({ sheets }, part) => sheets.map((sheet) => ({ ...sheet, name: `${part + 1}_${sheet.name}` }))) };
}
