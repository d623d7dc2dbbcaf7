import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../src/cli/main";

/** 試した結果 — what the command line made of one file, and what it took. */
export interface Tried {
  readonly outcome: "read" | "refused" | "broke";
  /** The sentence it was refused with, or the error nobody meant. */
  readonly ja: string;
  readonly en: string;
  readonly findings: number;
  /** Processor time of reading and checking it once, and of everything that was done with it. */
  readonly checkSeconds: number;
  readonly seconds: number;
  readonly megabytes: number;
}

// Checks a workbook and, where it is read, writes everything that can be made of it into a folder: program FILE FOLDER [PROFILE]
const [file, folder, profile] = process.argv.slice(2) as [string, string, string?];
const settings = profile === undefined ? [] : ["--profile", profile];

async function run(args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const written = { out: "", err: "" };
  const stream = (name: "out" | "err") => ({ write: (text: string) => (written[name] += text), isTTY: false });
  const code = await main([...args, ...settings], { out: stream("out"), err: stream("err"), today: "2026-06-01" });
  return { code, ...written };
}

let checkSeconds = 0;

async function tryFile(): Promise<Omit<Tried, "checkSeconds" | "seconds" | "megabytes">> {
  const ja = await run(["check", file, "--json"]);
  const { user, system } = process.cpuUsage();
  checkSeconds = (user + system) / 1e6;
  if (ja.code === 2) return { outcome: "refused", ja: ja.err, en: (await run(["check", file, "--json", "--lang", "en"])).err, findings: 0 };
  for (const [verb, name] of [
    ["fill", "filled.xlsx"],
    ["all", "all.xlsx"],
    ["table", "table.csv"],
    ["publish", "publish.tsv"],
  ] as const) {
    const { code, err } = await run([verb, file, "-o", join(folder, name)]);
    // Where there is nothing to make a sheet of, that is said; anything else has to be there.
    if (code === 2 && !/^[^\n]+\n$/.test(err)) return { outcome: "broke", ja: err, en: err, findings: 0 };
    if (code === 2 && verb === "fill") return { outcome: "broke", ja: err, en: err, findings: 0 };
  }
  return { outcome: "read", ja: "", en: "", findings: (JSON.parse(ja.out) as { readonly findings: readonly unknown[] }).findings.length };
}

void tryFile()
  .catch((error: unknown) => ({ outcome: "broke" as const, ja: String(error), en: error instanceof Error ? (error.stack ?? "") : "", findings: 0 }))
  .then((tried) => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    // What a process took at most begins, on Linux, with what the one that started it had taken.
    const peak = existsSync("/proc/self/status") ? /VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] : undefined;
    const result: Tried = { ...tried, seconds: (userCPUTime + systemCPUTime) / 1e6, checkSeconds, megabytes: Number(peak ?? maxRSS) / 1024 };
    process.stdout.write(JSON.stringify({ ...result, made: readdirSync(folder) }));
  });
