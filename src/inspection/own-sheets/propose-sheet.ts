import { writeAddress } from "../../model/cell";
import type { Edit } from "../../model/edit";
import type { Sentence } from "../../model/finding";
import type { NewSheet } from "../../model/new-sheet";
import type { Sheet, Workbook } from "../../model/workbook";
import { type Carried, type FormerSheet, readFormerSheet, readOwnKind } from "./read-former-sheet";

/** シートの提案 — the edits that make one sheet of ours or bring it up to date, and what its cells say now and said before. */
export interface SheetProposal {
  readonly edits: readonly Edit[];
  readonly sheet: { readonly name: string; readonly how: "new" | "updated" | "unchanged" | "beside" };
  readonly changes: readonly Sentence[];
}

/** 作り方 — what tells one making of a sheet from another. */
export interface Making {
  readonly name: string;
  readonly kind: string;
  readonly carried: Carried;
  /** Name of the sheet whose entries were carried over, and which stays beside this one. */
  readonly beside: string | null;
}

/**
 * シートを提案する — a sheet of ours of this kind: new, or the one that is there brought up to date in place.
 *
 * shape  above `firstRow` stands what changes with every look; where the rows are others now, or somebody changed what is ours, a new one beside it with what people wrote under `entryHeads`
 */
export function proposeSheet(
  workbook: Pick<Workbook, "sheets">,
  wanted: string,
  kind: string,
  entryHeads: readonly string[],
  make: (making: Making) => NewSheet,
  { isLinkKept = true, firstRow = 2 }: { readonly isLinkKept?: boolean; readonly firstRow?: number } = {},
): SheetProposal {
  // The one made last speaks for those before it.
  const last = workbook.sheets.filter((sheet) => readOwnKind(sheet) === kind).at(-1);
  const former = last && readFormerSheet(last, entryHeads);
  const free = findFreeName(workbook.sheets, wanted);
  if (!former)
    return { edits: [{ kind: "add-sheet", sheet: make({ name: free, kind, carried: { entries: new Map() }, beside: null }) }], sheet: { name: free, how: "new" }, changes: [] };
  if (former.isAsMade && !former.sheet.isProtected) {
    const anew = make({ name: former.sheet.name, kind, carried: former, beside: null });
    if (hasSameRows(former, anew, firstRow) && (isLinkKept || hasSameLinks(former, anew))) {
      const { edits, changes } = updateInPlace(former, anew, firstRow);
      return { edits, sheet: { name: former.sheet.name, how: edits.length > 0 ? "updated" : "unchanged" }, changes };
    }
  }
  return { edits: [{ kind: "add-sheet", sheet: make({ name: free, kind, carried: former, beside: former.sheet.name }) }], sheet: { name: free, how: "beside" }, changes: [] };
}

/** The first column names every row; where it is the same from top to bottom, each cell still means what it meant. */
function hasSameRows(former: FormerSheet, anew: NewSheet, firstRow: number): boolean {
  const before = new Map(former.sheet.cells.filter(({ row, col }) => col === 0 && row >= firstRow).map(({ row, value }) => [row, value]));
  const after = new Map(anew.cells.filter(({ row, col, value }) => col === 0 && row >= firstRow && value !== null).map(({ row, value }) => [row, value]));
  const rows = new Set([...before.keys(), ...after.keys()]);
  const isBand = (value: unknown): boolean => typeof value === "string" && value.startsWith("判定対象");
  return [...rows].every((row) => before.get(row) === after.get(row) || (isBand(before.get(row)) && isBand(after.get(row))));
}

/** A link stays where it was made: a cell that says something else may come from another cell. */
function hasSameLinks({ sheet }: FormerSheet, anew: NewSheet): boolean {
  const before = new Map(sheet.cells.map(({ row, col, value }) => [`${row}:${col}`, value]));
  return anew.cells.every(({ row, col, value, link }) => link === undefined || (before.get(`${row}:${col}`) ?? null) === value);
}

function updateInPlace({ sheet, entryCells }: FormerSheet, anew: NewSheet, firstRow: number): { edits: Edit[]; changes: Sentence[] } {
  const before = new Map(sheet.cells.map((cell) => [`${cell.row}:${cell.col}`, cell]));
  const after = new Map(anew.cells.map((cell) => [`${cell.row}:${cell.col}`, cell]));
  const edits: Edit[] = [];
  const changes: Sentence[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (entryCells.has(key)) continue;
    const old = before.get(key);
    const now = after.get(key);
    const wasValue = old?.value ?? null;
    const wasFormula = old?.formula ?? null;
    const value = now?.value ?? null;
    const formula = now?.formula ?? null;
    if (formula !== null || wasFormula !== null ? formula === wasFormula : value === wasValue) continue;
    const [row = 0, col = 0] = key.split(":").map(Number);
    edits.push({ kind: "set-cell", sheet: sheet.name, row, col, was: { value: wasValue, formula: wasFormula }, formula, value, format: now?.look?.format ?? null });
    // The title and the line under it change with every look.
    if (row < firstRow) continue;
    const label = before.get(`${row}:0`)?.text ?? "";
    const shown = value === null ? "（空白）" : String(value);
    changes.push({
      ja: `${label}（${writeAddress(row, col)}）: ${old?.text || "（空白）"} → ${shown}`,
      en: `${label} (${writeAddress(row, col)}): ${old?.text || "(blank)"} → ${shown}`,
    });
  }
  // The date of the look alone is no news.
  return changes.length === 0 ? { edits: [], changes } : { edits, changes };
}

/** 空いている名 — this name, or with a number behind it where a sheet has it already. */
export function findFreeName(sheets: readonly Pick<Sheet, "name">[], wanted: string): string {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted} (${count})`;
  return name;
}
