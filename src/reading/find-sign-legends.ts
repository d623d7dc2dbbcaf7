import { readEvaluationScale, readEvaluationSign, readEvaluationWords } from "../notation/evaluation";
import type { SheetGrid } from "./sheet-grid";

const LONGEST = 24;

/** Every progress table of a sheet asks the same. */
const known = new WeakMap<SheetGrid, readonly string[]>();

/**
 * 評価の凡例をさがす — cells that explain signs (A 100%以上 B 80%以上), and signs with their meaning in the cell at their right: A | 目標を達成した.
 *
 * shape  as texts of a legend: A：目標を達成した; signs that stand more than once in a run of such pairs are evaluations, no legend
 */
export function findSignLegends(grid: SheetGrid): readonly string[] {
  let found = known.get(grid);
  if (!found) known.set(grid, (found = walk(grid)));
  return found;
}

function walk(grid: SheetGrid): readonly string[] {
  const found: string[] = [];
  let run: { readonly sign: string; readonly words: string }[] = [];
  let last = -1;
  const close = (): void => {
    if (run.length >= 2 && new Set(run.map(({ sign }) => sign)).size === run.length)
      found.push(...run.flatMap(({ sign, words }) => (readEvaluationWords(words) === undefined ? [] : [`${sign}：${words}`])));
    run = [];
  };
  for (const row of grid.filledRows) {
    const cells = grid.filledBetween(row, 0, grid.lastCol);
    for (const { meaning } of cells) if (meaning.raw.length > 5 && readEvaluationScale([meaning.raw]).size >= 2) found.push(meaning.raw);
    const pairs = cells.flatMap(({ meaning, right }, i) => {
      const sign = meaning.raw.length <= 3 ? readEvaluationSign(meaning.raw) : undefined;
      const next = cells[i + 1];
      return sign !== undefined && next?.left === right + 1 && next.meaning.raw.length <= LONGEST ? [{ sign, words: next.meaning.raw }] : [];
    });
    if (row !== last + 1 || pairs.length === 0) close();
    run.push(...pairs);
    last = row;
  }
  close();
  return found;
}
