import type { Caption } from "../notation/caption";
import type { LabelFeatures } from "../notation/label-features";
import type { CellReader } from "./cell-meaning";
import { subjectOf, type TextPiece } from "./find-tables";
import type { TableShape } from "./table-shape";

/**
 * 表の表題 — what stands above and below a table on its sheet.
 *
 * shape  captions nearest first; `ownCaptions` counts those between this table and the one before
 */
export interface TableOutline {
  readonly shape: TableShape;
  readonly captions: readonly TextPiece[];
  readonly ownCaptions: number;
  readonly notes: readonly TextPiece[];
  readonly targetLines: readonly TextPiece[];
}

/** シートの構成 — the tables with their captions, and the headings that stand over no table. */
export interface SheetOutline {
  readonly tables: readonly TableOutline[];
  /** Caption texts in sheet order, each with the headings above it. */
  readonly headings: readonly { readonly piece: TextPiece; readonly above: readonly TextPiece[]; readonly isOverTable: boolean }[];
}

interface Band {
  readonly top: number;
  bottom: number;
  readonly shapes: TableShape[];
}

/** 構成を読む — headings nest by their numbering; a text under a table is its note, above it its caption. */
export function readOutline(texts: readonly TextPiece[], shapes: readonly TableShape[], reader: CellReader): SheetOutline {
  const bands = groupIntoBands(shapes);
  const stack: OpenHeading[] = [];
  const tables: TableOutline[] = [];
  const headings: { piece: TextPiece; above: readonly TextPiece[]; isOverTable: boolean }[] = [];
  const ordered = [...texts].sort((a, b) => a.row - b.row || a.col - b.col);
  const title = findTitle(ordered, bands, reader);
  let next = 0;
  /** What stands over some columns only, until a heading over all of them. */
  let columns = new Map<string, OpenHeading[]>();

  const push = (piece: TextPiece): void => {
    if (piece === title) return;
    columns = new Map();
    headings.push({ piece, above: [...nest(stack, piece, reader), ...(title ? [title] : [])], isOverTable: false });
  };

  bands.forEach((band, b) => {
    const before: TextPiece[] = [];
    while (next < ordered.length && ordered[next]!.row < band.top) before.push(ordered[next++]!);
    const inside: TextPiece[] = [];
    while (next < ordered.length && ordered[next]!.row <= band.bottom) inside.push(ordered[next++]!);
    const nextTop = bands[b + 1]?.top ?? Infinity;
    const after: TextPiece[] = [];
    for (let i = next; i < ordered.length && ordered[i]!.row < nextTop; i++) {
      const piece = ordered[i]!;
      if (!piece.isNote && !piece.isTargetLine) break;
      if (piece.row > band.bottom + 3 + after.length) break;
      // Right above the next table and apart from this one, it speaks for the next.
      if (nextTop - piece.row <= 1 && piece.row - band.bottom > 1) break;
      after.push(piece);
    }
    next += after.length;

    const listed = before.filter((piece) => piece.isListedTarget);
    for (const piece of listed) headings.push({ piece, above: title ? [title] : [], isOverTable: false });
    const captions = before.filter((piece) => !piece.isNote && !piece.isListedTarget && (!piece.isTargetLine || reader.label(subjectOf(piece.text)).topics.length > 0));
    const leading = before.filter((piece) => piece.isNote || piece.isTargetLine);
    const perTable = band.shapes.length > 1 ? shareOut(captions, band.shapes) : undefined;
    const shared = perTable ? captions.filter((piece) => !perTable.some((own) => own.includes(piece))) : captions;
    const depth = headings.length;
    shared.forEach(push);
    for (const heading of headings.slice(depth)) heading.isOverTable = heading === headings[headings.length - 1];
    band.shapes.forEach((shape, s) => {
      const own = perTable?.[s] ?? [];
      const open = columns.get(columnsOf(shape)) ?? [];
      for (const piece of own) nest(open, piece, reader);
      if (own.length > 0) columns.set(columnsOf(shape), open);
      const overColumns = own.length > 0 ? [...new Set([...[...own].reverse(), ...open.map(({ piece }) => piece).reverse()])] : [];
      const above = [...overColumns, ...stack.map(({ piece }) => piece).reverse(), ...(title ? [title] : [])];
      const isBeside = (piece: TextPiece): boolean => band.shapes.length === 1 || (piece.col >= shape.left && piece.col <= shape.right);
      const rows = { top: shape.area.range.top, bottom: shape.area.range.bottom };
      const below = [...inside.filter((piece) => piece.row >= rows.top && isBeside(piece)), ...after.filter(isBeside)];
      const lead = leading.filter(isBeside);
      tables.push({
        shape,
        captions: above,
        ownCaptions: own.length + shared.length,
        notes: [...below, ...lead].filter((piece) => !piece.isTargetLine),
        targetLines: [...below, ...lead].filter((piece) => piece.isTargetLine),
      });
      for (const piece of own) headings.push({ piece, above: above.filter((other) => other !== piece), isOverTable: true });
    });
  });
  for (; next < ordered.length; next++) if (!ordered[next]!.isNote) push(ordered[next]!);
  return { tables, headings };
}

