import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { runChecks } from "../../src/checks/run-checks";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbook as readFile } from "../../src/hosts/file/workbook-reader";
import { deriveFills } from "../../src/filling/derive-fills";
import { defaultProfile } from "../../src/model/profile";
import { judgeTargets } from "../../src/plans/judge-targets";
import { readWorkbook } from "../../src/reading/read-workbook";
import { monitoringWorkbook } from "./monitoring-workbook";

/** One measurement in a process of its own, so that the peak of memory is its own: prints one line of JSON, times as those of the processor and as those of the clock. */
const [what = "", shape] = process.argv.slice(2);
const asOf = "2026-06-01";
const bytes = /^\d+$/.test(what) ? monitoringWorkbook(Number(what), shape === "tall" ? "tall" : "sections") : new Uint8Array(readFileSync(what));

const processor: { [step: string]: number } = {};
const elapsed: { [step: string]: number } = {};
function timed<T>(step: string, work: () => T): T {
  const [began, from] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(from);
  processor[step] = (user + system) / 1000;
  elapsed[step] = performance.now() - began;
  return result;
}

const workbook = timed("parse", () => readFile(openWorkbookFile(bytes, basename(what))));
const reading = timed("read", () => readWorkbook(workbook, { profile: defaultProfile, asOf }));
const { findings } = timed("check", () => runChecks(reading, { profile: defaultProfile, asOf }));
const judgements = timed("judge", () => {
  const fills = deriveFills(reading, defaultProfile, { distrusted: new Set(), asOf });
  return judgeTargets(reading, defaultProfile, { asOf, fills, findings });
});
process.stdout.write(
  JSON.stringify({
    cells: workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0),
    observations: reading.observations.length,
    findings: findings.length,
    judgements: judgements.length,
    processor,
    elapsed,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
