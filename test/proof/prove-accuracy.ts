import { join } from "node:path";
import { run as layouts } from "./prove-layouts";
import { run as plantedErrors } from "./prove-planted-errors";
import { renderAims, type Section, writeSection } from "./section";

// Usage: npm run proof:accuracy -- [--short] [--seed=N] [--show=N] [--only=planted-errors|layouts] [FOLDER with *.xlsx and *.truth.json]
const options = process.argv.slice(2);
const read = (name: string) => options.find((o) => o.startsWith(`--${name}=`))?.slice(name.length + 3);
const seedAt = options.indexOf("--seed");
const seed = Number(read("seed") ?? (seedAt >= 0 ? options[seedAt + 1] : 1));
const folder = options.find((o, i) => !o.startsWith("--") && options[i - 1] !== "--seed");
const isShort = options.includes("--short");
const only = read("only");

const print = (line: string) => void process.stdout.write(`${line}\n`);
let left = Number(read("show") ?? 0);
const onMissed = (line: string) => {
  if (left-- > 0) print(line);
};

async function main(): Promise<void> {
  const parts: readonly (readonly [string, () => Promise<Section>])[] = [
    ["planted-errors", () => plantedErrors({ short: isShort, seed, folder, onMissed })],
    ["layouts", () => layouts({ short: isShort, seed, onMissed })],
  ];
  print(`seed ${seed}${isShort ? ", short" : ""}`);
  for (const [marker, prove] of parts) {
    if (only !== undefined && only !== marker) continue;
    const before = process.cpuUsage();
    const section = await prove();
    const spent = process.cpuUsage(before);
    print(`\n${section.title}\n\n${section.tables}\n\n${renderAims(section.aims)}\n\n${((spent.user + spent.system) / 1e6).toFixed(0)} s of processor time`);
    // The documents hold the whole run only.
    if (!isShort) writeSection(join(__dirname, "../../docs/accuracy.md"), marker, `${section.tables}\n\n${renderAims(section.aims)}\n\nSeed ${seed}.`);
    if (section.aims.some(({ met }) => !met)) process.exitCode = 1;
  }
}

void main();
