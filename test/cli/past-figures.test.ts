import { readFileSync } from "node:fs";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import { readAddress } from "../../src/model/cell";
import { editFile, setCell } from "../support/edit-file";
import { Folder, run, sample } from "./run-cli";

const folder = new Folder();
afterAll(() => folder.remove());
const file = folder.put("実績.xlsx", new Uint8Array(readFileSync(sample)));
const changed = { sheet: "1(1)特別休暇", cell: "C23" } as const;
const bookOf = (name: string) => readWorkbook(openWorkbookFile(folder.read(name), name));

async function restated(name: string): Promise<string[]> {
  const { out } = await run(["check", folder.at(name), "--json"], { today: "2026-12-01" });
  const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly check: string; readonly sheet: string; readonly cell: string }[] };
  return findings.filter(({ check }) => check === "past-figure-restated").map(({ sheet, cell }) => `${sheet}!${cell}`);
}

test.each(["fill", "mark", "follow-up", "all"])("%s takes the past along: a figure that is changed afterwards is named, and no other", async (verb) => {
  await run([verb, file, "-o", folder.at("written.xlsx")]);
  expect(await restated("written.xlsx")).toEqual([]);
  const { row, col } = readAddress(changed.cell)!;
  const was = bookOf("written.xlsx")
    .sheets.find(({ name }) => name === changed.sheet)!
    .cells.find((cell) => cell.row === row && cell.col === col)!.value;
  const edited = editFile(folder.read("written.xlsx"), [setCell(changed.cell, typeof was === "string" ? "8人" : 8, { sheet: changed.sheet, was })]);
  expect(edited.report.refused).toEqual([]);
  folder.put("changed.xlsx", edited.after.zip.bytes);
  expect(await restated("changed.xlsx")).toEqual([`${changed.sheet}!${changed.cell}`]);
});

test.each(["unmark", "publish"])("%s puts none in: what is handed on holds nothing of ours that is not seen", async (verb) => {
  expect((await run([verb, file, "-o", folder.at("handed-on.xlsx")])).code).toBe(0);
  expect(bookOf("handed-on.xlsx").ownData).toBeNull();
});
