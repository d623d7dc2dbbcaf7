import { join } from "node:path";
import { proveHostileInput } from "./hostile-input";
import { proveNothingLost } from "./nothing-lost";
import { proveOfficeFaults } from "./office-faults";
import { renderAims, type Section, writeSection } from "./section";

// Usage: npm run proof:safety -- [--short] [--seed N] [--rounds N] [--folder FOLDER with workbooks of other people's making] [--only nothing-lost|hostile-input|office-faults]
const args = process.argv.slice(2);
const read = (name: string): string | undefined =>
  args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : undefined);
const short = args.includes("--short");
const seed = Number(read("seed") ?? 1);
const [folder, only, rounds] = [read("folder"), read("only"), read("rounds")];

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const parts: readonly (readonly [marker: string, prove: () => Promise<Section>])[] = [
    ["nothing-lost", () => proveNothingLost({ short, seed, folder, onLost: print })],
    ["hostile-input", () => proveHostileInput({ short, seed, rounds: rounds === undefined ? undefined : Number(rounds), onWrong: print })],
    ["office-faults", () => proveOfficeFaults({ short, seed, onWrong: print })],
  ];
  print(`seed ${seed}${short ? ", short" : ""}`);
  for (const [marker, prove] of parts) {
    if (only !== undefined && only !== marker) continue;
    const before = process.cpuUsage();
    const section = await prove();
    const { user, system } = process.cpuUsage(before);
    print(`\n${section.title}\n\n${section.tables}\n\n${renderAims(section.aims)}\n\n${((user + system) / 1e6).toFixed(0)} s of processor time`);
    // The document holds the whole run only.
    if (!short) writeSection(join(__dirname, "../../docs/safety.md"), marker, `${section.tables}\n\n${renderAims(section.aims)}\n\nSeed ${seed}.`);
    if (section.aims.some(({ met }) => !met)) process.exitCode = 1;
  }
}

void main();
