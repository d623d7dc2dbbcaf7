import { format as formatWith } from "numfmt";
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

const prepared = new Map<string, PreparedFormat & { readonly shown: Map<number, string> }>();
/** Figures of one column repeat; beyond this many different ones remembering costs more than it saves. */
const REMEMBERED = 4096;
const REMEMBERED_FORMATS = 256;

function showNumber(value: number, code: string, date1904: boolean): string {
  let format = prepared.get(code);
  if (!format) {
    if (prepared.size >= REMEMBERED_FORMATS) prepared.clear();
    prepared.set(code, (format = { ...prepareFormat(code), shown: new Map() }));
  }
  const count = date1904 && format.isDate ? value + SHIFT_1904 : value;
  let text = format.shown.get(count);
  if (text !== undefined) return text;
  text = writeNumber(count, format);
  if (format.shown.size < REMEMBERED) format.shown.set(count, text);
  return text;
}

function writeNumber(value: number, format: PreparedFormat): string {
  const { kanji } = format;
  let text: string;
  try {
    text = formatWith(format.code, value, OPTIONS);
  } catch {
    return formatWith("General", value);
  }
  if (format.hasJapanese) {
    if (!isJapaneseDate(value)) return OPTIONS.overflow;
    text = fillJapanese(text, value);
  }
  if (!kanji) return text;
  // Counted in units are General figures and the months and days of a date; years and patterned figures go digit by digit.
  return text.replace(/\d+(\.\d+)?/g, (digits) => writeKanjiNumber(digits, kanji, format.isGeneral || (format.isDate && digits.length < 3)));
}

function showString(value: string, code: string): string {
  if (code === "General" || code === "@" || !/@|;.*;.*;/s.test(code)) return value;
  try {
    return formatWith(prepareFormat(code).code, value, OPTIONS);
  } catch {
    return value;
  }
}

function group(value: number): string {
  const digits = String(Math.abs(value));
  let text = digits.slice(0, digits.length % 3);
  for (let i = digits.length % 3; i < digits.length; i += 3) text += (text ? "," : "") + digits.slice(i, i + 3);
  return value < 0 ? `-${text}` : text;
}
