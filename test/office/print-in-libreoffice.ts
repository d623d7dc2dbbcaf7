import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";

/**
 * LibreOfficeで印刷する — fills and marks the sample through the command line, prints it with LibreOffice and looks for what
 * must be seen on the paper. Needs soffice and pdftotext (Debian: libreoffice-calc, poppler-utils).
 */
async function printSample(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "kpi-office-"));
  try {
    const sample = join(__dirname, "../../assets/samples/sample.xlsx");
    const streams = { out: process.stdout, err: process.stderr, today: "2026-06-01" };
    if ((await main(["fill", sample, "-o", join(folder, "filled.xlsx")], streams)) !== 0) return false;
    if ((await main(["mark", join(folder, "filled.xlsx"), "-o", join(folder, "marked.xlsx")], streams)) !== 0) return false;
    if ((await main(["unmark", join(folder, "marked.xlsx"), "-o", join(folder, "unmarked.xlsx")], streams)) !== 0) return false;
    const [original, marked, unmarked] = [print(sample, folder), print(join(folder, "marked.xlsx"), folder), print(join(folder, "unmarked.xlsx"), folder)];
    const said = [
      ["the original has no marks", !original.includes("×")],
      ["a number is marked in its own format", marked.includes("× 33.3%")],
      ["a text is marked as it stands", /× ?11日と6時間/.test(marked)],
      ["a fill is shown in the format of its line", marked.includes("67%") && !original.includes("67%")],
      ["the marks come off, the fills stay", !unmarked.includes("×") && unmarked.includes("67%")],
      ["the chart is still there", marked.includes("時間外勤務時間数（全体")],
    ] as const;
    for (const [what, holds] of said) process.stdout.write(`${holds ? "yes" : "NO "}  ${what}\n`);
    return said.every(([, holds]) => holds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(file: string, folder: string): string {
  const name = file.replace(/^.*[\\/]|\.xlsx$/g, "");
  call("soffice", ["--headless", `-env:UserInstallation=file://${join(folder, "profile")}`, "--convert-to", "pdf", "--outdir", folder, file]);
  return call("pdftotext", ["-layout", join(folder, `${name}.pdf`), "-"]).replace(/[ 　]+/g, " ");
}

function call(command: string, args: readonly string[]): string {
  const { status, stdout, error } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (error) throw new Error(`${command} is not there: install LibreOffice Calc and poppler-utils (${error.message})`);
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
  return stdout;
}

void printSample().then((isFine) => (process.exitCode = isFine ? 0 : 1));
