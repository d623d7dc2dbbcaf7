import { strToU8, zipSync } from "fflate";
import { readAddress } from "../../src/model/cell";
import { annualLeave, childcareLeaves, specialLeaves } from "./leave-sheets";
import { overtime } from "./overtime-sheet";
import { cover, targetLists } from "./plan-sheets";
import { type SheetPage, StringBook } from "./sheet-page";
import { escapeXml, StyleBook } from "./style-book";
import { grades, womenShares } from "./women-sheets";

const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const RELATIONS = `${OFFICE}/relationships`;
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DATE = "2025-06-30T00:00:00Z";

/** 見本のブック — the bytes of assets/samples/sample.xlsx, the same ones each time. */
export function buildSample(): Uint8Array {
  const pages = [cover(), targetLists(), specialLeaves(), childcareLeaves(), overtime(), annualLeave(), womenShares(), grades()];
  const parts = new Map<string, string>();
  const types: string[] = [];
  const styles = new StyleBook();
  const strings = new StringBook();
  pages.forEach((page, i) => addSheet(parts, types, page, i + 1, styles, strings));
  const over = (name: string, type: string) => types.push(`<Override PartName="/${name}" ContentType="${type}"/>`);

  parts.set("xl/sharedStrings.xml", strings.write());
  parts.set("xl/styles.xml", styles.write(['<dxf><font><color rgb="FF9C5700"/></font><fill><patternFill><bgColor rgb="FFFFEB9C"/></patternFill></fill></dxf>']));
  parts.set("xl/workbook.xml", workbookPart(pages));
  parts.set(
    "xl/_rels/workbook.xml.rels",
    relationships([...pages.map((_, i): Relation => ["worksheet", `worksheets/sheet${i + 1}.xml`]), ["styles", "styles.xml"], ["sharedStrings", "sharedStrings.xml"]]),
  );
  parts.set(
    "docProps/core.xml",
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>特定事業主行動計画　実施状況の記録（見本）</dc:title><dc:creator>あおば環境衛生組合（架空）</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${DATE}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${DATE}</dcterms:modified></cp:coreProperties>`,
  );
  over("xl/workbook.xml", `${SHEET_TYPE}.sheet.main+xml`);
  over("xl/styles.xml", `${SHEET_TYPE}.styles+xml`);
  over("xl/sharedStrings.xml", `${SHEET_TYPE}.sharedStrings+xml`);
  over("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  parts.set(
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  );
  const contents = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${types.join("")}</Types>`;
  return zip([["[Content_Types].xml", contents], ...parts]);
}

function addSheet(parts: Map<string, string>, types: string[], page: SheetPage, number: number, styles: StyleBook, strings: StringBook): void {
  const relations: Relation[] = [];
  const inner: string[] = [];
  const over = (name: string, type: string) => types.push(`<Override PartName="/xl/${name}" ContentType="${type}"/>`);
  if (page.chart) {
    const { xml, from, to } = page.chart;
    parts.set("xl/charts/chart1.xml", xml);
    parts.set("xl/drawings/drawing1.xml", drawingPart(from, to));
    parts.set("xl/drawings/_rels/drawing1.xml.rels", relationships([["chart", "../charts/chart1.xml"]]));
    over("drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml");
    over("charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
    relations.push(["drawing", "../drawings/drawing1.xml"]);
    inner.push(`<drawing r:id="rId${relations.length}"/>`);
  }
  if (page.comments.length > 0) {
    parts.set("xl/comments1.xml", commentsPart(page));
    parts.set("xl/drawings/vmlDrawing1.vml", notesDrawing(page));
    over("comments1.xml", `${SHEET_TYPE}.comments+xml`);
    relations.push(["vmlDrawing", "../drawings/vmlDrawing1.vml"], ["comments", "../comments1.xml"]);
    inner.push(`<legacyDrawing r:id="rId${relations.length - 1}"/>`);
  }
  const name = `worksheets/sheet${number}.xml`;
  over(name, `${SHEET_TYPE}.worksheet+xml`);
  parts.set(`xl/${name}`, page.write(styles, strings, { isFirst: number === 1, parts: inner.join("") }));
  if (relations.length > 0) parts.set(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationships(relations));
}

type Relation = readonly [type: string, target: string];

function relationships(relations: readonly Relation[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${relations.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join("")}</Relationships>`;
}

function workbookPart(pages: readonly SheetPage[]): string {
  const sheets = pages.map((page, i) => `<sheet name="${escapeXml(page.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const titles = pages.flatMap((page, i) => (page.frozen ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${page.name}'!$1:$2</definedName>`] : []));
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><workbookPr defaultThemeVersion="124226"/>` +
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000" tabRatio="850"/></bookViews><sheets>${sheets.join("")}</sheets>` +
    `<definedNames>${titles.join("")}</definedNames><calcPr calcId="191029"/></workbook>`
  );
}

function drawingPart(from: { readonly row: number; readonly col: number }, to: { readonly row: number; readonly col: number }): string {
  const corner = (name: string, { row, col }: { readonly row: number; readonly col: number }) =>
    `<xdr:${name}><xdr:col>${col}</xdr:col><xdr:colOff>60000</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>60000</xdr:rowOff></xdr:${name}>`;
  return (
    `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>${corner("from", from)}${corner("to", to)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="時間外勤務の推移"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${RELATIONS}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
  );
}

function commentsPart({ comments }: SheetPage): string {
  const items = comments.map(
    ({ cell, text }) => `<comment ref="${cell}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="游ゴシック"/></rPr><t>${escapeXml(text)}</t></r></text></comment>`,
  );
  return `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>総務課</author></authors><commentList>${items.join("")}</commentList></comments>`;
}

function notesDrawing({ comments }: SheetPage): string {
  const shapes = comments.map(({ cell }, i) => {
    const { row, col } = readAddress(cell)!;
    return (
      `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" style="position:absolute;width:150pt;height:40pt;z-index:${i + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>` +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${col + 1}, 15, ${row}, 2, ${col + 4}, 15, ${row + 3}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${col}</x:Column></x:ClientData></v:shape>`
    );
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join("")}</xml>`;
}

function zip(parts: Iterable<readonly [string, string]>): Uint8Array {
  // A zip entry keeps local time without a zone: built from local fields, it is the same everywhere.
  const mtime = new Date(2025, 5, 30);
  return zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(name.endsWith(".vml") ? text : HEAD + text)])), { mtime, level: 9 });
}
