import type { Cell, CellRange } from "../model/cell";
import { looksLikeNote, looksLikeTargetLine, type CellReader } from "./cell-meaning";
import { OpenTable } from "./open-table";
import type { RowCell } from "./row-cell";
import { isStatement, rowKind } from "./row-kind";
import { AMOUNT, findTargetSentences } from "../notation/target-sentence";
import { unifyWidth } from "../notation/normalize";
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
  /** One of a list under 数値目標. */
  readonly isListedTarget?: true;
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

/** 区画 — a text or a table, as they follow each other down a block. */
export type Piece = TextPiece | TableArea;

/**
 * 表を見つける — walks a block from top to bottom and tells captions, notes, header rows and body rows apart.
 *
 * shape  pieces in reading order
 */
export function findTables(grid: SheetGrid, block: CellRange, reader: CellReader): readonly Piece[] {
  const rows: { row: number; cells: readonly RowCell[] }[] = [];
  for (let row = block.top; row <= block.bottom; row++) {
    const cells = grid.filledBetween(row, block.left, block.right);
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
      open ??= new OpenTable(row, justClosed);
      open.addHeader(row, cells);
      return;
    }
    justClosed = false;
    open ??= new OpenTable(row, false);
    if (kind === "section") open.addSection(row);
    else open.addBody(row, cells);
  });
  close();
  return pieces.sort((a, b) => topOf(a) - topOf(b));
}

function topOf(piece: Piece): number {
  return piece.kind === "text" ? piece.row : piece.range.top;
}

function finish(open: OpenTable, block: CellRange): TableArea {
  return {
    kind: "table",
    range: open.range(block),
    headerRows: open.headers.map(({ row }) => row),
    bodyRows: open.bodyRows(block),
    sectionOf: open.sections,
    continuesAbove: open.continuesAbove,
  };
}

function piecesOf(row: number, cells: readonly RowCell[], reader: CellReader): readonly TextPiece[] {
  const piece = ({ cell, left }: RowCell, text: string): TextPiece => ({
    kind: "text",
    row,
    col: left,
    cell,
    text,
    isNote: looksLikeNote(text),
    // （注）計画では毎年度12日以上の取得を目標としている。
    isTargetLine: looksLikeTargetLine(text) || (looksLikeNote(text) && /目標/.test(text) && findTargetSentences(text).length > 0),
  });
  if (isStatement(cells, reader)) return [piece(cells[1]!, `${cells[0]!.meaning.raw.replace(/[0-9０-９]+$/, "")}：${cells[1]!.meaning.raw}`)];
  return cells.map((cell) => piece(cell, cell.meaning.raw));
}

/** 目標の文の主題 — 「目標：男性職員の育児休業取得率を50%以上とする。」 speaks of 男性職員の育児休業取得率. */
export function subjectOf(text: string): string {
  const said = text.replace(/^(?:数値)?目標(?:値)?\s*[：:]\s*/, "");
  // 1人当たり and 令和9年度 are no amounts; where none has a unit, the first digit is the figure.
  const amount = AMOUNT.exec(unifyWidth(said));
  const subject = amount ? said.slice(0, amount.index) : said.replace(/[\d０-９].*$/, "");
  const named = subject.replace(/(?:(?:令和|平成|[RH])?\s*(?:元|[\d０-９]{1,4})年度?末?(?:[\d０-９]{1,2}月末?)?|計画期間(?:中|内)?|最終年度)までに、?/g, "");
  return named.replace(/^.*?までに、?(?=.)/, "").replace(/(?:を|は|が|、)?\s*(?:年間|月)?約?\s*$/, "");
}
