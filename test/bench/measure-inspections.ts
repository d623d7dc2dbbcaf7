import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** 点検の段 — what is measured by itself: file to cells, cells to observations, all checks, fills and judgements. */
export const STEPS = ["parse", "read", "check", "judge"] as const;

/** 点検の計測 — one workbook, inspected once in a process of its own. */
export interface InspectionMeasure {
  readonly name: string;
  readonly cells: number;
  readonly observations: number;
  readonly findings: number;
  /** Milliseconds of the processor, the threads of the collector and the compiler included. */
  readonly processor: { readonly [step in (typeof STEPS)[number]]: number };
  /** Milliseconds by the clock. */
  readonly elapsed: { readonly [step in (typeof STEPS)[number]]: number };
  readonly peakMegabytes: number;
}

const here = fileURLToPath(new URL(".", import.meta.url));
const SAMPLE = fileURLToPath(new URL("../../assets/samples/sample.xlsx", import.meta.url));

/** 大きさ — generated cells, in many sections or in one long table. */
export interface BenchSize {
  readonly cells: number;
  readonly shape?: "tall";
}

/** 点検を計る — the sample, then each size; every one is read and inspected once, cold. */
export function measureInspections(sizes: readonly BenchSize[]): InspectionMeasure[] {
  // One bundle, as the command line makes it of itself: a loader that marks every function would be measured too.
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const bundle = join(folder, "measure.cjs");
    buildSync({ entryPoints: [join(here, "measure.ts")], bundle: true, platform: "node", target: "node20", format: "cjs", logLevel: "silent", outfile: bundle });
    const run = (name: string, args: readonly string[]): InspectionMeasure => ({
      name,
      ...(JSON.parse(execFileSync(process.execPath, [bundle, ...args], { encoding: "utf8", maxBuffer: 1 << 24 })) as Omit<InspectionMeasure, "name">),
    });
    return [
      run("sample", [SAMPLE]),
      ...sizes.map(({ cells, shape }) => run(shape === "tall" ? "one table" : cells.toLocaleString("en-US"), [String(cells), ...(shape ? [shape] : [])])),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** 全部の時間 — all steps together. */
export function sumSteps(steps: InspectionMeasure["processor"]): number {
  return STEPS.reduce((sum, step) => sum + steps[step], 0);
}
