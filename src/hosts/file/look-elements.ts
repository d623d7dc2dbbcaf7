import type { NewLook } from "../../model/new-sheet";
import { XmlScanner } from "./xml-scanner";
import { escapeAttribute } from "./xml-text";

/** Children of a font in the order Excel writes them in. */
const FONT_ORDER = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"];

/** 書式の要素 — a piece of XML of the style sheet with the prefix its names carry. */
export interface StyleSource {
  readonly prefix: string;
  readonly text: string;
}

/** 文字の要素 — the font of the workbook with the size, weight and colour a look asks for. */
export function writeFont({ prefix, text }: StyleSource, look: NewLook): string {
  const children = childrenOf(text);
  const set = (local: string, attributes: string): void => void children.set(local, `<${prefix}${local}${attributes}/>`);
  if (look.bold) set("b", "");
  if (look.size !== undefined) set("sz", ` val="${look.size}"`);
  if (look.color !== undefined) set("color", ` rgb="FF${look.color.toUpperCase()}"`);
  const rank = (local: string): number => (FONT_ORDER.includes(local) ? FONT_ORDER.indexOf(local) : FONT_ORDER.length);
  const sorted = [...children].sort(([a], [b]) => rank(a) - rank(b)).map(([, child]) => child);
  return `<${prefix}font>${sorted.join("")}</${prefix}font>`;
}

/** 塗りの要素 — one colour over the whole cell. */
export function writeFill(prefix: string, color: string): string {
  return `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FF${color.toUpperCase()}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
}

/** 罫線の要素 — a thin line around the cell. */
export function writeBorder(prefix: string): string {
  const sides = ["left", "right", "top", "bottom"].map((side) => `<${prefix}${side} style="thin"><${prefix}color auto="1"/></${prefix}${side}>`);
  return `<${prefix}border>${sides.join("")}<${prefix}diagonal/></${prefix}border>`;
}

/** 配置の要素 — alignment a look asks for over what the workbook's own cells have; empty when neither says anything. */
export function writeAlignment({ prefix, text }: StyleSource, look: NewLook): string {
  const stated = new Map(attributesOf(text));
  if (look.align !== undefined) stated.set("horizontal", look.align);
  if (look.valign !== undefined) stated.set("vertical", look.valign === "middle" ? "center" : look.valign);
  if (look.wrap) stated.set("wrapText", "1");
  if (stated.size === 0) return "";
  return `<${prefix}alignment${[...stated].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("")}/>`;
}

/** 子要素の文 — the children of an element as they are written, by local name. */
export function childrenOf(text: string): Map<string, string> {
  const children = new Map<string, string>();
  const scanner = new XmlScanner(text);
  scanner.next();
  while (scanner.nextChild(1)) {
    const { start, local } = scanner;
    scanner.skip();
    children.set(local, text.slice(start, scanner.end));
  }
  return children;
}

/** 属性の組 — names and values of the attributes of an element; none for an empty text. */
export function attributesOf(text: string): [string, string][] {
  if (text === "") return [];
  const scanner = new XmlScanner(text);
  scanner.next();
  return scanner.attributes().map(({ name }) => [name, scanner.attribute(name) ?? ""]);
}
