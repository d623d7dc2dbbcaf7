import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { OfficeAddinManifest, validateManifest } from "office-addin-manifest";
import { readManifest } from "./manifest";
import { surroundingsOfSources } from "./manifest-surroundings";
import { findManifestFaults } from "./validate-manifest";

/** マニフェストを確かめる — manifest.xml by Microsoft's parser and our rules; by Microsoft's service only when asked. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { online: { type: "boolean", default: false } } });
  const file = join(__dirname, "../../manifest.xml");
  const { displayName } = await OfficeAddinManifest.readManifestFile(file);
  const faults = findManifestFaults(readManifest(readFileSync(file, "utf8")), surroundingsOfSources());
  for (const fault of faults) process.stderr.write(`manifest.xml: ${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
  else process.stdout.write(`manifest.xml (${displayName}) is in order. Microsoft's service was ${values.online ? "asked next" : "not asked; -- --online asks it"}.\n`);
  if (values.online) await askMicrosoft(file);
}

async function askMicrosoft(file: string): Promise<void> {
  const { isValid, report, status, statusText } = await validateManifest(file);
  for (const { title, content } of [...(report?.errors ?? []), ...(report?.warnings ?? [])]) process.stderr.write(`Microsoft's service: ${title}: ${content}\n`);
  if (isValid) process.stdout.write("Microsoft's service takes the manifest.\n");
  else {
    process.stderr.write(`Microsoft's service does not take the manifest (${status} ${statusText}).\n`);
    process.exitCode = 1;
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`manifest.xml could not be checked: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
