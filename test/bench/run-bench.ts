import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { measureMany } from "./measure-many";

interface Measured {
  readonly cells: number;
  readonly observations: number;
  readonly findings: number;
  readonly marks: { readonly [step: string]: number };
  readonly peakMegabytes: number;
}

/** 計測 — processor time and peak memory of the sample, of 200,000 and of 1,000,000 cells in many tables, and of one long table; figures and ratios, no limits. */
const isShort = process.argv.includes("--short");
const here = fileURLToPath(new URL(".", import.meta.url));
const sample = fileURLToPath(new URL("../../assets/samples/sample.xlsx", import.meta.url));
const runs: readonly (readonly string[])[] = isShort ? [[sample], ["10000"], ["100000"], ["100000", "tall"]] : [[sample], ["10000"], ["200000"], ["1000000"], ["200000", "tall"]];
const steps = ["parse", "read", "check", "judge"];

// One bundle, as the command line makes it of itself: a loader that marks every function would be measured too.
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const bundle = join(folder, "measure.cjs");
buildSync({ entryPoints: [`${here}measure.ts`], bundle: true, platform: "node", target: "node20", format: "cjs", logLevel: "silent", outfile: bundle });
const rows = runs.map((run): Measured => JSON.parse(execFileSync(process.execPath, [bundle, ...run], { encoding: "utf8", maxBuffer: 1 << 24 })) as Measured);
rmSync(folder, { recursive: true });

const line = (cells: readonly string[]): string => `${cells.map((cell, i) => (i === 0 ? cell.padEnd(14) : cell.padStart(12))).join("")}\n`;
process.stdout.write(line(["workbook", "cells", "figures", ...steps.map((step) => `${step} ms`), "µs per cell", "peak MB"]));
rows.forEach((row, i) => {
  const total = steps.reduce((sum, step) => sum + row.marks[step]!, 0);
  const [size, shape] = runs[i]!;
  const name = i === 0 ? "sample" : shape === "tall" ? "one table" : Number(size).toLocaleString("en-US");
  const figures = [row.cells.toLocaleString("en-US"), row.observations.toLocaleString("en-US"), ...steps.map((step) => row.marks[step]!.toFixed(0))];
  process.stdout.write(line([name, ...figures, ((1000 * total) / row.cells).toFixed(2), row.peakMegabytes.toFixed(0)]));
});
const [small, large] = [rows[1]!, rows[rows.length - 2]!];
const growth = (of: (row: Measured) => number): string => (of(large) / of(small)).toFixed(1);
process.stdout.write(
  `\n${large.cells.toLocaleString("en-US")} against ${small.cells.toLocaleString("en-US")} cells: ${growth((row) => row.cells)}× the cells, ` +
    `${growth((row) => steps.reduce((sum, step) => sum + row.marks[step]!, 0))}× the time, ${growth((row) => row.peakMegabytes)}× the memory\n`,
);

// All municipalities have a command of their own: npm run bench:many.
if (isShort) {
  process.stdout.write("\n");
  void measureMany(60);
}