/** 開いた見出し — a heading under which others may still stand. */
interface OpenHeading {
  readonly style: string;
  readonly piece: TextPiece;
}

/** Opens a heading, which ends those of its style and all under them; the ones above it, nearest first. */
function nest(stack: OpenHeading[], piece: TextPiece, reader: CellReader): readonly TextPiece[] {
  const style = styleOf(piece, reader);
  // A unit stands beside the heading over it and ends none.
  const last = stack.length - 1;
  const at = style !== "unit" ? stack.findIndex((open) => open.style === style) : stack[last]?.style === "unit" ? last : -1;
  if (at >= 0) stack.length = at;
  const above = stack.map((open) => open.piece).reverse();
  stack.push({ style, piece });
  return above;
}

const columnsOf = ({ left, right }: TableShape): string => `${left}:${right}`;

function groupIntoBands(shapes: readonly TableShape[]): readonly Band[] {
  const bands: Band[] = [];
  for (const shape of [...shapes].sort((a, b) => a.area.range.top - b.area.range.top || a.left - b.left)) {
    const band = bands[bands.length - 1];
    const { top, bottom } = shape.area.range;
    const isBeside = band !== undefined && top <= band.bottom && band.shapes.every((other) => other.right < shape.left || other.left > shape.right);
    if (band && isBeside) {
      band.shapes.push(shape);
      band.bottom = Math.max(band.bottom, bottom);
    } else bands.push({ top, bottom, shapes: [shape] });
  }
  return bands;
}

/** Captions over tables side by side: each table takes those over its own columns when at least two tables have their own. */
function shareOut(captions: readonly TextPiece[], shapes: readonly TableShape[]): readonly (readonly TextPiece[])[] | undefined {
  const own = shapes.map((shape) => captions.filter((piece) => piece.col >= shape.left && piece.col <= shape.right));
  const lastRows = own.map((pieces) => pieces[pieces.length - 1]?.row);
  if (lastRows.filter((row) => row !== undefined).length < 2) return undefined;
  // What stands above all of them, in earlier rows, speaks for all, unless each has its own beside the others: 【教員】 and 【事務職員】 over 男性 and 男性.
  const from = Math.min(...lastRows.filter((row) => row !== undefined));
  const isShared = (row: number): boolean => row < from && own.filter((pieces) => pieces.some((piece) => piece.row === row)).length < 2;
  return own.map((pieces) => pieces.filter((piece) => !isShared(piece.row)));
}

/** The first text of the sheet is its title when another heading follows before the first table, or when it names no figure. */
function findTitle(texts: readonly TextPiece[], bands: readonly Band[], reader: CellReader): TextPiece | undefined {
  const first = texts[0];
  if (!first || first.isNote || (bands[0] && first.row > bands[0].top)) return undefined;
  const second = texts[1];
  const hasOther =
    second !== undefined && !second.isNote && !second.isTargetLine && !["aside", "unit"].includes(styleOf(second, reader)) && (!bands[0] || second.row < bands[0].top);
  const caption = reader.caption(first.text);
  if (caption.numbering !== "") return undefined;
  return hasOther || reader.label(first.text).topics.length === 0 ? first : undefined;
}

/** Headings of one style stand on one level: 1, (1), ①, ア, ■, and those without a number. */
function styleOf(piece: TextPiece, reader: CellReader): string {
  const { numbering }: Caption = reader.caption(piece.text);
  const mark = numbering.trim() || /^[0-9０-９]{1,2}(?=[\s　.．、)）])/.exec(piece.text)?.[0] || /^[【■◆◇□●○〇《＜<]/.exec(piece.text)?.[0] || "";
  if (/計画期間/.test(piece.text)) return "plan";
  if (/^[（(]?\s*単位\s*[：:]/.test(piece.text)) return "unit";
  // （単位：人）, 実績, R3: words about the table that name no subject do not end what the heading above them says.
  if (mark === "" && piece.text.length <= 12 && isSilent(reader.label(piece.text))) return "aside";
  return mark
    .normalize("NFKC")
    .replace(/^\d+-\d+$/, "1-1")
    .replace(/[①-⑳]|(?<=^)\d+(?=$)/g, (digit) => (/\d/.test(digit) && mark.length === 1 && /[①-⑳]/.test(mark) ? "①" : "1"))
    .replace(/\d+/g, "1")
    .replace(/[一二三四五六七八九十]+/g, "一")
    .replace(/[ア-ン]/g, "ア")
    .replace(/[ⅠⅡⅢⅣⅤIVX]+/g, "I");
}

function isSilent({ topics, weakTopics, group }: LabelFeatures): boolean {
  return topics.length === 0 && (weakTopics ?? []).length === 0 && Object.keys(group).length === 0;
}
