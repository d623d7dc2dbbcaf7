import type { Cell } from "../../src/model/cell";
import type { Workbook } from "../../src/model/workbook";
import type { Facts } from "./facts-of-sheet";
import type { Random } from "./random";
import { replaceCells, writeShown } from "./shown-figure";

/** 植えた誤り — one error in a workbook that was right, and the cells at which it may be found. */
export interface Plant {
  readonly workbook: Workbook;
  /** What is wrong. */
  readonly at: readonly string[];
  /** What stands in a relation with it. */
  readonly related: readonly string[];
  /** The day of the look, where it matters. */
  readonly asOf?: string;
}

/** 誤りの種類 — where such an error can be planted so that the sheet itself shows it. */
export interface Kind {
  readonly name: string;
  /** Where it is planted: only there can anybody tell from the sheet. */
  readonly where: string;
  /** The checks that may speak of it. */
  readonly checks: ReadonlySet<string>;
  /** Every place of a workbook; the error is made only where it is asked for. None where it would change nothing. */
  list(facts: Facts, random: Random): readonly (() => Plant | undefined)[];
}

/** 計算の点検 — whatever compares figures with figures may speak of a wrong one. */
export const ARITHMETIC: readonly string[] = [
  "rate-disagrees-with-counts",
  "numerator-above-denominator",
  "parts-disagree-with-total",
  "months-disagree-with-total",
  "grades-disagree-with-total",
  "per-head-disagrees-with-hours",
  "difference-disagrees-with-sexes",
  "subset-above-whole",
  "over-limit-above-headcount",
  "average-outside-buckets",
  "manager-share-unlike-grades",
  "whole-unlike-sections",
  "tables-in-conflict",
  "rate-no-whole-number-gives",
  "uptake-above-hundred",
];

/** 数を変える — the workbook with other numbers in some cells; none where every relation still holds. */
export function changeFigures(facts: Facts, numbers: ReadonlyMap<string, number>): Plant | undefined {
  const cells = new Map([...numbers].map(([key, number]): [string, Cell] => [key, writeShown(facts.cells.get(key)!, number)]));
  return breaksRelation(facts, numbers) ? plantCells(facts, cells) : undefined;
}

/** 関係が崩れるか — whether some relation of these cells no longer holds with their new numbers. */
export function breaksRelation(facts: Facts, numbers: ReadonlyMap<string, number>): boolean {
  const shown = (key: string) => numbers.get(key) ?? facts.figures.get(key)?.number ?? readAny(facts, key);
  // A cell left empty gives nobody the lie.
  return [...numbers.keys()].some((key) => facts.relationsOf.get(key)?.some((relation) => relation.cells.every((c) => Number.isFinite(shown(c))) && !relation.holds(shown)));
}

function readAny(facts: Facts, key: string): number {
  return Number(
    facts.cells
      .get(key)
      ?.text.normalize("NFKC")
      .replace(/[^\d.]/g, "") ?? Number.NaN,
  );
}

/** セルを植える — the workbook with these cells in it, accepted there and wherever a relation joins them. */
export function plantCells(facts: Facts, cells: ReadonlyMap<string, Cell | null>, more: { readonly asOf?: string } = {}): Plant {
  return { workbook: replaceCells(facts.clean.workbook, cells), at: [...cells.keys()], related: relatedTo(facts, [...cells.keys()]), ...more };
}

/** つながるセル — every cell of a relation that one of these is part of. */
export function relatedTo(facts: Facts, keys: readonly string[]): string[] {
  return [...new Set(keys.flatMap((key) => facts.relationsOf.get(key)?.flatMap((r) => r.cells) ?? []))];
}
