import type { Topic } from "../notation/label-features";
import { sharedTopics } from "../notation/label-topics";
import { unifyWidth } from "../notation/normalize";
import type { CellReader } from "./cell-meaning";
import type { TableOutline } from "./sheet-outline";

/** 時点の表か — whether captions or headings say that the figures are of a day. */
export function speaksOfDays(outline: TableOutline): boolean {
  if (outline.captions.some((piece) => /月\s*\d{1,2}\s*日\s*(?:現在|時点)/.test(unifyWidth(piece.text)))) return true;
  const { columnPath, rowPath } = outline.shape;
  return [...columnPath.values(), ...rowPath.values()].some((path) => path.some(({ meaning }) => meaning.period?.period.kind === "as-of"));
}

const OF_PEOPLE: readonly Topic[] = [...sharedTopics, "tenure", "turnover", "retention", "pay"];

/** 年度の表か — whether its own captions speak of what goes on through a year: leaves, hours. Short years on such a sheet are years. */
export function speaksOfYears(outline: TableOutline, reader: CellReader): boolean {
  const own = outline.captions.slice(0, outline.ownCaptions);
  return own.some((piece) => reader.label(reader.caption(piece.text).title).topics.some((topic) => topic !== "other" && !OF_PEOPLE.includes(topic)));
}

/** 続きの表か — a second header whose months the first one lacks goes on with the same table. */
export function foldsOn(above: TableOutline, below: TableOutline): boolean {
  const monthsOf = (outline: TableOutline): readonly number[] =>
    [...outline.shape.columnPath.values()].flatMap((path) => path.flatMap(({ meaning }) => (meaning.month === undefined ? [] : [meaning.month])));
  const first = new Set(monthsOf(above));
  const second = monthsOf(below);
  return first.size > 0 && second.length > 0 && !second.some((month) => first.has(month));
}

/**
 * 括弧の意味 — what a note or a caption says that bracketed figures are.
 *
 * shape  ※括弧は前年数値, （ ）は割合
 */
export function readBracketMeaning(outline: TableOutline): "counts" | "rate" | "previous" | undefined {
  for (const { text } of [...outline.notes, ...outline.captions]) {
    if (!/括弧|カッコ|（\s*）|\(\s*\)/.test(text)) continue;
    if (/前年/.test(text)) return "previous";
    if (/割合|率|％|%/.test(text)) return "rate";
    if (/人数|実数/.test(text)) return "counts";
  }
  return undefined;
}
