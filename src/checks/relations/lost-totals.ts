import type { Observation } from "../../model/observation";
import { hasValue } from "./compare";
import { groupBy } from "./evidence";
import type { Lines } from "./lines";

/** 失われた合計 — a row (or column) whose total is blank, while the cell before it is as large as all the others. */
export interface LostTotal {
  readonly cell: Observation & { readonly value: number };
  readonly total: Observation;
}

/**
 * 失われた合計をさがす — lines that moved by one cell: the first of them fell out, the total stands among the parts.
 *
 * shape  only where every other line of the table has its total; three parts at least, or six months, of which one table may be alone
 */
export function findLostTotals(lines: Lines): readonly LostTotal[] {
  const tables = new Set(lines.having((kind) => kind.isTotal && kind.state === "blank").map(({ table }) => table));
  if (tables.size === 0) return [];
  const stated = lines.all.filter(({ table }) => tables.has(table)).flatMap(({ observations }) => observations);
  return (["row", "col"] as const).flatMap((along) => {
    const across = along === "row" ? "col" : "row";
    const found = [...groupBy(stated, (o) => `${o.table}|${o[along]}`).values()].map((group) => [...group].sort((a, b) => a[across] - b[across]));
    const ends = groupBy(found, (line) => `${line.at(-1)!.table}|${line.at(-1)!.isTotal}|${line.at(-1)![across]}`);
    return found.flatMap((line): LostTotal[] => {
      const [total, cell] = [line.at(-1)!, line.at(-2)];
      const others = (ends.get(`${total.table}|true|${total[across]}`) ?? []).filter((other) => other !== line);
      const isBlankTotal = total.isTotal && total.state === "blank" && cell !== undefined && hasValue(cell) && !cell.isTotal;
      if (!isBlankTotal || (others.length === 0 && cell.period?.month === undefined) || others.some((other) => other.at(-1)!.state === "blank")) return [];
      return isAboveSum(cell, line.slice(0, -2)) ? [{ cell, total }] : [];
    });
  });
}

/** As much as all before it together and at most some more: no part of them, but what they all come to. */
function isAboveSum(cell: LostTotal["cell"], before: readonly Observation[]): boolean {
  const parts = before.filter(hasValue).filter((o) => o.value > 0);
  const least = cell.period?.month === undefined ? 3 : 6;
  if (cell.measure === "ratio" || cell.value < 20 || parts.length < least || parts.some((o) => o.unit !== cell.unit || o.isTotal)) return false;
  const sum = parts.reduce((all, o) => all + o.value, 0);
  return cell.value >= sum - 1e-6 && cell.value <= sum + 3 * Math.max(...parts.map((o) => o.value));
}
