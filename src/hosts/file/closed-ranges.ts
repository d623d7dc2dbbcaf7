import type { CellRange } from "../../model/cell";
import { readRange } from "./merges";
import { readPart, relationshipsOf, scanPart, type OpenedFile } from "./package";
import type { Targets } from "./sheet-layout";

/** どの範囲か — the range that holds a cell. none: undefined when it is in none of them */
export type RangeOf = (row: number, col: number) => CellRange | undefined;

/** 範囲を引く — looks up which of many ranges holds a cell that was asked for; linear in ranges and cells together. */
export function indexRanges(ranges: readonly CellRange[], targets: Targets): RangeOf {
  const rows = [...targets.keys()];
  const byRow = new Map<number, CellRange[]>();
  const add = (row: number, range: CellRange): void => {
    const found = byRow.get(row);
    if (found) found.push(range);
    else byRow.set(row, [range]);
  };
  for (const range of ranges) {
    if (range.bottom - range.top < rows.length) {
      for (let row = range.top; row <= range.bottom; row++) if (targets.has(row)) add(row, range);
    } else for (const row of rows) if (row >= range.top && row <= range.bottom) add(row, range);
  }
  return (row, col) => byRow.get(row)?.find(({ left, right }) => left <= col && col <= right);
}

/**
 * 表とピボットの範囲 — cells that a table's definition or a pivot table holds too: a change in the sheet alone would break them.
 *
 * @throws HostRefusal when one of their parts is damaged
 */
export function findDefinedRanges(opened: OpenedFile, sheetPart: string): CellRange[] {
  const ranges: CellRange[] = [];
  for (const relation of relationshipsOf(opened, sheetPart)) {
    if (relation.isExternal || (relation.type !== "table" && relation.type !== "pivotTable")) continue;
    scanPart(readPart(opened, relation.target), (scanner) => {
      scanner.next();
      if (relation.type === "table") {
        const range = readRange(scanner.attribute("ref") ?? "");
        const headings = Number(scanner.attribute("headerRowCount") ?? 1);
        const totals = Number(scanner.attribute("totalsRowCount") ?? 0);
        if (range && headings > 0) ranges.push({ ...range, bottom: range.top + headings - 1 });
        if (range && totals > 0) ranges.push({ ...range, top: range.bottom - totals + 1 });
      } else
        while (scanner.nextChild(1)) {
          const range = scanner.is("location") ? readRange(scanner.attribute("ref") ?? "") : undefined;
          if (range) ranges.push(range);
        }
    });
  }
  return ranges;
}
