import { WORKBOOK_ORDER, WORKSHEET_ORDER } from "../../../src/hosts/file/schema-order";
import { type BuiltSheet, buildWorkbook, type BuiltWorkbook } from "../xlsx-builder";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
export const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Children of a worksheet behind those we ourselves write. source  ECMA-376 Part 1, CT_Worksheet */
const BEHIND = [
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
];
const SHEET_ORDER: readonly string[] = [...WORKSHEET_ORDER, ...BEHIND];
const BOOK_ORDER: readonly string[] = [...WORKBOOK_ORDER, "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "fileRecoveryPr", "webPublishing", "extLst"];

interface Piece {
  readonly element: string;
  readonly xml: string;
}

const inOrder = (order: readonly string[], pieces: readonly Piece[]): string =>
  [...pieces]
    .sort((a, b) => order.indexOf(a.element) - order.indexOf(b.element))
    .map(({ xml }) => xml)
    .join("");

/** 作業台 — a workbook file in the making, onto which furniture is put piece by piece. */
export class Desk {
  readonly parts: { [name: string]: string | Uint8Array } = {};
  rows: string[];
  strings: string[] = [];
  private readonly types: string[] = [];
  private readonly relations = new Map<string, string[]>();
  private readonly sheetPieces: Piece[][];
  private readonly bookPieces: Piece[] = [];
  private readonly anchors = new Map<number, string[]>();
  private readonly taken = new Set<string>();

  constructor(private readonly built: BuiltWorkbook & { readonly sheets: readonly BuiltSheet[] }) {
    this.rows = built.sheets.map(({ rows }) => rows ?? "");
    this.sheetPieces = built.sheets.map(({ tail }) => [...(tail ?? "").matchAll(/<(\w+)(?:[^>]*\/>|[\s\S]*?<\/\1>)/g)].map(([xml, element]) => ({ element: element!, xml })));
  }

  get sheetCount(): number {
    return this.rows.length;
  }

  /** A part with its content type; "" where the default of its ending is meant. */
  part(name: string, content: string | Uint8Array, type = ""): void {
    this.parts[name] = typeof content === "string" ? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}` : content;
    if (type !== "") this.types.push(`<Override PartName="/${name}" ContentType="${type}"/>`);
  }

  defaultType(ending: string, type: string): void {
    const xml = `<Default Extension="${ending}" ContentType="${type}"/>`;
    if (!this.types.includes(xml)) this.types.push(xml);
  }

  /** A relationship of a part; the answer is its id. `type` is the last piece of a usual address, or an address. */
  relate(from: string, type: string, target: string, isExternal = false): string {
    const own = this.relations.get(from) ?? [];
    this.relations.set(from, own);
    const id = `rIdF${own.length + 1}`;
    own.push(`<Relationship Id="${id}" Type="${type.includes(":") ? type : `${RELATIONS}/${type}`}" Target="${target}"${isExternal ? ' TargetMode="External"' : ""}/>`);
    return id;
  }

  sheetPart(sheet: number): string {
    return `xl/worksheets/sheet${sheet + 1}.xml`;
  }

  onSheet(sheet: number, element: string, xml: string): void {
    this.sheetPieces[sheet]!.push({ element, xml });
  }

  inBook(element: string, xml: string): void {
    this.bookPieces.push({ element, xml });
  }

  /** Something that lies over the cells of a sheet: one drawing part holds them all. */
  anchor(sheet: number, xml: string): void {
    this.anchors.set(sheet, [...(this.anchors.get(sheet) ?? []), xml]);
  }

  drawingPart(sheet: number): string {
    return `xl/drawings/drawing${sheet + 1}.xml`;
  }

  /** May this element, of which a sheet has one, still be put there? */
  take(sheet: number, element: string): boolean {
    const key = `${sheet} ${element}`;
    if (this.taken.has(key) || this.sheetPieces[sheet]!.some((piece) => piece.element === element)) return false;
    this.taken.add(key);
    return true;
  }

  finish(): Uint8Array {
    for (const [sheet, xml] of this.anchors) {
      const name = this.drawingPart(sheet);
      this.part(
        name,
        `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONS}" xmlns:c="${DRAWING}/chart">${xml.join("")}</xdr:wsDr>`,
        "application/vnd.openxmlformats-officedocument.drawing+xml",
      );
      this.onSheet(sheet, "drawing", `<drawing r:id="${this.relate(this.sheetPart(sheet), "drawing", `../drawings/drawing${sheet + 1}.xml`)}"/>`);
    }
    const bookRelations = this.relations.get("xl/workbook.xml") ?? [];
    for (const [from, own] of this.relations) {
      if (from === "xl/workbook.xml") continue;
      const slash = from.lastIndexOf("/") + 1;
      const base = from === "" ? `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/>` : "";
      this.parts[`${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`] = `<Relationships xmlns="${PACKAGE}/relationships">${base}${own.join("")}</Relationships>`;
    }
    return buildWorkbook({
      ...this.built,
      sheets: this.built.sheets.map((sheet, i) => ({ ...sheet, rows: this.rows[i]!, tail: inOrder(SHEET_ORDER, this.sheetPieces[i]!) })),
      ...(this.strings.length > 0 ? { sharedStrings: this.strings.join("") } : {}),
      workbookTail: inOrder(BOOK_ORDER, this.bookPieces),
      workbookRelations: bookRelations.join(""),
      // Defaults stand before the overrides, as Excel writes them; a reader may not care.
      contentTypes: [...this.types].sort((a, b) => Number(a.startsWith("<Override")) - Number(b.startsWith("<Override"))).join(""),
      parts: this.parts,
    });
  }
}

/** 家具 — something a workbook of people's own holds beside its cells. */
export interface Furniture {
  readonly name: string;
  /** Puts one of it on this sheet, or into the workbook; false where there is no room for another. */
  readonly put: (desk: Desk, sheet: number, number: number) => boolean;
}
