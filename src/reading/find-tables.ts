import type { Cell, CellRange } from "../model/cell";
import { looksLikeNote, looksLikeTargetLine, type CellReader } from "./cell-meaning";
import { isStatement, readRow, rowKind, type OpenTable, type RowCell } from "./row-kind";
import type { SheetGrid } from "./sheet-grid";

/** 文の行 — a caption, a note or a remark on a line of its own. */
export interface TextPiece {
  readonly kind: "text";
  readonly row: number;
  readonly col: number;
  readonly cell: Cell;
  readonly text: string;
  readonly isNote: boolean;
  readonly isTargetLine: boolean;
}

/**
 * 表の場所 — header rows and body rows of one table, before its columns are told apart.
 *
 * shape  `sectionOf` gives for a body row the row of the line that heads its section (男性 above 対象者, 取得者 …)
 */
export interface TableArea {
  readonly kind: "table";
  readonly range: CellRange;
  readonly headerRows: readonly number[];
  readonly bodyRows: readonly number[];
  readonly sectionOf: ReadonlyMap<number, number>;
  /** Its header appeared inside another table without a caption between: folded months, stacked years. */
  readonly continuesAbove: boolean;
}

export type Piece = TextPiece | TableArea;

/**
 * 表を見つける — walks a block from top to bottom and tells captions, notes, header rows and body rows apart.
 *
 * shape  pieces in reading order
 */
export function findTables(grid: SheetGrid, block: CellRange, reader: CellReader): readonly Piece[] {
  const rows: { row: number; cells: readonly RowCell[] }[] = [];
  for (let row = block.top; row <= block.bottom; row++) {
    const cells = readRow(grid, row, block, reader);
    if (cells.length > 0) rows.push({ row, cells });
  }

  const pieces: Piece[] = [];
  let open: OpenTable | undefined;
  let justClosed = false;
  const close = (): void => {
    if (open && (open.body.length > 0 || open.headers.length > 0)) pieces.push(finish(open, block));
    open = undefined;
  };

  rows.forEach(({ row, cells }, index) => {
    const next = rows[index + 1];
    const kind = rowKind(cells, next, open, block, reader);
    if (kind === "text") {
      const isUnder = open !== undefined && open.body.length > 0 && cells.every(({ meaning }) => looksLikeNote(meaning.text) || looksLikeTargetLine(meaning.text));
      if (!isUnder) {
        close();
        justClosed = false;
      }
      pieces.push(...piecesOf(row, cells, reader));
      if (isUnder) {
        // A note closes its table only when something other than more of the table follows.
        if (!next || rowKind(next.cells, rows[index + 2], open, block, reader) !== "body") close();
      }
      return;
    }
    if (kind === "header") {
      if (open && open.body.length > 0) {
        close();
        justClosed = true;
      }
      open ??= { headers: [], body: [], sections: new Map(), section: undefined, continuesAbove: justClosed, until: row };
      open.headers.push({ row, cells });
    } else {
      open ??= { headers: [], body: [], sections: new Map(), section: undefined, continuesAbove: false, until: row };
      if (kind === "section") open.section = row;
      else {
        open.body.push({ row, cells });
        if (open.section !== undefined) open.sections.set(row, open.section);
      }
    }
    justClosed = kind === "header" ? justClosed : false;
    open.until = Math.max(open.until, row, ...(kind === "body" ? cells.map((cell) => cell.bottom) : []));
  });
  close();
  return pieces.sort((a, b) => topOf(a) - topOf(b));
}

function topOf(piece: Piece): number {
  return piece.kind === "text" ? piece.row : piece.range.top;
}

function finish(open: OpenTable, block: CellRange): TableArea {
  const lines = [...open.headers, ...open.body];
  const top = lines[0]!.row;
  let left = block.right;
  let right = block.left;
  for (const { cells } of lines)
    for (const cell of cells) {
      left = Math.min(left, cell.left);
      right = Math.max(right, cell.right);
    }
  const bodyRows: number[] = [];
  const lastRow = Math.min(block.bottom, open.until);
  // Rows covered only by tall merges are rows of the table too.
  const first = open.body[0]?.row ?? lastRow + 1;
  const sections = new Set(open.sections.values());
  for (let row = first; row <= lastRow; row++) if (!sections.has(row) && (open.body.some((line) => line.row === row) || isCovered(open, row))) bodyRows.push(row);
  return {
    kind: "table",
    range: { top, left, bottom: Math.max(top, lastRow), right },
    headerRows: open.headers.map(({ row }) => row),
    bodyRows,
    sectionOf: open.sections,
    continuesAbove: open.continuesAbove,
  };
}

function isCovered(open: OpenTable, row: number): boolean {
  return open.body.some(({ row: from, cells }) => from < row && cells.some((cell) => cell.bottom >= row));
}

function piecesOf(row: number, cells: readonly RowCell[], reader: CellReader): readonly TextPiece[] {
  const piece = ({ cell, left }: RowCell, text: string): TextPiece => ({
    kind: "text",
    row,
    col: left,
    cell,
    text,
    isNote: looksLikeNote(text),
    isTargetLine: looksLikeTargetLine(text),
  });
  if (isStatement(cells, reader)) return [piece(cells[1]!, `${cells[0]!.meaning.raw.replace(/[0-9０-９]+$/, "")}：${cells[1]!.meaning.raw}`)];
  return cells.map((cell) => piece(cell, cell.meaning.raw));
}

/** 目標の文の主題 — 「目標：男性職員の育児休業取得率を50%以上とする。」 speaks of 男性職員の育児休業取得率. */
export function subjectOf(text: string): string {
  return text.replace(/^(?:数値)?目標(?:値)?\s*[：:]\s*/, "").replace(/(?:を|は|が|、)?\s*(?:年間|月)?約?[\d０-９].*$/, "");
}
