import type { Observation } from "../../model/observation";

/** 記号だけの欄か — a dash or another mark, and no words. */
export function isMark(o: Observation): boolean {
  return !/[\p{L}\p{N}]/u.test(markOf(o).replace(/ー|ｰ/g, ""));
}

/** 欄の記号 — the mark or the words by which a cell says that there is no figure. */
export function markOf(o: Observation): string {
  return (o.figure.text || o.text).replace(/\s+/g, "").replace(/^[(（]|[)）]$/g, "");
}
