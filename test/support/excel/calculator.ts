import { readAddress } from "../../../src/model/cell";
import type { Book } from "./book";
import { CannotCalculate, evaluate, type Worth } from "./evaluate";
import { ExcelFault } from "./excel-fault";
import { keyOf, placeOf, type SimCell, type SimSheet } from "./sheet-state";

/** 計算の結果 — the value a formula gives; an error by its name. */
export type Calculated = string | number | boolean | { readonly error: string };

/** 計算 — what a test answers for a formula (without "="); undefined leaves it to the simulation. */
export type Calculate = (sheet: string, formula: string, row: number, col: number) => Calculated | undefined;

/**
 * 計算係 — values of the formulas entered since the workbook was opened.
 *
 * shape  formulas the workbook came with keep the values it came with, also when they are entered again as they were;
 *        everything else is calculated by the test's hook, or by `evaluate`, anew after every write
 */
export class Calculator {
  private readonly entered = new Map<SimSheet, Set<number>>();
  private readonly cameWith = new Map<SimSheet, Map<number, { readonly formula: string; readonly value: SimCell["value"]; readonly error: string | null }>>();

  constructor(
    private readonly book: Book,
    private readonly hook: Calculate | undefined,
  ) {
    for (const sheet of book.sheets) {
      const known = new Map();
      for (const [key, { formula, value, error }] of sheet.cells) if (formula !== null) known.set(key, { formula, value, error });
      this.cameWith.set(sheet, known);
    }
  }

  /** @throws ExcelFault for a formula that cannot be calculated here */
  enter(sheet: SimSheet, cell: SimCell, formula: string, row: number, col: number): void {
    const key = keyOf(row, col);
    const known = this.cameWith.get(sheet)?.get(key);
    cell.formula = formula;
    if (known?.formula === formula) {
      Object.assign(cell, { value: known.value, error: known.error });
      return;
    }
    const mine = this.entered.get(sheet) ?? new Set<number>();
    this.entered.set(sheet, mine.add(key));
    this.bringFormat(sheet, cell, formula);
    this.calculateCell(sheet, cell, row, col);
  }

  forget(sheet: SimSheet, row: number, col: number): void {
    this.entered.get(sheet)?.delete(keyOf(row, col));
  }

  forgetSheet(sheet: SimSheet): void {
    this.entered.delete(sheet);
  }

  /** Formulas may rest on each other: as often as values change, within reason. */
  recalculate(): void {
    for (let round = 0; round < 100; round++) {
      let hasChanged = false;
      for (const [sheet, keys] of this.entered)
        for (const key of keys) {
          const cell = sheet.cells.get(key);
          const { row, col } = placeOf(key);
          if (cell && this.calculateCell(sheet, cell, row, col)) hasChanged = true;
        }
      if (!hasChanged) return;
    }
    throw new ExcelFault("GeneralException", "SIM: formulas rest on each other in a circle");
  }

  /** A formula in a cell without a number format of its own takes that of the first cell it names. */
  private bringFormat(sheet: SimSheet, cell: SimCell, formula: string): void {
    if (cell.format !== "General") return;
    const named = /^(?:[^"'!]|"[^"]*")*?\b\$?([A-Za-z]{1,3})\$?(\d+)\b(?![(!])/.exec(formula);
    const place = named && readAddress(`${named[1]}${named[2]}`);
    const source = place && sheet.cells.get(keyOf(place.row, place.col));
    if (source && source.format !== "@") cell.format = source.format;
  }

  private calculateCell(sheet: SimSheet, cell: SimCell, row: number, col: number): boolean {
    const before = cell.error ?? cell.value;
    const worth = this.hook?.(sheet.name, cell.formula!, row, col) ?? this.evaluate(sheet, cell.formula!);
    const isError = typeof worth === "object" && worth !== null;
    Object.assign(cell, isError ? { value: null, error: worth.error } : { value: worth, error: null });
    if ((cell.error ?? cell.value) === before) return false;
    cell.text = null;
    return true;
  }

  private evaluate(sheet: SimSheet, formula: string): Worth {
    try {
      return evaluate(formula, (name, row, col) => {
        const source = name === undefined ? sheet : this.book.sheetNamed(name);
        if (!source) return { error: "#REF!" };
        const cell = source.cells.get(keyOf(row, col));
        return !cell ? null : cell.error === null ? cell.value : { error: cell.error };
      });
    } catch (error) {
      if (error instanceof CannotCalculate) throw new ExcelFault("GeneralException", `${error.message}; give the simulation \`calculate\``);
      throw error;
    }
  }
}
