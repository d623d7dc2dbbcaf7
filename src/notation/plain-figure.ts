import type { Observation } from "../model/observation";

/**
 * 文字列の数値か — a cell of a table that states exactly one figure, typed as text: 3人, 12.5日.
 *
 * silent  cells that state several figures, days with hours, approximate figures, words or a date beside the figure
 */
export function isPlainFigureText(inCell: readonly Observation[]): boolean {
  const [only] = inCell;
  if (!only || inCell.length !== 1) return false;
  const { figure, state, isText, isMergedCopy, role, table } = only;
  if (table < 0 || role === "target" || !isText || state !== "value" || isMergedCopy) return false;
  return !figure.days && !figure.isApproximate && figure.words === "" && figure.targetWords === undefined && figure.periodText === undefined;
}
