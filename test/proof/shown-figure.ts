import { type Cell, readPlaceKey, readAddress } from "../../src/model/cell";
import type { Workbook } from "../../src/model/workbook";
import { renderShownText } from "../support/shown-text";

/** 見えている数 — the only number a cell shows: 87.5 of 87.5%, 12 of １２人. */
export interface ShownFigure {
  readonly number: number;
  readonly decimals: number;
  readonly unit: string;
}

const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/**
 * 見えている数を読む — plainly, without knowing what the figure is.
 *
 * none  undefined where a cell shows several numbers, a sentence or none
 */
export function readShown(cell: Cell): ShownFigure | undefined {
  const text = cell.text.normalize("NFKC").trim();
  const found = /^([\d,.]+)\s*(%|人|名|日|時間|件|年|歳|h)?$/.exec(text);
  const number = found && NUMBER.exec(found[1]!);
  if (!found || !number) return undefined;
  return { number: Number(found[1]!.replaceAll(",", "")), decimals: number[2]?.length ?? 0, unit: found[2] ?? "" };
}

/** 別の数を書く — the cell with another number in it, written the way it was; a formula goes unless it is kept. */
export function writeShown(cell: Cell, number: number, formula?: string): Cell {
  const { formula: _was, ...typed } = cell;
  const base = formula === undefined ? typed : { ...typed, formula };
  if (typeof cell.value === "number") {
    const value = Number((cell.format.includes("%") ? number / 100 : number).toPrecision(12));
    return { ...base, value, text: renderShownText(value, cell.format) };
  }
  const { decimals } = readShown(cell)!;
  const isWide = /[０-９]/.test(cell.text);
  const digits = number.toFixed(decimals);
  const written = cell.text.includes(",") ? digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",") : digits;
  const piece = isWide ? written.replace(/[0-9.,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : written;
  return writeText(base, cell.text.replace(/[\d,.０-９，．]+/, piece));
}

/** 文字を書く — the cell with a text in it. */
export function writeText(cell: Cell, text: string): Cell {
  const { formula: _was, ...typed } = cell;
  return { ...typed, value: text, text, format: "General" };
}

/** セルを取りかえる — the workbook with some cells changed, emptied (null) or added, by their keys. */
export function replaceCells(workbook: Workbook, changes: ReadonlyMap<string, Cell | null>): Workbook {
  const bySheet = new Map<string, Map<string, Cell | null>>();
  for (const [key, cell] of changes) {
    const { sheet, cell: address } = readPlaceKey(key);
    const at = readAddress(address)!;
    if (!bySheet.has(sheet)) bySheet.set(sheet, new Map());
    bySheet.get(sheet)!.set(`${at.row},${at.col}`, cell && { ...cell, ...at });
  }
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const changed = bySheet.get(sheet.name);
      if (!changed) return sheet;
      const kept = sheet.cells.filter((c) => !changed.has(`${c.row},${c.col}`));
      return { ...sheet, cells: [...kept, ...[...changed.values()].filter((c) => c !== null)].sort((a, b) => a.row - b.row || a.col - b.col) };
    }),
  };
}
