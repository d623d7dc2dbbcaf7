import type { Cell, CellRange } from "../../model/cell";
import type { Sheet } from "../../model/workbook";
import { leaveOutCovered } from "../covered-cells";
import { readIsoDate } from "./iso-date";
import { cutFormula, shiftFormula, type FormulaPattern } from "./formula-shift";
import { findMerges } from "./merges";
import { readPart, scanPart, type OpenedFile } from "./package";
import { refuseDamaged, refuseTooLarge } from "./refusals";
import { decodeEscapes, LONGEST_TEXT, readStringItem } from "./shared-strings";
import { showText } from "../shown/shown-text";
import type { SheetEntry } from "./workbook-directory";
import type { XmlScanner } from "./xml-scanner";

/** A long formula with a million followers is a bomb: what those of a sheet have beyond this length, written out, has a limit. */
const USUAL_FORMULA = 256;
const SHARED_LIMIT = 32 * 1024 * 1024;

/** シートの外の表 — what cells refer to by number. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly date1904: boolean;
}

/**
 * シートを読む — one worksheet part as the model has it.
 *
 * shape   cells with a value or a formula, sorted; styled blanks and what a merge covers are left out;
 *         `part` where somebody has inflated it already
 * @throws HostRefusal when the part is missing, damaged or too large
 */
export function readSheet(opened: OpenedFile, entry: SheetEntry, context: SheetContext, part = readPart(opened, entry.part)): Sheet {
  return scanPart(part, (scanner) => {
    const reader = new SheetReader(scanner, context, part.name);
    reader.read();
    return {
      name: entry.name,
      visibility: entry.visibility,
      isProtected: reader.isProtected,
      cells: leaveOutCovered(reader.cellsInOrder(), reader.merges),
      merges: reader.merges,
      hiddenRows: reader.hiddenRows(),
      hiddenCols: reader.hiddenCols(),
    };
  });
}

interface SharedFormula {
  readonly row: number;
  readonly col: number;
  readonly pattern: FormulaPattern;
}

class SheetReader {
  isProtected = false;
  merges: CellRange[] = [];
  private readonly cells: Cell[] = [];
  private readonly hidden: number[] = [];
  private readonly hiddenSpans: { readonly first: number; readonly last: number }[] = [];
  private sharedLength = 0;
  private isInOrder = true;
  private row = -1;
  private col = -1;
  private readonly masters = new Map<string, SharedFormula>();
  /** Followers met before their master, by position in `cells`. */
  private readonly waiting: { index: number; group: string }[] = [];

  constructor(
    private readonly scanner: XmlScanner,
    private readonly context: SheetContext,
    private readonly part: string,
  ) {}

  read(): void {
    const scanner = this.scanner;
    scanner.next();
    if (!scanner.is("worksheet")) throw refuseDamaged(this.part);
    let hasRows = false;
    while (scanner.nextChild(1)) {
      if (scanner.is("sheetData")) {
        hasRows = true;
        this.readRows();
      } else if (scanner.is("cols")) this.readCols();
      else if (scanner.is("sheetProtection")) this.isProtected = scanner.flag("sheet");
      else if (scanner.is("mergeCells")) this.merges = findMerges(scanner);
    }
    // Every worksheet has this element; a part without it was cut and mended.
    if (!hasRows) throw refuseDamaged(this.part);
    // To the end, so that what is left after the root is seen too.
    while (scanner.next());
    this.giveFormulasToWaiting();
  }

  cellsInOrder(): Cell[] {
    if (this.isInOrder) return this.cells;
    // Excel takes the last of two cells at one address.
    const byPlace = new Map(this.cells.map((cell) => [cell.row * 16384 + cell.col, cell]));
    return [...byPlace.values()].sort((a, b) => a.row - b.row || a.col - b.col);
  }

  /** Rows are hidden by the million below a form; only those that could hide something are kept. */
  hiddenRows(): Set<number> {
    let last = -1;
    for (const cell of this.cells) if (cell.row > last) last = cell.row;
    for (const merge of this.merges) if (merge.top > last) last = merge.top;
    return new Set(this.hidden.filter((row) => row <= last));
  }

  private readCols(): void {
    const scanner = this.scanner;
    const depth = scanner.depth;
    while (scanner.nextChild(depth)) {
      if (!scanner.is("col") || !(scanner.flag("hidden") || Number(scanner.attribute("width") ?? 1) === 0)) continue;
      const last = Math.min(Number(scanner.attribute("max")), 16384);
      const first = Math.max(Number(scanner.attribute("min")), 1);
      if (first <= last) this.hiddenSpans.push({ first, last });
    }
  }

  /** Each column once, however many elements hide it. */
  hiddenCols(): Set<number> {
    const cols = new Set<number>();
    let from = 1;
    for (const { first, last } of this.hiddenSpans.sort((a, b) => a.first - b.first)) for (from = Math.max(from, first); from <= last; from++) cols.add(from - 1);
    return cols;
  }

  private readRows(): void {
    const scanner = this.scanner;
    while (scanner.next()) {
      if (scanner.kind === "close") {
        if (scanner.depth === 2) return;
      } else if (scanner.is("c")) this.readCell();
      else if (scanner.is("row")) {
        const r = scanner.attribute("r");
        this.row = r === undefined ? this.row + 1 : this.place(Number(r) - 1, 1048576);
        this.col = -1;
        if (scanner.flag("hidden")) this.hidden.push(this.row);
      }
    }
  }

