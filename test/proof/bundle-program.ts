import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

/** 一本のプログラム — a source of this folder as one file that Node starts at once, as the command line makes it of itself. */
export async function withProgram<T>(source: string, use: (program: string, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "proof-"));
  try {
    const program = join(folder, "program.cjs");
    buildSync({ entryPoints: [join(__dirname, source)], bundle: true, platform: "node", target: "node20", format: "cjs", logLevel: "silent", outfile: program });
    return await use(program, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
