import { BUILTIN_FORMATS } from "./builtin-formats";
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

interface StyleTable {
  readonly prefix: string;
  readonly openEnd: number;
  readonly children: readonly { readonly local: string; readonly end: number }[];
  readonly lists: ReadonlyMap<string, XmlList>;
  readonly formats: CellFormat[];
  readonly differentials: string[];
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
  private readonly added = { numFmts: [] as string[], cellXfs: [] as string[], dxfs: [] as string[] };

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
    const id = this.numberFormat(code);
    this.added.cellXfs.push(own.rest.replace(/^<[^\s/>]+/, (open) => `${open} numFmtId="${id}" applyNumberFormat="1"`));
    return table.formats.push({ code, rest: own.rest }) - 1;
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
    return table.differentials.push(text) - 1;
  }

  /** Hands what was added to the editor. */
  finish(): void {
    if (!this.table || Object.values(this.added).every((items) => items.length === 0)) return;
    const part = this.part!;
    const splices = (["numFmts", "cellXfs", "dxfs"] as const).flatMap((name) => this.append(name, part.text));
    if (this.name !== undefined) {
      this.editor.splice(this.name, splices);
      return;
    }
    const { workbookPart } = this.editor.opened;
    this.editor.add(part.name, applySplices(part.text, splices), STYLES_TYPE);
    this.editor.addRelationship(workbookPart, relationshipType(this.editor.opened, "styles"), writeTarget(workbookPart, part.name));
  }

  private append(name: "numFmts" | "cellXfs" | "dxfs", source: string): Splice[] {
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
  const differentials: string[] = [];
  let lastId = FIRST_OWN_ID - 1;
  const readCode = (into: Map<string, number>): void => {
    const id = Number(scanner.attribute("numFmtId"));
    const code = scanner.attribute("formatCode") ?? "General";
    lastId = Math.max(lastId, id);
    if (!into.has(code)) into.set(code, id);
    if (into === codes) codesById.set(id, code);
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
          while (scanner.nextChild(depth)) if (scanner.is("numFmt")) readCode(differentialCodes);
          differentials.push(scanner.text.slice(start, scanner.end));
        }),
      );
    else scanner.skip();
    children.push({ local, end: scanner.end });
  }
  while (scanner.next());
  return { prefix, openEnd, children, lists, formats, differentials, codes, differentialCodes, lastId };
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
  const namespace = scanPart(editor.part(opened.workbookPart), (scanner) => {
    scanner.next();
    const prefix = scanner.rootPrefix.slice(0, -1);
    return scanner.attribute(prefix === "" ? "xmlns" : `xmlns:${prefix}`) ?? "";
  });
  const text =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${escapeAttribute(namespace)}">` +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
  return { name, text, encoding: "utf-8", hasMark: false };
}
