import type { NewLook } from "../../model/new-sheet";
import { BUILTIN_FORMATS } from "./builtin-formats";
import { attributesOf, childrenOf, writeAlignment, writeBorder, writeFill, writeFont } from "./look-elements";
import { findNamespaces } from "./namespaces";
import { relationshipType, writeTarget, type PackageEditor } from "./package-editor";
import { scanPart, type PartText } from "./package";
import { findInsertion, STYLES_ORDER } from "./schema-order";
import { applySplices, type Splice } from "./splice";
import { stylesPart } from "./styles";
import { appendToList, readList, type XmlList } from "./xml-list";
import type { XmlScanner } from "./xml-scanner";
import { escapeAttribute } from "./xml-text";

/** Ids that mean the same code in every language of Excel. */
const WORLDWIDE = [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 49];
const FIRST_OWN_ID = 164;
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

interface CellFormat {
  readonly code: string;
  /** The element without what it says of its number format: equal for formats that differ in nothing else. */
  readonly rest: string;
}

/** Lists of elements that cell formats refer to by number. */
type Referred = "fonts" | "fills" | "borders";
const REFERRED = ["fonts", "fills", "borders"] as const;
const LISTS = ["numFmts", ...REFERRED, "cellXfs", "dxfs"] as const;

interface StyleTable {
  readonly prefix: string;
  readonly openEnd: number;
  readonly children: readonly { readonly local: string; readonly end: number }[];
  readonly lists: ReadonlyMap<string, XmlList>;
  readonly formats: CellFormat[];
  /** Their elements as they are written. */
  readonly referred: { readonly [list in Referred]: string[] };
  readonly differentials: string[];
  /** Number format codes of the differential formats; undefined where one states none. */
  readonly differentialCodeOf: (string | undefined)[];
  /** Ids of the cells' own number formats, and of those in differential formats, which keep their ids to themselves. */
  readonly codes: Map<string, number>;
  readonly differentialCodes: Map<string, number>;
  lastId: number;
}

/**
 * 書式を足す — cell formats and differential formats, cloned and appended; none that is there is changed.
 *
 * shape  an equal format that is there already is used again, so that undoing finds the way back
 */
export class StyleWriter {
  private readonly name: string | undefined;
  private part: PartText | undefined;
  private table: StyleTable | undefined;
  private readonly added: { readonly [list in (typeof LISTS)[number]]: string[] } = { numFmts: [], fonts: [], fills: [], borders: [], cellXfs: [], dxfs: [] };

  constructor(private readonly editor: PackageEditor) {
    this.name = stylesPart(editor.opened);
  }

  /** 表示形式 — number format code of a cell format. */
  codeOf(style: number): string {
    return this.read().formats[style]?.code ?? "General";
  }

  /** 表示形式だけ違う書式 — index of the cell format that is like this one but for its number format. */
  withCode(style: number, code: string): number {
    const table = this.read();
    const own = table.formats[style] ?? { code: "General", rest: this.element("xf", ' fontId="0" fillId="0" borderId="0" xfId="0"') };
    if (own.code === code) return style;
    const same = table.formats.findIndex((format) => format.code === code && format.rest === own.rest);
    if (same >= 0) return same;
    return this.addFormat(code, own.rest);
  }

  /** 見た目の書式 — index of the cell format that looks like this; what a look does not say is the workbook's own. */
  withLook(look: NewLook): number {
    const table = this.read();
    const { prefix } = table;
    const own = table.formats[0] ?? { code: "General", rest: this.element("xf", ' fontId="0" fillId="0" borderId="0" xfId="0"') };
    const base = new Map(attributesOf(own.rest));
    const font = Number(base.get("fontId") ?? 0);
    const hasFont = look.bold === true || look.size !== undefined || look.color !== undefined;
    const stated = [
      ["fontId", hasFont ? this.refer("fonts", writeFont({ prefix, text: table.referred.fonts[font] ?? presumed(prefix).fonts[0]! }, look)) : font],
      ["fillId", look.fill === undefined ? Number(base.get("fillId") ?? 0) : this.refer("fills", writeFill(prefix, look.fill))],
      ["borderId", look.border ? this.refer("borders", writeBorder(prefix)) : Number(base.get("borderId") ?? 0)],
      ["xfId", Number(base.get("xfId") ?? 0)],
      ...(hasFont ? [["applyFont", 1]] : []),
      ...(look.fill === undefined ? [] : [["applyFill", 1]]),
      ...(look.border ? [["applyBorder", 1]] : []),
    ];
    const alignment = writeAlignment({ prefix, text: childrenOf(own.rest).get("alignment") ?? "" }, look);
    const open = `${prefix}xf${stated.map(([name, value]) => ` ${name}="${value}"`).join("")}${alignment === "" ? "/>" : ' applyAlignment="1">'}`;
    const rest = alignment === "" ? `<${open}` : `<${open}${alignment}</${prefix}xf>`;
    const code = look.format ?? own.code;
    const same = table.formats.findIndex((format) => format.code === code && format.rest === rest);
    return same >= 0 ? same : this.addFormat(code, rest);
  }

