import type { Cell } from "../../model/cell";
import { fingerprintCells, readSheetTag } from "../../model/new-sheet";
import type { Sheet } from "../../model/workbook";

const SEPARATOR = "\u001f";

/** 行の鍵 — names a row by plan, indicator and target; rows that say the same are told apart by their order. */
export function countRowKeys(): (heading: string, label: string, goal: string) => string {
  const seen = new Map<string, number>();
  return (heading, label, goal) => {
    const key = [heading, label, goal].join(SEPARATOR);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return `${key}${SEPARATOR}${count}`;
  };
}

/** 行の鍵を読む — what `countRowKeys` put together. */
export function readRowKey(key: string): { readonly heading: string; readonly label: string; readonly goal: string } {
  const [heading = "", label = "", goal = ""] = key.split(SEPARATOR);
  return { heading, label, goal };
}

/**
 * 引き継ぐ記入 — what people wrote beside each target of a follow-up sheet.
 *
 * shape  by row key; as many texts as there are columns to write in, null where nothing is written
 */
export interface Carried {
  readonly entries: ReadonlyMap<string, readonly (string | null)[]>;
}

/** 前の表 — a follow-up sheet of ours as it stands now. */
export interface FormerSheet extends Carried {
  readonly sheet: Sheet;
  /** Whether everything that is ours still says what we wrote: only then may it be written over. */
  readonly isAsMade: boolean;
  /** Cells for people to write in, as "row:col". */
  readonly entryCells: ReadonlySet<string>;
}

/** 表の種類を読む — what a sheet of ours says it is, "follow-up R6"; undefined for a sheet that is not ours. */
export function readOwnKind(sheet: Sheet): string | undefined {
  return readTag(sheet)?.kind;
}

function readTag(sheet: Sheet): { readonly kind: string; readonly print: string } | undefined {
  const words = readSheetTag(sheet.cells)?.split(" ");
  return words && { kind: words.slice(0, -1).join(" "), print: words.at(-1) ?? "" };
}

/**
 * 前の表を読む — a sheet of ours with what people wrote into it.
 *
 * none  undefined for a sheet that is not ours
 */
export function readFormerSheet(sheet: Sheet, entryHeads: readonly string[]): FormerSheet | undefined {
  const tag = readTag(sheet);
  if (tag === undefined) return undefined;
  const rows = new Map<number, Map<number, Cell>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row);
    if (row) row.set(cell.col, cell);
    else rows.set(cell.row, new Map([[cell.col, cell]]));
  }
  const last = sheet.cells.at(-1)?.row ?? 0;
  const entries = new Map<string, readonly (string | null)[]>();
  const entryCells = new Set<string>();
  const keyOf = countRowKeys();
  let heading = "";
  let first: number | undefined;
  for (let row = 1; row <= last; row++) {
    const cells = rows.get(row);
    const label = textOf(cells?.get(0));
    if (label === null) {
      first = undefined;
      continue;
    }
    if (label.startsWith("■")) heading = label;
    const head = [...(cells ?? [])].find(([, cell]) => cell.value === entryHeads[0]);
    if (head) {
      first = head[0];
      continue;
    }
    if (first === undefined) continue;
    const start = first;
    const written = entryHeads.map((_, i) => textOf(cells?.get(start + i)));
    entryHeads.forEach((_, i) => entryCells.add(`${row}:${start + i}`));
    entries.set(keyOf(heading, label, textOf(cells?.get(1)) ?? ""), written);
  }
  const own = sheet.cells.filter(({ row, col }) => !(row === 0 && col === 0) && !entryCells.has(`${row}:${col}`));
  return { sheet, isAsMade: fingerprintCells(own) === tag.print, entries, entryCells };
}

function textOf(cell: Cell | undefined): string | null {
  if (cell === undefined || cell.value === null || cell.value === "") return null;
  return typeof cell.value === "string" ? cell.value : cell.text;
}
