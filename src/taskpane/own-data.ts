import { isRecord, readOwnRecord } from "../inspection/own-record";
import { rememberedField, type RememberedRecord } from "../inspection/past-figures/remembered-record";
import { readOwnProfile } from "../inspection/read-profile";
import { readAddress } from "../model/cell";
import type { Edit } from "../model/edit";
import type { Profile } from "../model/profile";
import { batchKinds, type JournalEntry } from "./journal";

/** ブックに残すもの — profile and journal as they stand inside the workbook. */
export interface OwnData {
  readonly profile: Profile | null;
  readonly journal: readonly JournalEntry[];
}

/** ブックに残すことになるもの — with what was read of its past; null leaves what is there. */
export interface NewOwnData extends OwnData {
  readonly remembered?: RememberedRecord | null;
}

type CellEdit = Extract<Edit, { kind: "set-cell" }>;
type Content = string | number | boolean | null;
/** row, column, what it must hold (value, formula), what it gets (value, formula, format). */
type PackedCell = readonly [number, number, Content, string | null, Content, string | null, string | null];

/** Cells of one sheet in a row take a fraction of the room that edits take one by one. */
interface PackedCells {
  readonly kind: "set-cells";
  readonly sheet: string;
  readonly cells: readonly PackedCell[];
}

function pack(edits: readonly Edit[]): readonly (Edit | PackedCells)[] {
  const packed: (Edit | (PackedCells & { readonly cells: PackedCell[] }))[] = [];
  for (const edit of edits) {
    if (edit.kind !== "set-cell") {
      packed.push(edit);
      continue;
    }
    const cell: PackedCell = [edit.row, edit.col, edit.was.value, edit.was.formula, edit.value, edit.formula, edit.format];
    const last = packed.at(-1);
    if (last?.kind === "set-cells" && last.sheet === edit.sheet) last.cells.push(cell);
    else packed.push({ kind: "set-cells", sheet: edit.sheet, cells: [cell] });
  }
  return packed;
}

const isWhole = (value: unknown): boolean => typeof value === "number" && Number.isInteger(value) && value >= 0;
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === "string";
const isContent = (value: unknown): boolean => isTextOrNull(value) || typeof value === "number" || typeof value === "boolean";

function isPackedCell(value: unknown): value is PackedCell {
  if (!Array.isArray(value) || value.length !== 7) return false;
  const [row, col, wasValue, wasFormula, content, formula, format] = value as readonly unknown[];
  return isWhole(row) && isWhole(col) && isContent(wasValue) && isTextOrNull(wasFormula) && isContent(content) && isTextOrNull(formula) && isTextOrNull(format);
}

function isRange(value: unknown): boolean {
  return isRecord(value) && ["top", "left", "bottom", "right"].every((side) => isWhole(value[side]));
}

/** What an undo may hold; anything else is not of ours. */
function unpack(value: unknown): readonly Edit[] | undefined {
  if (!isRecord(value) || typeof value["sheet"] !== "string") return undefined;
  const { kind, sheet } = value;
  if (kind === "set-cells" && Array.isArray(value["cells"]) && value["cells"].every(isPackedCell))
    return value["cells"].map(([row, col, was, wasFormula, content, formula, format]: PackedCell): CellEdit => ({
      kind: "set-cell",
      sheet,
      row,
      col,
      was: { value: was, formula: wasFormula },
      value: content,
      formula,
      format,
    }));
  const { ranges, numeric } = value;
  if (kind === "mark" && Array.isArray(ranges) && ranges.every(isRange) && Array.isArray(numeric) && numeric.every(isRange)) return [{ kind, sheet, ranges, numeric }];
  if (kind === "unmark") return [{ kind, sheet }];
  if (kind === "remove-sheet" && typeof value["was"] === "string") return [{ kind, sheet, was: value["was"] }];
  return undefined;
}

function isChangedCell(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value["at"]) || typeof value["before"] !== "string" || typeof value["after"] !== "string") return false;
  const { sheet, cell } = value["at"];
  return typeof sheet === "string" && typeof cell === "string" && readAddress(cell) !== undefined;
}

function readEntry(value: unknown): JournalEntry[] {
  if (!isRecord(value)) return [];
  const { id, when, cells, sheets, undo } = value;
  const kind = batchKinds.find((one) => one === value["kind"]);
  if (typeof id !== "number" || typeof when !== "string" || Number.isNaN(Date.parse(when)) || !kind) return [];
  if (!Array.isArray(cells) || !cells.every(isChangedCell) || !Array.isArray(undo)) return [];
  const edits = undo.map(unpack);
  const isWhole = edits.every((one) => one !== undefined);
  return [
    {
      id,
      when,
      kind,
      cells,
      count: typeof value["count"] === "number" ? value["count"] : cells.length,
      sheets: Array.isArray(sheets) ? sheets.filter((sheet) => typeof sheet === "string") : [],
      // Half a way back is none.
      undo: isWhole ? edits.flat() : [],
      undone: value["undone"] === true,
      ...(value["isPartlyUndone"] === true ? { isPartlyUndone: true } : {}),
      ...(value["isBrokenOff"] === true ? { isBrokenOff: true } : {}),
      ...(value["isShortened"] === true || !isWhole ? { isShortened: true } : {}),
    },
  ];
}

/**
 * ブックに残したものを読む — profile and journal from the workbook's own data.
 *
 * none  null and an empty journal for whatever is missing or not ours
 */
export function readOwnData(text: string | null): OwnData {
  const journal = readOwnRecord(text)?.["journal"];
  return { profile: readOwnProfile(text), journal: Array.isArray(journal) ? journal.flatMap(readEntry) : [] };
}

/** ブックに残す文 — what `readOwnData` reads back; keeps what others put beside it, and a profile it knows nothing better for. */
export function writeOwnData(before: string | null, { profile, journal, remembered = null }: NewOwnData): string {
  const packed = journal.map((entry) => ({ ...entry, undo: pack(entry.undo) }));
  return JSON.stringify({ ...readOwnRecord(before), schema: 1, ...(profile ? { profile } : {}), ...rememberedField(before, remembered), journal: packed });
}

/** Entries, and characters of what stands behind the latest one: so much a workbook carries of us, and opens as fast as before. */
const mostEntries = 100;
const mostCharacters = 300_000;

/**
 * 履歴を短くする — the latest batch keeps its whole way back; of older ones the oldest lose theirs first.
 *
 * unit  characters, as the workbook keeps them
 */
export function shortenJournal(journal: readonly JournalEntry[]): readonly JournalEntry[] {
  let room = mostCharacters;
  const kept: JournalEntry[] = [];
  for (const [index, entry] of [...journal].reverse().slice(0, mostEntries).entries()) {
    const size = JSON.stringify({ ...entry, undo: pack(entry.undo) }).length;
    if (index === 0 || size <= room) {
      kept.push(entry);
      if (index > 0) room -= size;
    } else {
      room = 0;
      kept.push({ ...entry, cells: entry.cells.slice(0, 10), undo: [], ...(entry.undone ? {} : { isShortened: true }) });
    }
  }
  return kept.reverse();
}
