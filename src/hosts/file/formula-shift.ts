import { writeColumn } from "../../model/cell";

/**
 * 式の型 — a formula cut at its relative references, so that it can be written for any cell of a shared range.
 *
 * shape  texts between references and references alternate
 */
export interface FormulaPattern {
  readonly texts: readonly string[];
  readonly references: readonly Reference[];
}

/** A cell, a whole column (row null) or a whole row (col null); "$" keeps a side in place. */
interface Reference {
  readonly col: number | null;
  readonly row: number | null;
  readonly isColFixed: boolean;
  readonly isRowFixed: boolean;
}

const LAST_ROW = 1048576;
const LAST_COL = 16384;
/** Excel takes 8,192 characters; what is longer was not written by people and is not worth looking into. */
const LONGEST = 32768;

/** Texts in quotes, sheet names in quotes, brackets of tables, then names and references as one word each. */
const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|\$?[A-Za-z]{1,3}\$?\d+|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+/g;
const NAME_CHARACTER = /[\p{L}\p{N}_.\\?$]/u;

/** 式を型にする — cuts a formula (without "=") at the references that move with it. */
export function cutFormula(formula: string): FormulaPattern {
  if (formula.length > LONGEST) return { texts: [formula], references: [] };
  const texts: string[] = [];
  const references: Reference[] = [];
  let from = 0;
  const add = (start: number, end: number, reference: Reference): void => {
    texts.push(formula.slice(from, start));
    references.push(reference);
    from = end;
  };
  for (const found of formula.matchAll(PIECE)) {
    const piece = found[0];
    const start = found.index;
    const end = start + piece.length;
    const first = piece[0]!;
    if (first === '"' || first === "'" || first === "[") continue;
    const before = formula[start - 1] ?? "";
    const after = formula[end] ?? "";
    // Part of a longer name, the name of a function, or the name of a sheet.
    if (NAME_CHARACTER.test(before) || NAME_CHARACTER.test(after) || after === "(" || after === "!" || after === "[") continue;
    const colon = piece.indexOf(":");
    if (colon < 0) {
      const reference = readReference(piece);
      if (reference) add(start, end, reference);
      continue;
    }
    const [one, other] = [readReference(piece.slice(0, colon)), readReference(piece.slice(colon + 1))];
    if (!one || !other) continue;
    add(start, start + colon, one);
    add(start + colon + 1, end, other);
  }
  texts.push(formula.slice(from));
  return { texts, references };
}

/** 式を移す — the formula as it reads `rows` further down and `cols` further right; #REF! where it leaves the sheet. */
export function shiftFormula(pattern: FormulaPattern, rows: number, cols: number): string {
  const pieces = [pattern.texts[0]!];
  for (let i = 0; i < pattern.references.length; i++) {
    const { row, col, isRowFixed, isColFixed } = pattern.references[i]!;
    const newRow = row === null ? null : isRowFixed ? row : row + rows;
    const newCol = col === null ? null : isColFixed ? col : col + cols;
    const isOutside = (newRow !== null && (newRow < 1 || newRow > LAST_ROW)) || (newCol !== null && (newCol < 0 || newCol >= LAST_COL));
    pieces.push(
      isOutside ? "#REF!" : `${newCol === null ? "" : (isColFixed ? "$" : "") + writeColumn(newCol)}${newRow === null ? "" : (isRowFixed ? "$" : "") + newRow}`,
      pattern.texts[i + 1]!,
    );
  }
  return pieces.join("");
}

function readReference(text: string): Reference | undefined {
  const found = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  if (!found) return undefined;
  const letters = found[2]!.toUpperCase();
  const digits = found[4]!;
  let col = 0;
  for (const letter of letters) col = col * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  if (col > LAST_COL || row > LAST_ROW || (digits !== "" && row < 1)) return undefined;
  // In "$3" without letters the sign belongs to the row.
  const isRowFixed = found[3] === "$" || (letters === "" && found[1] === "$");
  return { col: letters ? col - 1 : null, row: digits ? row : null, isColFixed: letters !== "" && found[1] === "$", isRowFixed };
}
