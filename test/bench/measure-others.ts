import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { monitoringWorkbook } from "./monitoring-workbook";

/** 読み込みの計測 — one library on one file. */
export interface ReadMeasure {
  readonly reader: string;
  readonly file: string;
  /** Cells that hold something, as this reader counts them; null where it could not be run here. */
  readonly measured: { readonly cells: number; readonly milliseconds: number; readonly peakMegabytes: number } | null;
}

const here = fileURLToPath(new URL(".", import.meta.url));
const others = join(here, "others");
/** They have a lock file of their own: nothing of them is installed with the project. */
const installed = fileURLToPath(new URL("../../node_modules/.cache/other-readers/", import.meta.url));
const SAMPLE = fileURLToPath(new URL("../../assets/samples/sample.xlsx", import.meta.url));

/** ほかの読み手と比べる — what else reads such a file, on the same files in one run; each reading in a process of its own. */
export function measureOthers(sizes: readonly number[]): ReadMeasure[] {
  installOthers();
  const folder = mkdtempSync(join(tmpdir(), "others-"));
  try {
    const ours = join(folder, "measure-parse.cjs");
    buildSync({ entryPoints: [join(here, "measure-parse.ts")], bundle: true, platform: "node", target: "node20", format: "cjs", logLevel: "silent", outfile: ours });
    const readers: { readonly [name: string]: (file: string) => readonly string[] } = {
      "this project": (file) => [process.execPath, ours, file],
      "SheetJS 0.18.5": (file) => [process.execPath, join(others, "read-with.cjs"), installed, "xlsx", file],
      "ExcelJS 4.4.0": (file) => [process.execPath, join(others, "read-with.cjs"), installed, "exceljs", file],
      openpyxl: (file) => [findPython() ?? "", join(others, "read_with_openpyxl.py"), file],
    };
    const files = [
      { name: "sample", path: SAMPLE },
      ...sizes.map((cells) => {
        const path = join(folder, `${cells}.xlsx`);
        writeFileSync(path, monitoringWorkbook(cells));
        return { name: cells.toLocaleString("en-US"), path };
      }),
    ];
    return files.flatMap((file) => Object.entries(readers).map(([reader, command]) => ({ reader, file: file.name, measured: run(command(file.path)) })));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function installOthers(): void {
  if (existsSync(join(installed, "node_modules"))) return;
  mkdirSync(installed, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(others, file), join(installed, file));
  // Without them the table says that they could not be run here.
  spawnSync("npm", ["ci", "--ignore-scripts", "--silent"], { cwd: installed, timeout: 180_000 });
}

function run([program = "", ...rest]: readonly string[]): ReadMeasure["measured"] {
  if (program === "") return null;
  const { status, stdout } = spawnSync(program, rest, { encoding: "utf8", maxBuffer: 1 << 24 });
  return status === 0 ? (JSON.parse(stdout) as ReadMeasure["measured"]) : null;
}

/** The Python that has openpyxl, if one has. */
function findPython(): string | undefined {
  return ["python3", "/usr/bin/python3"].find((python) => spawnSync(python, ["-c", "import openpyxl"]).status === 0);
}
