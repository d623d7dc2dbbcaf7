import { join } from "node:path";
import { buildSync } from "esbuild";

/** 作業員のプログラム — the program of a worker as one text, made of the sources as the command line itself is. */
export function bundleWorker(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, "check-worker.ts")],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "silent",
    write: false,
  });
  return outputFiles[0]!.text;
}
