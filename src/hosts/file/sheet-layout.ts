import { readAddress, type CellRange } from "../../model/cell";
import { readRange } from "./merges";
import { scanPart, type PartText } from "./package";
import type { Span } from "./splice";
import type { XmlScanner } from "./xml-scanner";

/** セルの所在 — a cell element in the source, with what an edit keeps of it. */
export interface CellPlace extends Span {
  readonly openEnd: number;
  readonly selfClosing: boolean;
  /** Index of its cell format; undefined when it states none. */
  readonly style: number | undefined;
  readonly type: string;
  /** The formula element with its text, when it has one. */
  readonly hasFormula: boolean;
  /** Group of the shared formula this cell gives to others. */
  readonly sharedMaster: string | undefined;
  /** Children beside formula and value. */
  readonly kept: readonly Span[];
}

/** 行の所在 — a row element in the source, with the cells asked for. */
export interface RowPlace extends Span {
  readonly openEnd: number;
  readonly selfClosing: boolean;
  /** Cell format of the whole row; undefined when it has none. */
  readonly style: number | undefined;
  /** The attribute with the blank before it. */
  readonly spans: Span | undefined;
  readonly cells: ReadonlyMap<number, CellPlace>;
  /** Where a cell that is not there yet goes. */
  readonly gaps: ReadonlyMap<number, number>;
}

/** シートの所在 — where everything an edit may touch stands in the text of a worksheet part. */
export interface SheetLayout {
  readonly prefix: string;
  /** Children of the root in order, by local name. */
  readonly children: readonly (Span & { readonly local: string })[];
  /** The value of the dimension's ref. */
  readonly dimension: (Span & { readonly range: CellRange }) | undefined;
  readonly data: Span & { readonly openEnd: number; readonly selfClosing: boolean; readonly closeStart: number };
  readonly rows: ReadonlyMap<number, RowPlace>;
  /** Where a row that is not there yet goes. */
  readonly gaps: ReadonlyMap<number, number>;
  readonly columnStyles: readonly { readonly first: number; readonly last: number; readonly style: number }[];
  /** Array formulas, spills and data tables. */
  readonly arrays: readonly CellRange[];
  readonly isProtected: boolean;
}

/** 探すセル — columns by row, both sorted. */
export type Targets = ReadonlyMap<number, readonly number[]>;

/** 探すセルを並べる — cells in any order, some twice, as rows with their columns. */
export function sortTargets(cells: Iterable<{ readonly row: number; readonly col: number }>): Targets {
  const rows = new Map<number, Set<number>>();
  for (const { row, col } of cells) {
    const cols = rows.get(row);
    if (cols) cols.add(col);
    else rows.set(row, new Set([col]));
  }
  return new Map([...rows].sort(([a], [b]) => a - b).map(([row, cols]) => [row, [...cols].sort((a, b) => a - b)]));
}

/**
 * シートの所在を調べる — one pass over a worksheet part that keeps the places of the cells asked for, and of nothing else.
 *
 * @throws HostRefusal when the part is damaged
 */
export function findSheetLayout(part: PartText, targets: Targets): SheetLayout {
  return scanPart(part, (scanner) => new LayoutFinder(scanner, targets).find());
}

