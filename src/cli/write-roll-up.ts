import type { Profile } from "../model/profile";
import { type Command, UsageError } from "./arguments";
import type { ExitCode, Streams } from "./streams";

/** 集計を書く — a workbook over many files. */
export async function writeRollUp(_command: Command, _profile: Profile | undefined, _streams: Streams): Promise<ExitCode> {
  return Promise.reject(new UsageError({ ja: "集計はまだできません。", en: "Not possible yet." }));
}
