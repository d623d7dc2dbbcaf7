import { readFileSync } from "node:fs";
import { main } from "../../src/cli/main";
import { saveFile } from "../../src/hosts/file/node/save-file";

// Saves until somebody ends it: one file and another in turn onto the same name. Or, given the arguments of the command line, does what they say once.
const [way, ...args] = process.argv.slice(2);

async function saveInTurn(files: readonly string[], to: string): Promise<never> {
  const contents = files.map((file) => new Uint8Array(readFileSync(file)));
  process.stdout.write("ready\n");
  for (let turn = 0; ; turn++) await saveFile(contents[turn % contents.length]!, { from: null, to });
}

if (way === "save") void saveInTurn(args.slice(1), args[0]!);
else void main(args, { out: process.stdout, err: process.stderr, today: "2026-06-01" }).then((code) => (process.exitCode = code));
