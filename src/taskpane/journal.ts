import { readAddress, writeAddress, type Place } from "../model/cell";
import type { ApplyReport, Edit } from "../model/edit";
import { fingerprintCells } from "../model/new-sheet";
import { readOwnProfile } from "../inspection/read-profile";
import type { Profile } from "../model/profile";

const kinds = ["fill", "repair", "mark", "unmark", "sheet"] as const;

/** 書き込みの種類 — what a batch did. */
export type BatchKind = (typeof kinds)[number];

/** 変わった枡 — one cell of a batch as people read it. */
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
  readonly cells: readonly ChangedCell[];
  /** The edits that undo it; empty when it cannot be undone. */
  readonly undo: readonly Edit[];
  readonly undone: boolean;
}

/** ブックに残すもの — profile and journal as they stand inside the workbook. */
export interface OwnData {
  readonly profile: Profile | null;
  readonly journal: readonly JournalEntry[];
}

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
  const refused = new Set(application.refused.map((one) => `${one.sheet}!${one.cell}`));
  const reversed: Edit[] = [];
  for (const edit of edits) {
    if (edit.kind === "mark" || edit.kind === "unmark") {
      const before = application.marks?.[edit.sheet];
      if (before) reversed.push({ kind: "mark", sheet: edit.sheet, ...before });
      else if (edit.kind === "mark") reversed.push({ kind: "unmark", sheet: edit.sheet });
    }
    if (edit.kind === "add-sheet" && !refused.has(`${edit.sheet.name}!A1`))
      reversed.push({ kind: "remove-sheet", sheet: edit.sheet.name, was: fingerprintCells(edit.sheet.cells) });
    if (edit.kind !== "set-cell") continue;
    const cell = writeAddress(edit.row, edit.col);
    const key = `${edit.sheet}!${cell}`;
    if (refused.has(key)) continue;
    reversed.push({
      kind: "set-cell",
      sheet: edit.sheet,
      row: edit.row,
      col: edit.col,
      was: { value: edit.value, formula: edit.formula },
      formula: edit.was.formula,
      value: typeof edit.was.value === "boolean" ? String(edit.was.value) : edit.was.value,
      format: edit.format === null ? null : (application.formats?.[key] ?? null),
    });
  }
  return reversed;
}

/** 履歴に書く — the entry for a batch that was applied. */
export function makeEntry(id: number, when: Date, kind: BatchKind, edits: readonly Edit[], application: ApplyReport): JournalEntry {
  const refused = new Set(application.refused.map((one) => `${one.sheet}!${one.cell}`));
  const cells: ChangedCell[] = [];
  for (const edit of edits) {
    if (edit.kind === "set-cell") {
      const at = { sheet: edit.sheet, cell: writeAddress(edit.row, edit.col) };
      if (refused.has(`${at.sheet}!${at.cell}`)) continue;
      cells.push({ at, before: renderContent(edit.was.value, edit.was.formula), after: renderContent(edit.value, edit.formula) });
    }
    if (edit.kind === "mark")
      for (const range of edit.ranges)
        for (let row = range.top; row <= range.bottom; row++)
          for (let col = range.left; col <= range.right; col++) cells.push({ at: { sheet: edit.sheet, cell: writeAddress(row, col) }, before: "", after: "×" });
  }
  return { id, when: when.toISOString(), kind, cells, undo: reverseEdits(edits, application), undone: false };
}

/**
 * 元に戻した後の一件 — what is left of an entry once its undo was tried.
 *
 * shape  cells that could not be given back keep their way back, so that the undo can be tried again
 */
export function markUndone(entry: JournalEntry, application: ApplyReport): JournalEntry {
  const refused = new Set(application.refused.map((one) => `${one.sheet}!${one.cell}`));
  const isLeft = (edit: Edit): boolean => {
    if (edit.kind === "set-cell") return refused.has(`${edit.sheet}!${writeAddress(edit.row, edit.col)}`);
    if (edit.kind === "set-own-data") return false;
    const sheet = edit.kind === "add-sheet" ? edit.sheet.name : edit.sheet;
    return application.refused.some((one) => one.sheet === sheet);
  };
  const undo = entry.undo.filter(isLeft);
  return undo.length === 0 ? { ...entry, undone: true } : { ...entry, undo };
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is JournalEntry {
  return (
    isRecord(value) &&
    typeof value["id"] === "number" &&
    typeof value["when"] === "string" &&
    !Number.isNaN(Date.parse(value["when"])) &&
    kinds.some((kind) => kind === value["kind"]) &&
    Array.isArray(value["cells"]) &&
    value["cells"].every((cell) => isRecord(cell) && isRecord(cell["at"]) && typeof cell["at"]["cell"] === "string" && readAddress(cell["at"]["cell"]) !== undefined) &&
    Array.isArray(value["undo"])
  );
}

/**
 * ブックに残したものを読む — profile and journal from the workbook's own data.
 *
 * none  defaults for whatever is missing or not ours
 */
export function readOwnData(text: string | null): OwnData {
  if (text === null) return { profile: null, journal: [] };
  try {
    const read: unknown = JSON.parse(text);
    if (!isRecord(read)) return { profile: null, journal: [] };
    const { journal } = read;
    return {
      profile: readOwnProfile(text),
      journal: Array.isArray(journal) ? journal.filter(isEntry) : [],
    };
  } catch {
    // Somebody else's data, or a damaged part: the workbook works the same without it.
    return { profile: null, journal: [] };
  }
}

/** ブックに残す文 — what `readOwnData` reads back; keeps what others put beside it. */
export function writeOwnData(before: string | null, data: OwnData): string {
  let kept: { readonly [key: string]: unknown } = {};
  try {
    const read: unknown = before === null ? {} : JSON.parse(before);
    if (isRecord(read)) kept = read;
  } catch {
    // Nothing readable to keep.
  }
  return JSON.stringify({ ...kept, schema: 1, profile: data.profile, journal: data.journal });
}
