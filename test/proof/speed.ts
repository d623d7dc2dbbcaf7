import { cpus } from "node:os";
import { type BenchSize, type InspectionMeasure, measureInspections, STEPS, sumSteps } from "../bench/measure-inspections";
import { measureOthers, type ReadMeasure } from "../bench/measure-others";
import { type Aim, type Proof, renderTable } from "./section";

const ONE_SECOND = 1000;
/** A little more than the cells grow is the noise of one run. */
const NOISE = 1.2;

/** 速さ — what a workbook costs by its size, in one run, and what else reads such a file. */
export const proveSpeed: Proof = async ({ short }) => {
  const sizes: readonly BenchSize[] = short
    ? [{ cells: 10_000 }, { cells: 200_000 }]
    : [{ cells: 10_000 }, { cells: 200_000 }, { cells: 1_000_000 }, { cells: 200_000, shape: "tall" }];
  const rows = measureInspections(sizes);
  const others = measureOthers(short ? [10_000] : [10_000, 200_000]);
  const [small, middle] = [rows[1]!, rows[2]!];
  const large = rows.filter(({ name }) => name !== "one table").at(-1)!;
  const ratio = (of: (row: InspectionMeasure) => number): number => of(large) / of(small);
  const cells = ratio((row) => row.cells);
  const linear = (name: string, grown: number): Aim => ({
    name,
    figure: `${grown.toFixed(1)}×`,
    aim: `at most ${cells.toFixed(1)}×, as the cells`,
    met: grown <= cells * NOISE,
  });
  const afterParsing = sumSteps(middle.elapsed) - middle.elapsed.parse;
  return {
    title: "Speed",
    tables: [
      `Node ${process.versions.node}, ${cpus().length} cores. Times are those of the processor, the threads of the garbage collector and the compiler included; *by clock* is what a person waits. Each workbook is inspected once, cold, in a process of its own.`,
      renderTable(
        ["workbook", "cells>", "figures>", ...STEPS.map((step) => `${step} ms>`), "by clock ms>", "µs per cell>", "peak MB>"],
        rows.map(({ name, cells: all, observations, processor, elapsed, peakMegabytes }) => [
          name,
          all.toLocaleString("en-US"),
          observations.toLocaleString("en-US"),
          ...STEPS.map((step) => processor[step].toFixed(0)),
          sumSteps(elapsed).toFixed(0),
          ((1000 * sumSteps(processor)) / all).toFixed(1),
          peakMegabytes.toFixed(0),
        ]),
      ),
      "What else reads such a file, on the same files in the same run; they read cells and nothing more, so they stand beside *parse* only. Ratios are to this project's reader.",
      renderTable(["file", "reader", "cells>", "ms>", "ratio>", "peak MB>"], others.map(rowOf(others))),
    ].join("\n\n"),
    aims: [
      {
        name: "200,000 cells: reading, checks, fills and judgements after parsing, by clock",
        figure: `${(afterParsing / ONE_SECOND).toFixed(2)} s`,
        aim: "at most 1 s",
        met: afterParsing <= ONE_SECOND,
      },
      linear(
        `growth of time from ${small.name} to ${large.name} cells`,
        ratio(({ processor }) => sumSteps(processor)),
      ),
      linear(
        `growth of memory from ${small.name} to ${large.name} cells`,
        ratio(({ peakMegabytes }) => peakMegabytes),
      ),
    ],
  };
};

function rowOf(all: readonly ReadMeasure[]): (row: ReadMeasure) => readonly (string | number)[] {
  const ours = new Map(all.filter(({ reader }) => reader === "this project").map(({ file, measured }) => [file, measured?.milliseconds]));
  return ({ reader, file, measured }) => {
    if (measured === null) return [file, reader, "could not be run here", "–", "–", "–"];
    const own = ours.get(file);
    return [
      file,
      reader,
      measured.cells.toLocaleString("en-US"),
      measured.milliseconds.toFixed(0),
      own === undefined ? "–" : (measured.milliseconds / own).toFixed(2),
      measured.peakMegabytes.toFixed(0),
    ];
  };
}
