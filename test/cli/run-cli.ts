import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main } from "../../src/cli/main";
import type { ExitCode } from "../../src/cli/streams";

/** 実行の結果 — what one command wrote and how it ended. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** 命令を実行する — the command line inside this process, as of a day that is the same each time. */
export async function run(
  args: readonly string[],
  { isTTY = false, today = "2026-06-01", workerProgram }: { readonly isTTY?: boolean; readonly today?: string; readonly workerProgram?: string } = {},
): Promise<Ran> {
  const written = { out: "", err: "" };
  const stream = (name: "out" | "err") => ({ write: (text: string) => (written[name] += text), isTTY });
  const code = await main(args, { out: stream("out"), err: stream("err"), today, ...(workerProgram === undefined ? {} : { workerProgram }) });
  return { code, ...written };
}

/** 試しのフォルダー — a folder of its own for one test file, gone afterwards. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), "kpi-"));

  at(name: string): string {
    return join(this.path, name);
  }

  put(name: string, content: string | Uint8Array): string {
    mkdirSync(dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
    return this.at(name);
  }

  read(name: string): Uint8Array {
    return new Uint8Array(readFileSync(this.at(name)));
  }

  list(): string[] {
    return readdirSync(this.path).sort();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** 一文か — one plain sentence for the user: no stack, no code, one line. */
export function isOneSentence(text: string): boolean {
  return /^[^\n]{8,200}\n$/.test(text) && !/\bat .*:\d+|Error|undefined|null|NaN|\[object/.test(text);
}

export const sample = join(__dirname, "../../assets/samples/sample.xlsx");
