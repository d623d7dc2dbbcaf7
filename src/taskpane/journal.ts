import { type CellRange, type Place, placeKey, writeAddress } from "../model/cell";
import type { ApplyReport, Edit } from "../model/edit";
import { fingerprintCells } from "../model/new-sheet";

/** 書き込みの種類の一覧 — everything a batch can be. */
export const batchKinds = ["fill", "repair", "mark", "unmark", "sheet"] as const;

/** 書き込みの種類 — what a batch did. */
export type BatchKind = (typeof batchKinds)[number];

/** 変わったセル — one cell of a batch as people read it. */
export interface ChangedCell {
  readonly at: Place;
  readonly before: string;
  readonly after: string;
}

/** 履歴の一件 — one batch that was applied, and how to take it back. */
export interface JournalEntry {
  readonly id: number;
  /** ISO date and time. */
  readonly when: string;
  readonly kind: BatchKind;
  /** The first of the cells that changed. */
  readonly cells: readonly ChangedCell[];
  /** How many changed in all. */
  readonly count: number;
  /** Sheets it made. */
  readonly sheets: readonly string[];
  /** The edits that undo it; empty when it cannot be undone. */
  readonly undo: readonly Edit[];
  readonly undone: boolean;
  /** A part was undone; `undo` holds the rest. */
  readonly isPartlyUndone?: true;
  /** The batch broke off: the entry holds what was written of it. */
  readonly isBrokenOff?: true;
  /** Its way back was given up, so that what the workbook keeps of us stays small. */
  readonly isShortened?: true;
}

/** People look at the first cells of a batch; its way back holds them all. */
const shownCells = 100;

/** 何と読むか — how a cell's content reads in the journal. */
function renderContent(value: string | number | boolean | null, formula: string | null): string {
  if (formula !== null) return `=${formula}`;
  return value === null ? "" : String(value);
}

/**
 * 元に戻す変更 — the edits that take a batch back, for the cells that were written.
 *
 * shape  `was` is what the batch wrote, so that a host leaves a cell alone that somebody changed since
 */
export function reverseEdits(edits: readonly Edit[], application: ApplyReport): Edit[] {
  const refused = listRefusedCells(application);
  const reversed: Edit[] = [];
  for (const edit of edits) {
    if ((edit.kind === "mark" || edit.kind === "unmark") && !areMarksLeft(edit.sheet, application)) {
      const before = application.marks?.[edit.sheet];
      if (before) reversed.push({ kind: "mark", sheet: edit.sheet, ...before });
      else if (edit.kind === "mark") reversed.push({ kind: "unmark", sheet: edit.sheet });
    }
    if (edit.kind === "add-sheet" && !isRefusedSheet(edit.sheet.name, application))
      reversed.push({ kind: "remove-sheet", sheet: edit.sheet.name, was: fingerprintCells(edit.sheet.cells) });
    if (edit.kind !== "set-cell") continue;
    const cell = writeAddress(edit.row, edit.col);
    const key = placeKey({ sheet: edit.sheet, cell });
    if (refused.has(key)) {
      const format = application.formats?.[key];
      // A batch that broke off may have opened the cell for what it did not write then.
      if (format !== undefined && isBrokenOff(application)) reversed.push({ ...edit, value: edit.was.value, formula: edit.was.formula, format });
      continue;
    }
    reversed.push({
      kind: "set-cell",
      sheet: edit.sheet,
      row: edit.row,
      col: edit.col,
      was: { value: edit.value, formula: edit.formula },
      formula: edit.was.formula,
      value: edit.was.value,
      format: application.formats?.[key] ?? null,
    });
  }
  return reversed;
}