  /** 標準の文字の名 — name of the font that cells without a format have. none: undefined when no font is stated */
  defaultFontName(): string | undefined {
    const { formats, referred } = this.read();
    const font = referred.fonts[Number(new Map(attributesOf(formats[0]?.rest ?? "")).get("fontId") ?? 0)];
    return font === undefined ? undefined : new Map(attributesOf(childrenOf(font).get("name") ?? "")).get("val");
  }

  /** 差分書式の表示形式 — number format code of a differential format. none: undefined when it states none */
  differentialCode(index: number): string | undefined {
    return this.read().differentialCodeOf[index];
  }

  /** 差分書式 — index of a differential format: bold, a fill, and a number format. */
  differential(fill: string, code: string): number {
    const table = this.read();
    const p = table.prefix;
    let id = table.codes.get(code) ?? table.differentialCodes.get(code);
    if (id === undefined) table.differentialCodes.set(code, (id = ++table.lastId));
    const text =
      `<${p}dxf><${p}font><${p}b/></${p}font><${p}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>` +
      `<${p}fill><${p}patternFill><${p}bgColor rgb="${fill}"/></${p}patternFill></${p}fill></${p}dxf>`;
    const same = table.differentials.indexOf(text);
    if (same >= 0) return same;
    this.added.dxfs.push(text);
    table.differentialCodeOf.push(code);
    return table.differentials.push(text) - 1;
  }

  /** Hands what was added to the editor. */
  finish(): void {
    if (!this.table || Object.values(this.added).every((items) => items.length === 0)) return;
    const part = this.part!;
    const splices = LISTS.flatMap((name) => this.append(name, part.text));
    if (this.name !== undefined) {
      this.editor.splice(this.name, splices);
      return;
    }
    const { workbookPart } = this.editor.opened;
    this.editor.add(part.name, applySplices(part.text, splices), STYLES_TYPE);
    this.editor.addRelationship(workbookPart, relationshipType(this.editor.opened, "styles"), writeTarget(workbookPart, part.name));
  }

  private append(name: (typeof LISTS)[number], source: string): Splice[] {
    const items = this.added[name];
    if (items.length === 0) return [];
    const table = this.table!;
    const list = table.lists.get(name);
    if (list) return appendToList(source, list, items, { count: list.items.length + items.length });
    // Index 0 is what cells without a format have; it must not become one of ours.
    const all = name === "cellXfs" ? [this.element("xf", ' numFmtId="0" fontId="0" fillId="0" borderId="0"'), ...items] : items;
    const at = findInsertion(STYLES_ORDER, name, table.children, table.openEnd);
    return [{ start: at, end: at, text: `<${table.prefix}${name} count="${all.length}">${all.join("")}</${table.prefix}${name}>` }];
  }

  private addFormat(code: string, rest: string): number {
    const id = this.numberFormat(code);
    this.added.cellXfs.push(rest.replace(/^<[^\s/>]+/, (open) => `${open} numFmtId="${id}" applyNumberFormat="1"`));
    return this.table!.formats.push({ code, rest }) - 1;
  }

  /** Index of an equal element of the list, appended when there is none. */
  private refer(list: Referred, text: string): number {
    const { prefix, referred } = this.table!;
    // What stands first is what cells without a format have, and Excel keeps the first two fills for itself.
    for (const first of presumed(prefix)[list].slice(referred[list].length)) this.added[list].push(referred[list][referred[list].push(first) - 1]!);
    const same = referred[list].indexOf(text, presumed(prefix)[list].length);
    if (same >= 0) return same;
    this.added[list].push(text);
    return referred[list].push(text) - 1;
  }

  private numberFormat(code: string): number {
    const table = this.table!;
    const worldwide = WORLDWIDE.find((id) => BUILTIN_FORMATS[id] === code);
    if (worldwide !== undefined) return worldwide;
    let id = table.codes.get(code);
    if (id === undefined) {
      table.codes.set(code, (id = ++table.lastId));
      this.added.numFmts.push(this.element("numFmt", ` numFmtId="${id}" formatCode="${escapeAttribute(code)}"`));
    }
    return id;
  }

  private element(local: string, attributes: string): string {
    return `<${this.table?.prefix ?? ""}${local}${attributes}/>`;
  }

