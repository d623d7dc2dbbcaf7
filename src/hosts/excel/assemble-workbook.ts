import { cellKey } from "../cell-key";
import type { Cell, CellRange } from "../../model/cell";
import type { Sheet, Workbook } from "../../model/workbook";
import { leaveOutCovered } from "../covered-cells";
import { XmlScanner } from "../file/xml-scanner";
import { readOwnDataXml } from "../own-data-xml";
import { showText } from "../shown/shown-text";
import { readContent } from "./cell-content";

/**
 * ブックの部分 — what Excel answered, as plain data that can be sent to a worker as it is.
 *
 * shape  the part "workbook" comes first; sheets are numbered as it names them; blocks may come in any order
 */
export type WorkbookPart = WorkbookFacts | SheetLayoutPart | SheetBlock | TextsPart;

/** ブックの事実 — the workbook without its cells. */
export interface WorkbookFacts {
  readonly kind: "workbook";
  readonly name: string;
  readonly date1904: boolean;
  /** XML of the custom parts that carry our namespace. */
  readonly ownData: readonly string[];
  readonly sheets: ReadonlyArray<Pick<Sheet, "name" | "visibility" | "isProtected">>;
}

/** シートの骨組み — merges and what is hidden. */
export interface SheetLayoutPart {
  readonly kind: "layout";
  readonly sheet: number;
  readonly merges: readonly CellRange[];
  readonly hiddenRows: readonly number[];
  readonly hiddenCols: readonly number[];
}

/** 区画 — a rectangle of cells as Excel hands it over. */
export interface SheetBlock {
  readonly kind: "block";
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** 誤りではない文字 — cells that hold a text that looks like an error; comes behind the block they were in. */
export interface TextsPart {
  readonly kind: "texts";
  readonly sheet: number;
  readonly places: ReadonlyArray<{ readonly row: number; readonly col: number }>;
}

interface OpenSheet {
  cells: Cell[];
  /** Where in `cells` an error stands that nobody calculated. */
  readonly typedErrors: Map<number, number>;
  isInOrder: boolean;
  layout: SheetLayoutPart | undefined;
}

/**
 * ブックを組み立てる — makes the workbook of the model from its parts, a little with each; knows nothing of Office, so that a worker can do it.
 *
 * errors  a part before the part "workbook" is our mistake; XmlFault when our own data is not well-formed
 */
export class WorkbookAssembler {
  private facts: WorkbookFacts | undefined;
  private sheets: OpenSheet[] = [];

  add(part: WorkbookPart): void {
    if (part.kind === "workbook") {
      this.facts = part;
      this.sheets = part.sheets.map(() => ({ cells: [], typedErrors: new Map(), isInOrder: true, layout: undefined }));
    } else if (part.kind === "layout") this.sheetOf(part).layout = part;
    else if (part.kind === "block") this.addBlock(part, this.sheetOf(part));
    else this.makeTexts(part, this.sheetOf(part));
  }

  finish(): Workbook {
    const { facts } = this;
    if (!facts) throw new Error("no part names the workbook");
    const sheets = facts.sheets.map((sheet, index): Sheet => {
      const { layout, ...open } = this.sheets[index]!;
      const cells = open.isInOrder ? open.cells : open.cells.sort((a, b) => a.row - b.row || a.col - b.col);
      const merges = layout ? [...layout.merges].sort((a, b) => a.top - b.top || a.left - b.left) : [];
      const last = Math.max(cells.at(-1)?.row ?? -1, merges.at(-1)?.top ?? -1);
      return {
        name: sheet.name,
        visibility: sheet.visibility,
        isProtected: sheet.isProtected,
        cells: leaveOutCovered(cells, merges),
        merges,
        hiddenRows: new Set(layout?.hiddenRows.filter((row) => row <= last)),
        hiddenCols: new Set(layout?.hiddenCols),
      };
    });
    return { name: facts.name, sheets, date1904: facts.date1904, ownData: readFirst(facts.ownData) };
  }

  private sheetOf(part: Exclude<WorkbookPart, WorkbookFacts>): OpenSheet {
    const sheet = this.sheets[part.sheet];
    if (!sheet) throw new Error(`a part for sheet ${part.sheet}, which no part names`);
    return sheet;
  }

  private makeTexts({ places }: TextsPart, { cells, typedErrors }: OpenSheet): void {
    for (const { row, col } of places) {
      const index = typedErrors.get(cellKey(row, col));
      const cell = index === undefined ? undefined : cells[index];
      if (!cell) throw new Error(`no error was typed in row ${row}, column ${col}`);
      cells[index!] = { row, col, value: cell.text, text: showText(cell.text, cell.format, this.facts!.date1904), format: cell.format };
    }
  }

  private addBlock({ top, left, values, formulas, formats }: SheetBlock, sheet: OpenSheet): void {
    const { cells } = sheet;
    const { date1904 } = this.facts!;
    const before = cells.at(-1);
    const start = cells.length;
    for (let i = 0; i < values.length; i++) {
      const rowValues = values[i]!;
      const rowFormulas = formulas[i]!;
      const rowFormats = formats[i]!;
      for (let j = 0; j < rowValues.length; j++) {
        const content = readContent(rowValues[j], rowFormulas[j]);
        if (!content) continue;
        const { value, formula, error } = content;
        const code = rowFormats[j];
        const format = typeof code === "string" && code !== "" ? code : "General";
        const text = error ?? (value === null ? "" : showText(value, format, date1904));
        const row = top + i;
        const col = left + j;
        if (error !== undefined && formula === undefined) sheet.typedErrors.set(cellKey(row, col), cells.length);
        if (formula === undefined) cells.push(error === undefined ? { row, col, value, text, format } : { row, col, value, text, format, error });
        else cells.push(error === undefined ? { row, col, value, text, format, formula } : { row, col, value, text, format, formula, error });
      }
    }
    const first = cells[start];
    if (before && first && (first.row < before.row || (first.row === before.row && first.col <= before.col))) sheet.isInOrder = false;
  }
}

function readFirst(items: readonly string[]): string | null {
  for (const xml of items) {
    const text = readOwnDataXml(new XmlScanner(xml));
    if (text !== undefined) return text;
  }
  return null;
}