class LayoutFinder {
  private readonly children: (Span & { local: string })[] = [];
  private readonly rows = new Map<number, RowPlace>();
  private readonly gaps = new Map<number, number>();
  private readonly columnStyles: { first: number; last: number; style: number }[] = [];
  private readonly arrays: CellRange[] = [];
  private readonly rowsAsked: readonly number[];
  private nextGap = 0;
  private isProtected = false;
  private dimension: SheetLayout["dimension"];
  private data: SheetLayout["data"] | undefined;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly targets: Targets,
  ) {
    this.rowsAsked = [...targets.keys()];
  }

  find(): SheetLayout {
    const scanner = this.scanner;
    scanner.next();
    const prefix = scanner.rootPrefix;
    while (scanner.nextChild(1)) {
      const { start, local } = scanner;
      if (scanner.is("sheetData")) this.readData();
      else {
        if (scanner.is("dimension")) this.readDimension();
        else if (scanner.is("cols")) this.readCols();
        else if (scanner.is("sheetProtection")) this.isProtected = scanner.flag("sheet");
        if (scanner.kind === "open") scanner.skip();
      }
      this.children.push({ local, start, end: scanner.end });
    }
    while (scanner.next());
    if (!this.data) throw new Error("a worksheet without sheetData was taken for one");
    for (const row of this.rowsAsked) if (!this.rows.has(row) && !this.gaps.has(row)) this.gaps.set(row, this.data.closeStart);
    return {
      prefix,
      children: this.children,
      dimension: this.dimension,
      data: this.data,
      rows: this.rows,
      gaps: this.gaps,
      columnStyles: this.columnStyles,
      arrays: this.arrays,
      isProtected: this.isProtected,
    };
  }

  private readDimension(): void {
    const ref = this.scanner.attributes().find(({ name }) => name === "ref");
    const range = ref && readRange(this.scanner.text.slice(ref.valueStart, ref.valueEnd));
    if (ref && range) this.dimension = { start: ref.valueStart, end: ref.valueEnd, range };
  }

  private readCols(): void {
    const scanner = this.scanner;
    const depth = scanner.depth;
    while (scanner.nextChild(depth)) {
      const style = scanner.is("col") ? Number(scanner.attribute("style") ?? 0) : 0;
      if (style > 0) this.columnStyles.push({ first: Number(scanner.attribute("min")) - 1, last: Number(scanner.attribute("max")) - 1, style });
    }
  }

  private readData(): void {
    const scanner = this.scanner;
    const { start, end: openEnd, selfClosing, depth } = scanner;
    let row = -1;
    while (scanner.nextChild(depth)) {
      if (!scanner.is("row")) continue;
      const r = scanner.attribute("r");
      row = r === undefined ? row + 1 : Number(r) - 1;
      while (this.nextGap < this.rowsAsked.length && this.rowsAsked[this.nextGap]! < row) this.gaps.set(this.rowsAsked[this.nextGap++]!, scanner.start);
      this.readRow(row);
    }
    const closeStart = scanner.start;
    this.data = { start, openEnd, selfClosing, closeStart, end: scanner.end };
  }

  private readRow(row: number): void {
    const scanner = this.scanner;
    const asked = this.targets.get(row);
    const { start, end: openEnd, selfClosing, depth } = scanner;
    let style: number | undefined;
    let spans: Span | undefined;
    if (asked) {
      if (scanner.flag("customFormat")) style = Number(scanner.attribute("s") ?? 0);
      const written = scanner.attributes().find(({ name }) => name === "spans");
      if (written) spans = { start: written.start - 1, end: written.end };
    }
    const cells = new Map<number, CellPlace>();
    const gaps = new Map<number, number>();
    const wanted = new Set(asked);
    let nextGap = 0;
    let col = -1;
    while (scanner.nextChild(depth)) {
      if (!scanner.is("c")) continue;
      const r = scanner.attribute("r");
      const address = r === undefined ? undefined : readAddress(r);
      col = address ? address.col : col + 1;
      if (asked) while (nextGap < asked.length && asked[nextGap]! < col) gaps.set(asked[nextGap++]!, scanner.start);
      if (wanted.has(col)) cells.set(col, this.readCell());
      else if (!scanner.selfClosing) this.readFormulas();
    }
    if (!asked) return;
    for (const one of asked) if (!cells.has(one) && !gaps.has(one)) gaps.set(one, scanner.start);
    this.rows.set(row, { start, openEnd, selfClosing, style, spans, cells, gaps, end: scanner.end });
  }

  private readCell(): CellPlace {
    const scanner = this.scanner;
    const { start, end: openEnd, selfClosing, depth } = scanner;
    const style = scanner.attribute("s");
    const type = scanner.attribute("t") ?? "n";
    const kept: Span[] = [];
    let hasFormula = false;
    let sharedMaster: string | undefined;
    while (scanner.nextChild(depth)) {
      const childStart = scanner.start;
      if (scanner.is("f")) {
        hasFormula = true;
        this.readFormula();
        if (scanner.attribute("t") === "shared" && !scanner.selfClosing) sharedMaster = scanner.attribute("si");
        scanner.skip();
      } else {
        const isValue = scanner.is("v") || scanner.is("is");
        scanner.skip();
        if (!isValue) kept.push({ start: childStart, end: scanner.end });
      }
    }
    return { start, openEnd, selfClosing, style: style === undefined ? undefined : Number(style), type, hasFormula, sharedMaster, kept, end: scanner.end };
  }

  private readFormulas(): void {
    const scanner = this.scanner;
    const depth = scanner.depth;
    while (scanner.nextChild(depth)) if (scanner.is("f")) this.readFormula();
  }

  private readFormula(): void {
    const kind = this.scanner.attribute("t");
    if (kind !== "array" && kind !== "dataTable") return;
    const range = readRange(this.scanner.attribute("ref") ?? "");
    // Of one cell too: given back as a plain formula it would be another one.
    if (range) this.arrays.push(range);
  }
}
