import { type Desk, type Furniture, MAIN, RELATIONS, SHEET_TYPE } from "./desk";

const BOOK = "xl/workbook.xml";

/** Once in a workbook. */
const once = (name: string, put: (desk: Desk, sheet: number) => void): Furniture => ({
  name,
  put(desk, sheet) {
    if (!desk.take(0, `once ${name}`)) return false;
    put(desk, sheet);
    return true;
  },
});

const pivot = once("pivot table", (desk, sheet) => {
  desk.part(
    "xl/pivotCache/pivotCacheDefinition1.xml",
    `<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${RELATIONS}" r:id="rIdF1" recordCount="1"><cacheSource type="worksheet"><worksheetSource ref="A1:B2" sheet="元データ"/></cacheSource><cacheFields count="1"><cacheField name="部署"><sharedItems count="1"><s v="総務課"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>`,
    `${SHEET_TYPE}.pivotCacheDefinition+xml`,
  );
  desk.part("xl/pivotCache/pivotCacheRecords1.xml", `<pivotCacheRecords xmlns="${MAIN}" count="1"><r><x v="0"/></r></pivotCacheRecords>`, `${SHEET_TYPE}.pivotCacheRecords+xml`);
  desk.part(
    "xl/pivotTables/pivotTable1.xml",
    `<pivotTableDefinition xmlns="${MAIN}" name="集計" cacheId="7" dataCaption="値"><location ref="AB2:AC5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="1"><pivotField axis="axisRow" showAll="0"><items count="1"><item x="0"/></items></pivotField></pivotFields></pivotTableDefinition>`,
    `${SHEET_TYPE}.pivotTable+xml`,
  );
  desk.relate("xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheRecords", "pivotCacheRecords1.xml");
  desk.relate("xl/pivotTables/pivotTable1.xml", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml");
  desk.relate(desk.sheetPart(sheet), "pivotTable", "../pivotTables/pivotTable1.xml");
  desk.inBook("pivotCaches", `<pivotCaches><pivotCache cacheId="7" r:id="${desk.relate(BOOK, "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")}"/></pivotCaches>`);
});

const macros = once("macros", (desk) => {
  desk.part(
    "xl/vbaProject.bin",
    new Uint8Array(4096).map((_, i) => (i * 131) % 251),
    "application/vnd.ms-office.vbaProject",
  );
  desk.relate(BOOK, "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin");
});

const custom = once("custom XML", (desk) => {
  desk.part("customXml/item7.xml", '<record xmlns="urn:example:records"><number>令和6年度人第12号</number></record>');
  desk.part(
    "customXml/itemProps7.xml",
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{1A}"/>',
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  );
  desk.relate("customXml/item7.xml", "customXmlProps", "itemProps7.xml");
  desk.relate(BOOK, "customXml", "../customXml/item7.xml");
});

const outside = once("external link", (desk) => {
  desk.part(
    "xl/externalLinks/externalLink1.xml",
    `<externalLink xmlns="${MAIN}" xmlns:r="${RELATIONS}"><externalBook r:id="rIdF1"><sheetNames><sheetName val="職員数"/></sheetNames></externalBook></externalLink>`,
    `${SHEET_TYPE}.externalLink+xml`,
  );
  desk.relate("xl/externalLinks/externalLink1.xml", "externalLinkPath", "file:///\\\\server\\share\\%E8%81%B7%E5%93%A1.xlsx", true);
  desk.inBook("externalReferences", `<externalReferences><externalReference r:id="${desk.relate(BOOK, "externalLink", "externalLinks/externalLink1.xml")}"/></externalReferences>`);
});

const names = once("defined names", (desk) =>
  desk.inBook("definedNames", '<definedNames><definedName name="対象者数">12</definedName><definedName name="税率" hidden="1">0.1</definedName></definedNames>'),
);

const order = once("order of calculation", (desk) => {
  desk.part("xl/calcChain.xml", `<calcChain xmlns="${MAIN}"/>`, `${SHEET_TYPE}.calcChain+xml`);
  desk.relate(BOOK, "calcChain", "calcChain.xml");
  desk.inBook("calcPr", '<calcPr calcId="191029"/>');
});

const properties = once("properties of the file", (desk) => {
  desk.part(
    "docProps/core.xml",
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>人事課</dc:creator></cp:coreProperties>',
    "application/vnd.openxmlformats-package.core-properties+xml",
  );
  desk.relate("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
});

/** Texts written into the cells become shared ones, with what only shared ones hold here. */
const strings = (name: string, write: (text: string) => string): Furniture => ({
  name,
  put(desk, sheet, number) {
    const before = desk.strings.length;
    let seen = 0;
    desk.rows[sheet] = desk.rows[sheet]!.replace(/t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t><\/is>/g, (whole, text: string) => {
      if (seen++ % 3 !== number % 3) return whole;
      desk.strings.push(`<si>${write(text)}</si>`);
      return `t="s"><v>${desk.strings.length - 1}</v>`;
    });
    return desk.strings.length > before;
  },
});
const plain = (text: string): string => `<t xml:space="preserve">${text}</t>`;
const furigana = strings("furigana", (text) => `${plain(text)}<rPh sb="0" eb="1"><t>フリガナ</t></rPh><phoneticPr fontId="0" type="noConversion"/>`);
const rich = strings("rich text", (text) =>
  text.includes("&") || text.length < 2 ? plain(text) : `<r>${plain(text.slice(0, 1))}</r><r><rPr><b/><sz val="11"/><color rgb="FFFF0000"/></rPr>${plain(text.slice(1))}</r>`,
);

/** ブックに置く家具 — what belongs to the workbook as a whole, or to its texts. */
export const bookFurniture: readonly Furniture[] = [pivot, macros, custom, outside, names, order, properties, furigana, rich];
