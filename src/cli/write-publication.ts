import { saveFile } from "../hosts/file/node/save-file";
import { findIndicator } from "../indicators";
import { publicationText } from "../inspection/publication/propose-publication";
import type { Profile } from "../model/profile";
import { type Command, UsageError } from "./arguments";
import { inspectFile } from "./inspect-file";
import type { ExitCode, Streams } from "./streams";
import { NOTHING_TO_PUBLISH } from "./write-workbook";

/**
 * 公表用の文字を書く — the list for publication as tab-separated text, to be pasted into a form or a page.
 *
 * @throws HostRefusal when the file cannot be read or written; UsageError when there is nothing to publish
 */
export async function writePublication(command: Command, profile: Profile | undefined, streams: Streams): Promise<ExitCode> {
  const file = command.files[0]!;
  const { inspection, workbook } = await inspectFile(file, command, profile, streams);
  const text = publicationText(inspection, workbook, findIndicator, { suppresses: command.suppresses });
  if (text === undefined) throw new UsageError(NOTHING_TO_PUBLISH);
  // Without a mark, Excel and older editors take the text for another encoding.
  await saveFile(new TextEncoder().encode(`\uFEFF${text}\r\n`), { from: file, to: command.out! });
  streams.err.write(`${command.lang === "ja" ? "公表用の文字を書きました" : "Wrote the text for publication"}: ${command.out}\n`);
  return 0;
}
