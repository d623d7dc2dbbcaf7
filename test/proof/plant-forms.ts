import { type Cell, placeKey, writeAddress } from "../../src/model/cell";
import type { Facts, Figure } from "./facts-of-sheet";
import { ARITHMETIC, breaksRelation, changeFigures, type Kind, type Plant, plantCells } from "./kinds";
import type { Random } from "./random";
import { writeShown, writeText } from "./shown-figure";

const isRate = (f: Figure) => f.of.role === "value" && /_rate$|_share$/.test(f.of.indicator) && !/reduction|growth/.test(f.of.indicator);
const isCount = (f: Figure) => f.of.role !== "value" && f.unit !== "%" && /_(rate|days|leave)$|leave|people/.test(f.of.indicator) && !/gap|growth|reduction/.test(f.of.indicator);
const isQuantity = (f: Figure) => f.of.role === "value" && /_avg_days$|^overtime_(total|per_head|monthly)/.test(f.of.indicator);

/** The other years of a figure's line: same sheet, subject and role, in its row or its column. */
function otherYears(facts: Facts, figure: Figure): Figure[] {
  const all = [...facts.figures.values()].filter(
    (f) =>
      f !== figure &&
      f.sheet === figure.sheet &&
      f.unit === figure.unit &&
      f.of.indicator === figure.of.indicator &&
      f.of.role === figure.of.role &&
      f.of.group.sex === figure.of.group.sex &&
      f.of.fiscalYear !== figure.of.fiscalYear,
  );
  return [all.filter((f) => f.row === figure.row), all.filter((f) => f.col === figure.col)].sort((a, b) => b.length - a.length)[0]!;
}

/** Two other years at least, all of a size: then one that is many times as large, or as small, shows. */
function isSteady(facts: Facts, figure: Figure): boolean {
  const numbers = [figure, ...otherYears(facts, figure)].map((f) => f.number);
  return numbers.length >= 3 && Math.min(...numbers) > 0 && Math.max(...numbers) <= 3 * Math.min(...numbers);
}

const round = (number: number, decimals: number) => Number(number.toFixed(decimals));

