import fc from "fast-check";
import { defaultProfile } from "../../src/model/profile";
import { inspectWorkbook } from "../../src/inspection/inspect-workbook";
import { compareTruth } from "../support/compare-truth";
import { laidOutArbitrary, type LaidOut } from "../support/generate-layouts";
import { USUAL_DAY } from "../support/known-workbooks";

/** Usage: npm run truth:layouts -- [RUNS] [SEED] [--show=N]: pass rate by every dimension of the layouts, and the smallest misread sheets. */
const [runs = "400", seed = "1"] = process.argv.slice(2).filter((o) => !o.startsWith("--"));
const show = Number(process.argv.find((o) => o.startsWith("--show="))?.slice(7) ?? 3);

const print = (line: string) => void process.stdout.write(`${line}\n`);

interface Tried extends LaidOut {
  readonly missed: readonly string[];
  /** Defects not found, cells not filled, errors said of what is right. */
  readonly wrong: readonly string[];
}

function tryOne(laid: LaidOut): Tried {
  try {
    const { read, found, fills, falseErrors } = compareTruth(inspectWorkbook(laid.workbook, { profile: defaultProfile, asOf: USUAL_DAY }), laid.truth);
    const wrong = [...found.missed.map((m) => `not found: ${m}`), ...fills.missed.map((m) => `not filled: ${m}`), ...falseErrors.map((m) => `no error: ${m}`)];
    return { ...laid, missed: read.missed, wrong };
  } catch (error) {
    return { ...laid, missed: [String((error as Error).stack)], wrong: [] };
  }
}

const start = performance.now();
const tried = fc.sample(laidOutArbitrary, { numRuns: Number(runs), seed: Number(seed) }).map(tryOne);
const whole = tried.filter((t) => t.missed.length === 0).length;
const figures = tried.reduce((n, t) => n + t.truth.observations.length, 0);
const lost = tried.reduce((n, t) => n + t.missed.length, 0);
print(
  `${whole}/${tried.length} layouts read whole, ${figures - lost}/${figures} figures (${((100 * (figures - lost)) / figures).toFixed(2)}%), ${(performance.now() - start).toFixed(0)} ms`,
);
const sum = (of: (t: Tried) => number) => tried.reduce((n, t) => n + of(t), 0);
const wrongs = (kind: string) => sum((t) => t.wrong.filter((w) => w.startsWith(kind)).length);
print(
  `defects ${sum((t) => t.truth.findings.length) - wrongs("not found")}/${sum((t) => t.truth.findings.length)} found, ${sum((t) => t.truth.fills.length) - wrongs("not filled")}/${sum((t) => t.truth.fills.length)} filled, ${wrongs("no error")} false errors\n`,
);

for (const dimension of [
  "structure",
  "isTransposed",
  "continuation",
  "gap",
  "isSideBySide",
  "isDescending",
  "years",
  "rates",
  "counts",
  "targets",
  "noise",
  "corner",
  "measureOrder",
  "numbering",
  "dress",
  "yearSuffix",
  "extra",
  "captionTail",
  "unitNote",
  "rateCells",
] as const) {
  const rates = new Map<string, [whole: number, all: number]>();
  for (const t of tried) {
    const rate = rates.get(String(t.layout[dimension])) ?? [0, 0];
    rates.set(String(t.layout[dimension]), [rate[0] + (t.missed.length === 0 ? 1 : 0), rate[1] + 1]);
  }
  print(
    `${dimension.padEnd(14)}${[...rates]
      .sort()
      .map(([v, [ok, all]]) => `${v || "(none)"} ${((100 * ok) / all).toFixed(0)}% of ${all}`)
      .join(" · ")}`,
  );
}

for (const t of tried
  .filter((x) => x.missed.length || x.wrong.length)
  .sort((a, b) => a.workbook.sheets.flatMap((s) => s.cells).length - b.workbook.sheets.flatMap((s) => s.cells).length)
  .slice(0, show))
  print(`\n${JSON.stringify(t.layout)}\n${t.text}${[...t.missed.slice(0, 3), ...t.wrong.slice(0, 3)].join("\n")}`);
