import { type BenchSize, type InspectionMeasure, measureInspections, STEPS, sumSteps } from "./measure-inspections";
import { measureMany } from "./measure-many";

/** 計測 — processor time and peak memory of the sample, of 200,000 and of 1,000,000 cells in many tables, and of one long table; figures and ratios, no limits. */
const isShort = process.argv.includes("--short");
const sizes: readonly BenchSize[] = isShort
  ? [{ cells: 10_000 }, { cells: 100_000 }, { cells: 100_000, shape: "tall" }]
  : [{ cells: 10_000 }, { cells: 200_000 }, { cells: 1_000_000 }, { cells: 200_000, shape: "tall" }];

const line = (cells: readonly string[]): string => `${cells.map((cell, i) => (i === 0 ? cell.padEnd(14) : cell.padStart(12))).join("")}\n`;
const count = (value: number): string => value.toLocaleString("en-US");
const rows = measureInspections(sizes);
process.stdout.write(line(["workbook", "cells", "figures", ...STEPS.map((step) => `${step} ms`), "by clock ms", "µs per cell", "peak MB"]));
for (const { name, cells, observations, processor, elapsed, peakMegabytes } of rows) {
  const times = [...STEPS.map((step) => processor[step].toFixed(0)), sumSteps(elapsed).toFixed(0), ((1000 * sumSteps(processor)) / cells).toFixed(2)];
  process.stdout.write(line([name, count(cells), count(observations), ...times, peakMegabytes.toFixed(0)]));
}
const [small, large] = [rows[1]!, rows[rows.length - 2]!];
const growth = (of: (row: InspectionMeasure) => number): string => (of(large) / of(small)).toFixed(1);
process.stdout.write(
  `\n${count(large.cells)} against ${count(small.cells)} cells: ${growth(({ cells }) => cells)}× the cells, ` +
    `${growth(({ processor }) => sumSteps(processor))}× the time, ${growth(({ peakMegabytes }) => peakMegabytes)}× the memory\n`,
);

// All municipalities have a command of their own: npm run bench:many.
if (isShort) {
  process.stdout.write("\n");
  void measureMany(60);
}
