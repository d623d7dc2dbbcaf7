import { type Cell, placeKey, writeAddress } from "../../src/model/cell";
import type { TrueObservation } from "../support/truth";
import type { CleanWorkbook } from "./clean-workbooks";
import { readShown, type ShownFigure } from "./shown-figure";

/** 関係 — figures of which one follows from the others, by the truth and plain arithmetic on what the cells show. */
export interface Relation {
  readonly kind: "rate" | "sum" | "repeat";
  /** The rate, the total, or the first of two statements; then what it follows from. */
  readonly cells: readonly string[];
  /** Whether it still holds when these cells show other numbers. */
  holds(shown: (key: string) => number): boolean;
}

/** シートの事実 — a clean workbook as the planting sees it: its cells, what the truth says of them, and what hangs together. */
export interface Facts {
  readonly clean: CleanWorkbook;
  readonly cells: ReadonlyMap<string, Cell>;
  /** Cells of one true observation, with the number they show. */
  readonly figures: ReadonlyMap<string, Figure>;
  readonly relations: readonly Relation[];
  readonly relationsOf: ReadonlyMap<string, readonly Relation[]>;
  /** Cells the truth itself finds fault with. */
  readonly due: ReadonlySet<string>;
}

/** 一つの数 — a cell of one figure, by the truth. */
export interface Figure extends ShownFigure {
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly cell: Cell;
  readonly of: TrueObservation;
}

/** 事実をまとめる — the relations of a workbook, without any help of the engine. */
export function gatherFacts(clean: CleanWorkbook): Facts {
  const { workbook, truth } = clean;
  const cells = new Map(workbook.sheets.flatMap((sheet) => sheet.cells.map((c) => [placeKey({ sheet: sheet.name, cell: writeAddress(c.row, c.col) }), c] as const)));
  const due = new Set(truth.findings.map(placeKey));
  const counted = new Map<string, TrueObservation[]>();
  for (const o of truth.observations) counted.set(placeKey(o), [...(counted.get(placeKey(o)) ?? []), o]);
  const figures = new Map<string, Figure>();
  for (const [key, [of, ...others]] of counted) {
    const cell = cells.get(key);
    const shown = cell && others.length === 0 && of!.role !== "target" && typeof of!.value === "number" ? readShown(cell) : undefined;
    if (cell && shown && !due.has(key)) figures.set(key, { ...shown, key, sheet: of!.sheet, row: cell.row, col: cell.col, cell, of: of! });
  }
  const relations = [...findRates(figures), ...findSums(figures, cells), ...findRepeats(figures)].filter((r) => r.cells.every((key) => !due.has(key)));
  const relationsOf = new Map<string, Relation[]>();
  for (const relation of relations) for (const key of relation.cells) relationsOf.set(key, [...(relationsOf.get(key) ?? []), relation]);
  return { clean, cells, figures, relations, relationsOf, due };
}

const step = ({ decimals }: ShownFigure) => 10 ** -decimals;

const subjectOf = ({ of }: Figure) => `${of.sheet}|${of.indicator}|${of.fiscalYear}|${of.group.sex ?? ""}`;

/** A rate with the one numerator and denominator of its subject in its row or column, where it is what they give. */
function findRates(figures: ReadonlyMap<string, Figure>): Relation[] {
  const bySubject = new Map<string, Figure[]>();
  for (const f of figures.values()) bySubject.set(subjectOf(f), [...(bySubject.get(subjectOf(f)) ?? []), f]);
  return [...bySubject.values()].flatMap((group) =>
    group
      .filter((f) => f.of.role === "value" && (f.unit === "%" || (f.of.value as number) <= 1.5) && f.unit !== "人" && f.unit !== "日")
      .flatMap((rate): Relation[] => {
        const [numerator, denominator] = ["numerator", "denominator"].map((role) => pickBeside(rate, group, role));
        if (!numerator || !denominator || denominator.number === 0) return [];
        // 87.5 under ％, 87.5% and 0.875 show the same rate.
        const scale = rate.unit === "%" || Math.abs(rate.number - (rate.of.value as number)) > 1e-9 ? 100 : 1;
        const holds = (shown: (key: string) => number): boolean => {
          const whole = shown(denominator.key);
          return whole > 0 && Math.abs((scale * shown(numerator.key)) / whole - shown(rate.key)) <= step(rate) * 0.5001;
        };
        const relation: Relation = { kind: "rate", cells: [rate.key, numerator.key, denominator.key], holds };
        return holds((key) => figures.get(key)!.number) ? [relation] : [];
      }),
  );
}

function pickBeside(rate: Figure, group: readonly Figure[], role: string): Figure | undefined {
  const all = group.filter((f) => f.of.role === role && f.unit !== "%");
  if (all.length === 1) return all[0];
  const beside = all.filter((f) => f.row === rate.row || f.col === rate.col);
  return beside.length === 1 ? beside[0] : undefined;
}

