import type { Workbook } from "../../../src/model/workbook";
import { describeWorkbookFile } from "../write-workbook-file";
import { Desk } from "./desk";
import { bookFurniture } from "./in-workbook";
import { sheetFurniture } from "./on-sheets";

const everything = [...sheetFurniture, ...bookFurniture];

/** 家具の入ったファイル — its bytes, and the names of what was put into it. */
export interface FurnishedFile {
  readonly bytes: Uint8Array;
  readonly furniture: readonly string[];
}

/**
 * 家具を入れる — a text workbook as a file with charts, pivots, macros and whatever else people's workbooks hold.
 *
 * shape  `choose` is asked for a number from 0 up to, but without, `below`; the same answers give the same file
 */
export function furnishWorkbook(workbook: Workbook, choose: (below: number) => number, pieces: number): FurnishedFile {
  const desk = new Desk(describeWorkbookFile(workbook));
  const furniture: string[] = [];
  for (let number = 0; number < pieces; number++) {
    const piece = everything[choose(everything.length)]!;
    if (piece.put(desk, choose(desk.sheetCount), number)) furniture.push(piece.name);
  }
  return { bytes: desk.finish(), furniture };
}

/** 家具の一覧 — the names of all there is to put into a workbook. */
export const furnitureNames: readonly string[] = everything.map(({ name }) => name);
