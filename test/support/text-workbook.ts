import { type Cell, type CellRange, readAddress, writeAddress, writeColumn, writeRange } from "../../src/model/cell";
import type { Sheet, Workbook } from "../../src/model/workbook";
import { renderShownText } from "./shown-text";

/**
 * 文字のブック — a workbook as people read it in a diff, with what a careful reader says of it below `== truth`.
 *
 * shape  `== sheet NAME` (`hidden`, `very-hidden`, `protected` may follow after a tab or ` ; `) opens a sheet;
 *        `@ B4` sets where the next pipe row goes; `| a | b |` is a row of cells, the next line the next row;
 *        `merge A3:B3`, `hidden row 5`, `hidden col C`, `#` comment.
 *        Cells: `12` a number · `0.667<0.0%>` with its number format · `"12"` a text that looks like a number ·
 *        `=B3/B4 → 0.5` a formula and its value · ⏎ a line break · `\|` a pipe · everything else a text · nothing: no cell
 */
export interface TextWorkbook {
  readonly workbook: Workbook;
  /** The lines below `== truth`. */
  readonly truth: readonly string[];
}

interface OpenSheet {
  readonly name: string;
  readonly visibility: Sheet["visibility"];
  readonly isProtected: boolean;
  readonly cells: Map<string, Cell>;
  readonly merges: CellRange[];
  readonly hiddenRows: Set<number>;
  readonly hiddenCols: Set<number>;
}

/**
 * 文字のブックを読む — the workbook and the lines of its truth.
 *
 * errors  a line that is none of these forms is refused with its number
 */
export function readTextWorkbook(text: string, name = "workbook.xlsx"): TextWorkbook {
  const sheets: OpenSheet[] = [];
  const lines = text.split(/\r?\n/);
  let row = 0;
  let col = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.trim();
    if (line === "== truth") return { workbook: closeWorkbook(name, sheets), truth: lines.slice(i + 1).filter((l) => l.trim() !== "" && !l.startsWith("#")) };
    const opened = /^== sheet (.+?)((?: ; (?:hidden|very-hidden|protected))*)$/.exec(line);
    if (opened) {
      const words = opened[2]!;
      sheets.push({
        name: opened[1]!.replaceAll("␣", " "),
        visibility: words.includes("very-hidden") ? "very-hidden" : words.includes("hidden") ? "hidden" : "visible",
        isProtected: words.includes("protected"),
        cells: new Map(),
        merges: [],
        hiddenRows: new Set(),
        hiddenCols: new Set(),
      });
      row = col = 0;
      continue;
    }
    if (line === "" || line.startsWith("#")) continue;
    const sheet = sheets.at(-1);
    if (!sheet) throw new Error(`${name}:${i + 1}: a line before the first sheet: ${line}`);
    if (line.startsWith("|")) {
      splitRow(line).forEach((piece, k) => {
        const cell = readTextCell(piece, row, col + k);
        if (!cell) return;
        const key = writeAddress(row, col + k);
        if (sheet.cells.has(key)) throw new Error(`${name}:${i + 1}: ${key} is written twice`);
        sheet.cells.set(key, cell);
      });
      row++;
      continue;
    }
    if (!readDirective(line, sheet)) {
      const anchor = line.startsWith("@") ? readAddress(line.slice(1).trim()) : undefined;
      if (!anchor) throw new Error(`${name}:${i + 1}: not understood: ${line}`);
      ({ row, col } = anchor);
    }
  }
  return { workbook: closeWorkbook(name, sheets), truth: [] };
}

function readDirective(line: string, sheet: OpenSheet): boolean {
  const [word, what, ...rest] = line.split(/\s+/);
  if (word === "merge" && what) sheet.merges.push(...[what, ...rest].map(readTextRange));
  else if (word === "hidden" && what === "row") for (const r of rest) sheet.hiddenRows.add(Number(r) - 1);
  else if (word === "hidden" && what === "col") for (const c of rest) sheet.hiddenCols.add(readAddress(`${c}1`)!.col);
  else return false;
  return true;
}

/** 範囲を読む — "B4:F5" or "B4". */
export function readTextRange(text: string): CellRange {
  const [first, last] = text.split(":").map((address) => readAddress(address));
  if (!first || (text.includes(":") && !last)) throw new Error(`not a range: ${text}`);
  return { top: first.row, left: first.col, bottom: (last ?? first).row, right: (last ?? first).col };
}

