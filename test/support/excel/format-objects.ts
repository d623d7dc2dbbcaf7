import type { CellRange } from "../../../src/model/cell";
import type { Book } from "./book";
import { ExcelFault, notSimulated } from "./excel-fault";
import { STANDARD_HEIGHT, STANDARD_WIDTH } from "./line-properties";
import { colsOf, rowsOf } from "./rect";
import { type BorderLook, keyOf, type Look, type SimSheet } from "./sheet-state";
import { anyColor, anyNumber, anyText, oneOf, SimObject, yesOrNo } from "./sim-object";

/** Looks of whole rows and columns would need a sheet's own styles. */
const MOST_CELLS = 200_000;

type Side = "top" | "bottom" | "left" | "right";

abstract class LookPart extends SimObject {
  constructor(
    book: Book,
    protected readonly sheet: SimSheet,
    protected readonly ranges: readonly CellRange[],
  ) {
    super(book);
  }

  /** The look all cells share; null where they differ. */
  protected shared<Name extends keyof Look>(name: Name, otherwise: NonNullable<Look[Name]>): NonNullable<Look[Name]> | null {
    const found = new Set<NonNullable<Look[Name]>>();
    this.each((row, col) => found.add(this.sheet.cells.get(keyOf(row, col))?.look[name] ?? otherwise));
    return found.size === 1 ? [...found][0]! : null;
  }

  protected change(look: Look): void {
    this.book.mayWrite(this.sheet);
    this.each((row, col) => {
      const cell = this.book.touch(this.sheet, row, col);
      cell.look = { ...cell.look, ...look };
    });
  }

  protected each(visit: (row: number, col: number, range: CellRange) => void): void {
    for (const range of this.ranges) {
      if (rowsOf(range) * colsOf(range) > MOST_CELLS) throw notSimulated("looks of so many cells");
      for (let row = range.top; row <= range.bottom; row++) for (let col = range.left; col <= range.right; col++) visit(row, col, range);
    }
  }
}

/** 書式 — looks of the cells of one or several ranges. */
export class RangeFormat extends LookPart {
  readonly className = "RangeFormat";

  get Fill(): SimObject {
    return new RangeFill(this.book, this.sheet, this.ranges);
  }
  get Font(): SimObject {
    return new RangeFont(this.book, this.sheet, this.ranges);
  }
  get Borders(): SimObject {
    return new RangeBorderCollection(this.book, this.sheet, this.ranges);
  }
  get WrapText(): boolean | null {
    return this.shared("wrap", false);
  }
  set WrapText(wrap: unknown) {
    this.change({ wrap: yesOrNo(wrap) });
  }
  get ShrinkToFit(): boolean | null {
    return this.shared("shrink", false);
  }
  set ShrinkToFit(shrink: unknown) {
    this.change({ shrink: yesOrNo(shrink) });
  }
  get IndentLevel(): number | null {
    return this.shared("indent", 0);
  }
  set IndentLevel(indent: unknown) {
    this.change({ indent: anyNumber(indent) });
  }
  get HorizontalAlignment(): string | null {
    return this.shared("horizontal", "General");
  }
  set HorizontalAlignment(to: unknown) {
    this.change({ horizontal: oneOf(["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"], to) });
  }
  get VerticalAlignment(): string | null {
    return this.shared("vertical", "Center");
  }
  set VerticalAlignment(to: unknown) {
    this.change({ vertical: oneOf(["Top", "Center", "Bottom", "Justify", "Distributed"], to) });
  }
  get ColumnWidth(): number | null {
    return this.line(({ left, right }) => [left, right], this.sheet.columnWidths, STANDARD_WIDTH);
  }
  set ColumnWidth(width: unknown) {
    this.setLine(({ left, right }) => [left, right], this.sheet.columnWidths, width);
  }
  get RowHeight(): number | null {
    return this.line(({ top, bottom }) => [top, bottom], this.sheet.rowHeights, STANDARD_HEIGHT);
  }
  set RowHeight(height: unknown) {
    if (anyNumber(height) > 409.5) throw new ExcelFault("InvalidArgument");
    this.setLine(({ top, bottom }) => [top, bottom], this.sheet.rowHeights, height);
  }
  AutofitColumns(): void {
    this.book.mayWrite(this.sheet);
  }
  AutofitRows(): void {
    this.book.mayWrite(this.sheet);
  }

  private line(ends: (range: CellRange) => readonly [number, number], sizes: ReadonlyMap<number, number>, otherwise: number): number | null {
    const found = new Set<number>();
    for (const range of this.ranges) {
      const [from, to] = ends(range);
      for (let i = from; i <= to && found.size < 2; i++) found.add(sizes.get(i) ?? otherwise);
    }
    return found.size === 1 ? [...found][0]! : null;
  }

