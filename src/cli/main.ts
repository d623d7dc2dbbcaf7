import { HostRefusal } from "../hosts/host";
import { findIndicator } from "../indicators";
import { makeInspectionView } from "../inspection/make-view";
import { toPublicJson } from "../inspection/public-json";
import { ProfileError, readProfile } from "../inspection/read-profile";
import type { Sentence } from "../model/finding";
import type { Profile } from "../model/profile";
import { version } from "../../package.json";
import { readArguments, UsageError, type Command } from "./arguments";
import { isFolder } from "./find-workbooks";
import { inspectFile, readBytes } from "./inspect-file";
import { noPaint, terminalPaint } from "./paint";
import { renderReport } from "./report";
import type { ExitCode, Streams } from "./streams";
import { usage } from "./usage";

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
  if (command.verb === "check") {
    const [first, ...others] = command.files;
    if (others.length === 0 && !command.isNdjson && command.resumePath === undefined && !(await isFolder(first!))) return checkOne(first!, command, profile, streams);
    // One file is checked at once; only many need workers to be started.
    const { checkMany } = await import("./check-many");
    return checkMany(command, profile, streams);
  }
  if (command.verb === "roll-up") {
    const { writeRollUp } = await import("./write-roll-up");
    return writeRollUp(command, profile, streams);
  }
  if (command.verb === "accept" || command.verb === "settings") {
    const { writeAccepted, writeSettings } = await import("./write-own-data");
    return command.verb === "accept" ? writeAccepted(command, profile, streams) : writeSettings(command, profile, streams);
  }
  if (command.verb === "publish" && /\.(txt|tsv)$/i.test(command.out!)) {
    const { writePublication } = await import("./write-publication");
    return writePublication(command, profile, streams);
  }
  if (command.verb === "table" && command.out!.toLowerCase().endsWith(".csv")) {
    const { writeTable } = await import("./write-table");
    return writeTable(command, profile, streams);
  }
  // Checking needs none of the writing half; it is loaded when something is written.
  const { writeWorkbook } = await import("./write-workbook");
  return writeWorkbook(command, profile, streams);
}

/** The settings named with --profile; without them each workbook's own hold. */
async function loadProfile(command: Command): Promise<Profile | undefined> {
  if (command.profilePath === undefined) return undefined;
  return readProfile(new TextDecoder().decode(await readBytes(command.profilePath)));
}

async function checkOne(file: string, command: Command, profile: Profile | undefined, streams: Streams): Promise<ExitCode> {
  const { inspection } = await inspectFile(file, command, profile, streams);
  if (command.isJson) streams.out.write(`${JSON.stringify(toPublicJson(inspection, command.lang), null, streams.out.isTTY ? 2 : undefined)}\n`);
  else streams.out.write(renderReport(makeInspectionView(inspection, findIndicator), command.lang, streams.out.isTTY ? terminalPaint : noPaint));
  return inspection.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

function sentenceOf(error: unknown): Sentence | undefined {
  return error instanceof HostRefusal || error instanceof UsageError || error instanceof ProfileError ? error.sentence : undefined;
}
