import { writeAddress, writeRange } from "../../src/model/cell";
import { escapeXml, type Look, type StyleBook } from "./style-book";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** 中身 — what a cell holds; a formula carries the value it gives; null is an empty cell with its look. */
export type Content = string | number | null | { readonly formula: string; readonly value: number | string };

/** 文字列の台帳 — shared strings in the order of first use. */
export class StringBook {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  numberOf(text: string): number {
    this.uses += 1;
    const found = this.numbers.get(text);
    if (found !== undefined) return found;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  write(): string {
    const items = [...this.numbers.keys()].map((text) => `<si><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ""}>${escapeXml(text)}</t></si>`);
    return `<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}

/** 角 — a cell counted from 0, where a drawing begins or ends. */
export interface Corner {
  readonly row: number;
  readonly col: number;
}

/** 条件付き書式 — one of the user's own, as Excel writes it. */
export interface OwnRule {
  readonly ranges: string;
  readonly xml: string;
}

/** 紙面 — one sheet of the sample while it is being written. */
export class SheetPage {
  private readonly cells = new Map<number, Map<number, { readonly content: Content; readonly look: Look }>>();
  private readonly merged: string[] = [];
  private readonly heights = new Map<number, number>();
  readonly rules: OwnRule[] = [];
  readonly comments: { readonly cell: string; readonly text: string }[] = [];
  frozen: { readonly rows: number; readonly cols: number } | undefined;
  chart: { readonly xml: string; readonly from: Corner; readonly to: Corner } | undefined;
  isUpright = false;
  tab = "5B9BD5";
  /** Where the next table begins, counted from 0. */
  next = 0;

  constructor(
    readonly name: string,
    readonly widths: readonly number[],
  ) {}

  put(row: number, col: number, content: Content, look: Look = {}): void {
    const line = this.cells.get(row) ?? new Map<number, { content: Content; look: Look }>();
    line.set(col, { content, look });
    this.cells.set(row, line);
  }

  /** 結合する — the look covers the whole range, so that its borders are whole. */
  merge(top: number, left: number, bottom: number, right: number, content: Content, look: Look = {}): void {
    for (let row = top; row <= bottom; row++) for (let col = left; col <= right; col++) this.put(row, col, row === top && col === left ? content : null, look);
    this.merged.push(writeRange({ top, left, bottom, right }));
  }

  tall(row: number, points: number): void {
    this.heights.set(row, points);
  }

  write(styles: StyleBook, strings: StringBook, { isFirst, parts }: { readonly isFirst: boolean; readonly parts: string }): string {
    const rows = [...this.cells].sort(([a], [b]) => a - b);
    const last = { row: Math.max(...this.cells.keys()), col: Math.max(...rows.flatMap(([, line]) => [...line.keys()])) };
    const lines = rows.map(([row, line]) => {
      const height = this.heights.get(row);
      const cells = [...line].sort(([a], [b]) => a - b).map(([col, { content, look }]) => writeCell(writeAddress(row, col), styles.numberOf(look), content, strings));
      return `<row r="${row + 1}"${height ? ` ht="${height}" customHeight="1"` : ""}>${cells.join("")}</row>`;
    });
    return (
      `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><tabColor rgb="FF${this.tab}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<dimension ref="A1:${writeAddress(last.row, last.col)}"/>` +
      `<sheetViews><sheetView showGridLines="0"${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">${this.writePane()}</sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="18"/><cols>${this.widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>` +
      `<sheetData>${lines.join("")}</sheetData>` +
      (this.merged.length ? `<mergeCells count="${this.merged.length}">${this.merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>` : "") +
      this.rules.map(({ ranges, xml }) => `<conditionalFormatting sqref="${ranges}">${xml}</conditionalFormatting>`).join("") +
      `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
      `<pageSetup paperSize="9" orientation="${this.isUpright ? "portrait" : "landscape"}"/><headerFooter><oddFooter>&amp;C&amp;A　&amp;P / &amp;N</oddFooter></headerFooter>${parts}</worksheet>`
    );
  }

  private writePane(): string {
    if (!this.frozen) return "";
    const { rows, cols } = this.frozen;
    const corner = writeAddress(rows, cols);
    const pane = rows && cols ? "bottomRight" : rows ? "bottomLeft" : "topRight";
    return `<pane${cols ? ` xSplit="${cols}"` : ""}${rows ? ` ySplit="${rows}"` : ""} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
  }
}

function writeCell(at: string, style: number, content: Content, strings: StringBook): string {
  const head = `<c r="${at}" s="${style}"`;
  if (content === null) return `${head}/>`;
  if (typeof content === "number") return `${head}><v>${content}</v></c>`;
  if (typeof content === "string") return `${head} t="s"><v>${strings.numberOf(content)}</v></c>`;
  const isText = typeof content.value === "string";
  return `${head}${isText ? ' t="str"' : ""}><f>${escapeXml(content.formula)}</f><v>${escapeXml(String(content.value))}</v></c>`;
}
