import { INDEXED_COLORS, readColor, readThemeColors, type Palette } from "./colors";
import { readPart, scanPart, type OpenedFile } from "./package";
import { stylesPart } from "./styles";
import type { XmlScanner } from "./xml-scanner";

/** セルの見た目 — how a cell looks, ready for CSS; what is absent is as on a blank sheet. */
export interface CellStyle {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** unit  CSS pixels; absent when it is the size of the workbook's own default font */
  readonly size?: number;
  readonly align?: "left" | "center" | "right" | "justify";
  readonly valign?: "top" | "middle" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  /** Written from top to bottom. */
  readonly vertical?: boolean;
  /** Borders as CSS writes them: "1px solid #000000". */
  readonly top?: string;
  readonly right?: string;
  readonly bottom?: string;
  readonly left?: string;
}

/** ブックの見た目 — the looks of all cell formats; `looks[s]` for a cell with style `s`. */
export interface WorkbookLooks {
  readonly looks: readonly CellStyle[];
  /** Widths of columns are counted in digits of the default font. unit CSS pixels */
  readonly digitWidth: number;
}

type Writable = { -readonly [key in keyof CellStyle]: CellStyle[key] };
interface Font {
  readonly style: CellStyle;
  readonly points: number;
  readonly name: string;
}

const BORDERS: { readonly [style: string]: string } = {
  thin: "1px solid",
  hair: "1px dotted",
  dotted: "1px dotted",
  dashed: "1px dashed",
  dashDot: "1px dashed",
  dashDotDot: "1px dashed",
  medium: "2px solid",
  mediumDashed: "2px dashed",
  mediumDashDot: "2px dashed",
  mediumDashDotDot: "2px dashed",
  slantDashDot: "2px dashed",
  thick: "3px solid",
  double: "3px double",
};
const ALIGNS: { readonly [written: string]: NonNullable<CellStyle["align"]> } = {
  left: "left",
  fill: "left",
  center: "center",
  centerContinuous: "center",
  right: "right",
  justify: "justify",
  distributed: "justify",
};

/**
 * セルの見た目を読む — fonts, fills, borders and alignment of every cell format, colours resolved.
 *
 * none  no looks when the workbook has no styles part
 * @throws HostRefusal when the styles or the theme are damaged
 */
export function readCellStyles(opened: OpenedFile): WorkbookLooks {
  const name = stylesPart(opened);
  if (name === undefined) return { looks: [], digitWidth: 8 };
  const part = readPart(opened, name);
  const palette: Palette = { theme: readThemeColors(opened), indexed: scanPart(part, readIndexedColors) };
  return scanPart(part, (scanner) => {
    let fonts: Font[] = [];
    let fills: (string | undefined)[] = [];
    let borders: CellStyle[] = [];
    const looks: CellStyle[] = [];
    scanner.next();
    while (scanner.nextChild(1)) {
      if (scanner.is("fonts")) fonts = readAll(scanner, () => readFont(scanner, palette));
      else if (scanner.is("fills")) fills = readAll(scanner, () => readFill(scanner, palette));
      else if (scanner.is("borders")) borders = readAll(scanner, () => readBorder(scanner, palette));
      else if (scanner.is("cellXfs")) looks.push(...readAll(scanner, () => readLook(scanner, fonts, fills, borders)));
    }
    return { looks, digitWidth: measureDigit(fonts[0]) };
  });
}

function readAll<T>(scanner: XmlScanner, read: () => T): T[] {
  const depth = scanner.depth;
  const found: T[] = [];
  while (scanner.nextChild(depth)) found.push(read());
  return found;
}

function readLook(scanner: XmlScanner, fonts: readonly Font[], fills: readonly (string | undefined)[], borders: readonly CellStyle[]): CellStyle {
  const font = fonts[Number(scanner.attribute("fontId") ?? 0)];
  const fill = fills[Number(scanner.attribute("fillId") ?? 0)];
  const look: Writable = { ...font?.style, ...borders[Number(scanner.attribute("borderId") ?? 0)] };
  if (font && font.points !== fonts[0]!.points) look.size = Math.round((font.points * 40) / 3) / 10;
  if (fill !== undefined) look.fill = fill;
  const depth = scanner.depth;
  while (scanner.nextChild(depth)) if (scanner.is("alignment")) readAlignment(scanner, look);
  // Excel writes nothing for the bottom, its default; that only matters to a cell that is styled otherwise.
  if (look.valign === undefined && Object.keys(look).length > 0) look.valign = "bottom";
  return look;
}