  private readCell(): void {
    const scanner = this.scanner;
    let row = this.row;
    if (scanner.findAttribute("r")) row = this.readPlace();
    else this.col++;
    if (scanner.selfClosing) return;
    const col = this.col;
    const type = scanner.attribute("t") ?? "n";
    const style = scanner.attribute("s");
    let written: string | undefined;
    let formula: string | undefined;
    const depth = scanner.depth;
    while (scanner.nextChild(depth)) {
      if (scanner.is("v")) written = scanner.readText();
      else if (scanner.is("f")) formula = this.readFormula(row, col);
      else if (scanner.is("is")) written = readStringItem(scanner);
    }
    this.add(row, col, type, written, formula, this.context.formats[style === undefined ? 0 : Number(style)] ?? "General");
  }

  private add(row: number, col: number, type: string, written: string | undefined, formula: string | undefined, format: string): void {
    let value: string | number | boolean | null = null;
    let text = "";
    if (written !== undefined) {
      if (type === "e") {
        this.push(formula === undefined ? { row, col, value, text: written, format, error: written } : { row, col, value, text: written, format, formula, error: written });
        return;
      }
      value = this.readValue(type, written);
      if (value !== null) text = showText(value, format, this.context.date1904);
    }
    if (formula !== undefined) this.push({ row, col, value, text, format, formula });
    // A text without a letter is what a lone apostrophe leaves: nobody wrote anything.
    else if (value !== null && value !== "") this.push({ row, col, value, text, format });
  }

  private readValue(type: string, written: string): string | number | boolean | null {
    // An empty <v/> is no value, whatever kind it was to be; as the number of a text it would be the first of the table.
    if (written === "" && type !== "str" && type !== "inlineStr") return null;
    switch (type) {
      case "s": {
        const text = this.context.strings[Number(written)];
        if (text === undefined) throw refuseDamaged(this.part);
        return text;
      }
      case "inlineStr":
        return written;
      case "str": {
        const text = decodeEscapes(written);
        if (text.length > LONGEST_TEXT) throw refuseDamaged(this.part);
        return text;
      }
      case "b":
        return written.trim() === "1" || written.trim() === "true";
      case "d":
        return readIsoDate(written.trim(), this.context.date1904) ?? written;
      default: {
        if (written.trim() === "") return null;
        const value = Number(written);
        // Something else than a number where a number was promised: shown as it is rather than lost.
        return Number.isFinite(value) ? value : written;
      }
    }
  }

  private readFormula(row: number, col: number): string | undefined {
    const scanner = this.scanner;
    const kind = scanner.attribute("t");
    const group = kind === "shared" ? scanner.attribute("si") : undefined;
    const isMaster = group !== undefined && scanner.attribute("ref") !== undefined;
    const text = decodeEscapes(scanner.readText());
    if (kind === "dataTable") return undefined;
    if (group === undefined) return text === "" ? undefined : text;
    if (text !== "") {
      if (isMaster || !this.masters.has(group)) this.masters.set(group, { row, col, pattern: cutFormula(text) });
      return text;
    }
    const master = this.masters.get(group);
    if (master) return this.follow(master, row, col);
    this.waiting.push({ index: this.cells.length, group });
    return "";
  }

  private giveFormulasToWaiting(): void {
    for (const { index, group } of this.waiting) {
      const cell = this.cells[index]!;
      const master = this.masters.get(group);
      if (!master) throw refuseDamaged(this.part);
      this.cells[index] = { ...cell, formula: this.follow(master, cell.row, cell.col) };
    }
  }

  private follow(master: SharedFormula, row: number, col: number): string {
    const formula = shiftFormula(master.pattern, row - master.row, col - master.col);
    this.sharedLength += Math.max(0, formula.length - USUAL_FORMULA);
    if (this.sharedLength > SHARED_LIMIT) throw refuseTooLarge(SHARED_LIMIT / 1024 / 1024, this.part);
    return formula;
  }

  /** The address under the scanner, without cutting it out: this is done for every cell. Sets the column, gives the row. */
  private readPlace(): number {
    const { text, valueStart } = this.scanner;
    let at = valueStart;
    let col = 0;
    let code = text.charCodeAt(at);
    for (; code >= 65 && code <= 90; code = text.charCodeAt(++at)) col = col * 26 + code - 64;
    let row = 0;
    for (; code >= 48 && code <= 57; code = text.charCodeAt(++at)) row = row * 10 + code - 48;
    if (code !== 34 && code !== 39) throw refuseDamaged(this.part);
    this.col = this.place(col - 1, 16384);
    return this.place(row - 1, 1048576);
  }

  private push(cell: Cell): void {
    const last = this.cells[this.cells.length - 1];
    if (last && (cell.row < last.row || (cell.row === last.row && cell.col <= last.col))) this.isInOrder = false;
    this.cells.push(cell);
  }

  private place(index: number, limit: number): number {
    if (!(index >= 0 && index < limit)) throw refuseDamaged(this.part);
    return index;
  }
}
