import { writeAddress } from "../../model/cell";
import type { Edit } from "../../model/edit";
import type { Sentence } from "../../model/finding";
import type { NewSheet } from "../../model/new-sheet";
import type { Sheet, Workbook } from "../../model/workbook";
import { renderShortYear } from "../render-words";
import type { Inspection } from "../inspection";
import type { NameOf } from "../render-about";
import { listFollowUp, listFollowUpYears } from "./follow-up-rows";
import { ENTRY_HEADS, makeFollowUpSheet } from "./follow-up-sheet";
import { type Carried, type FormerSheet, readFormerSheet } from "./read-follow-up";
import { makeTrendSheet } from "./trend-sheet";

/** フォローアップの提案 — the edits that make the sheets, and what is to be told about them. */
export interface FollowUpProposal {
  readonly edits: readonly Edit[];
  /** Names of the sheets, new or brought up to date. */
  readonly sheets: readonly { readonly name: string; readonly how: "new" | "updated" | "unchanged" | "beside" }[];
  /** What a figure or judgement says now and said before. */
  readonly changes: readonly Sentence[];
}

/** フォローアップの求め — for which year. */
export interface FollowUpRequest {
  /** null: the latest year with a figure. */
  readonly year: number | null;
}

/**
 * フォローアップ表の変更 — the sheet of one plan year and the sheet of the whole plan, as edits.
 *
 * shape  a sheet that is there already is brought up to date in place, and what people wrote stays; where its rows are others now,
 *        or somebody changed what is ours, a new one is made beside it with what was written
 * none   undefined when no target is judged in that year
 */
export function followUpEdits(inspection: Inspection, workbook: Pick<Workbook, "name" | "sheets">, nameOf: NameOf, request: FollowUpRequest): FollowUpProposal | undefined {
  const plans = listFollowUp(inspection, nameOf);
  const year = request.year ?? listFollowUpYears(inspection).year;
  if (year === null || !plans.some(({ years }) => years.length === 0 || years.includes(year))) return undefined;
  const short = renderShortYear(year).ja;
  const order = { plans, year, workbook: workbook.name, asOf: inspection.asOf };
  const yearly = proposeSheet(workbook, `フォローアップ ${short}`, `follow-up ${short}`, (sheet) => makeFollowUpSheet({ ...order, ...sheet }));
  const whole = proposeSheet(workbook, "計画期間の推移", "trend", (sheet) => makeTrendSheet({ ...order, ...sheet }));
  return { edits: [...yearly.edits, ...whole.edits], sheets: [yearly.sheet, whole.sheet], changes: yearly.changes };
}

interface SheetProposal {
  readonly edits: readonly Edit[];
  readonly sheet: FollowUpProposal["sheets"][number];
  readonly changes: readonly Sentence[];
}

/** What tells one making of a sheet from another. */
interface Making {
  readonly name: string;
  readonly kind: string;
  readonly carried: Carried;
  /** Name of the sheet whose entries were carried over, and which stays beside this one. */
  readonly beside: string | null;
}

function proposeSheet(workbook: Pick<Workbook, "sheets">, wanted: string, kind: string, make: (making: Making) => NewSheet): SheetProposal {
  // The one made last speaks for those before it.
  const former = workbook.sheets
    .map((sheet) => readFormerSheet(sheet, ENTRY_HEADS))
    .filter((one) => one?.kind === kind)
    .at(-1);
  const free = findFreeName(workbook.sheets, wanted);
  if (!former)
    return { edits: [{ kind: "add-sheet", sheet: make({ name: free, kind, carried: { entries: new Map() }, beside: null }) }], sheet: { name: free, how: "new" }, changes: [] };
  if (former.isAsMade && !former.sheet.isProtected) {
    const anew = make({ name: former.sheet.name, kind, carried: former, beside: null });
    if (hasSameRows(former, anew)) {
      const { edits, changes } = updateInPlace(former, anew);
      return { edits, sheet: { name: former.sheet.name, how: edits.length > 0 ? "updated" : "unchanged" }, changes };
    }
  }
  return { edits: [{ kind: "add-sheet", sheet: make({ name: free, kind, carried: former, beside: former.sheet.name }) }], sheet: { name: free, how: "beside" }, changes: [] };
}

/** The first column names every row; where it is the same from top to bottom, each cell still means what it meant. */
function hasSameRows(former: FormerSheet, anew: NewSheet): boolean {
  const before = new Map(former.sheet.cells.filter(({ row, col }) => col === 0 && row > 1).map(({ row, value }) => [row, value]));
  const after = new Map(anew.cells.filter(({ row, col, value }) => col === 0 && row > 1 && value !== null).map(({ row, value }) => [row, value]));
  const rows = new Set([...before.keys(), ...after.keys()]);
  const isBand = (value: unknown): boolean => typeof value === "string" && value.startsWith("判定対象");
  return [...rows].every((row) => before.get(row) === after.get(row) || (isBand(before.get(row)) && isBand(after.get(row))));
}

function updateInPlace({ sheet, entryCells }: FormerSheet, anew: NewSheet): { edits: Edit[]; changes: Sentence[] } {
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
    if (row < 2) continue;
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

function findFreeName(sheets: readonly Pick<Sheet, "name">[], wanted: string): string {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted} (${count})`;
  return name;
}