  private read(): StyleTable {
    if (this.table) return this.table;
    this.part = this.name === undefined ? emptyStyles(this.editor) : this.editor.part(this.name);
    return (this.table = scanPart(this.part, (scanner) => readTable(scanner)));
  }
}

function readTable(scanner: XmlScanner): StyleTable {
  scanner.next();
  const { rootPrefix: prefix, end: openEnd } = scanner;
  const children: { local: string; end: number }[] = [];
  const lists = new Map<string, XmlList>();
  const codes = new Map<string, number>();
  const differentialCodes = new Map<string, number>();
  const codesById = new Map<number, string>();
  const formats: CellFormat[] = [];
  const referred: StyleTable["referred"] = { fonts: [], fills: [], borders: [] };
  const differentials: string[] = [];
  const differentialCodeOf: (string | undefined)[] = [];
  let lastId = FIRST_OWN_ID - 1;
  const readCode = (into: Map<string, number>): string => {
    const id = Number(scanner.attribute("numFmtId"));
    const code = scanner.attribute("formatCode") ?? "General";
    lastId = Math.max(lastId, id);
    if (!into.has(code)) into.set(code, id);
    if (into === codes) codesById.set(id, code);
    return code;
  };
  while (scanner.nextChild(1)) {
    const { local } = scanner;
    if (scanner.is("numFmts"))
      lists.set(
        local,
        readList(scanner, () => {
          readCode(codes);
          scanner.skip();
        }),
      );
    else if (scanner.is("cellXfs"))
      lists.set(
        local,
        readList(scanner, () => formats.push(readFormat(scanner, codesById))),
      );
    else if (scanner.is("dxfs"))
      lists.set(
        local,
        readList(scanner, (_, start) => {
          const depth = scanner.depth;
          let code: string | undefined;
          while (scanner.nextChild(depth)) if (scanner.is("numFmt")) code = readCode(differentialCodes);
          differentials.push(scanner.text.slice(start, scanner.end));
          differentialCodeOf.push(code);
        }),
      );
    else if (scanner.is("fonts") || scanner.is("fills") || scanner.is("borders")) {
      const list = readList(scanner);
      lists.set(local, list);
      referred[REFERRED.find((name) => name === local)!].push(...list.items.map(({ start, end }) => scanner.text.slice(start, end)));
    } else scanner.skip();
    children.push({ local, end: scanner.end });
  }
  while (scanner.next());
  // Without a list, Excel presumes the one format that is put first when the list is written.
  if (!lists.has("cellXfs")) formats.push({ code: "General", rest: `<${prefix}xf fontId="0" fillId="0" borderId="0"/>` });
  return { prefix, openEnd, children, lists, formats, referred, differentials, differentialCodeOf, codes, differentialCodes, lastId };
}

function readFormat(scanner: XmlScanner, codes: ReadonlyMap<number, string>): CellFormat {
  const { start, text } = scanner;
  const id = Number(scanner.attribute("numFmtId") ?? 0);
  const own = scanner.attributes().filter(({ name }) => name === "numFmtId" || name === "applyNumberFormat");
  scanner.skip();
  const without = own.map((attribute) => ({ start: attribute.start - 1 - start, end: attribute.end - start, text: "" }));
  return { code: codes.get(id) ?? BUILTIN_FORMATS[id] ?? "General", rest: applySplices(text.slice(start, scanner.end), without) };
}

/** A workbook may do without styles; what Excel presumes then has to stand there once one is added. */
function emptyStyles(editor: PackageEditor): PartText {
  const { opened } = editor;
  const folder = opened.workbookPart.replace(/[^/]*$/, "");
  let name = `${folder}styles.xml`;
  for (let number = 1; editor.has(name); number++) name = `${folder}styles${number}.xml`;
  const { fonts, fills, borders } = presumed("");
  const text =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${escapeAttribute(findNamespaces(editor).main)}">` +
    `<fonts count="1">${fonts.join("")}</fonts><fills count="2">${fills.join("")}</fills><borders count="1">${borders.join("")}</borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
  return { name, text, encoding: "utf-8", hasMark: false };
}

/** What Excel presumes to stand first in these lists where a file leaves it out. */
function presumed(prefix: string): { readonly [list in Referred]: readonly string[] } {
  const element = (local: string, inner: string): string => `<${prefix}${local}>${inner}</${prefix}${local}>`;
  return {
    fonts: [element("font", `<${prefix}sz val="11"/><${prefix}name val="Calibri"/>`)],
    fills: ["none", "gray125"].map((pattern) => element("fill", `<${prefix}patternFill patternType="${pattern}"/>`)),
    borders: [element("border", ["left", "right", "top", "bottom", "diagonal"].map((side) => `<${prefix}${side}/>`).join(""))],
  };
}