/** 書き方の誤り — figures in another unit, with a sign, typed as text, or in their neighbour's column. */
export const forms: readonly Kind[] = [
  {
    name: "unit slip: rate",
    where: "a rate that becomes a hundred times as large or as small, where its counts or two steady other years of its line stand beside it",
    checks: new Set([...ARITHMETIC, "size-unlike-other-years", "unit-unlike-label"]),
    list: (facts, random) =>
      [...facts.figures.values()]
        .filter((f) => isRate(f) && f.number > 0)
        .map((f) => () => {
          const slipped = random(2) === 0 ? f.number * 100 : f.number / 100;
          // A cell that has no room for the digits shows nothing of the slip.
          const shown = typeof f.cell.value === "number" ? slipped : round(slipped, f.decimals);
          if (shown === 0) return undefined;
          return changeFigures(facts, new Map([[f.key, shown]])) ?? (isSteady(facts, f) ? plantCells(facts, new Map([[f.key, writeShown(f.cell, shown)]])) : undefined);
        }),
  },
  {
    name: "unit slip: hours in minutes",
    where: "hours that become sixty times as many, where a relation or two steady other years of their line stand beside them",
    checks: new Set([...ARITHMETIC, "size-unlike-other-years", "unit-unlike-label"]),
    list: (facts) =>
      [...facts.figures.values()]
        .filter((f) => /^overtime_(total|per_head|monthly)/.test(f.of.indicator) && f.number > 0 && f.unit !== "人" && f.unit !== "%")
        .map((f) => () => {
          const minutes = round(f.number * 60, f.decimals);
          return changeFigures(facts, new Map([[f.key, minutes]])) ?? (isSteady(facts, f) ? plantCells(facts, new Map([[f.key, writeShown(f.cell, minutes)]])) : undefined);
        }),
  },
  {
    name: "wrong sign",
    where: "a rate, a count of people, days or hours above 0, none of which is a difference: −, △ or ▲ before it",
    checks: new Set([...ARITHMETIC, "figure-below-zero", "mixed-triangles"]),
    list: (facts, random) =>
      [...facts.figures.values()]
        .filter((f) => f.number > 0 && (isRate(f) || isCount(f) || isQuantity(f)))
        .map((f) => () => plantCells(facts, new Map([[f.key, negate(f.cell, random)]]))),
  },
  {
    name: "text number",
    where: "a number that is typed as text, among others that are numbers",
    checks: new Set(["number-as-text"]),
    list: (facts) => {
      const numbers = [...facts.figures.values()].filter((f) => typeof f.cell.value === "number");
      return numbers.length < 2 ? [] : numbers.map((f) => () => plantCells(facts, new Map([[f.key, writeText(f.cell, f.cell.text)]])));
    },
  },
  {
    name: "hours over a day",
    where: "days with hours: the hours become eight or more, where a working day has 7:45",
    checks: new Set(["hours-above-working-day"]),
    list: (facts, random) =>
      [...facts.cells]
        .filter(([key, cell]) => !facts.due.has(key) && /^\s*\d+日と?\s*\d時間$/.test(cell.text.normalize("NFKC")) && typeof cell.value === "string")
        .map(
          ([key, cell]) =>
            () =>
              plantCells(facts, new Map([[key, writeText(cell, cell.text.replace(/[\d０-９](?=\s*時間)/, String(8 + random(10))))]])),
        ),
  },
  {
    name: "shifted column",
    where: "a row of three or more figures: from a random one on each stands one cell to the left, and a relation no longer holds, or the last was their total",
    checks: new Set([...ARITHMETIC, "shifted-column", "rate-without-eligible", "zero-written-as-not-applicable"]),
    list: (facts, random) => listRows(facts).map((row) => () => shiftLeft(facts, row, random(row.length - 2))),
  },
];

function negate(cell: Cell, random: Random): Cell {
  const { formula: _was, ...typed } = cell;
  const mark = ["-", "△", "▲"][random(3)]!;
  if (typeof cell.value !== "number") return writeText(cell, `${mark}${cell.text}`);
  return { ...typed, value: -cell.value, text: `-${cell.text}` };
}

/** Runs of three or more cells that each hold one figure, all in one unit. */
function listRows(facts: Facts): Figure[][] {
  const rows: Figure[][] = [];
  for (const figure of [...facts.figures.values()].sort((a, b) => a.row - b.row || a.col - b.col)) {
    const row = rows.find((r) => r.at(-1)!.sheet === figure.sheet && r.at(-1)!.row === figure.row && r.at(-1)!.col === figure.col - 1 && r.at(-1)!.unit === figure.unit);
    if (row) row.push(figure);
    else rows.push([figure]);
  }
  return rows.filter((row) => row.length >= 3);
}

function shiftLeft(facts: Facts, row: readonly Figure[], from: number): Plant | undefined {
  const moved = row.slice(from);
  const key = (f: Figure) => placeKey({ sheet: f.sheet, cell: writeAddress(f.row, f.col) });
  const numbers = new Map(moved.map((f, i) => [key(f), moved[i + 1]?.number ?? Number.NaN]));
  const wasTotal = facts.relationsOf.get(key(row.at(-1)!))?.some((r) => r.kind === "sum" && r.cells[0] === key(row.at(-1)!) && r.cells.includes(key(row.at(-2)!)));
  if (!wasTotal && !breaksRelation(facts, numbers)) return undefined;
  const cells = moved.map((f, i): [string, Cell | null] => {
    const { formula: _was, ...right } = moved[i + 1]?.cell ?? f.cell;
    return [key(f), i + 1 < moved.length ? right : null];
  });
  return plantCells(facts, new Map(cells));
}
