import { join } from "node:path";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import { openKnownWorkbooks } from "../support/known-workbooks";
import { writeWorkbookFile } from "../support/write-workbook-file";

// Two independent readers of one workbook: what a file says of a text workbook is that text workbook.
test.each(openKnownWorkbooks(join(__dirname, "../workbooks")).map((k) => [k.name, k] as const))("%s is the same workbook when read from a file", async (name, { workbook }) => {
  const fromFile = readWorkbook(await openWorkbookFile(writeWorkbookFile(workbook), name));
  expect(fromFile.sheets.map((s) => ({ ...s, cells: s.cells.map((c) => ({ ...c })) }))).toEqual(workbook.sheets);
});
