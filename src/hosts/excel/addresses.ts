import { readAddress, writeRange, type CellRange } from "../../model/cell";
import { quoteSheetName } from "../new-sheet-rules";

/**
 * 複数の範囲を読む — "'1(2)育児休業等'!A1:B2,'1(2)育児休業等'!C3" → the ranges, of which all lie on the sheet named.
 *
 * shape  what is no range of cells (whole rows, whole columns) is left out
 */
export function readAreas(address: string, sheet: string): CellRange[] {
  const bare = address.replaceAll(`${quoteSheetName(sheet)}!`, "").replaceAll(`${sheet}!`, "");
  return bare.split(",").flatMap((piece) => readArea(piece.trim()) ?? []);
}

/**
 * 範囲を読む — "Sheet1!$A$1:B2" or "A1" → the range.
 *
 * none  undefined when it is no range of cells
 */
export function readArea(address: string): CellRange | undefined {
  const [first, last = first] = address.slice(address.lastIndexOf("!") + 1).split(":");
  const one = readAddress(first ?? "");
  const other = readAddress(last ?? "");
  if (!one || !other) return undefined;
  return { top: one.row, left: one.col, bottom: other.row, right: other.col };
}

/** Excel takes addresses of some 8,000 characters; it adds the name of the sheet to each range. */
const LONGEST = 6000;
const MOST = 250;

/** 番地の束 — the addresses of many ranges, in as few texts as Excel takes. */
export function bundleAddresses(ranges: readonly CellRange[], sheet: string): { readonly address: string; readonly ranges: readonly CellRange[] }[] {
  const bundles: { addresses: string[]; ranges: CellRange[]; length: number }[] = [];
  for (const range of ranges) {
    const address = writeRange(range);
    const length = address.length + sheet.length + 4;
    let last = bundles.at(-1);
    if (!last || last.length + length > LONGEST || last.ranges.length >= MOST) bundles.push((last = { addresses: [], ranges: [], length: 0 }));
    last.addresses.push(address);
    last.ranges.push(range);
    last.length += length;
  }
  return bundles.map(({ addresses, ranges: bundled }) => ({ address: addresses.join(","), ranges: bundled }));
}
