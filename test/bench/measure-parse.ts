import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";

/** Our file reader alone, in a process of its own, measured as the others are. */
const file = process.argv[2] ?? "";
const bytes = new Uint8Array(readFileSync(file));
const from = process.cpuUsage();
const workbook = readWorkbook(openWorkbookFile(bytes, basename(file)));
const { user, system } = process.cpuUsage(from);
process.stdout.write(
  JSON.stringify({
    cells: workbook.sheets.reduce((sum, { cells }) => sum + cells.filter(({ value }) => value !== null && value !== "").length, 0),
    milliseconds: (user + system) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
