import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import { laidOutArbitrary } from "../support/generate-layouts";
import { type KnownWorkbook, openKnownWorkbooks } from "../support/known-workbooks";
import type { Truth } from "../support/truth";

/** 正しいブック — a workbook with its truth, and where it comes from. */
export interface CleanWorkbook extends KnownWorkbook {
  readonly source: "text workbooks" | "generated layouts" | "generated books" | "given files";
}

/** 文字のブック — those of the tests of which nothing is known to be read wrongly. */
export function openTextWorkbooks(): CleanWorkbook[] {
  return openKnownWorkbooks(join(__dirname, "../workbooks"))
    .filter(({ truth }) => truth.gaps?.length === 0)
    .map((known) => ({ ...known, source: "text workbooks" }));
}

/** 作った並べ方 — generated layouts in which nothing is wrong. */
export function layOutCleanWorkbooks(count: number, seed: number): CleanWorkbook[] {
  const clean = laidOutArbitrary.filter(({ layout }) => layout.rateCells !== "one-wrong");
  return fc.sample(clean, { numRuns: count, seed }).map(({ workbook, truth }, i) => ({ name: `layout ${i + 1}`, workbook, truth, source: "generated layouts" }));
}

/** 渡されたファイル — every .xlsx of a folder that has its .truth.json beside it. */
export async function openGivenFiles(folder: string): Promise<CleanWorkbook[]> {
  const given: CleanWorkbook[] = [];
  const files = readdirSync(folder).sort();
  for (const file of files) {
    const name = file.replace(/\.xlsx$/, "");
    if (name === file || !files.includes(`${name}.truth.json`)) continue;
    const workbook = readWorkbook(await openWorkbookFile(new Uint8Array(readFileSync(join(folder, file))), file));
    const truth = JSON.parse(readFileSync(join(folder, `${name}.truth.json`), "utf8")) as Truth;
    given.push({ name, workbook, truth, source: "given files" });
  }
  return given;
}