function readAlignment(scanner: XmlScanner, look: Writable): void {
  const align = ALIGNS[scanner.attribute("horizontal") ?? ""];
  const vertical = scanner.attribute("vertical");
  const indent = Number(scanner.attribute("indent") ?? 0);
  if (align) look.align = align;
  if (vertical !== undefined) look.valign = vertical === "top" ? "top" : vertical === "bottom" ? "bottom" : "middle";
  if (scanner.flag("wrapText") || scanner.attribute("horizontal") === "distributed" || vertical === "distributed" || vertical === "justify") look.wrap = true;
  if (indent > 0) look.indent = indent;
  if (scanner.attribute("textRotation") === "255") look.vertical = true;
}

function readFont(scanner: XmlScanner, palette: Palette): Font {
  const style: Writable = {};
  let points = 11;
  let name = "";
  const depth = scanner.depth;
  while (scanner.nextChild(depth)) {
    if (scanner.is("b")) setWhen(style, "bold", scanner.flag("val", true));
    else if (scanner.is("i")) setWhen(style, "italic", scanner.flag("val", true));
    else if (scanner.is("strike")) setWhen(style, "strike", scanner.flag("val", true));
    else if (scanner.is("u")) setWhen(style, "underline", scanner.attribute("val") !== "none");
    else if (scanner.is("sz")) points = Number(scanner.attribute("val") ?? 11) || 11;
    else if (scanner.is("name")) name = scanner.attribute("val") ?? "";
    else if (scanner.is("color")) {
      const color = readColor(scanner, palette);
      if (color !== undefined && color !== "#000000") style.color = color;
    }
  }
  return { style, points, name };
}

function setWhen(style: Writable, key: "bold" | "italic" | "underline" | "strike", isSet: boolean): void {
  if (isSet) style[key] = true;
}

/** Of a pattern or a gradient the one colour that stands for it. */
function readFill(scanner: XmlScanner, palette: Palette): string | undefined {
  const depth = scanner.depth;
  let fill: string | undefined;
  while (scanner.next()) {
    if (scanner.kind === "close") {
      if (scanner.depth === depth) break;
    } else if (scanner.is("patternFill")) {
      const pattern = scanner.attribute("patternType") ?? "none";
      fill = readPattern(scanner, pattern, palette);
    } else if (scanner.is("color") && fill === undefined) fill = readColor(scanner, palette);
  }
  return fill;
}

function readPattern(scanner: XmlScanner, pattern: string, palette: Palette): string | undefined {
  const depth = scanner.depth;
  let front: string | undefined;
  let back: string | undefined;
  while (scanner.nextChild(depth)) {
    if (scanner.is("fgColor")) front = readColor(scanner, palette);
    else if (scanner.is("bgColor")) back = readColor(scanner, palette);
  }
  if (pattern === "none") return undefined;
  if (pattern === "solid") return front;
  // How much of the front colour a pattern shows; lines and lattices cover about a third.
  const share =
    pattern === "gray125" ? 0.125 : pattern === "gray0625" ? 0.0625 : pattern === "lightGray" ? 0.25 : pattern === "mediumGray" ? 0.5 : pattern === "darkGray" ? 0.75 : 0.33;
  return mix(front ?? "#000000", back ?? "#ffffff", share);
}

function mix(front: string, back: string, share: number): string {
  const part = (color: string, at: number): number => parseInt(color.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) =>
      Math.round(part(front, at) * share + part(back, at) * (1 - share))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function readBorder(scanner: XmlScanner, palette: Palette): CellStyle {
  const found: Writable = {};
  const depth = scanner.depth;
  while (scanner.nextChild(depth)) {
    const written = scanner.local;
    const side = written === "start" ? "left" : written === "end" ? "right" : written;
    const line = BORDERS[scanner.attribute("style") ?? "none"];
    if (line === undefined || (side !== "left" && side !== "right" && side !== "top" && side !== "bottom")) continue;
    let color: string | undefined;
    const inner = scanner.depth;
    while (scanner.nextChild(inner)) if (scanner.is("color")) color = readColor(scanner, palette);
    found[side] = `${line} ${color ?? "#000000"}`;
  }
  return found;
}

function readIndexedColors(scanner: XmlScanner): readonly string[] {
  const own: string[] = [];
  while (scanner.next()) {
    if (scanner.kind !== "open" || !scanner.is("indexedColors")) continue;
    const depth = scanner.depth;
    while (scanner.nextChild(depth)) own.push((scanner.attribute("rgb") ?? "").slice(-6).toLowerCase());
  }
  return INDEXED_COLORS.map((color, i) => own[i] || color);
}

/** Width of a digit: 7 pixels in the Latin fonts of 11 points, 8 in the Japanese ones. */
function measureDigit(font: Font | undefined): number {
  if (!font) return 8;
  const isJapanese = /[^\x20-\x7e]|^(MS |Yu |Meiryo|Noto Sans|Noto Serif|BIZ)/.test(font.name);
  return Math.max(1, Math.round((font.points * (isJapanese ? 8 : 7)) / 11));
}
