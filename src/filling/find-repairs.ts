import { listByCell } from "../model/observation";
import type { Repair } from "../model/repair";
import type { Reading } from "../model/reading";
import { isPlainFigureText } from "../notation/plain-figure";

/** A number in half-width digits, with or without thousands, and nothing behind it but the letters of a unit. */
const ONE_FIGURE = /^([ 　]*)(-?)(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?([ 　]*)(%|(?:人|名|件|回|日間?|時間|年間?|歳|h|ポイント)(?:\/人)?)?([ 　]*)$/;
/** More digits than Excel keeps. */
const MOST_DIGITS = 15;

/**
 * 直しをさがす — numbers typed as text that can become numbers and look exactly the same: 3人 → 3 under 0"人".
 *
 * silent  formulas, texts that state more than one figure, and whatever no number format shows to the letter:
 *         full-width digits, ranges, footnote marks, 7:45, ▲
 */
export function findRepairs(reading: Pick<Reading, "observations">): Repair[] {
  return listByCell(reading.observations.filter(({ isText }) => isText)).flatMap((inCell) => {
    const first = inCell[0]!;
    if (first.formula !== undefined || first.figure.marks !== undefined || !isPlainFigureText(inCell)) return [];
    const read = readPlainNumber(first.text);
    return read ? [{ at: first.at, indicator: first.indicator, text: first.text, ...read }] : [];
  });
}

/**
 * 数値にする — a text as its number and the number format code that shows it as it was typed.
 *
 * unit  85.0% is 0.85 under 0.0%
 * none  undefined for texts that no format would show to the letter
 */
export function readPlainNumber(text: string): Pick<Repair, "value" | "format"> | undefined {
  const found = ONE_FIGURE.exec(text);
  if (!found) return undefined;
  const [, before = "", sign = "", whole = "", decimals = "", gap = "", unit = "", after = ""] = found;
  const digits = whole.replaceAll(",", "");
  if (digits.length + decimals.length > MOST_DIGITS) return undefined;
  const value = Number(`${sign}${digits}${decimals === "" ? "" : `.${decimals}`}${unit === "%" ? "e-2" : ""}`);
  // Excel shows no minus before nothing.
  if (Object.is(value, -0)) return undefined;
  const figure = `${whole.includes(",") ? "#,##0" : "0"}${decimals === "" ? "" : `.${"0".repeat(decimals.length)}`}`;
  const tail = unit === "%" ? `${quote(gap)}%${quote(after)}` : quote(`${gap}${unit}${after}`);
  // A minus stands before all letters of a format, so it cannot follow a space.
  if (sign !== "" && before !== "") return undefined;
  return { value, format: `${quote(before)}${figure}${tail}` };
}

function quote(letters: string): string {
  return letters === "" ? "" : `"${letters}"`;
}
