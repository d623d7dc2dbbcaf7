import { type Cell, placeKey, writeAddress } from "../../src/model/cell";
import { laterCell } from "../support/mutate-workbook";
import type { Facts, Figure } from "./facts-of-sheet";
import { type Kind, type Plant, plantCells } from "./kinds";
import { writeShown } from "./shown-figure";
import { findYearAxes, type YearAxis, type YearHead } from "./year-axes";

const axes = (facts: Facts, least: number) => findYearAxes(facts).filter(({ heads }) => heads.length >= least);

/** A heading that says another year, accepted at both headings of the trouble and at the figures under them. */
function plantHeads(facts: Facts, cells: ReadonlyMap<string, Cell>, near: readonly YearHead[], heads: readonly YearHead[]): Plant {
  const plant = plantCells(facts, cells);
  const [first, second] = near;
  const across = first!.row === second!.row;
  const lines = heads.flatMap((h) => h.figures.map((f) => (across ? f.row : f.col)));
  const under = near.flatMap((h) => lines.map((line) => placeKey({ sheet: h.figures[0]!.sheet, cell: across ? writeAddress(line, h.col) : writeAddress(h.row, line) })));
  return { ...plant, at: [...cells.keys(), ...near.map((h) => h.key)], related: under };
}

/** 年度の誤り — headings and columns of years. */
export const years: readonly Kind[] = [
  {
    name: "duplicate year",
    where: "a heading among three or more years in a row, each one after the other: it says its neighbour's year",
    checks: new Set(["year-axis-broken"]),
    list: (facts) =>
      axes(facts, 3).flatMap(({ heads }) => heads.slice(1).map((head, i) => () => plantHeads(facts, new Map([[head.key, laterCell(head.cell, -1)]]), [heads[i]!, head], heads))),
  },
  {
    name: "missing year",
    where: "a row of four or more years, so that two steps of one year remain: the older ones each say a year less",
    checks: new Set(["year-axis-broken"]),
    list: (facts) =>
      axes(facts, 4).flatMap(({ heads }) =>
        heads.slice(0, -1).map((_, i) => () => {
          const older = heads.slice(0, i + 1);
          return plantHeads(facts, new Map(older.map((h) => [h.key, laterCell(h.cell, -1)])), [heads[i]!, heads[i + 1]!], heads);
        }),
      ),
  },
  {
    name: "value for a future year",
    where: "a table looked at in its last year, with an empty column (row) after it: the next year, with a figure in it",
    checks: new Set(["actual-after-publication"]),
    list: (facts, random) => axes(facts, 3).map((axis) => () => plantFuture(facts, axis, random(axis.heads.at(-1)!.figures.length))),
  },
  {
    name: "copied last year",
    where:
      "a year among three or more: all its figures become those of the year before, at least five of them, with four different numbers of two digits or more, where no two years of the table are alike",
    checks: new Set(["copied-from-last-year"]),
    list: (facts) => axes(facts, 3).flatMap(({ heads }) => heads.slice(1).map((head, i) => () => plantCopy(facts, heads, heads[i]!, head))),
  },
];

function plantFuture(facts: Facts, { heads, isAcross, sheet }: YearAxis, pick: number): Plant | undefined {
  const last = heads.at(-1)!;
  if (heads.some((h) => (isAcross ? h.col : h.row) > (isAcross ? last.col : last.row))) return undefined;
  const next = (row: number, col: number) => placeKey({ sheet, cell: isAcross ? writeAddress(row, col + 1) : writeAddress(row + 1, col) });
  const beside = [{ row: last.row, col: last.col }, ...last.figures];
  const page = facts.clean.workbook.sheets.find((s) => s.name === sheet)!;
  const inMerge = page.merges.some((m) =>
    beside.some((c) => (isAcross ? m.right > c.col && m.top <= c.row && m.bottom >= c.row : m.bottom > c.row && m.left <= c.col && m.right >= c.col)),
  );
  const isFree = beside.every((c) => !facts.cells.has(next(c.row, c.col)));
  // A row below the last year may be a note or another table; a free row has nothing in it at all.
  const isClear = isAcross || !page.cells.some((c) => c.row === last.row + 1);
  if (inMerge || !isFree || !isClear) return undefined;
  const figure = last.figures[pick]!;
  const cells = new Map([
    [next(last.row, last.col), laterCell(last.cell, 1)],
    [next(figure.row, figure.col), writeShown(figure.cell, figure.number)],
  ]);
  return plantCells(facts, cells, { asOf: `${last.year + 1}-03-31` });
}

function plantCopy(facts: Facts, heads: readonly YearHead[], from: YearHead, to: YearHead): Plant | undefined {
  const across = from.row === to.row;
  const lineOf = (f: { row: number; col: number }) => (across ? f.row : f.col);
  const rows = (h: YearHead) => new Map(h.figures.map((f) => [lineOf(f), f]));
  const [before, after] = [rows(from), rows(to)];
  const isLike = (a: YearHead, b: YearHead) => {
    const other = rows(b);
    const both = a.figures.filter((f) => other.has(lineOf(f)));
    return both.length > 0 && both.every((f) => other.get(lineOf(f))!.number === f.number);
  };
  const shared = [...after.keys()].filter((line) => before.has(line));
  const differing = shared.filter((line) => before.get(line)!.number !== after.get(line)!.number);
  const telling = new Set(
    shared
      .map((line) => before.get(line)!)
      .filter(isTelling)
      .map((f) => f.number),
  );
  if (shared.length < 5 || differing.length < 4 || telling.size < 4 || shared.length < after.size || heads.slice(1).some((head, i) => isLike(heads[i]!, head))) return undefined;
  const sheet = to.figures[0]!.sheet;
  const place = (head: YearHead, line: number) => placeKey({ sheet, cell: across ? writeAddress(line, head.col) : writeAddress(head.row, line) });
  const first = (across ? to.row : to.col) + 1;
  let last = Math.max(...shared);
  // To the end of the table, whatever stands there.
  while (facts.cells.has(place(from, last + 1)) && facts.cells.has(place(to, last + 1))) last++;
  const cells = new Map(
    Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((line) => {
      const [was, is] = [facts.cells.get(place(from, line)), facts.cells.get(place(to, line))];
      return was || is ? [[place(to, line), was ?? null] as const] : [];
    }),
  );
  const plant = plantCells(facts, cells);
  return { ...plant, at: [...plant.at, to.key, from.key], related: [...plant.related, ...from.figures.map((f) => f.key)] };
}

/** 2 and 3 people may well come again; 137 and 12.4 hardly do. */
function isTelling({ number, decimals, unit }: Figure): boolean {
  return Math.round(number * 10 ** decimals) >= 10 && !(unit === "%" && number === 100);
}
