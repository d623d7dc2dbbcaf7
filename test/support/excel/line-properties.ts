import type { CellRange } from "../../../src/model/cell";
import { notSimulated } from "./excel-fault";
import { cellAt, quoteSheet, writeRect } from "./rect";
import type { SimSheet } from "./sheet-state";

/** 既定の高さ — points of a row nobody changed. */
export const STANDARD_HEIGHT = 18.75;
/** 既定の幅 — points of a column nobody changed. */
export const STANDARD_WIDTH = 54;

type Line = { [name: string]: unknown };

/** 行の性質 — what `getRowProperties` answers: one entry per row, with exactly what was asked for. */
export function describeRows(sheet: SimSheet, range: CellRange, options: unknown): Line[] {
  return describe(range.top, range.bottom, options, {
    rowHidden: (row) => sheet.hiddenRows.has(row),
    rowIndex: (row) => row,
    address: (row) => `${quoteSheet(sheet.name)}!${writeRect({ ...range, top: row, bottom: row })}`,
    "format.rowHeight": (row) => sheet.rowHeights.get(row) ?? STANDARD_HEIGHT,
  });
}

/** 列の性質 — what `getColumnProperties` answers: one entry per column, with exactly what was asked for. */
export function describeColumns(sheet: SimSheet, range: CellRange, options: unknown): Line[] {
  return describe(range.left, range.right, options, {
    columnHidden: (col) => sheet.hiddenCols.has(col),
    columnIndex: (col) => col,
    address: (col) => `${quoteSheet(sheet.name)}!${writeRect({ ...cellAt(range.top, col), bottom: range.bottom })}`,
    "format.columnWidth": (col) => sheet.columnWidths.get(col) ?? STANDARD_WIDTH,
  });
}

function describe(from: number, to: number, options: unknown, known: { readonly [name: string]: (i: number) => unknown }): Line[] {
  const asked = flatten(options, "");
  for (const name of asked) if (!known[name]) throw notSimulated(`row or column property ${name}`);
  return Array.from({ length: to - from + 1 }, (_, k) => {
    const line: Line = {};
    for (const name of asked) {
      const [outer, inner] = name.split(".");
      const value = known[name]!(from + k);
      if (inner === undefined) line[outer!] = value;
      else line[outer!] = { ...(line[outer!] as Line | undefined), [inner]: value };
    }
    return line;
  });
}

function flatten(options: unknown, prefix: string): string[] {
  if (typeof options !== "object" || options === null) return [];
  return Object.entries(options).flatMap(([name, wanted]: [string, unknown]) => (wanted === true ? [prefix + name] : flatten(wanted, `${prefix}${name}.`)));
}
