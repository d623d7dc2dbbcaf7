import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Workbook } from "../../src/model/workbook";
import { readTextWorkbook } from "./text-workbook";
import { readTruth, type Truth } from "./truth";

/** 知っているブック — a workbook whose truth is written beside it. */
export interface KnownWorkbook {
  readonly name: string;
  readonly workbook: Workbook;
  readonly truth: Truth;
}

/** Years that end after this day are not due, unless the truth says another day. */
export const USUAL_DAY = "2026-06-01";

/** 知っているブックを開く — every text workbook of a folder, by name. */
export function openKnownWorkbooks(folder: string): KnownWorkbook[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => openKnownWorkbook(readFileSync(join(folder, file), "utf8"), file.replace(/\.txt$/, "")));
}

/** 文字のブックと真 — one text workbook with its truth. */
export function openKnownWorkbook(text: string, name: string): KnownWorkbook {
  const { workbook, truth } = readTextWorkbook(text, name);
  return { name, workbook, truth: readTruth(truth, workbook) };
}
