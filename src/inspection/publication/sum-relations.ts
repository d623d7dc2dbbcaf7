import { writeAddress, placeKey } from "../../model/cell";
import { readSheetTag } from "../../model/new-sheet";
import { type Group, groupKey, type Observation } from "../../model/observation";
import { periodKey } from "../../model/period";
import type { Sheet } from "../../model/workbook";
import type { SumRelation } from "./derive-withheld";

/** 人数の欄 — a cell that states whole people, whether or not it was understood. */
export interface PeopleCell {
  readonly key: string;
  readonly value: number;
}

const DIMENSIONS = ["sex", "grade", "department", "employment", "occupation", "bucket"] as const;
const TOTAL = /^(?:総?合計|小計|総計|総数|全体|全職員|計)|(?:合計|小計|総計|総数|計)$/u;
const PEOPLE = /^([\d,]+)(?:人|名)?$/u;
/** Groups of more cells than this add up to nothing that people would write. */
const MOST_PARTS = 60;

/** 同じ人数の関係 — the same people stated in several places, and totals with their parts by sex, grade and so on, wherever they stand. */
export function relateGroups(counts: readonly Observation[], isShareOfWomen: (indicator: string) => boolean): SumRelation[] {
  const relations: SumRelation[] = [];
  const byGroup = new Map<string, Observation[]>();
  for (const o of counts) push(byGroup, `${o.indicator}|${o.role === "denominator"}|${periodKey(o.period)}|${groupKey(o.group)}`, o);
  const single: Observation[] = [];
  for (const [first, ...others] of byGroup.values()) {
    if (!first) continue;
    single.push(first);
    for (const other of others)
      if (other.value === first.value && placeKey(other.at) !== placeKey(first.at)) {
        relations.push(
          new Map([
            [placeKey(first.at), 1],
            [placeKey(other.at), -1],
          ]),
        );
      }
  }
  for (const dimension of DIMENSIONS) {
    const families = new Map<string, { totals: Observation[]; parts: Observation[] }>();
    for (const o of single) {
      // Of women among all, those counted are the women, and those they are counted among are all.
      const isWomen = dimension === "sex" && o.role === "numerator" && o.group.sex === undefined && isShareOfWomen(o.indicator);
      const isAll = dimension === "sex" && isShareOfWomen(o.indicator);
      const key = `${o.indicator}|${!isAll && o.role === "denominator"}|${periodKey(o.period)}|${groupKey(without(o.group, dimension))}`;
      const family = families.get(key) ?? { totals: [], parts: [] };
      families.set(key, family);
      (o.group[dimension] !== undefined || isWomen ? family.parts : family.totals).push(o);
    }
    for (const { totals, parts } of families.values()) {
      if (parts.length < 2 || parts.length > MOST_PARTS) continue;
      const sum = parts.reduce((all, { value }) => all + (value ?? 0), 0);
      for (const total of totals)
        if (total.value === sum)
          add(
            relations,
            placeKey(total.at),
            parts.map(({ at }) => placeKey(at)),
          );
    }
  }
  return relations;
}

/** 合計欄の関係 — cells under or beside a word such as 合計, with the cells before or after them that add up to it. */
export function relateTotals(sheet: Sheet): { readonly cells: readonly PeopleCell[]; readonly relations: SumRelation[] } {
  const relations: SumRelation[] = [];
  if (readSheetTag(sheet.cells) !== undefined) return { cells: [], relations };
  const people = new Map<string, number>();
  const isRowOfTotals = new Set<number>();
  const isColumnOfTotals = new Set<number>();
  const filled = new Set<string>();
  for (const { row, col, value, text, format } of sheet.cells) {
    filled.add(`${row}:${col}`);
    const plain = typeof value === "string" ? value.normalize("NFKC").replace(/\s/gu, "") : "";
    const found = PEOPLE.exec(plain);
    const count = typeof value === "number" && !/[%dyh]/iu.test(format) ? value : found ? Number(found[1]!.replace(/,/g, "")) : undefined;
    if (count !== undefined && Number.isInteger(count) && count >= 0) people.set(`${row}:${col}`, count);
    else if (TOTAL.test(text.normalize("NFKC").replace(/\s/gu, ""))) {
      isRowOfTotals.add(row);
      isColumnOfTotals.add(col);
    }
  }
  const keyOf = (spot: string): string => {
    const [row = 0, col = 0] = spot.split(":").map(Number);
    return placeKey({ sheet: sheet.name, cell: writeAddress(row, col) });
  };
  for (const [spot, total] of people) {
    const [row = 0, col = 0] = spot.split(":").map(Number);
    for (const [rowStep, colStep] of [
      ...(isColumnOfTotals.has(col)
        ? ([
            [0, -1],
            [0, 1],
          ] as const)
        : []),
      ...(isRowOfTotals.has(row)
        ? ([
            [-1, 0],
            [1, 0],
          ] as const)
        : []),
    ]) {
      const parts: string[] = [];
      let sum = 0;
      let matched = 0;
      for (let step = 1; parts.length < MOST_PARTS; step++) {
        const next = `${row + rowStep * step}:${col + colStep * step}`;
        const value = people.get(next);
        if (value === undefined) {
          // A mark for nobody stands where a 0 might; an end of the table has nothing at all.
          if (filled.has(next) && step < MOST_PARTS) continue;
          break;
        }
        parts.push(next);
        sum += value;
        if (sum === total && parts.length > 1) matched = parts.length;
        if (sum > total) break;
      }
      if (matched > 1 && total > 0) add(relations, keyOf(spot), parts.slice(0, matched).map(keyOf));
    }
  }
  return { cells: [...people].map(([spot, value]) => ({ key: keyOf(spot), value })), relations };
}

function add(relations: SumRelation[], total: string, parts: readonly string[]): void {
  if (parts.includes(total)) return;
  relations.push(new Map([[total, 1], ...parts.map((part): [string, number] => [part, -1])]));
}

function without(group: Group, dimension: (typeof DIMENSIONS)[number]): Group {
  const { [dimension]: _, ...rest } = group;
  return rest;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}
