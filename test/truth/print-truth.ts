import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { defaultProfile } from "../../src/model/profile";
import type { Workbook } from "../../src/model/workbook";
import { type Comparison, compareTruth, type Share } from "../support/compare-truth";
import { openKnownWorkbooks, USUAL_DAY } from "../support/known-workbooks";
import type { Truth } from "../support/truth";

// Usage: npm run truth -- [--verbose] [--only=NAME] [FOLDER with *.xlsx and *.truth.json]
const options = process.argv.slice(2);
const isVerbose = options.includes("--verbose");
const only = options.find((o) => o.startsWith("--only="))?.slice(7);
const folder = options.find((o) => !o.startsWith("--"));
const KINDS = ["read", "found", "fills", "judged", "quiet"] as const;

const print = (line: string) => void process.stdout.write(`${line}\n`);

interface Row {
  readonly name: string;
  readonly comparison: Comparison | Error;
  readonly truth: Truth;
  readonly milliseconds: number;
}

function look(name: string, open: () => Workbook, truth: Truth): Row {
  const start = performance.now();
  try {
    const inspection = inspectWorkbook(open(), { profile: defaultProfile, asOf: truth.asOf ?? USUAL_DAY });
    return { name, comparison: compareTruth(inspection, truth), truth, milliseconds: performance.now() - start };
  } catch (error) {
    return { name, comparison: error as Error, truth, milliseconds: performance.now() - start };
  }
}

async function openFiles(from: string): Promise<Row[]> {
  const { openWorkbookFile } = await import("../../src/hosts/file/open-workbook-file");
  const { readWorkbook } = await import("../../src/hosts/file/workbook-reader");
  const rows: Row[] = [];
  for (const file of readdirSync(from)
    .filter((f) => f.endsWith(".xlsx"))
    .sort()) {
    const name = file.replace(/\.xlsx$/, "");
    const opened = readWorkbook(await openWorkbookFile(new Uint8Array(readFileSync(join(from, file))), file));
    rows.push(look(name, () => opened, JSON.parse(readFileSync(join(from, `${name}.truth.json`), "utf8")) as Truth));
  }
  return rows;
}

const say = (share: Share | undefined, need: number) => `${share?.met ?? 0}/${need}`.padStart(10);
const needs = (truth: Truth) => ({
  read: truth.observations.length,
  found: truth.findings.length,
  fills: truth.fills.length,
  judged: truth.judgements.length,
  quiet: truth.quiet?.length ?? 0,
});

/** Everything the truth names was read, found, filled and judged, and no error is said elsewhere. */
const isWhole = ({ comparison }: Row): boolean =>
  !(comparison instanceof Error) &&
  KINDS.every((kind) => comparison[kind].met === comparison[kind].need) &&
  comparison.falseErrors.length === 0 &&
  comparison.falseMissed.length === 0;

function printRows(title: string, rows: readonly Row[]): void {
  const totals = { read: [0, 0], found: [0, 0], fills: [0, 0], judged: [0, 0], quiet: [0, 0] } satisfies { [kind in (typeof KINDS)[number]]: [number, number] };
  let falseErrors = 0;
  let errorsSaid = 0;
  let falseMissed = 0;
  print(`\n${title.padEnd(32)}${KINDS.map((k) => k.padStart(10)).join("")}   false errors`);
  for (const row of rows) {
    const { name, comparison, truth, milliseconds } = row;
    const need = needs(truth);
    const found = comparison instanceof Error ? undefined : comparison;
    for (const kind of KINDS) {
      totals[kind][0]! += found?.[kind].met ?? 0;
      totals[kind][1]! += need[kind];
    }
    falseErrors += found?.falseErrors.length ?? 0;
    errorsSaid += found?.errorsSaid ?? 0;
    falseMissed += found?.falseMissed.length ?? 0;
    print(
      `${isWhole(row) ? "  " : "× "}${name.padEnd(30)}${KINDS.map((k) => say(found?.[k], need[k])).join("")}${String(found?.falseErrors.length ?? "-").padStart(10)}${`${milliseconds.toFixed(0)} ms`.padStart(10)}`,
    );
    if (comparison instanceof Error) print(`    ${comparison.stack?.split("\n").slice(0, 4).join("\n    ")}`);
    else if (isVerbose) printMissed(comparison);
  }
  print(`  ${"total".padEnd(30)}${KINDS.map((k) => say({ met: totals[k][0]!, need: 0, missed: [] }, totals[k][1]!)).join("")}`);
  print(
    `  ${KINDS.map((k) => `${k} ${totals[k][1] ? ((100 * totals[k][0]!) / totals[k][1]!).toFixed(1) : "100"}%`).join(" · ")} · ${falseErrors} false of ${errorsSaid} errors · ${falseMissed} falsely missed`,
  );
}

function printMissed(comparison: Comparison): void {
  for (const kind of KINDS) for (const missed of comparison[kind].missed) print(`    ${kind}: ${missed}`);
  for (const error of comparison.falseErrors) print(`    false error: ${error}`);
  for (const missed of comparison.falseMissed) print(`    falsely missed: ${missed}`);
}

async function main(): Promise<void> {
  const known = openKnownWorkbooks(join(__dirname, "../workbooks")).filter(({ name }) => !only || name.includes(only));
  const own = known.map(({ name, workbook, truth }) => look(name, () => workbook, truth));
  printRows("text workbooks", own);
  const given = folder ? await openFiles(folder) : [];
  if (folder) printRows(folder, given);
  // A gate as well as a report; where nothing was looked at, nothing is shown to be true.
  const looked = folder ? given : own;
  if (looked.length === 0 || ![...own, ...given].every(isWhole)) process.exitCode = 1;
}

void main();
