/** セルの中身 — what Excel says of one cell, as the model has it; without what it shows. */
export interface CellContent {
  readonly value: string | number | boolean | null;
  readonly formula?: string;
  readonly error?: string;
}

/** Names of error values as Excel gives them whatever its language. */
const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|EXTERNAL!|BUSY!|PYTHON!|TIMEOUT!)$/;
/** Nobody types this function: it is how a data table shows where its figures come from. */
const DATA_TABLE = /^=TABLE\(/i;

/** 誤りに見えるか — does an entry of `values` look like an error that was typed? Only its type tells whether it is a text. */
export function looksLikeTypedError(value: unknown, written: unknown): boolean {
  return typeof value === "string" && value.charCodeAt(0) === 35 && value === written && ERROR.test(value);
}

/**
 * セルの中身を読む — one entry of `values` and the entry of `formulas` beside it.
 *
 * none  undefined where nobody wrote anything
 */
export function readContent(value: unknown, written: unknown): CellContent | undefined {
  const formula = readFormula(value, written);
  if (typeof value === "string") {
    if (ERROR.test(value)) return formula === undefined ? { value: null, error: value } : { value: null, formula, error: value };
    if (formula !== undefined) return { value, formula };
    return value === "" ? undefined : { value };
  }
  if (typeof value === "number" || typeof value === "boolean") return formula === undefined ? { value } : { value, formula };
  return formula === undefined ? undefined : { value: null, formula };
}

/** A text that begins with "=" is given as its own formula; no formula is its own value. */
function readFormula(value: unknown, written: unknown): string | undefined {
  return typeof written === "string" && written.startsWith("=") && written !== value && !DATA_TABLE.test(written) ? written.slice(1) : undefined;
}
