import { type Cell, placeKey, writeAddress } from "../../src/model/cell";
import { laterCell } from "../support/mutate-workbook";
import type { Facts, Figure } from "./facts-of-sheet";

/** 年度の見出し — a heading of a year with the figures the truth gives to it. */
export interface YearHead {
  readonly key: string;
  readonly row: number;
  readonly col: number;
  readonly cell: Cell;
  readonly year: number;
  readonly figures: readonly Figure[];
}

/** 年度の軸 — headings of years after each other in one row (or column), oldest first, with no other figures between their own. */
export interface YearAxis {
  readonly sheet: string;
  /** The headings lie in one row. */
  readonly isAcross: boolean;
  readonly heads: readonly YearHead[];
}

const YEAR = /^(?:R|H|令和|平成)\s*(?:元|\d{1,2})(?:年度?)?(?:実績|（実績）|\(実績\))?$|^20\d\d年度?$|^(?:R|H|令和|平成)(?:元|\d{1,2})[.年]4[.月]1日?(?:現在)?$/;

/** 年度の軸をさがす — the words over the figures, held against the years of the truth; one year to a heading, three years at least. */
export function findYearAxes(facts: Facts): YearAxis[] {
  return [true, false].flatMap((isAcross) => {
    const byLine = new Map<string, Map<string, Figure[]>>();
    for (const figure of facts.figures.values()) {
      const head = headOf(facts, figure, isAcross);
      if (!head) continue;
      const line = `${figure.sheet}|${isAcross ? head.row : head.col}`;
      const heads = byLine.get(line) ?? new Map<string, Figure[]>();
      byLine.set(line, heads.set(head.key, [...(heads.get(head.key) ?? []), figure]));
    }
    return [...byLine.values()].flatMap((heads) =>
      splitRuns(
        [...heads].flatMap(([key, figures]) => readHead(facts, key, figures)),
        isAcross,
      ),
    );
  });
}

/** The nearest year heading over (or left of) a figure. */
function headOf(facts: Facts, figure: Figure, isAcross: boolean): { key: string; row: number; col: number } | undefined {
  for (let n = 1; n <= 60; n++) {
    const [row, col] = isAcross ? [figure.row - n, figure.col] : [figure.row, figure.col - n];
    if (row < 0 || col < 0) return undefined;
    const key = placeKey({ sheet: figure.sheet, cell: writeAddress(row, col) });
    const cell = facts.cells.get(key);
    if (cell && YEAR.test(cell.text.normalize("NFKC").trim())) return { key, row, col };
  }
  return undefined;
}

function readHead(facts: Facts, key: string, figures: readonly Figure[]): YearHead[] {
  const cell = facts.cells.get(key)!;
  const years = new Set(figures.map((f) => f.of.fiscalYear));
  const [year] = years;
  return years.size === 1 && typeof year === "number" && laterCell(cell, 1).text !== cell.text ? [{ key, row: cell.row, col: cell.col, cell, year, figures }] : [];
}

function splitRuns(heads: readonly YearHead[], isAcross: boolean): YearAxis[] {
  const place = (h: YearHead) => (isAcross ? h.col : h.row);
  const runs: YearHead[][] = [];
  let way = 0;
  for (const head of [...heads].sort((a, b) => place(a) - place(b))) {
    const run = runs.at(-1);
    const step = run ? head.year - run.at(-1)!.year : 0;
    if (run && Math.abs(step) === 1 && (run.length === 1 || step === way)) {
      way = step;
      run.push(head);
    } else runs.push([head]);
  }
  return runs.filter((run) => run.length >= 3).map((run) => ({ sheet: run[0]!.figures[0]!.sheet, isAcross, heads: run[0]!.year < run[1]!.year ? run : [...run].reverse() }));
}
