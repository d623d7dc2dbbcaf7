import { readAddress } from "../../../src/model/cell";
import { splitSheet } from "./rect";

/** 計算の値 — what a cell or a part of a formula is worth; an error by its name. */
export type Worth = string | number | boolean | null | { readonly error: string };

/** 値を見る — the value of a cell; the sheet is undefined for the formula's own. */
export type Look = (sheet: string | undefined, row: number, col: number) => Worth;

type Part = Worth | Worth[];

/** 計算できない — the formula needs something the simulation does not reckon with. */
export class CannotCalculate extends Error {
  constructor(what: string) {
    super(`SIM: cannot calculate ${what}`);
    this.name = "CannotCalculate";
  }
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)|"((?:[^"]|"")*)"|((?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?\$?[A-Za-z]{1,3}\$?\d+(?![\p{L}\p{N}_(]))|([A-Za-z][A-Za-z0-9.]*)(?=\()|(TRUE|FALSE)\b|(<>|<=|>=|[-+*/^&=<>(),:%]))/uy;

interface Token {
  readonly kind: "number" | "text" | "cell" | "name" | "truth" | "sign";
  readonly text: string;
}

function tokenize(formula: string): Token[] {
  const kinds = ["number", "text", "cell", "name", "truth", "sign"] as const;
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(formula);
    if (!found) throw new CannotCalculate(`${formula} (from "${formula.slice(at, at + 12)}")`);
    const i = kinds.findIndex((_, k) => found[k + 1] !== undefined);
    tokens.push({ kind: kinds[i]!, text: found[i + 1]! });
  }
  return tokens;
}

/**
 * 計算する — the value of a formula (without "="): the four operations, comparisons, joining of texts, cells and ranges
 * of any sheet, and the functions IF, IFERROR, SUM, COUNT, AVERAGE, MIN, MAX, ROUND, ABS, N, AND, OR, ISNUMBER.
 *
 * errors  CannotCalculate for everything else; `#DIV/0!`, `#VALUE!` and errors of cells are values, as in a sheet
 */
export function evaluate(formula: string, look: Look): Worth {
  const tokens = tokenize(formula);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const take = (sign: string): boolean => (peek()?.kind === "sign" && peek()!.text === sign ? ((at += 1), true) : false);
  const need = (sign: string): void => {
    if (!take(sign)) throw new CannotCalculate(formula);
  };

  function binary(signs: readonly string[], next: () => Part, work: (sign: string, a: Worth, b: Worth) => Worth): () => Part {
    return () => {
      let left = next();
      for (let sign = signs.find(take); sign !== undefined; sign = signs.find(take)) {
        const [a, b] = [single(left), single(next())];
        left = isError(a) ? a : isError(b) ? b : work(sign, a, b);
      }
      return left;
    };
  }
  // A minus before a figure binds closer than the power: -3^2 is 9 in a sheet.
  const power = binary(["^"], unary, (_, a, b) => arithmetic(a, b, (x, y) => x ** y));
  const product = binary(["*", "/"], power, (sign, a, b) =>
    sign === "*" ? arithmetic(a, b, (x, y) => x * y) : arithmetic(a, b, (x, y) => (y === 0 ? { error: "#DIV/0!" } : x / y)),
  );
  const sum = binary(["+", "-"], product, (sign, a, b) => arithmetic(a, b, (x, y) => (sign === "+" ? x + y : x - y)));
  const joined = binary(["&"], sum, (_, a, b) => written(a) + written(b));
  const compared = binary(["<>", "<=", ">=", "=", "<", ">"], joined, compare);

  function unary(): Part {
    if (take("-")) return arithmetic(single(unary()), -1, (x, y) => x * y);
    if (take("+")) return unary();
    return postfix();
  }
  function postfix(): Part {
    let value = primary();
    while (take("%")) value = arithmetic(single(value), 100, (x, y) => x / y);
    return value;
  }
  function primary(): Part {
    const token = peek();
    if (!token) throw new CannotCalculate(formula);
    at++;
    if (token.kind === "number") return Number(token.text);
    if (token.kind === "text") return token.text.replaceAll('""', '"');
    if (token.kind === "truth") return token.text === "TRUE";
    if (token.kind === "name") return call(token.text.toUpperCase());
    if (token.kind === "cell") return reference(token.text);
    if (token.text !== "(") throw new CannotCalculate(formula);
    const inner = compared();
    need(")");
    return inner;
  }
  function reference(text: string): Part {
    const { sheet, rest } = splitSheet(text);
    const first = readAddress(rest)!;
    if (!take(":")) return look(sheet, first.row, first.col);
    const last = readAddress(splitSheet(tokens[at++]?.text ?? "").rest);
    if (!last) throw new CannotCalculate(formula);
    const values: Worth[] = [];
    for (let row = first.row; row <= last.row; row++) for (let col = first.col; col <= last.col; col++) values.push(look(sheet, row, col));
    return values;
  }
  function call(name: string): Part {
    need("(");
    const args: Part[] = [];
    if (!take(")")) {
      do args.push(compared());
      while (take(","));
      need(")");
    }
    const work = FUNCTIONS[name];
    if (!work) throw new CannotCalculate(`${name}() in ${formula}`);
    return work(args);
  }

  const result = compared();
  if (at < tokens.length) throw new CannotCalculate(formula);
  return single(result) ?? 0;
}