  private setLine(ends: (range: CellRange) => readonly [number, number], sizes: Map<number, number>, size: unknown): void {
    this.book.mayWrite(this.sheet);
    if (anyNumber(size) < 0) throw new ExcelFault("InvalidArgument");
    for (const range of this.ranges) {
      const [from, to] = ends(range);
      for (let i = from; i <= to; i++) sizes.set(i, anyNumber(size));
    }
  }
}

class RangeFill extends LookPart {
  readonly className = "RangeFill";

  get Color(): string | null {
    return this.shared("fill", "#FFFFFF");
  }
  set Color(color: unknown) {
    this.change({ fill: anyColor(color) });
  }
  Clear(): void {
    this.book.mayWrite(this.sheet);
    this.each((row, col) => {
      const cell = this.sheet.cells.get(keyOf(row, col));
      if (cell) delete cell.look.fill;
    });
  }
}

class RangeFont extends LookPart {
  readonly className = "RangeFont";

  get Bold(): boolean | null {
    return this.shared("bold", false);
  }
  set Bold(bold: unknown) {
    this.change({ bold: yesOrNo(bold) });
  }
  get Italic(): boolean | null {
    return this.shared("italic", false);
  }
  set Italic(italic: unknown) {
    this.change({ italic: yesOrNo(italic) });
  }
  get Underline(): string | null {
    return this.shared("underline", "None");
  }
  set Underline(underline: unknown) {
    this.change({ underline: anyText(underline) });
  }
  get Size(): number | null {
    return this.shared("size", 11);
  }
  set Size(size: unknown) {
    const points = anyNumber(size);
    if (points < 1 || points > 409) throw new ExcelFault("InvalidArgument");
    this.change({ size: points });
  }
  get Color(): string | null {
    return this.shared("color", "#000000");
  }
  set Color(color: unknown) {
    this.change({ color: anyColor(color) });
  }
  get Name(): string | null {
    return this.shared("fontName", "游ゴシック");
  }
  set Name(name: unknown) {
    this.change({ fontName: anyText(name) });
  }
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"] as const;
type Edge = (typeof EDGES)[number];

class RangeBorderCollection extends LookPart {
  readonly className = "RangeBorderCollection";

  override item(edge: unknown): SimObject {
    return new RangeBorder(this.book, this.sheet, this.ranges, oneOf(EDGES, edge));
  }
}

const NO_BORDER: BorderLook = { style: "None", weight: "Thin", color: "#000000" };

class RangeBorder extends LookPart {
  readonly className = "RangeBorder";

  constructor(
    book: Book,
    sheet: SimSheet,
    ranges: readonly CellRange[],
    private readonly edge: Edge,
  ) {
    super(book, sheet, ranges);
  }

  get SideIndex(): string {
    return this.edge;
  }
  get Style(): string {
    return this.look().style;
  }
  set Style(style: unknown) {
    this.draw({ style: oneOf(["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"], style) });
  }
  get Weight(): string {
    return this.look().weight;
  }
  set Weight(weight: unknown) {
    this.draw({ weight: oneOf(["Hairline", "Thin", "Medium", "Thick"], weight) });
  }
  get Color(): string {
    return this.look().color;
  }
  set Color(color: unknown) {
    this.draw({ color: anyColor(color) });
  }

  private look(): BorderLook {
    let found = NO_BORDER;
    this.along((row, col, side) => (found = this.sheet.cells.get(keyOf(row, col))?.look.borders?.[side] ?? NO_BORDER));
    return found;
  }

  private draw(change: Partial<BorderLook>): void {
    this.book.mayWrite(this.sheet);
    this.along((row, col, side) => {
      const cell = this.book.touch(this.sheet, row, col);
      const before = cell.look.borders?.[side] ?? { ...NO_BORDER, style: "Continuous" };
      const borders = { ...cell.look.borders, [side]: { ...before, ...change } };
      if (change.style === "None") delete borders[side];
      cell.look = { ...cell.look, borders };
    });
  }

  private along(visit: (row: number, col: number, side: Side) => void): void {
    this.each((row, col, range) => {
      const side = sideOf(this.edge, row, col, range);
      if (side) visit(row, col, side);
    });
  }
}

function sideOf(edge: Edge, row: number, col: number, range: CellRange): Side | undefined {
  switch (edge) {
    case "EdgeTop":
      return row === range.top ? "top" : undefined;
    case "EdgeBottom":
      return row === range.bottom ? "bottom" : undefined;
    case "EdgeLeft":
      return col === range.left ? "left" : undefined;
    case "EdgeRight":
      return col === range.right ? "right" : undefined;
    case "InsideHorizontal":
      return row < range.bottom ? "bottom" : undefined;
    case "InsideVertical":
      return col < range.right ? "right" : undefined;
    default:
      throw notSimulated(`border ${edge}`);
  }
}
