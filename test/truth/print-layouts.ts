import fc from "fast-check";
import { defaultProfile } from "../../src/model/profile";
import { readWorkbook } from "../../src/reading/read-workbook";
import { compareObservations } from "../support/compare-truth";
import { laidOutArbitrary, type LaidOut } from "../support/generate-layouts";
import { USUAL_DAY } from "../support/known-workbooks";

/** Usage: npm run truth:layouts -- [RUNS] [SEED] [--show=N]: pass rate by every dimension of the layouts, and the smallest misread sheets. */
const [runs = "400", seed = "1"] = process.argv.slice(2).filter((o) => !o.startsWith("--"));
const show = Number(process.argv.find((o) => o.startsWith("--show="))?.slice(7) ?? 3);

interface Tried extends LaidOut {
  readonly missed: readonly string[];
}

function tryOne(laid: LaidOut): Tried {
  try {
    return { ...laid, missed: compareObservations({ reading: readWorkbook(laid.workbook, { profile: defaultProfile, asOf: USUAL_DAY }) }, laid.truth).missed };
  } catch (error) {
    return { ...laid, missed: [String((error as Error).stack)] };
  }
}

const start = performance.now();
const tried = fc.sample(laidOutArbitrary, { numRuns: Number(runs), seed: Number(seed) }).map(tryOne);
const whole = tried.filter((t) => t.missed.length === 0).length;
const figures = tried.reduce((n, t) => n + t.truth.observations.length, 0);
const lost = tried.reduce((n, t) => n + t.missed.length, 0);
console.log(`${whole}/${tried.length} layouts read whole, ${figures - lost}/${figures} figures (${((100 * (figures - lost)) / figures).toFixed(2)}%), ${(performance.now() - start).toFixed(0)} ms\n`);

for (const dimension of ["structure", "isTransposed", "continuation", "gap", "isSideBySide", "isDescending", "years", "rates", "counts", "targets", "noise", "corner", "measureOrder", "numbering"] as const) {
  const rates = new Map<string, [whole: number, all: number]>();
  for (const t of tried) {
    const rate = rates.get(String(t.layout[dimension])) ?? [0, 0];
    rates.set(String(t.layout[dimension]), [rate[0] + (t.missed.length === 0 ? 1 : 0), rate[1] + 1]);
  }
  console.log(`${dimension.padEnd(14)}${[...rates].sort().map(([v, [ok, all]]) => `${v || "(none)"} ${((100 * ok) / all).toFixed(0)}% of ${all}`).join(" · ")}`);
}

for (const t of tried.filter((x) => x.missed.length).sort((a, b) => a.workbook.sheets.flatMap((s) => s.cells).length - b.workbook.sheets.flatMap((s) => s.cells).length).slice(0, show))
  console.log(`\n${JSON.stringify(t.layout)}\n${t.text}${t.missed.slice(0, 3).join("\n")}`);
