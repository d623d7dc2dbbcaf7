import { looks, type SheetPage } from "../own-sheets/sheet-page";
import type { YearActual } from "./follow-up-rows";

/** 実績を書く — the figure of a year with the way to its cell, or the words in its place. */
export function putActual(page: SheetPage, col: number, actual: YearActual | undefined, format: string): void {
  const link = actual?.at ? { link: actual.at } : {};
  if (actual?.value === undefined || actual.value === null) page.put(col, actual?.words || null, looks.words, actual?.words ? link : {});
  else page.put(col, actual.value, { ...looks.figure, format }, link);
}
