import { isMissed } from "../model/plan";
import { readAddress, type CellRange } from "../model/cell";
import type { Edit } from "../model/edit";
import type { Fill } from "../model/fill";
import type { Repair } from "../model/repair";
import type { Workbook } from "../model/workbook";
import type { Inspection } from "./inspection";

/** 補完の変更 — the picked fills as edits of cells that are empty now. */
export function fillEdits(fills: readonly Fill[]): readonly Edit[] {
  return fills.flatMap((fill): readonly Edit[] => {
    const at = readAddress(fill.at.cell);
    if (!at) return [];
    return [
      {
        kind: "set-cell",
        sheet: fill.at.sheet,
        row: at.row,
        col: at.col,
        was: { value: null, formula: null },
        formula: fill.formula === null ? null : fill.formula.replace(/^=/, ""),
        value: fill.state === "value" ? (fill.entered ?? fill.value) : fill.state === "not-applicable" ? "該当者なし" : "未把握",
        format: fill.format,
      },
    ];
  });
}

/** 直しの変更 — the picked texts as numbers under a format that shows them as before. */
export function repairEdits(repairs: readonly Repair[]): readonly Edit[] {
  return repairs.flatMap(({ at, text, value, format }): readonly Edit[] => {
    const spot = readAddress(at.cell);
    return spot ? [{ kind: "set-cell", sheet: at.sheet, ...spot, was: { value: text, formula: null }, formula: null, value, format }] : [];
  });
}

/**
 * 印の変更 — one mark per sheet over the cells whose plan year was missed.
 *
 * shape  sheets without a missed cell are unmarked, so that marking again leaves nothing stale
 */
export function markEdits(inspection: Inspection, workbook: Pick<Workbook, "sheets">): readonly Edit[] {
  const missed = findMissedCells(inspection);
  return workbook.sheets.map((sheet): Edit => {
    const cells = missed.get(sheet.name);
    if (!cells) return { kind: "unmark", sheet: sheet.name };
    const texts = new Set(sheet.cells.flatMap((cell) => (typeof cell.value === "string" ? [`${cell.row}:${cell.col}`] : [])));
    const ranges = [...cells.values()];
    return { kind: "mark", sheet: sheet.name, ranges, numeric: ranges.filter(({ top, left }) => !texts.has(`${top}:${left}`)) };
  });
}

/** 未達のセルの数 — how many cells a mark would cover; targets of both plans that are missed at one cell count once. */
export function countMissedCells(inspection: Pick<Inspection, "judgements">): number {
  return [...findMissedCells(inspection).values()].reduce((count, cells) => count + cells.size, 0);
}

/** By sheet, then by address. */
function findMissedCells({ judgements }: Pick<Inspection, "judgements">): ReadonlyMap<string, ReadonlyMap<string, CellRange>> {
  const missed = new Map<string, Map<string, CellRange>>();
  for (const { status, actual } of judgements) {
    if (!isMissed(status) || !actual) continue;
    const at = readAddress(actual.at.cell);
    if (!at) continue;
    const cells = missed.get(actual.at.sheet) ?? new Map<string, CellRange>();
    cells.set(actual.at.cell, { top: at.row, left: at.col, bottom: at.row, right: at.col });
    missed.set(actual.at.sheet, cells);
  }
  return missed;
}

/** 印を消す変更 — takes our marks off every sheet. */
export function unmarkEdits(workbook: Pick<Workbook, "sheets">): readonly Edit[] {
  return workbook.sheets.map((sheet): Edit => ({ kind: "unmark", sheet: sheet.name }));
}
