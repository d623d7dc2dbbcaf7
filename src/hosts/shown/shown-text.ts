import { format as formatWith, isValidFormat } from "numfmt";
import { fillJapanese, isJapaneseDate, prepareFormat, type PreparedFormat } from "./japanese-format";
import { writeKanjiNumber } from "./kanji-number";

/**
 * 表示される文字 — what a sheet shows for a value under a number format code, as Excel in Japan shows it.
 *
 * shape  the width of the column is not considered: no ####, no shortened General
 * none   a code that cannot be understood shows the value as under General
 */
export function showText(value: string | number | boolean, code: string, date1904: boolean): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return showString(value, code);
  if (Number.isInteger(value) && Math.abs(value) < 1e11) {
    if (code === "General" || code === "@" || code === "0") return value === 0 ? "0" : String(value);
    if (code === "#,##0" || code === "#,##0;[Red]-#,##0") return group(value);
  }
  return showNumber(value, code, date1904);
}

const OPTIONS = { dateErrorNumber: false, dateSpanLarge: false, overflow: "########" };
/** Dates count from 1904-01-01 in some workbooks; numfmt knows only the other origin. */
const SHIFT_1904 = 1462;

/** Excel takes codes of 255 characters. */
const LONGEST_CODE = 1024;
/** Figures of one column repeat; beyond this many different ones remembering costs more than it saves. */
const REMEMBERED = 4096;
const REMEMBERED_FORMATS = 256;

interface Remembered {
  readonly format: PreparedFormat;
  readonly shown: Map<number, string>;
}

const remembered = new Map<string, Remembered>();

function remember(code: string): Remembered {
  let found = remembered.get(code);
  if (!found) {
    if (remembered.size >= REMEMBERED_FORMATS) remembered.clear();
    const prepared = prepareFormat(code.length > LONGEST_CODE ? "General" : code);
    found = { format: isValidFormat(prepared.code) ? prepared : prepareFormat("General"), shown: new Map() };
    remembered.set(code, found);
  }
  return found;
}

function showNumber(value: number, code: string, date1904: boolean): string {
  const { format, shown } = remember(code);
  const count = date1904 && format.isDate ? value + SHIFT_1904 : value;
  let text = shown.get(count);
  if (text !== undefined) return text;
  text = writeNumber(count, format);
  if (shown.size < REMEMBERED) shown.set(count, text);
  return text;
}

function writeNumber(value: number, format: PreparedFormat): string {
  const { kanji } = format;
  let text = formatWith(format.code, format.isDate || format.isGeneral ? value : roundAsDecimal(value, format.operands), OPTIONS);
  if (format.hasJapanese) {
    if (!isJapaneseDate(value)) return OPTIONS.overflow;
    text = fillJapanese(text, value);
  }
  if (!kanji) return text;
  // Counted in units are General figures and the months and days of a date; years and patterned figures go digit by digit.
  return text.replace(/\d+(\.\d+)?/g, (digits) => writeKanjiNumber(digits, kanji, format.isGeneral || (format.isDate && digits.length < 3)));
}

/**
 * Excel rounds the decimal figure of 15 digits that people see: 0.5125 under "0.0%" is 51.3%, although the binary number
 * times 100 lies a trace below 51.25. A third of the fifteenth digit more is rounded the same way by any arithmetic, and
 * does not reach the next figure.
 */
function roundAsDecimal(value: number, operands: readonly number[]): number {
  if (Number.isInteger(value) || operands.includes(value)) return value;
  const trace = 0.3 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - 14);
  return Number(value.toPrecision(15)) + (value < 0 ? -trace : trace);
}

/** Texts are shown as they are unless the code has a section for texts of its own. */
function showString(value: string, code: string): string {
  if (code === "General" || code === "@" || code.length > LONGEST_CODE || !/@|;[^;]*;[^;]*;/.test(code)) return value;
  const { format } = remember(code);
  return format.hasJapanese ? value : formatWith(format.code, value, OPTIONS);
}

function group(value: number): string {
  const digits = String(Math.abs(value));
  let text = digits.slice(0, digits.length % 3);
  for (let i = digits.length % 3; i < digits.length; i += 3) text += (text ? "," : "") + digits.slice(i, i + 3);
  return value < 0 ? `-${text}` : text;
}
