import type { CellRange } from "../../model/cell";
import { readAddress } from "../../model/cell";
import { readCellStyles, type CellStyle, type WorkbookLooks } from "./cell-styles";
import { countDrawings } from "./drawings";
import { findMarkRule } from "./mark-rule";
import { readPart, scanPart, type OpenedFile } from "./package";
import { refuseDamaged } from "./refusals";
import { readWorkbookDirectory } from "./workbook-directory";
import type { XmlScanner } from "./xml-scanner";
import { XmlFault } from "./xml-text";

/**
 * シートの見た目 — what the grid needs of a sheet beyond its cells.
 *
 * shape  rows and columns count from 0; a height or width of 0 is hidden; `styled` sorted by row, then column
 * unit   CSS pixels
 */
export interface SheetLook {
  readonly defaultHeight: number;
  readonly defaultWidth: number;
  readonly heights: ReadonlyMap<number, number>;
  readonly widths: ReadonlyMap<number, number>;
  readonly frozenRows: number;
  readonly frozenCols: number;
  readonly hasGridLines: boolean;
  readonly styles: readonly CellStyle[];
  /** Number of the style of each cell that looks like anything, empty cells included. */
  readonly styled: readonly { readonly row: number; readonly col: number; readonly style: number }[];
  /** Styles of whole rows and columns, for the cells in them that are not in `styled`; a row goes before a column. */
  readonly rowStyles: ReadonlyMap<number, number>;
  readonly colStyles: ReadonlyMap<number, number>;
  readonly charts: number;
  readonly images: number;
  /** Cells that carry our mark. */
  readonly marks: readonly CellRange[];
}

/**
 * シートの見た目を読む — sizes, styles, frozen panes, drawings and our marks of one sheet.
 *
 * none    undefined when the workbook has no worksheet of this name
 * @throws HostRefusal when a part that is needed is damaged
 */
export function readSheetLook(opened: OpenedFile, sheetName: string, workbookLooks?: WorkbookLooks): SheetLook | undefined {
  const entry = readWorkbookDirectory(opened).sheets.find((sheet) => sheet.name === sheetName);
  if (!entry) return undefined;
  const part = readPart(opened, entry.part);
  const looks = workbookLooks ?? readCellStyles(opened);
  const seen = scanPart(part, (scanner) => {
    const reader = new LookReader(scanner, looks);
    scanner.next();
    if (!scanner.is("worksheet")) throw refuseDamaged(part.name);
    reader.read();
    return reader;
  });
  const { defaultHeight, defaultWidth, heights, widths, frozenRows, frozenCols, hasGridLines, styled, rowStyles, colStyles, marks } = seen;
  return {
    defaultHeight,
    defaultWidth,
    heights,
    widths,
    frozenRows,
    frozenCols,
    hasGridLines,
    styles: looks.looks,
    styled,
    rowStyles,
    colStyles,
    ...countDrawings(opened, entry.part),
    marks,
  };
}

class LookReader {
  defaultHeight = 24;
  defaultWidth: number;
  frozenRows = 0;
  frozenCols = 0;
  hasGridLines = true;
  readonly heights = new Map<number, number>();
  readonly widths = new Map<number, number>();
  private describedCols = 0;
  readonly rowStyles = new Map<number, number>();
  readonly colStyles = new Map<number, number>();
  readonly styled: { row: number; col: number; style: number }[] = [];
  readonly marks: CellRange[] = [];
  private readonly isPlain: readonly boolean[];

  constructor(
    private readonly scanner: XmlScanner,
    private readonly looks: WorkbookLooks,
  ) {
    this.isPlain = looks.looks.map((look) => Object.keys(look).length === 0);
    this.defaultWidth = baseWidth(8, looks.digitWidth);
  }

  read(): void {
    const scanner = this.scanner;
    while (scanner.nextChild(1)) {
      if (scanner.is("sheetViews")) this.readViews();
      else if (scanner.is("sheetFormatPr")) this.readDefaults();
      else if (scanner.is("cols")) this.readCols();
      else if (scanner.is("sheetData")) this.readRows();
      else if (scanner.is("conditionalFormatting")) this.marks.push(...findMarkRule(scanner));
    }
    this.styled.sort((a, b) => a.row - b.row || a.col - b.col);
  }

