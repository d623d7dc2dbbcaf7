import { type Cell, readAddress, readPlaceKey, writeAddress, writeRange } from "../../src/model/cell";
import type { Facts, Relation } from "./facts-of-sheet";
import { ARITHMETIC, breaksRelation, type Kind, type Plant, plantCells } from "./kinds";
import { writeShown } from "./shown-figure";

const at = (key: string) => readAddress(readPlaceKey(key).cell)!;
const isNumber = (facts: Facts) => (key: string) => typeof facts.cells.get(key)?.value === "number";

/** The cells of a relation, when all of them are numbers on one sheet: then Excel would compute its first. */
const canCompute = (facts: Facts) => (r: Relation) => r.kind !== "repeat" && r.cells.every(isNumber(facts)) && new Set(r.cells.map((key) => readPlaceKey(key).sheet)).size === 1;

function sumOver(keys: readonly string[]): string {
  const places = keys.map(at);
  const [rows, cols] = [places.map((p) => p.row), places.map((p) => p.col)];
  return `SUM(${writeRange({ top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...cols), right: Math.max(...cols) })})`;
}

/** 式 — what Excel would hold in the first cell of a relation. */
function formulaOf({ kind, cells: [, ...rest] }: Relation): string {
  const [numerator, denominator] = rest.map(at);
  return kind === "sum" ? sumOver(rest) : `${writeAddress(numerator!.row, numerator!.col)}/${writeAddress(denominator!.row, denominator!.col)}`;
}

/** 式にする — the workbook with a formula wherever a relation of numbers gives one; its values stay. */
function computedCells(facts: Facts): Map<string, Cell> {
  const percent = (cell: Cell, r: Relation) => (r.kind === "rate" && !cell.format.includes("%") ? `*100` : "");
  return new Map(
    facts.relations.filter(canCompute(facts)).map((r) => {
      const cell = facts.cells.get(r.cells[0]!)!;
      return [r.cells[0]!, { ...cell, formula: `${formulaOf(r)}${percent(cell, r)}` }];
    }),
  );
}

/** 式の誤り — in the same workbooks, with formulas for all the totals and rates that are numbers. */
export const formulas: readonly Kind[] = [
  {
    name: "stale formula range",
    where: "a total that is a SUM: its range leaves out the last of its rows (columns), which is not 0, and its value follows",
    checks: new Set([...ARITHMETIC, "formula-range-short"]),
    list: (facts) => {
      const computed = computedCells(facts);
      return facts.relations
        .filter((r) => r.kind === "sum" && computed.has(r.cells[0]!) && r.cells.length >= 4)
        .map((r) => () => {
          const parts = r.cells.slice(1).sort((a, b) => at(a).row - at(b).row || at(a).col - at(b).col);
          const missed = Number(facts.cells.get(parts.at(-1)!)!.value);
          const total = facts.figures.get(r.cells[0]!)!;
          if (missed === 0) return undefined;
          return plantFormula(facts, computed, total.key, writeShown(total.cell, total.number - missed, sumOver(parts.slice(0, -1))));
        });
    },
  },
  {
    name: "typed-over formula",
    where: "a total or rate beside another one that is a formula in its row or column: a number instead, which is not what the formula would give",
    checks: new Set([...ARITHMETIC, "formula-typed-over"]),
    list: (facts, random) => {
      const computed = computedCells(facts);
      return facts.relations
        .filter((r) => computed.has(r.cells[0]!) && hasFormulaBeside(r.cells[0]!, computed))
        .map((r) => () => {
          const figure = facts.figures.get(r.cells[0]!)!;
          const off = Math.max(10 ** -figure.decimals, Number((figure.number * (0.03 + random(20) / 100)).toFixed(figure.decimals)));
          const typed = Number((random(2) === 0 && figure.number > off ? figure.number - off : figure.number + off).toFixed(figure.decimals));
          if (!breaksRelation(facts, new Map([[figure.key, typed]]))) return undefined;
          return plantFormula(facts, computed, figure.key, writeShown(figure.cell, typed));
        });
    },
  },
];

function hasFormulaBeside(key: string, computed: ReadonlyMap<string, Cell>): boolean {
  const { sheet, cell } = readPlaceKey(key);
  const { row, col } = readAddress(cell)!;
  return [
    [row, col - 1],
    [row, col + 1],
    [row - 1, col],
    [row + 1, col],
  ].some(([r, c]) => r! >= 0 && c! >= 0 && computed.has(`${sheet}!${writeAddress(r!, c!)}`));
}

/** Only the planted cell is wrong; the other formulas are right and stand for nothing but themselves. */
function plantFormula(facts: Facts, computed: ReadonlyMap<string, Cell>, key: string, cell: Cell): Plant {
  const plant = plantCells(facts, new Map([...computed, [key, cell]]));
  const one = plantCells(facts, new Map([[key, cell]]));
  return { ...plant, at: [key], related: one.related };
}
