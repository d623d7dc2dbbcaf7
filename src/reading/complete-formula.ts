import { remember } from "../model/remember";
import { unifyWidth } from "../notation/normalize";
import type { Line } from "./line";

/** 取得率(B/A), 割合 ②÷①: which letters are divided. */
const DIVISION = /(?<![A-Za-zぁ-んァ-ヶ一-龠\d])([A-Za-zア-ン]|[①-⑳])\s*[/÷]\s*([A-Za-zア-ン]|[①-⑳])(?![A-Za-zぁ-んァ-ヶ一-龠\d])/;
/** 対象者数(A), A 対象者数, ①対象者数. */
const LETTER = /[(\[]([A-Za-zア-ン]|[①-⑳])[)\]]\s*$|^([①-⑳])|(?<![A-Za-z])([A-Z])\s*$|^\(?([A-Z])\)?[\s.:]/;

/**
 * 式の記号で補う — where a heading writes a rate as a division of letters, the lines that carry those letters are its two halves.
 *
 * shape  the same lines; only counts of people, or lines that say no measure, take a half
 */
export function completeFormula(lines: readonly Line[]): readonly Line[] {
  // One label may head thousands of lines.
  const divisionOf = remember((raw: string) => DIVISION.exec(unifyWidth(raw).trim()));
  const divided = lines.flatMap((line) => {
    const found = line.features?.measure === "ratio" || line.features?.measure === undefined ? divisionOf(rawOf(line)) : null;
    return found ? [{ numerator: found[1]!, denominator: found[2]! }] : [];
  });
  const [first] = divided;
  if (!first || divided.some(({ numerator, denominator }) => numerator !== first.numerator || denominator !== first.denominator)) return lines;
  return lines.map((line) => {
    const { features } = line;
    if (!features || (features.measure !== undefined && features.measure !== "count") || divisionOf(rawOf(line))) return line;
    const letter = letterOf(unifyWidth(rawOf(line)).trim());
    const part = letter === first.numerator ? "numerator" : letter === first.denominator ? "denominator" : undefined;
    return part === undefined ? line : { ...line, features: { ...features, measure: "count", part } };
  });
}

function letterOf(text: string): string | undefined {
  const found = LETTER.exec(text);
  return found?.slice(1).find((letter) => letter !== undefined);
}

/** As typed: the number that begins a label is gone from its unified text. */
function rawOf({ path }: Line): string {
  return path.at(-1)?.meaning.raw ?? "";
}
