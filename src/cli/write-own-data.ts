import { basename } from "node:path";
import { FileHost } from "../hosts/file/file-host";
import { saveFile } from "../hosts/file/node/save-file";
import { acceptFinding, findingsAt } from "../inspection/accept-finding";
import { putProfile, readOwnProfile, writeProfile } from "../inspection/read-profile";
import { defaultProfile, type Profile } from "../model/profile";
import { type Command, UsageError } from "./arguments";
import { inspectFile, readBytes } from "./inspect-file";
import type { ExitCode, Streams } from "./streams";

/**
 * 理由を書く — a copy of the workbook that keeps why a finding is right as it stands, as 理由を付ける in the pane does.
 *
 * @throws HostRefusal when the file cannot be read or written; UsageError when no finding is meant, or several are
 */
export async function writeAccepted(command: Command, profile: Profile | undefined, streams: Streams): Promise<ExitCode> {
  const file = command.files[0]!;
  const { at, reason, check } = command.accepts!;
  const { bytes, workbook, inspection } = await inspectFile(file, command, profile, streams);
  const [finding, ...others] = findingsAt(inspection, at, check);
  const place = `${at.sheet}!${at.cell}`;
  if (!finding)
    throw new UsageError({
      ja: `${place} に${check === undefined ? "" : `「${check}」の`}指摘はありません。kpi check で、指摘の場所を確かめてください。`,
      en: `There is no finding${check === undefined ? "" : ` of ${check}`} at ${place}; see with kpi check where the findings are.`,
    });
  if (others.length > 0) {
    const ids = [finding, ...others].map((one) => one.check).join(", ");
    throw new UsageError({
      ja: `${place} には指摘がいくつもあります。--check でどれかを指定してください（${ids}）。`,
      en: `Several findings are at ${place}; name one with --check (${ids}).`,
    });
  }
  const kept = acceptFinding(readOwnProfile(workbook.ownData) ?? defaultProfile, inspection, finding, reason);
  await saveWith(bytes, command, putProfile(workbook.ownData, kept));
  streams.err.write(
    command.lang === "ja" ? `理由「${reason}」を付けました（${finding.message.ja}）: ${command.out}\n` : `Gave the reason “${reason}” (${finding.message.en}): ${command.out}\n`,
  );
  return 0;
}

/**
 * 設定を渡す — the settings a workbook keeps as a JSON file, or a copy of the workbook that keeps the given ones beside its own reasons.
 *
 * @throws HostRefusal when the file cannot be read or written; UsageError when it is not clear which way they go
 */
export async function writeSettings(command: Command, profile: Profile | undefined, streams: Streams): Promise<ExitCode> {
  const file = command.files[0]!;
  const out = command.out!;
  const isText = out.toLowerCase().endsWith(".json");
  if (isText !== (profile === undefined))
    throw new UsageError({
      ja: "設定を取り出すときは -o に .json を、ブックに入れるときは --profile に設定、-o にブックのファイル名を書いてください。",
      en: "To take settings out, give -o a .json file; to put them in, give --profile the settings and -o a workbook.",
    });
  const bytes = await readBytes(file);
  const { ownData } = await new FileHost(bytes, basename(file)).readWorkbook();
  const kept = readOwnProfile(ownData);
  if (profile) await saveWith(bytes, command, putProfile(ownData, { ...profile, accepted: [...(kept?.accepted ?? []), ...profile.accepted] }));
  else await saveFile(new TextEncoder().encode(`${writeProfile(kept ?? defaultProfile)}\n`), { from: file, to: out });
  const told = profile
    ? { ja: "設定をブックに入れました", en: "Put the settings into the workbook" }
    : kept
      ? { ja: "ブックの設定を書きました", en: "Wrote the settings of the workbook" }
      : { ja: "ブックに設定がないため、既定の設定を書きました", en: "The workbook keeps no settings; wrote the defaults" };
  streams.err.write(`${told[command.lang]}: ${out}\n`);
  return 0;
}

async function saveWith(bytes: Uint8Array, { files, out }: Command, text: string): Promise<void> {
  const host = new FileHost(bytes, basename(files[0]!));
  await host.apply([{ kind: "set-own-data", text }]);
  await saveFile(host.bytes(), { from: files[0]!, to: out! });
}
