import type { CellRange } from "../../model/cell";
import { joinRanges } from "../join-ranges";
import type { SheetBlock, TextsPart } from "./assemble-workbook";
import { looksLikeTypedError } from "./cell-content";
import { cellRange } from "./targets";

/** 疑わしいセル — cells of one sheet that hold an error somebody typed, or a text that looks like one. */
export interface Doubtful {
  readonly sheet: number;
  readonly range: CellRange;
}

/** So many ranges are asked along with one batch of cells. */
const MOST_RANGES = 1000;

/** 疑わしいセルを探す — hardly any workbook has one. */
export function findDoubtful({ sheet, top, left, values, formulas }: SheetBlock): Doubtful[] {
  const found = values.flatMap((row, i) => row.flatMap((value, j) => (looksLikeTypedError(value, formulas[i]![j]) ? [cellRange(top + i, left + j)] : [])));
  return joinRanges(found).map((range) => ({ sheet, range }));
}

/** 一回分を取る — takes as many from the front of the queue as go with one batch. */
export function takeDoubtful(queue: Doubtful[]): Doubtful[] {
  return queue.splice(0, MOST_RANGES);
}

/** 種類を尋ねる — which of these cells hold a text. */
export function askTexts({ workbook }: Excel.RequestContext, ids: readonly string[], doubtful: readonly Doubtful[]): () => TextsPart[] {
  const asked = doubtful.map(({ sheet, range: { top, left, bottom, right } }) => {
    const range = workbook.worksheets
      .getItem(ids[sheet]!)
      .getRangeByIndexes(top, left, bottom - top + 1, right - left + 1)
      .untrack();
    range.load("valueTypes");
    return { sheet, top, left, range };
  });
  return () =>
    asked.map(({ sheet, top, left, range }) => ({
      kind: "texts",
      sheet,
      places: range.valueTypes.flatMap((row, i) => row.flatMap((type, j) => (type === "String" ? [{ row: top + i, col: left + j }] : []))),
    }));
}