/** 履歴に書く — the entry for a batch that was applied. */
export function makeEntry(id: number, when: Date, kind: BatchKind, edits: readonly Edit[], application: ApplyReport): JournalEntry {
  const refused = listRefusedCells(application);
  const cells: ChangedCell[] = [];
  const sheets: string[] = [];
  let count = 0;
  const note = (sheet: string, row: number, col: number, before: string, after: string): void => {
    const cell = writeAddress(row, col);
    count++;
    if (cells.length < shownCells) cells.push({ at: { sheet, cell }, before, after });
  };
  const noteAll = (sheet: string, ranges: readonly CellRange[], before: string, after: string): void => {
    for (const { top, left, bottom, right } of ranges) for (let row = top; row <= bottom; row++) for (let col = left; col <= right; col++) note(sheet, row, col, before, after);
  };
  for (const edit of edits) {
    if (edit.kind === "set-cell" && !refused.has(placeKey({ sheet: edit.sheet, cell: writeAddress(edit.row, edit.col) })))
      note(edit.sheet, edit.row, edit.col, renderContent(edit.was.value, edit.was.formula), renderContent(edit.value, edit.formula));
    if (edit.kind === "mark" && !areMarksLeft(edit.sheet, application)) noteAll(edit.sheet, edit.ranges, "", "×");
    if (edit.kind === "unmark") noteAll(edit.sheet, application.marks?.[edit.sheet]?.ranges ?? [], "×", "");
    if (edit.kind === "add-sheet" && !isRefusedSheet(edit.sheet.name, application)) sheets.push(edit.sheet.name);
  }
  return {
    id,
    when: when.toISOString(),
    kind,
    cells,
    count,
    sheets,
    undo: reverseEdits(edits, application),
    undone: false,
    ...(isBrokenOff(application) ? { isBrokenOff: true as const } : {}),
  };
}

/**
 * 元に戻した後の一件 — what is left of an entry once its undo was tried.
 *
 * shape  cells that could not be given back keep their way back, so that the undo can be tried again
 */
export function markUndone(entry: JournalEntry, application: ApplyReport): JournalEntry {
  const refused = listRefusedCells(application);
  const isLeft = (edit: Edit): boolean => {
    if (edit.kind === "set-cell") return refused.has(placeKey({ sheet: edit.sheet, cell: writeAddress(edit.row, edit.col) }));
    if (edit.kind === "mark" || edit.kind === "unmark") return areMarksLeft(edit.sheet, application) || isCutShort(edit.sheet, application);
    return edit.kind !== "set-own-data" && isRefusedSheet(edit.kind === "add-sheet" ? edit.sheet.name : edit.sheet, application);
  };
  const undo = entry.undo.filter(isLeft);
  if (undo.length === 0) return { ...entry, undone: true };
  return { ...entry, undo, ...(undo.length < entry.undo.length ? { isPartlyUndone: true as const } : {}) };
}

/** 戻せない理由 — why an entry offers no undo now. */
export type UndoObstacle = "undone" | "shortened" | "later-marks" | "nothing";

/**
 * 戻せない理由をさがす — marks go back to what they were before, so the latest go first; of cells the host itself looks whether they changed.
 *
 * none  null when it can be undone
 */
export function findUndoObstacle(entry: JournalEntry, journal: readonly JournalEntry[]): UndoObstacle | null {
  if (entry.undone) return "undone";
  if (entry.isShortened) return "shortened";
  if (entry.undo.length === 0) return "nothing";
  const marked = listMarkedSheets(entry);
  const isCovered = journal.some((later) => later.id > entry.id && !later.undone && [...listMarkedSheets(later)].some((sheet) => marked.has(sheet)));
  return isCovered ? "later-marks" : null;
}

function listMarkedSheets({ undo }: JournalEntry): ReadonlySet<string> {
  return new Set(undo.flatMap((edit) => (edit.kind === "mark" || edit.kind === "unmark" ? [edit.sheet] : [])));
}

/** 途中で止まったか — did the batch break off before all of it was written? */
export function isBrokenOff(application: ApplyReport): boolean {
  return application.refused.some(({ reason }) => reason === "not-written");
}

function listRefusedCells({ refused }: Pick<ApplyReport, "refused">): ReadonlySet<string> {
  return new Set(refused.map(placeKey));
}

/** The marks of a sheet that was touched are told; where they are not and something there was refused, the marks were too. */
function areMarksLeft(sheet: string, application: ApplyReport): boolean {
  return application.marks?.[sheet] === undefined && isRefusedSheet(sheet, application);
}

function isCutShort(sheet: string, application: ApplyReport): boolean {
  return application.refused.some((one) => one.sheet === sheet && one.reason === "not-written");
}

/** Marks and sheets are refused as a whole, by whichever of their cells. */
function isRefusedSheet(sheet: string, application: ApplyReport): boolean {
  return application.refused.some((one) => one.sheet === sheet);
}
