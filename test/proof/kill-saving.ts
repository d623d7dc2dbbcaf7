import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { withProgram } from "./bundle-program";
import { makeRandom, type Random } from "./random";

/** 中断した保存 — how often a process that saves was killed, and what its target then was. */
export interface Killed {
  readonly kills: number;
  readonly old: number;
  readonly whole: number;
  readonly half: number;
  /** Killed while something was being written: a file with another name was left beside the target. */
  readonly leftBeside: number;
}

interface Stage {
  readonly program: string;
  readonly folder: string;
  readonly target: string;
  readonly random: Random;
}

/** 保存中に中断する — kills, at random moments, a process that does nothing but save, and the command line while it fills, marks and adds sheets. */
export async function killSaving(
  workbook: Uint8Array,
  kills: { readonly saving: number; readonly commands: number },
  seed: number,
): Promise<{ readonly saving: Killed; readonly commands: Killed }> {
  return withProgram("program-saving.ts", async (program, folder) => {
    mkdirSync(join(folder, "files"));
    const stage: Stage = { program, folder: join(folder, "files"), target: join(folder, "files", "out.xlsx"), random: makeRandom(seed, "kills") };
    return { saving: await killSaves(stage, kills.saving), commands: await killCommands(stage, workbook, kills.commands) };
  });
}

/** Two large files in turn: most moments of such a process lie within a save. */
async function killSaves({ program, folder, target, random }: Stage, kills: number): Promise<Killed> {
  const contents = [1, 2].map((fill) => Buffer.alloc(6_000_000, fill));
  const sources = contents.map((content, i) => put(join(folder, "..", `content${i}`), content));
  const seen: Seen[] = [];
  for (let i = 0; i < kills; i++) {
    put(target, contents[0]!);
    const child = spawn(process.execPath, [program, "save", target, ...sources], { stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    await wait(random(250));
    child.kill("SIGKILL");
    await ended;
    seen.push(look(folder, target, contents[0]!, contents[1]!));
  }
  return count(seen);
}

async function killCommands({ program, folder, target, random }: Stage, workbook: Uint8Array, kills: number): Promise<Killed> {
  const source = put(join(folder, "..", "in.xlsx"), workbook);
  const run = () => spawn(process.execPath, [program, "command", "all", source, "-o", target], { stdio: "ignore" });
  clear(folder);
  const began = Date.now();
  await new Promise((resolve) => run().once("exit", resolve));
  const length = Date.now() - began;
  const made = readFileSync(target);
  const old = Buffer.from("what stood here before");
  const seen: Seen[] = [];
  for (let i = 0; i < kills; i++) {
    clear(folder);
    put(target, old);
    const child = run();
    const ended = new Promise((resolve) => child.once("exit", resolve));
    // The last tenth of its life is where it writes: half of the kills fall there.
    await wait(i % 2 === 0 ? random(length) : length * 0.9 + random(length / 5));
    child.kill("SIGKILL");
    await ended;
    seen.push(look(folder, target, old, made));
  }
  return count(seen);
}

interface Seen {
  readonly state: "old" | "whole" | "half";
  readonly isLeft: boolean;
}

function look(folder: string, target: string, old: Buffer, made: Buffer): Seen {
  const content = existsSync(target) ? readFileSync(target) : undefined;
  const isLeft = readdirSync(folder).some((name) => name.endsWith(".tmp"));
  clear(folder);
  return { state: content === undefined || content.equals(old) ? "old" : content.equals(made) ? "whole" : "half", isLeft };
}

function clear(folder: string): void {
  if (existsSync(folder)) for (const name of readdirSync(folder)) rmSync(join(folder, name));
}

function put(file: string, content: Buffer | Uint8Array): string {
  writeFileSync(file, content);
  return file;
}

function count(seen: readonly Seen[]): Killed {
  const of = (state: Seen["state"]): number => seen.filter((one) => one.state === state).length;
  return { kills: seen.length, old: of("old"), whole: of("whole"), half: of("half"), leftBeside: seen.filter(({ isLeft }) => isLeft).length };
}
