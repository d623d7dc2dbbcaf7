import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeMunicipalities } from "./write-municipalities";

const kpi = fileURLToPath(new URL("../../src/cli/kpi.cjs", import.meta.url));
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
const print = (text: string): unknown => process.stdout.write(`${text}\n`);

/** 多数の計測 — a workbook for each of so many municipalities, checked and summed up by the command line: files per second, peak memory of all its processes, bytes; figures, no limits. */
export async function measureMany(count: number, keepRollUp?: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-many-"));
  try {
    const workbooks = join(folder, "workbooks");
    const bytes = writeMunicipalities(workbooks, count);
    print(`${count.toLocaleString("en-US")} workbooks, ${megabytes(bytes)} MB`);
    const results = join(folder, "results.ndjson");
    const checked = await measure(["check", workbooks, "--resume", results, "--lang", "en"]);
    print(
      `check     ${checked.seconds.toFixed(1)} s, ${(count / checked.seconds).toFixed(1)} files per second, peak ${checked.peak}, ${megabytes(statSync(results).size)} MB of results`,
    );
    print(`          ${checked.said}`);
    const again = await measure(["check", workbooks, "--resume", results, "--lang", "en"]);
    print(`resumed   ${again.seconds.toFixed(1)} s, nothing left to check, peak ${again.peak}`);
    const out = join(folder, "roll-up.xlsx");
    const summed = await measure(["roll-up", results, "-o", out, "--lang", "en"]);
    print(`roll-up   ${summed.seconds.toFixed(1)} s, peak ${summed.peak}, ${megabytes(statSync(out).size)} MB`);
    if (keepRollUp !== undefined) cpSync(out, keepRollUp);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(args: readonly string[]): Promise<{ readonly seconds: number; readonly peak: string; readonly said: string }> {
  const from = performance.now();
  const child = spawn(process.execPath, [kpi, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString("utf8")));
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, residentOf(child.pid!))), 100);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(timer);
  if (code === null || said === "") throw new Error(`kpi ${args.join(" ")} ended by itself: ${said}`);
  return { seconds: (performance.now() - from) / 1000, peak: peak === 0 ? "not measured" : `${(peak / 1024).toFixed(0)} MB`, said: said.split("\n")[0]! };
}

/** Kilobytes in memory of a process and all below it, as Linux tells; 0 elsewhere. */
function residentOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const own = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    const below = readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number));
    return below.reduce((sum, child) => sum + residentOf(child), own);
  } catch (error) {
    // A process that ends while it is looked at, or no /proc at all.
    if (typeof error === "object" && error !== null && "code" in error) return 0;
    throw error;
  }
}
