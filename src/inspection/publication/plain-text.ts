/** Full width too: an input method writes them, and Excel takes them for the narrow ones. */
const FORMULA_START = /^[=+@＝＋＠\t\r]|^[-－](?![-－]*$)/;
const NUMBER = /^[-+]?[\d,]+(?:\.\d+)?%?$/;

/** 式にしない — a text that a spreadsheet would execute gets an apostrophe before it; numbers and dashes stay as they are. */
export function neutralise(text: string): string {
  return FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** 貼り付け用の文字 — rows as tab-separated text: no cell breaks its line, and none becomes a formula where it is pasted. */
export function writeTabbed(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => neutralise(cell.replace(/[\t\r\n]+/g, " "))).join("\t")).join("\r\n");
}

/** CSV の文字 — RFC 4180 with a byte order mark, so that Excel reads it as UTF-8. */
export function writeCsv(rows: Iterable<readonly (string | number | null)[]>): string {
  const lines: string[] = [];
  for (const row of rows) lines.push(row.map(writeField).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function writeField(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = neutralise(cell);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
