import { readAddress } from "../../model/cell";
import type { Figure } from "../../model/figure";
import { groupKey, type Observation } from "../../model/observation";
import type { Reading } from "../../model/reading";
import { readFigures } from "../../notation/figure";
import { hasValue, stepOf } from "./compare";
import type { Figures } from "./figures";
import { groupBy } from "./evidence";

/** 値のある実績 — a figure of a year, with its number. */
export type Stated = Observation & { readonly value: number };

/** 記載された増減 — one cell of a line 増減, 前年度比, 前年差, with the figures of its own row or column. */
export interface StatedChange {
  readonly at: Observation["at"];
  readonly text: string;
  readonly figure: Figure & { readonly value: number };
  /** Line and table the cell belongs to. */
  readonly line: string;
  readonly label: string;
  /** Its series of years, in the order of the years; each speaks of the same people in the same measure. */
  readonly series: readonly (readonly Stated[])[];
  /** For a row of changes: the year of its own column; the later figure is of this year. */
  readonly year: number | undefined;
}

// 目標との差, 全国との差, 令和2年度比: held against something else than the years beside it.
const OTHER_BASE = /目標|計画|全国|県|国|平均|他|男女|基準|策定|当初|累計|乖離|(?:平成|令和|[HR]|20)\s*[\d元]/;

/**
 * 増減をさがす — the changes that tables state, with the years they can be changes of.
 *
 * none  empty for what is held against a target, another body or a base year
 */
export function findStatedChanges({ asides }: Reading, figures: Figures): readonly StatedChange[] {
  const changes = asides.filter(({ kind, head }) => kind === "change" && head && !OTHER_BASE.test(head.label.normalize("NFKC")));
  if (changes.length === 0) return [];
  const tables = new Set(changes.map(({ table }) => table));
  const stated = figures
    .pick((kind) => kind.role !== "target" && kind.state === "value" && !kind.isMergedCopy && kind.figure.part === "value" && kind.measure !== "growth")
    .filter((o): o is Stated => tables.has(o.table) && hasValue(o) && o.period !== undefined && o.period.month === undefined);
  const ofRow = groupBy(stated, (o) => `${o.table}|${o.row}`);
  const ofTable = groupBy(stated, (o) => o.table);
  return changes.flatMap((aside): StatedChange[] => {
    const place = readAddress(aside.at.cell);
    const [figure, ...more] = readFigures({ value: aside.text, text: aside.text, format: "General" });
    if (!place || !aside.head || !figure || more.length > 0 || figure.state !== "value" || figure.value === null) return [];
    const isRow = aside.head.axis === "row";
    const beside = isRow ? (ofTable.get(aside.table) ?? []).filter(({ row }) => row < place.row) : leftOf(ofRow.get(`${aside.table}|${place.row}`) ?? [], place.col);
    const own = isRow ? beside.find(({ col }) => col === place.col)?.period?.year : undefined;
    if (isRow && own === undefined) return [];
    const series = [...groupBy(beside, (o) => `${isRow ? o.row : ""}|${o.indicator}|${o.role}|${o.unit}|${groupKey(o.group)}|${o.period?.kind}`).values()].map((one) =>
      [...one].sort((a, b) => a.period!.year - b.period!.year),
    );
    return [
      {
        at: aside.at,
        text: aside.text,
        figure: { ...figure, value: figure.value },
        line: `${aside.table}|${isRow ? `r${place.row}` : `c${place.col}`}`,
        label: aside.head.label,
        series: series.filter((one) => one.every((o, i) => i === 0 || o.period!.year > one[i - 1]!.period!.year)),
        year: own,
      },
    ];
  });
}

/** 令和5年度 | 増減 | 令和6年度 | 増減: what stands at the left of a change, unless nothing does. */
function leftOf(row: readonly Stated[], col: number): readonly Stated[] {
  const left = row.filter((o) => o.col < col);
  return left.length > 0 ? left : row;
}

/** 増減か — whether the stated number is the change from one figure to the other, by any way of stating it, at the digits shown. */
export function isChange({ figure, label }: StatedChange, from: Stated, to: Stated, isMinus: boolean): boolean {
  const stated = isMinus ? -Math.abs(figure.value) : figure.value;
  const half = stepOf({ figure }) / 2;
  const slack = (stepOf(from) + stepOf(to)) / 2;
  const isWithin = (low: number, high: number, scale: number): boolean =>
    scale * Math.min(low, high) - half - 1e-9 <= stated && stated <= scale * Math.max(low, high) + half + 1e-9;
  const difference = to.value - from.value;
  if (from.unit === "ratio") {
    const scales = figure.unit === "ratio" ? [1] : [1, 100];
    if (scales.some((scale) => isWithin(difference - slack, difference + slack, scale))) return true;
  } else if (figure.unit !== "ratio" && isWithin(difference - slack, difference + slack, 1)) return true;
  // 0.5 under 増減 is an amount; growth says so by its percent or its heading.
  const saysGrowth = figure.unit === "ratio" || (figure.unit === null && /率|比|倍/.test(label));
  if (!saysGrowth || from.value === 0) return false;
  const low = (to.value - stepOf(to) / 2) / (from.value + stepOf(from) / 2);
  const high = (to.value + stepOf(to) / 2) / Math.max(from.value - stepOf(from) / 2, 1e-9);
  const isSigned = figure.sign !== undefined;
  const scales = figure.unit === "ratio" ? [1] : [1, 100];
  return scales.some((scale) => (!isSigned && isWithin(low, high, scale)) || isWithin(low - 1, high - 1, scale));
}
