import { saveFile } from "../hosts/file/node/save-file";
import { findIndicator } from "../indicators";
import { writeTidyCsv } from "../inspection/publication/tidy-table";
import type { Profile } from "../model/profile";
import type { Command } from "./arguments";
import { inspectFile } from "./inspect-file";
import type { ExitCode, Streams } from "./streams";

/**
 * 読み取り一覧を書く — every figure that was read as a CSV file, one in a row.
 *
 * @throws HostRefusal when the file cannot be read or written
 */
export async function writeTable(command: Command, profile: Profile | undefined, streams: Streams): Promise<ExitCode> {
  const file = command.files[0]!;
  const { inspection } = await inspectFile(file, command, profile, streams);
  await saveFile(new TextEncoder().encode(writeTidyCsv(inspection, findIndicator)), { from: file, to: command.out! });
  const count = inspection.reading.observations.length;
  streams.err.write(`${command.lang === "ja" ? `読み取った数値 ${count} 件を書きました` : `Wrote ${count} figures`}: ${command.out}\n`);
  return 0;
}