  private readViews(): void {
    const scanner = this.scanner;
    const depth = scanner.depth;
    let isFirst = true;
    while (scanner.nextChild(depth)) {
      if (!scanner.is("sheetView") || !isFirst) continue;
      isFirst = false;
      this.hasGridLines = scanner.flag("showGridLines", true);
      const inner = scanner.depth;
      while (scanner.nextChild(inner)) {
        if (!scanner.is("pane") || !/^frozen/.test(scanner.attribute("state") ?? "")) continue;
        this.frozenRows = Math.floor(Number(scanner.attribute("ySplit") ?? 0));
        this.frozenCols = Math.floor(Number(scanner.attribute("xSplit") ?? 0));
      }
    }
  }

  private readDefaults(): void {
    const scanner = this.scanner;
    const height = Number(scanner.attribute("defaultRowHeight") ?? 0);
    const width = Number(scanner.attribute("defaultColWidth") ?? 0);
    if (height > 0) this.defaultHeight = pixels(height);
    this.defaultWidth = width > 0 ? this.width(width) : baseWidth(Number(scanner.attribute("baseColWidth") ?? 8), this.looks.digitWidth);
  }

  private readCols(): void {
    const scanner = this.scanner;
    const depth = scanner.depth;
    while (scanner.nextChild(depth)) {
      if (!scanner.is("col")) continue;
      const written = scanner.attribute("width");
      const width = scanner.flag("hidden") ? 0 : written === undefined ? this.defaultWidth : this.width(Number(written));
      const style = Number(scanner.attribute("style") ?? 0);
      const first = Math.max(Number(scanner.attribute("min")), 1) - 1;
      const last = Math.min(Number(scanner.attribute("max")), 16384);
      if (first < last) this.describedCols += last - first;
      // Columns are described once each; over and over again is no work of a spreadsheet program.
      if (this.describedCols > 16 * 16384) throw new XmlFault("not-well-formed", scanner.start);
      for (let col = first; col < last; col++) {
        if (width !== this.defaultWidth) this.widths.set(col, width);
        if (this.isStyled(style)) this.colStyles.set(col, style);
      }
    }
  }

  private readRows(): void {
    const scanner = this.scanner;
    let row = -1;
    let col = -1;
    while (scanner.next()) {
      if (scanner.kind === "close") {
        if (scanner.depth === 2) return;
      } else if (scanner.is("c")) {
        const address = scanner.findAttribute("r") ? readAddress(scanner.attribute("r")!) : undefined;
        col = address ? address.col : col + 1;
        const style = scanner.findAttribute("s") ? Number(scanner.attribute("s")) : 0;
        // A cell may also undo the style of its row.
        if (this.isStyled(style) || this.rowStyles.has(row) || this.colStyles.has(col)) this.styled.push({ row: address ? address.row : row, col, style });
      } else if (scanner.is("row")) {
        const r = scanner.attribute("r");
        row = r === undefined ? row + 1 : Number(r) - 1;
        col = -1;
        this.readRow(row);
      }
    }
  }

  private readRow(row: number): void {
    const scanner = this.scanner;
    const height = scanner.attribute("ht");
    if (scanner.flag("hidden")) this.heights.set(row, 0);
    else if (height !== undefined) this.heights.set(row, pixels(Number(height)));
    if (!scanner.flag("customFormat")) return;
    const style = Number(scanner.attribute("s") ?? 0);
    if (this.isStyled(style)) this.rowStyles.set(row, style);
  }

  private isStyled(style: number): boolean {
    return this.isPlain[style] === false;
  }

  private width(digits: number): number {
    return Math.trunc(((256 * digits + Math.trunc(128 / this.looks.digitWidth)) / 256) * this.looks.digitWidth);
  }
}

function pixels(points: number): number {
  return Math.round((points * 4) / 3);
}

/** Width of a column nobody set: so many digits and a margin, up to the next 8 pixels. */
function baseWidth(digits: number, digitWidth: number): number {
  return Math.ceil((digits * digitWidth + 5) / 8) * 8;
}
