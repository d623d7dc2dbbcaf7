import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildPages, type Channel, CHANNELS } from "./build-pages";
import { measureFirstPaint, reportFirstPaint } from "./first-paint";

const isChannel = (text: string): text is Channel => CHANNELS.some((channel) => channel === text);

/** 組み立てて量る — builds the pages and prints what their first paint needs; exit 1 when that is above its limit. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { channel: { type: "string", default: "cdn" }, out: { type: "string", default: "dist" } } });
  if (!isChannel(values.channel)) throw new Error(`--channel ${values.channel}: the channel is cdn or bundled.`);
  const out = resolve(join(__dirname, "../.."), values.out);
  await buildPages({ channel: values.channel, out });
  const { table, faults } = reportFirstPaint(new Map(["taskpane.html", "index.html"].map((page) => [page, measureFirstPaint(out, page)])));
  process.stdout.write(`${table}\n`);
  if (values.channel === "bundled") {
    const files = readdirSync(join(out, "office"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    process.stdout.write(`Microsoft's library in office/: ${files.length} files, ${bytes} bytes\n`);
  }
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
