import type { CellRange } from "../../model/cell";

/** 表とピボット — what a sheet has of them, and how their cells are asked for; `ask` only where there are any. */
export interface ClosedTargets {
  readonly tables: readonly string[];
  readonly pivots: readonly string[];
  readonly ask?: (sheet: Excel.Worksheet) => () => CellRange[];
}

/** 表とピボットを尋ねる — first which there are; a table keeps its headings and totals to itself, a pivot table all its cells. */
export function readClosed(sheet: Excel.Worksheet): () => ClosedTargets {
  const { tables, pivotTables } = sheet;
  tables.load("items/id,items/showHeaders,items/showTotals");
  pivotTables.load("items/name");
  return () => {
    const some = tables.items.map(({ id, showHeaders, showTotals }) => ({ id, showHeaders, showTotals }));
    const pivots = pivotTables.items.map(({ name }) => name);
    if (some.length === 0 && pivots.length === 0) return { tables: [], pivots };
    return { tables: some.map(({ id }) => id), pivots, ask: (found) => askRanges(found, some, pivots) };
  };
}

function askRanges(
  sheet: Excel.Worksheet,
  tables: readonly { readonly id: string; readonly showHeaders: boolean; readonly showTotals: boolean }[],
  pivots: readonly string[],
): () => CellRange[] {
  const ranges = [
    ...tables.flatMap(({ id, showHeaders, showTotals }) => {
      const table = sheet.tables.getItem(id);
      return [...(showHeaders ? [table.getHeaderRowRange()] : []), ...(showTotals ? [table.getTotalRowRange()] : [])];
    }),
    ...pivots.map((name) => sheet.pivotTables.getItem(name).layout.getRange()),
  ];
  for (const range of ranges) range.untrack().load("rowIndex,columnIndex,rowCount,columnCount");
  return () =>
    ranges.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({ top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 }));
}
