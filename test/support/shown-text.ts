import { dateFromSerial, format as formatNumber } from "numfmt";

const ERAS: readonly (readonly [from: string, long: string, short: string, letter: string, first: number])[] = [
  ["2019-05-01", "令和", "令", "R", 2019],
  ["1989-01-08", "平成", "平", "H", 1989],
  ["1926-12-25", "昭和", "昭", "S", 1926],
];

/**
 * 表示される文字 — what Excel shows for a value under a number format, era dates included.
 *
 * shape  a cell without value shows ""
 */
export function renderShownText(value: string | number | boolean | null, code: string): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  // Binary noise (8.300000000000001) is never on screen.
  if (code === "General") return String(Number(value.toPrecision(11)));
  return formatNumber(spellEra(code, value), value);
}

function spellEra(code: string, serial: number): string {
  const plain = code.replace(/\[\$[^\]]*\]/g, "");
  if (!/(?:g+e)|e/i.test(plain.replace(/"[^"]*"/g, "")) || /^general$/i.test(plain)) return plain;
  const [year, month, day] = dateFromSerial(serial) as number[];
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const era = ERAS.find(([from]) => iso >= from) ?? ERAS[2]!;
  const names: { readonly [letters: number]: string } = { 1: era[3], 2: era[2], 3: era[1] };
  return plain.replace(/"[^"]*"|(g{0,3})(e+)/g, (all, g: string | undefined, e: string | undefined) =>
    e === undefined ? all : `"${names[g?.length ?? 0] ?? ""}${year! - era[4] + 1}"`,
  );
}
