import { placeKey } from "../../model/cell";
import type { Observation } from "../../model/observation";
import type { Figures } from "./figures";

/** 記号だけの欄か — a dash or another mark, and no words. */
export function isMark(o: Observation): boolean {
  return !/[\p{L}\p{N}]/u.test(markOf(o).replace(/ー|ｰ/g, ""));
}

/** 欄の記号 — the mark or the words by which a cell says that there is no figure. */
export function markOf(o: Observation): string {
  return (o.figure.text || o.text).replace(/\s+/g, "").replace(/^[(（]|[)）]$/g, "");
}

/** 記号ひとつ — a way of writing 該当者なし, how often it occurs, and where first. */
export interface MarkUse {
  readonly mark: string;
  readonly count: number;
  readonly first: Observation;
  readonly isDash: boolean;
}

/** 該当者なしの書き方 — the ways used in a workbook, the most frequent first; 採用なし is a meaning of its own. */
export function findMarks(figures: Figures): MarkUse[] {
  const uses = new Map<string, { count: number; first: Observation; isDash: boolean }>();
  const cells = new Set<string>();
  for (const o of figures.pick((kind) => kind.state === "not-applicable" && !kind.isMergedCopy && kind.role !== "target")) {
    const cell = placeKey(o.at);
    if (o.table < 0 || cells.has(cell)) continue;
    cells.add(cell);
    const mark = markOf(o);
    if (mark === "" || mark.length > 8 || /採用|募集|皆[増減]/.test(mark)) continue;
    const use = uses.get(mark);
    if (use) use.count++;
    else uses.set(mark, { count: 1, first: o, isDash: isMark(o) });
  }
  return [...uses].map(([mark, use]) => ({ mark, ...use })).sort((a, b) => b.count - a.count);
}
