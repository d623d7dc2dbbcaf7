import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openKnownWorkbooks } from "../support/known-workbooks";
import { writeWorkbookFile } from "../support/write-workbook-file";

// Usage: npm run truth:files -- FOLDER: the text workbooks as .xlsx files with their .truth.json beside them.
const folder = process.argv[2];
if (!folder) throw new Error("Which folder?");
mkdirSync(folder, { recursive: true });
for (const { name, workbook, truth } of openKnownWorkbooks(join(__dirname, "../workbooks"))) {
  writeFileSync(join(folder, `${name}.xlsx`), writeWorkbookFile(workbook));
  writeFileSync(join(folder, `${name}.truth.json`), JSON.stringify(truth, null, 1));
}