function closeWorkbook(name: string, sheets: readonly OpenSheet[]): Workbook {
  return {
    name,
    date1904: false,
    ownData: null,
    sheets: sheets.map((s) => ({
      ...s,
      merges: [...s.merges].sort((a, b) => a.top - b.top || a.left - b.left),
      cells: [...s.cells.values()].sort((a, b) => a.row - b.row || a.col - b.col),
    })),
  };
}

function splitRow(line: string): string[] {
  const pieces = line
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split(/(?<!\\)\|/);
  // ASCII blanks only: the full-width blank belongs to the text.
  return pieces.map((piece) => piece.replace(/^[ \t]+|[ \t]+$/g, "").replaceAll("\\|", "|"));
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/;

/** セルを読む — one piece of a pipe row; undefined when nothing stands there. */
export function readTextCell(piece: string, row: number, col: number): Cell | undefined {
  if (piece === "") return undefined;
  const formatted = /^(.*[^\s<])\s*<([^<>]+(?:<[^<>]*>)?)>$/.exec(piece);
  const format = formatted && isTyped(formatted[1]!) ? formatted[2]! : "General";
  const body = format === "General" ? piece : formatted![1]!;
  const formula = /^=(.+?)\s*→\s*(.*)$/.exec(body);
  const value = readValue(formula ? formula[2]! : body);
  const text = renderShownText(value, format);
  return { row, col, value, text, format, ...(formula ? { formula: formula[1]! } : {}) };
}

function isTyped(body: string): boolean {
  return NUMBER.test(body) || /^".*"$/s.test(body) || body.startsWith("=");
}

function readValue(body: string): string | number {
  if (NUMBER.test(body)) return Number(body);
  const quoted = /^"(.*)"$/s.exec(body);
  return (quoted ? quoted[1]! : body).replaceAll("⏎", "\n");
}

/** 文字のブックを書く — the inverse: reading what was written gives the same workbook (one anchor a gap, none in between). */
export function writeTextWorkbook(workbook: Workbook): string {
  return workbook.sheets.map(writeSheet).join("\n");
}

function writeSheet(sheet: Sheet): string {
  const words = [sheet.visibility === "visible" ? "" : ` ; ${sheet.visibility}`, sheet.isProtected ? " ; protected" : ""].join("");
  const lines = [`== sheet ${sheet.name.replaceAll(" ", "␣")}${words}`];
  const rows = new Map<number, Cell[]>();
  for (const cell of sheet.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  let next = { row: 0, col: 0 };
  for (const [row, cells] of [...rows].sort(([a], [b]) => a - b)) {
    const left = Math.min(...cells.map((c) => c.col));
    if (row !== next.row || left < next.col) {
      next = { row, col: left };
      lines.push(`@ ${writeAddress(row, left)}`);
    }
    const pieces: string[] = [];
    for (const cell of cells) pieces[cell.col - next.col] = writeTextCell(cell);
    lines.push(`| ${Array.from(pieces, (p) => p ?? "").join(" | ")} |`);
    next = { row: row + 1, col: next.col };
  }
  for (const merge of sheet.merges) lines.push(`merge ${writeRange(merge)}`);
  if (sheet.hiddenRows.size) lines.push(`hidden row ${[...sheet.hiddenRows].map((r) => r + 1).join(" ")}`);
  if (sheet.hiddenCols.size) lines.push(`hidden col ${[...sheet.hiddenCols].map(writeColumn).join(" ")}`);
  return `${lines.join("\n")}\n`;
}

function writeTextCell(cell: Cell): string {
  const written = typeof cell.value === "string" ? cell.value.replaceAll("\n", "⏎").replaceAll("|", "\\|") : String(cell.value ?? "");
  const needsQuotes = typeof cell.value === "string" && (NUMBER.test(written) || /^[\s="]|[\s>]$/.test(written) || written === "" || cell.format !== "General");
  const body = `${cell.formula === undefined ? "" : `=${cell.formula} → `}${needsQuotes ? `"${written}"` : written}`;
  return cell.format === "General" ? body : `${body}<${cell.format}>`;
}
