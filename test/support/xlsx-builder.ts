import { strToU8, zipSync } from "fflate";

/** 部品の表 — part name → XML text or bytes. */
export type Parts = { readonly [name: string]: string | Uint8Array };

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** 組み立てるブック — what a test wants in its package; everything has a plain default. */
export interface BuiltWorkbook {
  readonly sheets?: readonly BuiltSheet[];
  /** Inner XML of <sst>; no shared strings part when absent. */
  readonly sharedStrings?: string;
  /** Whole styles part; a plain one when absent, none when null. */
  readonly styles?: string | null;
  readonly date1904?: boolean;
  /** XML inside <workbook> after <sheets>. */
  readonly workbookTail?: string;
  readonly workbookRelations?: string;
  /** More parts, or other content for parts made here. */
  readonly parts?: Parts;
  /** More <Override> and <Default> elements. */
  readonly contentTypes?: string;
}

/** 組み立てるシート — `xml` a whole part, or `rows` the inner XML of <sheetData> with `tail` after it. */
export interface BuiltSheet {
  readonly name: string;
  readonly state?: "hidden" | "veryHidden";
  readonly rows?: string;
  readonly head?: string;
  readonly tail?: string;
  readonly xml?: string;
}

export const XML_HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

/** 書式の部品 — a styles part with these cell formats: each a numFmtId, or a code that gets an id of its own. */
export function buildStyles(formats: readonly (number | string)[], inner = ""): string {
  const codes = [...new Set(formats.filter((format) => typeof format === "string"))];
  const id = (format: number | string): number => (typeof format === "number" ? format : 164 + codes.indexOf(format));
  const escaped = (code: string): string => code.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  return (
    `${XML_HEAD}<styleSheet xmlns="${MAIN}">` +
    (codes.length ? `<numFmts count="${codes.length}">${codes.map((code) => `<numFmt numFmtId="${id(code)}" formatCode="${escaped(code)}"/>`).join("")}</numFmts>` : "") +
    `<fonts count="1"><font><sz val="11"/><name val="游ゴシック"/></font></fonts>` +
    `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="${formats.length}">${formats.map((format) => `<xf numFmtId="${id(format)}" fontId="0" fillId="0" borderId="0" xfId="0"/>`).join("")}</cellXfs>` +
    `<cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles>${inner}</styleSheet>`
  );
}

/** 部品を組む — the parts of a workbook as Excel lays them out, before zipping. */
export function buildParts(built: BuiltWorkbook): { [name: string]: string | Uint8Array } {
  const sheets = built.sheets ?? [{ name: "Sheet1" }];
  const styles = built.styles === undefined ? buildStyles([0]) : built.styles;
  const relations: string[] = [];
  const overrides: string[] = [];
  const parts: { [name: string]: string | Uint8Array } = {};
  sheets.forEach((sheet, i) => {
    const name = `xl/worksheets/sheet${i + 1}.xml`;
    parts[name] =
      sheet.xml ?? `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${sheet.head ?? ""}<sheetData>${sheet.rows ?? ""}</sheetData>${sheet.tail ?? ""}</worksheet>`;
    relations.push(`<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`);
    overrides.push(`<Override PartName="/${name}" ContentType="${SHEET_TYPE}.worksheet+xml"/>`);
  });
  if (styles !== null) {
    parts["xl/styles.xml"] = styles;
    relations.push(`<Relationship Id="rIdStyles" Type="${RELATIONS}/styles" Target="styles.xml"/>`);
    overrides.push(`<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>`);
  }
  if (built.sharedStrings !== undefined) {
    parts["xl/sharedStrings.xml"] = `${XML_HEAD}<sst xmlns="${MAIN}">${built.sharedStrings}</sst>`;
    relations.push(`<Relationship Id="rIdStrings" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>`);
    overrides.push(`<Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET_TYPE}.sharedStrings+xml"/>`);
  }
  const listed = sheets.map(
    (sheet, i) => `<sheet name="${sheet.name.replace(/&/g, "&amp;")}" sheetId="${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ""} r:id="rId${i + 1}"/>`,
  );
  return {
    "[Content_Types].xml":
      `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
      `${overrides.join("")}${built.contentTypes ?? ""}</Types>`,
    "_rels/.rels": `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${built.date1904 ? '<workbookPr date1904="1"/>' : ""}` +
      `<sheets>${listed.join("")}</sheets>${built.workbookTail ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}${built.workbookRelations ?? ""}</Relationships>`,
    ...parts,
    ...built.parts,
  };
}

/** ブックを組む — the bytes of a workbook file. */
export function buildWorkbook(built: BuiltWorkbook): Uint8Array {
  return zipParts(buildParts(built));
}

/** 部品を束ねる — parts → zip file. */
export function zipParts(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content])));
}
