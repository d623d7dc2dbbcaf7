import { cellKey } from "../cell-key";
import { writeAddress, writeRange, type CellRange } from "../../model/cell";
import type { NewCell, NewLook, NewSheet } from "../../model/new-sheet";
import { quoteSheetName } from "../new-sheet-rules";
import type { Namespaces } from "./namespaces";
import { writeContent, type CellContent } from "./sheet-writer";
import { escapeAttribute } from "./xml-text";

/** 新しいシートの部品 — what the parts around a new worksheet give its text. */
export interface NewSheetParts {
  readonly namespaces: Namespaces;
  readonly writeText: (text: string) => CellContent;
  /** Index of the cell format for a look. */
  readonly styleOf: (look: NewLook) => number;
  /** Relationship to the drawing with its charts; undefined when it has none. */
  readonly drawing: string | undefined;
}

interface WrittenCell extends Pick<NewCell, "row" | "col" | "value" | "formula"> {
  readonly style: number;
}

/** Excel counts a margin of its own into the width of a column. */
const CELL_MARGIN = 0.7109375;

/** シートの部品を書く — a whole worksheet part, its elements in the order of the schema. */
export function writeNewSheet(sheet: NewSheet, parts: NewSheetParts): string {
  const { main, relations } = parts.namespaces;
  const cells = dressCells(sheet, parts);
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${escapeAttribute(main)}" xmlns:r="${escapeAttribute(relations)}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${writeRange(extentOf(cells))}"/>`,
    writeView(sheet.freeze),
    writeColumns(sheet.columns),
    `<sheetData>${writeRows(sheet, cells, parts)}</sheetData>`,
    writeList(
      "mergeCells",
      sheet.merges.map((merge) => `<mergeCell ref="${writeRange(merge)}"/>`),
      "count",
    ),
    writeList("hyperlinks", sheet.cells.flatMap(writeLink)),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="${sheet.page.orientation}"/>`,
    "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>",
    writeBreaks(sheet.page.breaks),
    parts.drawing === undefined ? "" : `<drawing r:id="${parts.drawing}"/>`,
    "</worksheet>",
  ].join("");
}

/** 見出しの行の参照 — rows repeated on every page, as a defined name refers to them. none: undefined when there are none */
export function writePrintTitles({ name, page }: NewSheet): string | undefined {
  return page.titleRows ? `${quoteSheetName(name)}!$${page.titleRows.from + 1}:$${page.titleRows.to + 1}` : undefined;
}

/** Excel draws a merge cell by cell: what it covers needs the look of its first cell, or half its frame would be missing. */
function dressCells(sheet: NewSheet, { styleOf }: NewSheetParts): WrittenCell[] {
  const styles = new Map<NewLook, number>();
  const style = (look: NewLook | undefined): number => {
    if (look === undefined) return 0;
    let found = styles.get(look);
    if (found === undefined) styles.set(look, (found = styleOf(look)));
    return found;
  };
  const cells = new Map<number, WrittenCell>();
  for (const { row, col, value, formula, look } of sheet.cells)
    cells.set(cellKey(row, col), { row, col, value: value === "" ? null : value, ...(formula === undefined ? {} : { formula }), style: style(look) });
  for (const merge of sheet.merges) {
    const anchor = cells.get(cellKey(merge.top, merge.left));
    if (!anchor) continue;
    for (let row = merge.top; row <= merge.bottom; row++)
      for (let col = merge.left; col <= merge.right; col++) {
        const key = cellKey(row, col);
        if (!cells.has(key)) cells.set(key, { row, col, value: null, style: anchor.style });
      }
  }
  return [...cells.values()].sort((a, b) => a.row - b.row || a.col - b.col);
}

function extentOf(cells: readonly WrittenCell[]): CellRange {
  const first = cells[0];
  if (!first) return { top: 0, left: 0, bottom: 0, right: 0 };
  let left = first.col;
  let right = first.col;
  for (const { col } of cells) {
    left = Math.min(left, col);
    right = Math.max(right, col);
  }
  return { top: first.row, left, bottom: cells.at(-1)!.row, right };
}

function writeView(freeze: NewSheet["freeze"]): string {
  if (!freeze || (freeze.row === 0 && freeze.col === 0)) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const pane = freeze.row === 0 ? "topRight" : freeze.col === 0 ? "bottomLeft" : "bottomRight";
  const splits = `${freeze.col > 0 ? ` xSplit="${freeze.col}"` : ""}${freeze.row > 0 ? ` ySplit="${freeze.row}"` : ""}`;
  return `<sheetViews><sheetView workbookViewId="0"><pane${splits} topLeftCell="${writeAddress(freeze.row, freeze.col)}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/></sheetView></sheetViews>`;
}

function writeColumns(widths: readonly number[]): string {
  return writeList(
    "cols",
    widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width + CELL_MARGIN}" customWidth="1"/>`),
  );
}

function writeRows(sheet: NewSheet, cells: readonly WrittenCell[], parts: NewSheetParts): string {
  // A height that is not customised follows the texts as soon as somebody writes.
  const heights = new Map(sheet.heights.map(({ row, height, grows }) => [row, ` ht="${height}"${grows ? "" : ' customHeight="1"'}`]));
  const rows = new Map<number, string[]>([...heights.keys()].map((row) => [row, []]));
  for (const cell of cells) {
    const written = writeCell(cell, parts);
    const row = rows.get(cell.row);
    if (row) row.push(written);
    else rows.set(cell.row, [written]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, written]) => {
      return `<row r="${row + 1}"${heights.get(row) ?? ""}>${written.join("")}</row>`;
    })
    .join("");
}

function writeCell({ row, col, value, formula, style }: WrittenCell, { writeText }: NewSheetParts): string {
  const { type, inner } = typeof value === "string" && formula === undefined ? writeText(value) : writeContent("", value, formula ?? null);
  const open = `<c r="${writeAddress(row, col)}"${style > 0 ? ` s="${style}"` : ""}${type === undefined ? "" : ` t="${type}"`}`;
  return inner === "" ? `${open}/>` : `${open}>${inner}</c>`;
}

function writeLink({ row, col, link }: NewCell): string[] {
  if (!link) return [];
  return [`<hyperlink ref="${writeAddress(row, col)}" location="${escapeAttribute(`${quoteSheetName(link.sheet)}!${link.cell}`)}"/>`];
}

function writeBreaks(breaks: readonly number[]): string {
  const rows = [...new Set(breaks)].filter((row) => row > 0).sort((a, b) => a - b);
  if (rows.length === 0) return "";
  const items = rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join("");
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${items}</rowBreaks>`;
}

/** A list without items may not stand there at all. */
function writeList(local: string, items: readonly string[], count?: string): string {
  if (items.length === 0) return "";
  return `<${local}${count === undefined ? "" : ` ${count}="${items.length}"`}>${items.join("")}</${local}>`;
}