function isError(value: Worth): value is { readonly error: string } {
  return typeof value === "object" && value !== null;
}

function single(part: Part | undefined): Worth {
  return Array.isArray(part) ? (part[0] ?? null) : (part ?? null);
}

function arithmetic(a: Worth, b: Worth, work: (x: number, y: number) => Worth): Worth {
  if (isError(a)) return a;
  if (isError(b)) return b;
  const [x, y] = [numberOf(a), numberOf(b)];
  return x === undefined || y === undefined ? { error: "#VALUE!" } : work(x, y);
}

function numberOf(value: Worth): number | undefined {
  if (value === null) return 0;
  if (typeof value === "number" || typeof value === "boolean") return Number(value);
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

function written(value: Worth): string {
  return value === null || isError(value) ? "" : typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** Texts are above numbers, and an empty cell is 0 or "". */
function compare(sign: string, left: Worth, right: Worth): boolean {
  const a = left ?? (typeof right === "string" ? "" : 0);
  const b = right ?? (typeof left === "string" ? "" : 0);
  const rank = (value: Worth): number => (typeof value === "string" ? 1 : typeof value === "boolean" ? 2 : 0);
  const [x, y] = typeof a === "string" && typeof b === "string" ? [a.toLowerCase(), b.toLowerCase()] : [a, b];
  const order = rank(a) !== rank(b) ? rank(a) - rank(b) : x < y ? -1 : x > y ? 1 : 0;
  return { "=": order === 0, "<>": order !== 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0 }[sign]!;
}

/** Numbers among the values of ranges; literals count as well. */
function numbersIn(args: readonly Part[]): number[] {
  return args.flatMap((arg) => (Array.isArray(arg) ? arg : [arg])).filter((value) => typeof value === "number");
}

function over(work: (numbers: readonly number[]) => Worth): (args: readonly Part[]) => Worth {
  return (args) => args.flat().find(isError) ?? work(numbersIn(args));
}

const FUNCTIONS: { readonly [name: string]: ((args: readonly Part[]) => Part) | undefined } = {
  IF: ([test, yes, no]) => {
    const value = single(test);
    return isError(value) ? value : (value === null || typeof value === "string" ? false : Boolean(value)) ? single(yes) : no === undefined ? false : single(no);
  },
  IFERROR: ([value, otherwise]) => (isError(single(value)) ? single(otherwise) : single(value)),
  SUM: over((numbers) => numbers.reduce((a, b) => a + b, 0)),
  COUNT: (args) => numbersIn(args).length,
  AVERAGE: over((numbers) => (numbers.length === 0 ? { error: "#DIV/0!" } : numbers.reduce((a, b) => a + b, 0) / numbers.length)),
  MIN: over((numbers) => (numbers.length === 0 ? 0 : Math.min(...numbers))),
  MAX: over((numbers) => (numbers.length === 0 ? 0 : Math.max(...numbers))),
  ROUND: ([value, digits]) => arithmetic(single(value), single(digits), (x, n) => (Math.sign(x) * Math.round(Number(`${Math.abs(Number(x.toPrecision(15)))}e${n}`))) / 10 ** n),
  ABS: ([value]) => arithmetic(single(value), 0, (x) => Math.abs(x)),
  N: ([value]) => {
    const inside = single(value);
    return isError(inside) || typeof inside === "number" ? inside : Number(inside === true);
  },
  AND: (args) => args.flat().every((value) => value !== null && value !== false && value !== 0),
  OR: (args) => args.flat().some((value) => value === true || (typeof value === "number" && value !== 0)),
  ISNUMBER: ([value]) => typeof single(value) === "number",
};
