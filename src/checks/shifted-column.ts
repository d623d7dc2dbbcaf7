import type { Sentence } from "../model/finding";
import type { Observation } from "../model/observation";
import { remember } from "../model/remember";
import { defineCheck } from "./define-check";
import { hasValue } from "./relations/compare";
import { groupBy } from "./relations/evidence";
import type { Line } from "./relations/lines";
import { findLostTotals } from "./relations/lost-totals";

/**
 * 列ずれ — what belongs in the total column stands in a month, and the columns after it are blank.
 *
 * looks at  lines over months: a cell that speaks of the year, or the sum of those before it, with nothing but blanks after it
 * silent    lines that reach the last month; years in progress
 * source    R15 in the catalogue of checks
 */
export const shiftedColumn = defineCheck({
  id: "shifted-column",
  severity: "error",
  cause: "period",
  needs: ["lines"],
  *run({ lines }) {
    const tables = groupBy(lines.all, (line) => line.table);
    const monthsOf = remember((table: number) => findMonths(tables.get(table) ?? []));
    const spoken = new Set<number>();
    for (const line of lines.all) {
      const { before, cell, after } = splitAtLast(line.observations);
      const [first] = cell;
      if (!first || before.length === 0) continue;
      const saysYear = cell.some((o) => o.figure.per === "year") || /[（(]年[)）]|年間|年計|合計/.test(first.text);
      if ((!saysYear && after.length === 0) || new Set(line.observations.map((o) => o.at.cell)).size < 3) continue;
      const month = monthOf(first, monthsOf(line.table));
      if (month === undefined || month === 0) continue;
      const hasBlankTotal = after.some((o) => o.period?.month === undefined && o.state === "blank");
      const isSum = hasBlankTotal && isSumOf(cell, before);
      // Few people add up by accident, but not where every other line of the table has its months and its total.
      const isSmallSum = hasBlankTotal && !isSum && isTableComplete(tables.get(line.table) ?? [], line) && addsUp(cell, before, 2);
      if (!saysYear && !isSum && !isSmallSum) continue;
      if (!saysYear || after.length > 0 || month !== 3) {
        spoken.add(first.id);
        yield {
          at: first,
          ...(isSmallSum ? { severity: "warning" as const } : {}),
          related: after.length > 0 ? [after[after.length - 1] ?? first] : [],
          facts: { text: first.text.replace(/\s+/g, " "), column: nameMonth(month), blanks: after.length },
        };
      }
    }
    for (const { cell, total } of findLostTotals(lines))
      if (!spoken.has(cell.id)) yield { at: cell, related: [total], facts: { text: cell.text.replace(/\s+/g, " "), column: columnOf(cell), blanks: 1 } };
  },
  say: {
    ja: (f) => `〔${f.column.ja}〕の列に『${f.text}』があり、その後の${f.blanks > 0 ? `${f.blanks}欄が空いて` : "合計欄が無くなって"}います。列がずれていませんか。`,
    en: (f) =>
      `The column of ${f.column.en} says "${f.text}", and ${f.blanks > 0 ? `the ${f.blanks} cells after it are blank` : "there is no total after it"}. Has the line shifted?`,
  },
});

function nameMonth(month: number): Sentence {
  return { ja: `${month}月`, en: `month ${month}` };
}

function columnOf(o: Observation): Sentence {
  if (o.period?.month !== undefined) return nameMonth(o.period.month);
  const said = (o.reasons.find(({ feature }) => feature === "group")?.said ?? o.at.cell).replace(/\s+/g, " ");
  return { ja: said, en: said };
}

/** The last cell of a line that is not blank, with what stands before and after it. */
function splitAtLast(observations: readonly Observation[]): { readonly [part in "before" | "cell" | "after"]: readonly Observation[] } {
  const end = observations.findLastIndex((o) => o.state !== "blank");
  const last = observations[end];
  if (!last) return { before: [], cell: [], after: observations };
  const isInCell = (o: Observation | undefined): boolean => o?.row === last.row && o.col === last.col;
  let from = end;
  while (isInCell(observations[from - 1])) from--;
  let to = end + 1;
  while (isInCell(observations[to])) to++;
  return { before: observations.slice(0, from), cell: observations.slice(from, to), after: observations.slice(to) };
}

/** The month every row and column of a table stands for; 0 where it stands for several. */
function findMonths(lines: readonly Line[]): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const { observations } of lines)
    for (const o of observations)
      if (o.period?.month !== undefined && o.figure.per !== "year")
        for (const key of [`c${o.col}`, `r${o.row}`]) months.set(key, months.has(key) && months.get(key) !== o.period.month ? 0 : o.period.month);
  return months;
}

// The figure itself may have been read as the year's; then its column tells the month.
function monthOf(o: Observation, months: ReadonlyMap<string, number>): number | undefined {
  if (o.period?.month !== undefined) return o.period.month;
  const col = months.get(`c${o.col}`);
  const row = months.get(`r${o.row}`);
  return col || row || undefined;
}

// Few or small figures add up by accident: 1, 1, 0, 2 is a year in progress.
function isSumOf(cell: readonly Observation[], before: readonly Observation[]): boolean {
  return addsUp(cell, before, 6) && (cell[0]?.value ?? 0) >= 20;
}

function addsUp(cell: readonly Observation[], before: readonly Observation[], least: number): boolean {
  const [only] = cell;
  const stated = before.filter(hasValue);
  if (cell.length !== 1 || !hasValue(only) || stated.filter((o) => o.value > 0).length < least) return false;
  return Math.abs(stated.reduce((sum, o) => sum + o.value, 0) - only.value) < 1e-6;
}

/** Every other line of the table over these months reaches the end. */
function isTableComplete(lines: readonly Line[], own: Line): boolean {
  const others = lines.filter((line) => line !== own && line.observations.some((o) => o.period?.month !== undefined));
  return others.length > 0 && others.every((line) => line.observations.every((o) => o.state !== "blank"));
}
