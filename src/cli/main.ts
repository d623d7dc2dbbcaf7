import { HostRefusal } from "../hosts/host";
import { findIndicator } from "../indicators";
import { makeInspectionView } from "../inspection/make-view";
import { toPublicJson } from "../inspection/public-json";
import { ProfileError, readProfile } from "../inspection/read-profile";
import type { Sentence } from "../model/finding";
import type { Profile } from "../model/profile";
import { version } from "../../package.json";
import { readArguments, usage, UsageError, type Command } from "./arguments";
import { inspectFile, readBytes } from "./inspect-file";
import { noPaint, terminalPaint } from "./paint";
import { renderReport } from "./report";
import type { ExitCode, Streams } from "./streams";

/** 命令を実行する — the whole command line; never throws for anything about the user's files. */
export async function main(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const wantsEnglish = args.some((arg, i) => arg === "--lang=en" || (arg === "en" && args[i - 1] === "--lang"));
  try {
    const command = readArguments(args, streams.today);
    return await run(command, streams);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (!sentence) throw error;
    streams.err.write(`${sentence[wantsEnglish ? "en" : "ja"]}\n`);
    return 2;
  }
}

async function run(command: Command, streams: Streams): Promise<ExitCode> {
  if (command.verb === "help") {
    streams.out.write(`${usage[command.lang]}\n`);
    return 0;
  }
  if (command.verb === "version") {
    streams.out.write(`${version}\n`);
    return 0;
  }
  const profile = await loadProfile(command);
  if (command.verb === "check") return checkAll(command, profile, streams);
  // Checking needs none of the writing half; it is loaded when something is written.
  const { writeWorkbook } = await import("./write-workbook");
  return writeWorkbook(command, profile, streams);
}

/** The settings named with --profile; without them each workbook's own hold. */
async function loadProfile(command: Command): Promise<Profile | undefined> {
  if (command.profilePath === undefined) return undefined;
  return readProfile(new TextDecoder().decode(await readBytes(command.profilePath)));
}

async function checkAll(command: Command, profile: Profile | undefined, streams: Streams): Promise<ExitCode> {
  const results: object[] = [];
  let code: ExitCode = 0;
  for (const file of command.files) {
    try {
      const { inspection } = await inspectFile(file, command, profile, streams);
      if (command.isJson) results.push(toPublicJson(inspection, command.lang));
      else {
        const view = makeInspectionView(inspection, findIndicator);
        streams.out.write(`${results.length > 0 ? "\n" : ""}${renderReport(view, command.lang, streams.out.isTTY ? terminalPaint : noPaint)}`);
        results.push({});
      }
      if (code === 0 && inspection.findings.some(({ severity }) => severity === "error")) code = 1;
    } catch (error) {
      const sentence = sentenceOf(error);
      if (!sentence) throw error;
      // One file that cannot be read does not keep the others from being checked.
      streams.err.write(`${command.files.length > 1 ? `${file}: ` : ""}${sentence[command.lang]}\n`);
      code = 2;
    }
  }
  if (command.isJson && results.length > 0) streams.out.write(`${JSON.stringify(command.files.length === 1 ? results[0] : results, null, streams.out.isTTY ? 2 : undefined)}\n`);
  return code;
}

function sentenceOf(error: unknown): Sentence | undefined {
  return error instanceof HostRefusal || error instanceof UsageError || error instanceof ProfileError ? error.sentence : undefined;
}
