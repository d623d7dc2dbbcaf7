import type { Unit } from "../../model/figure";

const MARKS: { readonly [unit in Exclude<Unit, "ratio">]: string } = { people: "人", days: "日", hours: "時間", years: "年", cases: "件", points: "pt" };
/** As wide as a bracket, so that a figure does not touch the line beside it. */
const MARGIN = "_)";
const MOST_DIGITS = 2;
/** A division that never ends is shown with one digit in percent, two elsewhere. */
const ENDLESS_PERCENT = 1;

/** 行の表示形式 — number format for the figures of one line: as many digits as the most exact of them, two at most. */
export function chooseFormat(unit: Unit | null, values: readonly number[]): string {
  const scale = unit === "ratio" ? 100 : 1;
  const digits = Math.max(0, ...values.map((value) => countDigits(value * scale, unit === "ratio" ? ENDLESS_PERCENT : MOST_DIGITS)));
  const number = `#,##0${digits > 0 ? `.${"0".repeat(digits)}` : ""}`;
  if (unit === null) return number + MARGIN;
  return (unit === "ratio" ? number.replace("#,##0", "0") + "%" : `${number}"${MARKS[unit]}"`) + MARGIN;
}

function countDigits(value: number, endless: number): number {
  for (let digits = 0; digits <= MOST_DIGITS; digits++) if (Math.abs(value - Number(value.toFixed(digits))) < 1e-9) return digits;
  return endless;
}
