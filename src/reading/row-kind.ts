import type { CellRange } from "../model/cell";
import { looksLikeNote, looksLikeTargetLine, looksLikeTargetPhrase, type CellMeaning, type CellReader } from "./cell-meaning";
import type { OpenTable } from "./open-table";
import { isBodyFigure, type RowCell } from "./row-cell";

/** 行の種類 — a line of text, of headings, of figures, or one that heads the lines below it. */
export type RowKind = "text" | "header" | "body" | "section";

/** 行の種類を決める — from the row itself, the one below and the table it may belong to. */
export function rowKind(cells: readonly RowCell[], next: { cells: readonly RowCell[] } | undefined, open: OpenTable | undefined, block: CellRange, reader: CellReader): RowKind {
  // 「※1日の勤務時間は7時間45分」: a note, whatever figures it mentions; a mark alone (○) is an evaluation.
  if (cells.length === 1 && cells[0]!.meaning.kind !== "mark" && looksLikeNote(cells[0]!.meaning.text)) return "text";
  const figures = cells.filter(({ meaning }) => isBodyFigure(meaning));
  if (figures.length > 0) return isYearRow(cells) && isHeaderPlace(open, cells) ? "header" : "body";
  if (cells.length > 1 && holdsAmounts(cells, open)) return "body";
  if (cells.every(({ meaning }) => /単位/.test(meaning.text) || isCaptionText(meaning.raw)) && !cells.some(({ meaning }) => meaning.month !== undefined)) {
    if (cells.length === 1 && open !== undefined && continuesTable(cells[0]!, next, open, reader)) return isSection(cells[0]!, next, reader) ? "section" : "body";
    return "text";
  }
  if (isStatement(cells, reader)) return "text";
  if (isEmptyLineOfYear(cells, next, open)) return "body";
  if (cells.length === 1) return loneKind(cells[0]!, next, open, block, reader);
  // 「子育て休暇 … （単位：人、％）」: a caption with its unit at the right end, also right under another table.
  if (cells.length === 2 && cells.some(({ meaning }) => /^[（(]?\s*単位/.test(meaning.raw))) return "text";
  if (!open) return "header";
  if (open.body.length === 0) return isFurtherHeader(cells, open, reader) ? "header" : "body";
  return isNewHeader(cells, open, reader) ? "header" : "body";
}

/**
 * 二つのセルの文か — whether two cells make one sentence.
 *
 * shape  「目標１ | …を50%以上とする。」, 「計画期間 | 令和3年4月1日～…」
 */
export function isStatement(cells: readonly RowCell[], reader: CellReader): boolean {
  const [name, said] = cells;
  if (cells.length !== 2 || !name || !said || name.meaning.text.length > 10) return false;
  if (/^(?:計画|実施|対象)の?期間$/.test(name.meaning.text)) return true;
  return /^目標\d{0,2}$/.test(name.meaning.text) && said.meaning.raw.length > 12 && reader.label(said.meaning.text).topics.length > 0;
}

/** 「R2 | 取得率」 whose figure is still missing, over 「 | 対象人数 | 31」: the first line of a year, no heading. */
function isEmptyLineOfYear(cells: readonly RowCell[], next: { cells: readonly RowCell[] } | undefined, open: OpenTable | undefined): boolean {
  if (cells.length < 2 || cells[0]!.meaning.period === undefined || cells.slice(1).some(({ meaning }) => meaning.period !== undefined || meaning.month !== undefined)) return false;
  if (open?.headers.some((line) => line.cells[0]!.meaning.period !== undefined)) return false;
  const goesOn =
    next !== undefined && (next.cells[0]!.left === cells[1]!.left || (next.cells[0]!.left === cells[0]!.left && next.cells[0]!.meaning.text === cells[0]!.meaning.text));
  return goesOn && next.cells.some(({ meaning }) => isBodyFigure(meaning));
}

/** 「13日」「4日」 beside a label are amounts; 1日, 2日, 3日 in a row head the columns of a distribution. */
function holdsAmounts(cells: readonly RowCell[], open: OpenTable | undefined): boolean {
  const amounts = cells.filter(({ meaning }) => meaning.kind === "figure" && meaning.isLabelFigure);
  if (amounts.length === 0 || amounts.includes(cells[0]!)) return false;
  const isHeaded = open !== undefined && open.headers.length > 0;
  if (isHeaded && amounts.every((cell) => isUnderHeading(cell, open))) return amounts.length < cells.length;
  // 数値目標 | 14日以上 is a target, 対象者 | 5日以上 the head of a distribution.
  if (amounts.some(({ meaning }) => meaning.isThreshold) && !/目標値?$/.test(cells[0]!.meaning.text)) return false;
  const sizes = amounts.map(({ meaning }) => meaning.figures[0]?.value ?? NaN);
  const isAscending = sizes.length >= 2 && sizes.every((size, i) => i === 0 || size === sizes[i - 1]! + 1);
  return !isAscending && cells[0]!.meaning.kind !== "figure";
}

function isUnderHeadingCell(cell: RowCell, open: OpenTable): boolean {
  return open.headers.some(({ cells }) => cells.some(({ left, right }) => left <= cell.left && right >= cell.left));
}

/** Under a year, a measure or 目標: what stands there is a figure. */
function isUnderHeading(cell: RowCell, open: OpenTable): boolean {
  return open.headers.some(({ cells }) =>
    cells.some(({ meaning, left, right }) => left <= cell.left && right >= cell.left && (meaning.period !== undefined || /目標|実績|率|日数|平均|割合/.test(meaning.text))),
  );
}

function loneKind(only: RowCell, next: { cells: readonly RowCell[] } | undefined, open: OpenTable | undefined, block: CellRange, reader: CellReader): RowKind {
  const { meaning } = only;
  if (looksLikeNote(meaning.text) || looksLikeTargetLine(meaning.text) || meaning.kind === "sentence") return "text";
  if (!open) {
    // Over a figure and not over the labels: a heading; else a caption over what follows.
    const isOverFigure = next?.cells.some((under) => under.left === only.left && under.left > next.cells[0]!.left && under.meaning.figures.length > 0);
    if (isOverFigure && only.left > block.left && isHeaderish(meaning, reader)) return "header";
    // 取得率 without a figure yet, over 対象者数 and its figure: the first line of a table without headings.
    const label = reader.label(meaning.text);
    const goesOn = next?.cells[0]!.left === only.left && next.cells.some((under) => isBodyFigure(under.meaning)) && !isBodyFigure(next.cells[0]!.meaning);
    if (goesOn && label.measure !== undefined && label.topics.length === 0 && !isCaptionText(meaning.raw)) return "body";
    return "text";
  }
  // A second line of headings with one word: 時間外勤務 over 一人当たり年間時間数.
  const isOverFigure = next?.cells.some((under) => under.left === only.left && isBodyFigure(under.meaning)) ?? false;
  if (open.body.length === 0 && only.left > open.left && isOverFigure && isUnderHeadingCell(only, open)) return "header";
  if (continuesTable(only, next, open, reader)) return isSection(only, next, reader) ? "section" : "body";
  return "text";
}

/** A line that has a label and no figures (yet): part of the table above, unless a new header follows it. */
function continuesTable(only: RowCell, next: { cells: readonly RowCell[] } | undefined, open: OpenTable, reader: CellReader): boolean {
  if (open.headers.length === 0 && open.body.length === 0) return false;
  if (looksLikeNote(only.meaning.text) || looksLikeTargetLine(only.meaning.text) || only.meaning.kind === "sentence") return false;
  const labelEdge = open.left;
  if (only.left > labelEdge + 1) return false;
  if (!next) return !isCaptionText(only.meaning.raw);
  const nextFigures = next.cells.some(({ meaning }) => isBodyFigure(meaning));
  if (!nextFigures && next.cells.length > 1 && looksLikeHeaderCells(next.cells, reader)) return false;
  if (isCaptionText(only.meaning.raw)) return nextFigures && open.headers.length > 0 && next.cells[0]!.left <= labelEdge + 1 && !isBodyFigure(next.cells[0]!.meaning);
  return true;
}

/** 男性, ①部分休業 standing alone above the lines they speak of, as against 取得率 whose figures are still missing. */
function isSection(only: RowCell, next: { cells: readonly RowCell[] } | undefined, reader: CellReader): boolean {
  if (!next) return false;
  if (isCaptionText(only.meaning.raw)) return true;
  if (only.bottom > only.cell.row || isSibling(only.meaning.text, next.cells[0]!.meaning.text)) return false;
  const { role, measure, part } = reader.label(only.meaning.text);
  // 未達成の原因 with nothing beside it yet.
  if (role === "remark" || role === "evaluation" || role === "measures") return false;
  return measure === undefined && part === undefined;
}

/** 16～20年 and 11～15年, 本庁部局長・次長相当職 and 本庁課長相当職: the same kind of label, so neither heads the other. */
function isSibling(a: string, b: string): boolean {
  const shape = (text: string): string => text.replace(/[\d元]+/g, "0");
  if (shape(a) === shape(b)) return true;
  const tail = (text: string): string => /(?:職|級|部|局|課|所|署|年(?:以上|未満)?|歳(?:以上|未満)?)$/.exec(text)?.[0].replace(/(?:以上|未満)$/, "") ?? "";
  return tail(a) !== "" && tail(a) === tail(b);
}

/** A row whose numbers are all years that step by one: 2019, 2020 …; 27年度の状況, 28, 29, 30, 元年度 …. */
function isYearRow(cells: readonly RowCell[]): boolean {
  const numbers = cells.filter(({ meaning }) => isBodyFigure(meaning));
  if (numbers.some(({ meaning }) => meaning.year === undefined)) return false;
  const years = numbers.map(({ meaning }) => meaning.year!);
  if (years.length >= 2 && !years.every((year, i) => i === 0 || Math.abs(year - years[i - 1]!) === 1)) return false;
  if (years.every((year) => year >= 1990)) return years.length >= 2 || !cells.some(({ meaning }) => /数$|率$|割合$/.test(meaning.text));
  // Without an era they must go on from a year beside them, or say 年 in their corner.
  const stated = cells.flatMap((cell, i) => (cell.meaning.period ? [{ i, year: cell.meaning.period.period.year }] : []));
  const first = cells.indexOf(numbers[0]!);
  const isBeside = (i: number): boolean =>
    cells.slice(Math.min(i, first) + 1, Math.max(i, first)).every(({ meaning }) => meaning.period !== undefined || meaning.year !== undefined);
  if (stated.some(({ i, year }) => isBeside(i) && ERA_ENDS.some((end) => Math.abs(end + years[0]! - year) === Math.abs(first - i)))) return true;
  return stated.length === 0 && years.length >= 3 && cells.some(({ meaning }) => /年度?$/.test(meaning.text));
}

/** The western year before the first of each era. */
const ERA_ENDS = [1925, 1988, 2018];

function isHeaderPlace(open: OpenTable | undefined, cells: readonly RowCell[]): boolean {
  if (!open) return true;
  if (open.body.length === 0) return true;
  // A line of a table of years downward: 令和5年度 | 18 | 17.
  const isLineOfYear = cells[0]!.meaning.period !== undefined && open.body.at(-1)!.cells[0]!.meaning.period !== undefined;
  return cells.length >= 3 && !isLineOfYear;
}

/** （R3～R4）: the years a target holds for. */
const SPAN = /^[(]?(?:令和|平成|[RHrh])?(?:元|\d{1,4})(?:年度?)?[～~](?:(?:令和|平成|[RHrh])?(?:元|\d{1,4})(?:年度?)?)?[)]?$/;

/** A word that heads a column: a time, a population, what is counted, or what the column is for. */
function isHeaderish(meaning: CellMeaning, reader: CellReader): boolean {
  if (meaning.kind === "period" || meaning.kind === "month" || SPAN.test(meaning.text)) return true;
  if (meaning.isLabelFigure || (meaning.period && meaning.text.length <= 16 && !looksLikeTargetPhrase(meaning.text))) return true;
  if (meaning.kind !== "label" || meaning.text.length > 24 || looksLikeTargetPhrase(meaning.text)) return false;
  const label = reader.label(meaning.text);
  return (
    label.role !== undefined ||
    label.measure !== undefined ||
    label.part !== undefined ||
    label.isTotal === true ||
    label.unit !== undefined ||
    label.threshold !== undefined ||
    Object.keys(label.group).length > 0
  );
}

function looksLikeHeaderCells(cells: readonly RowCell[], reader: CellReader): boolean {
  const headerish = cells.filter(({ meaning }) => isHeaderish(meaning, reader)).length;
  return headerish * 10 >= cells.length * 6 && !cells.some(({ meaning }) => isBodyFigure(meaning) && meaning.year === undefined);
}

/** A second or third line of headings: its left is empty or covered, or all its words are words of headings. */
function isFurtherHeader(cells: readonly RowCell[], open: OpenTable, reader: CellReader): boolean {
  if (cells.some(({ meaning }) => looksLikeTargetPhrase(meaning.text))) return false;
  // Nothing under any year or measure: a line whose figures are still to come, with a remark at its end.
  const axis = open.headers.flatMap((line) => line.cells).filter(({ meaning }) => meaning.period !== undefined || meaning.month !== undefined);
  const edgeOfAll = Math.min(...open.headers.flatMap((line) => line.cells.map((cell) => cell.left)));
  if (axis.length >= 2 && cells[0]!.left <= edgeOfAll && !cells.some((cell) => axis.some((over) => over.left <= cell.right && over.right >= cell.left))) return false;
  const first = open.headers[0]!;
  const edge = Math.min(...first.cells.map((cell) => cell.left));
  const isLeftEmpty =
    cells[0]!.left > edge || first.cells.some((cell) => cell.left <= cells[0]!.left && cell.bottom > first.row && cell.left === edge && cells[0]!.left > cell.left);
  // 指標 | 実績 | … | 目標, and under them R2 | R3 | … | 第2期: years with no label at their left are headings, whatever stands under 目標.
  if (isLeftEmpty && cells.filter(({ meaning }) => meaning.kind === "period").length >= 2) return true;
  const values = cells.filter((cell) => cell.left > edge);
  const isSpanned = first.cells.some((cell) => cell.right > cell.left);
  if (isLeftEmpty && (isSpanned || looksLikeHeaderCells(cells, reader) || first.cells[0]!.left < cells[0]!.left)) return !isTargetList(first.cells, cells);
  return values.length > 0 && looksLikeHeaderCells(cells, reader) && !isTargetList(first.cells, cells);
}

function isTargetList(header: readonly RowCell[], cells: readonly RowCell[]): boolean {
  const targets = header.filter(({ meaning }) => /目標/.test(meaning.text) && !/項目|内容/.test(meaning.text));
  return targets.some(
    (target) =>
      target.right === target.left &&
      cells.some(
        (cell) => cell.left === target.left && cell.meaning.kind !== "period" && !SPAN.test(cell.meaning.text) && !/^(?:数値|値|年度|時期|期限|内容)$/.test(cell.meaning.text),
      ),
  );
}

/** A heading line in the middle of a block: a new table begins without a caption. */
function isNewHeader(cells: readonly RowCell[], open: OpenTable, reader: CellReader): boolean {
  const first = open.headers[0];
  if (first && sameTexts(first.cells, cells)) return true;
  if (first && isTargetList(first.cells, cells)) return false;
  // Words that stay left of every figure so far name a line that is still empty.
  if (cells.at(-1)!.right < open.figureLeft && open.figureLeft < Infinity) return false;
  const axis = cells.filter(({ meaning }) => meaning.kind === "period" || meaning.kind === "month").length;
  if (axis >= 2 && axis * 2 >= cells.length) return true;
  if (cells.length < 3 || !looksLikeHeaderCells(cells, reader)) return false;
  if (cells.filter(({ meaning }) => meaning.isLabelFigure).length === 1) return false;
  return cells.every(({ meaning }) => isHeaderish(meaning, reader));
}

function sameTexts(a: readonly RowCell[], b: readonly RowCell[]): boolean {
  return a.length === b.length && a.length >= 2 && a.every((cell, i) => cell.meaning.text === b[i]!.meaning.text);
}

/** Numbered or bracketed, or long enough to be a title: 「①母親学級【目標：取得推進】」, 「時間外勤務（一人当たり年間）の状況」. */
function isCaptionText(text: string): boolean {
  return (
    /^(?:[①-⑳㉑-㉟]|[（(][0-9０-９一二三四五六七八九十ア-ン][0-9０-９]?[）)]|[0-9０-９]{1,2}(?:[.．、）)－-](?!\d)|[\s　]+[^\d０-９\s])|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4}[.．\s　]|第[0-9一二三四五六七八九十]+[章節条表]|表[0-9一二三]|【|■|◆|◇|□|●|○|〇|《|＜|<)/.test(
      text,
    ) ||
    /(?:の状況|状況|について|に関する事項|の推移|一覧|の実績|の概要|【.*】|※共通目標|⇒.*)$/.test(text) ||
    /計画期間/.test(text)
  );
}
