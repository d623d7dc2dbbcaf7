import type { Observation } from "../model/observation";
import { writeAddress } from "../model/cell";
import type { Amount } from "./amount";

/** 該当者なし — what a cell says when nobody was eligible. */
export const NOBODY_ELIGIBLE = "該当者なし";

/**
 * 割り算の式 — `=IF(C4=0,"該当者なし",C3/C4)` over the very cells, quoted across sheets.
 *
 * shape  `factor` 100 where the line is kept in percent, a twelfth for a month of a year; a headcount from a heading stands as a number
 * none   null where a source is text, or a piece of a cell, and no formula could reckon with it
 */
export function writeQuotient(sheet: string, numerator: Amount, denominator: Amount, factor: number): string | null {
  const top = writeSum(sheet, numerator);
  const bottom = writeSum(sheet, denominator);
  if (top === null || bottom === null) return null;
  const scaled = factor === 1 ? "" : factor < 1 ? `/${Math.round(1 / factor)}` : `*${factor}`;
  const quotient = `${wrap(top)}/${wrap(bottom)}${scaled}`;
  return denominator.kind === "words" ? `=${quotient}` : `=IF(${bottom}=0,"${NOBODY_ELIGIBLE}",${quotient})`;
}

/** 和の式 — C9, C9+E9, or SUM(C9:C11) where the cells stand side by side. */
export function writeSum(sheet: string, amount: Amount): string | null {
  if (amount.kind === "words") return String(amount.value);
  if (!amount.cells.every(isReckonable)) return null;
  const run = findRun(amount.cells);
  if (run) return `SUM(${writeReference(sheet, run.first)}:${writeAddress(run.last.row, run.last.col)})`;
  return amount.cells.map((cell) => writeReference(sheet, cell)).join("+");
}

/** 参照を書く — C4 on the same sheet, '女性 登用'!C4 from another. */
export function writeReference(sheet: string, cell: Observation): string {
  const address = writeAddress(cell.row, cell.col);
  if (cell.at.sheet === sheet) return address;
  return `'${cell.at.sheet.replace(/'/g, "''")}'!${address}`;
}

/** 式に使えるか — the cell holds this number itself: no text, no part of a cell, no covered cell of a merge. */
export function isReckonable(cell: Observation): boolean {
  return cell.state === "value" && cell.value !== null && !cell.isText && cell.figure.part === "value" && !cell.isMergedCopy;
}

function wrap(term: string): string {
  return /[+\-*/]/.test(term.replace(/'[^']*'!/g, "").replace(/^SUM\(.*\)$/, "")) ? `(${term})` : term;
}

function findRun(cells: readonly Observation[]): { first: Observation; last: Observation } | undefined {
  if (cells.length < 3) return undefined;
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.col - b.col);
  const first = sorted[0]!;
  const last = sorted[sorted.length - 1]!;
  if (!sorted.every((cell) => cell.at.sheet === first.at.sheet)) return undefined;
  const isDown = sorted.every((cell, i) => cell.col === first.col && cell.row === first.row + i);
  const isAcross = sorted.every((cell, i) => cell.row === first.row && cell.col === first.col + i);
  return isDown || isAcross ? { first, last } : undefined;
}
