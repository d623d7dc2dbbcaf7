import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { keepPicture } from "./keep-picture";

/** A page is known by what is printed on it, for other pages may come before. */
const pages: readonly { readonly name: string; readonly says: RegExp }[] = [
  { name: "paper-marked", says: /^\s*1 次世代育成支援対策推進法に係る目標の達成状況\s+\(1\)/ },
  { name: "paper-follow-up", says: /^\s*行動計画フォローアップ表.*(?:\n.*){0,3}?点検した内容です/ },
  { name: "paper-charts", says: /^\s*行動計画フォローアップ表(?:.*\n){1,3}.*実線は実績/ },
  { name: "paper-trends", says: /^\s*行動計画\s*計画期間の推移/ },
];

/** 紙の絵 — the sample filled, marked and with its follow-up sheets, as it prints in grey; without the tools it says what to install. */
export async function picturePaper(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kpi-paper-"));
  try {
    const file = join(folder, "sample.xlsx");
    const code = await main(["all", join(__dirname, "../../assets/samples/sample.xlsx"), "-o", file], { out: process.stdout, err: process.stderr, today: "2025-06-10" });
    if (code === 2) throw new Error("the sample could not be written");
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    if (!call("soffice", ["--headless", profile, "--convert-to", "pdf", "--outdir", folder, file])) return;
    const printed = call("pdftotext", ["-layout", join(folder, "sample.pdf"), "-"]);
    if (!printed) return;
    const texts = printed.toString("utf8").split("\f");
    for (const { name, says } of pages) {
      const number = String(texts.findIndex((text) => says.test(text)) + 1);
      if (number === "0") throw new Error(`no page is ${name}: ${says.source}`);
      const to = join(folder, name);
      call("pdftoppm", ["-f", number, "-l", number, "-r", "110", "-gray", "-png", "-singlefile", join(folder, "sample.pdf"), to]);
      keepPicture(name, readFileSync(`${to}.png`), 16);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the command printed; undefined where it is not installed. @throws Error when it fails */
function call(command: string, args: readonly string[]): Buffer | undefined {
  const { status, stdout, error } = spawnSync(command, args, { maxBuffer: 1 << 26 });
  if (error) {
    process.stdout.write(`${command} is not there: the pictures of the paper stay as they are. Install libreoffice-calc, poppler-utils and fonts-noto-cjk (Debian/Ubuntu).\n`);
    return undefined;
  }
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
  return stdout;
}