const ADDABLE = /^(|人|名|時間|件|日|h)$/;
const TOTAL = /^(合計|総計|総数|計|年計|全体|小計|男女計|.{1,6}[^統会設推累]計)(（.*）|\(.*\))?$/;

/** A figure under or beside 計 with the whole run of figures before or after it, where they add up. */
function findSums(figures: ReadonlyMap<string, Figure>, cells: ReadonlyMap<string, Cell>): Relation[] {
  const at = (sheet: string, row: number, col: number) => cells.get(placeKey({ sheet, cell: writeAddress(row, col) }));
  return [...figures.values()].flatMap((total): Relation[] => {
    if (!ADDABLE.test(total.unit) || (total.of.role === "value" && /rate|gap|avg|per_head|retention/.test(total.of.indicator))) return [];
    // Whoever is above the limit in several months is one person in the year.
    if (total.of.indicator === "overtime_over_limit_count") return [];
    for (const [dr, dc] of [
      [0, -1],
      [-1, 0],
      [0, 1],
      [1, 0],
    ] as const) {
      if (!isUnderTotal(total, dr !== 0, at)) continue;
      const parts: string[] = [];
      let sum = 0;
      for (let n = 1; ; n++) {
        const [row, col] = [total.row + dr * n, total.col + dc * n];
        const cell = row >= 0 && col >= 0 ? at(total.sheet, row, col) : undefined;
        const shown = cell && readShown(cell);
        if (!shown || shown.unit !== total.unit || shown.decimals > total.decimals || isYearLike(cell)) break;
        parts.push(placeKey({ sheet: total.sheet, cell: writeAddress(row, col) }));
        sum += shown.number;
      }
      const isTold = parts.length >= 2 && parts.filter((key) => readShown(cells.get(key)!)!.number > 0).length >= 2;
      if (!isTold || Math.abs(sum - total.number) > 1e-6 || !parts.some((key) => figures.has(key))) continue;
      const holds = (shown: (key: string) => number) => Math.abs(parts.reduce((all, key) => all + shown(key), 0) - shown(total.key)) <= 1e-6;
      return [{ kind: "sum", cells: [total.key, ...parts], holds }];
    }
    return [];
  });
}

const isYearLike = (cell: Cell) =>
  /[ge]/i.test(cell.format.replace(/General/i, "").replace(/"[^"]*"/g, "")) || (typeof cell.value === "number" && cell.value >= 1990 && cell.value <= 2040);

/** The nearest words over a column, or to the left of a row, say 計. */
function isUnderTotal(total: Figure, isRow: boolean, at: (sheet: string, row: number, col: number) => Cell | undefined): boolean {
  for (let n = 1; n <= 40; n++) {
    const [row, col] = isRow ? [total.row, total.col - n] : [total.row - n, total.col];
    if (row < 0 || col < 0) return false;
    const cell = at(total.sheet, row, col);
    if (cell && !readShown(cell)) return TOTAL.test(cell.text.replace(/\s/g, ""));
  }
  return false;
}

/** One figure that two sheets state alike, where these sheets agree on another one too: a summary and its detail. */
function findRepeats(figures: ReadonlyMap<string, Figure>): Relation[] {
  const same = new Map<string, Figure[]>();
  for (const f of figures.values()) {
    if (f.of.role === "part" || f.of.fiscalYear === null || f.of.indicator.includes("|")) continue;
    const key = `${f.of.indicator}|${f.of.role}|${f.of.fiscalYear}|${f.of.group.sex ?? ""}`;
    same.set(key, [...(same.get(key) ?? []), f]);
  }
  const pairs = [...same.values()].flatMap(([a, b, ...more]) => (a && b && more.length === 0 && a.sheet !== b.sheet ? [[a, b] as const] : []));
  const agree = ([a, b]: readonly [Figure, Figure], shown: (key: string) => number) =>
    Math.abs(shown(a.key) * scaleOf(a) - shown(b.key) * scaleOf(b)) < Math.max(step(a) * scaleOf(a), step(b) * scaleOf(b)) * 0.9999;
  const own = (key: string) => figures.get(key)!.number;
  const held = pairs.filter((pair) => agree(pair, own));
  const between = (pair: readonly [Figure, Figure]) => `${pair[0].sheet}|${pair[1].sheet}`;
  return held
    .filter((pair) => held.filter((other) => between(other) === between(pair)).length >= 2 && pairs.filter((other) => between(other) === between(pair)).every((p) => agree(p, own)))
    .map((pair) => ({ kind: "repeat", cells: pair.map((f) => f.key), holds: (shown) => agree(pair, shown) }));
}

/** What one in the last digit means: 87.5% and 0.875 are one figure. */
const scaleOf = (f: Figure) => (f.number === 0 ? (f.unit === "%" ? 0.01 : 1) : Math.abs((f.of.value as number) / f.number - 0.01) < 0.001 ? 0.01 : 1);
