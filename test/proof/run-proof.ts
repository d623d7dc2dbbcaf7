import { join } from "node:path";
import { parseArgs } from "node:util";
import { proveHostileInput } from "./hostile-input";
import { proveMainThread } from "./main-thread";
import { proveNothingLost } from "./nothing-lost";
import { proveOfficeFaults } from "./office-faults";
import { run as proveLayouts } from "./prove-layouts";
import { run as provePlantedErrors } from "./prove-planted-errors";
import { renderAims, type Section, writeSection } from "./section";
import { proveSpeed } from "./speed";
import { proveSupplyChain } from "./supply-chain";

/** Usage: npm run proof -- [--short] [--seed N] [--only DOCUMENT or PART]… [--folder FOLDER with workbooks of your own] [--rounds N of fuzzing] [--show N of what was missed] */
const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: [] },
    folder: { type: "string" },
    rounds: { type: "string" },
    show: { type: "string", default: "0" },
  },
});
const { short, folder } = values;
const seed = Number(values.seed);
const options = { short, seed };
const print = (line: string): void => void process.stdout.write(`${line}\n`);
let left = Number(values.show);
const onMissed = (line: string): void => {
  if (left-- > 0) print(line);
};

interface Part {
  /** The document in docs/ whose tables it makes. */
  readonly document: "accuracy" | "safety" | "performance";
  readonly name: string;
  /** What a machine that is busy or slow changes is told, and no fault of a change. */
  readonly isOfMachine?: true;
  readonly prove: () => Promise<Section>;
}

const parts: readonly Part[] = [
  { document: "accuracy", name: "planted-errors", prove: () => provePlantedErrors({ ...options, folder, onMissed }) },
  { document: "accuracy", name: "layouts", prove: () => proveLayouts({ ...options, onMissed }) },
  { document: "safety", name: "nothing-lost", prove: () => proveNothingLost({ ...options, folder, onLost: print }) },
  {
    document: "safety",
    name: "hostile-input",
    prove: () => proveHostileInput({ ...options, rounds: values.rounds === undefined ? undefined : Number(values.rounds), onWrong: print }),
  },
  { document: "safety", name: "office-faults", prove: () => proveOfficeFaults({ ...options, onWrong: print }) },
  { document: "safety", name: "supply-chain", prove: () => proveSupplyChain(options) },
  { document: "performance", name: "speed", isOfMachine: true, prove: () => proveSpeed(options) },
  { document: "performance", name: "page", isOfMachine: true, prove: () => proveMainThread(options) },
];

/** 証明する — every part one after the other; the documents hold what a whole run found. */
async function run(): Promise<void> {
  print(`seed ${seed}${short ? ", short" : ""}`);
  for (const { document, name, isOfMachine, prove } of parts) {
    if (values.only.length > 0 && !values.only.includes(document) && !values.only.includes(name)) continue;
    const began = performance.now();
    const { title, tables, aims } = await prove();
    print(`\n${title}\n\n${tables}\n\n${renderAims(aims)}\n\n${((performance.now() - began) / 1000).toFixed(0)} s`);
    if (!short) writeSection(join(__dirname, `../../docs/${document}.md`), name, `${tables}\n\n${renderAims(aims)}\n\nSeed ${seed}.`);
    if (!isOfMachine && aims.some(({ met }) => !met)) process.exitCode = 1;
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
