import type { Edit } from "../../model/edit";
import { fingerprintCells, writeSheetTag, type NewSheet } from "../../model/new-sheet";
import { FileHost } from "./file-host";
import { escapeText } from "./xml-text";
import { writeZip } from "./zip-writer";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook has at least one sheet; this one stands in until ours are there. */
const STAND_IN = { name: "kpi", cell: { row: 0, col: 0, value: "kpi", formula: writeSheetTag("stand-in", "kpi") } };

/**
 * 新しいブックを作る — a workbook file of these sheets and nothing else, in their order.
 *
 * @throws Error when a sheet could not be made, which is a mistake of ours
 */
export async function makeWorkbook(sheets: readonly NewSheet[]): Promise<Uint8Array> {
  const added = await applyAll(
    buildStandIn(),
    sheets.map((sheet) => ({ kind: "add-sheet", sheet })),
  );
  return applyAll(added, [{ kind: "remove-sheet", sheet: STAND_IN.name, was: fingerprintCells([STAND_IN.cell]) }]);
}

async function applyAll(bytes: Uint8Array, edits: readonly Edit[]): Promise<Uint8Array> {
  const host = new FileHost(bytes, "new.xlsx");
  const { refused } = await host.apply(edits);
  if (refused.length > 0) throw new Error(`no workbook could be made: ${refused.map(({ sheet, reason }) => `${sheet} ${reason}`).join(", ")}`);
  return host.bytes();
}

function buildStandIn(): Uint8Array {
  const font = '<font><sz val="11"/><name val="游ゴシック"/><family val="3"/><charset val="128"/></font>';
  const parts: { readonly [name: string]: string } = {
    "[Content_Types].xml":
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    "_rels/.rels": writeRelations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml":
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000"/></bookViews>` +
      `<sheets><sheet name="${STAND_IN.name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": writeRelations([
      ["worksheet", "worksheets/sheet1.xml"],
      ["styles", "styles.xml"],
    ]),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><f>${escapeText(STAND_IN.cell.formula)}</f><v>${STAND_IN.cell.value}</v></c></row></sheetData></worksheet>`,
    "xl/styles.xml":
      `<styleSheet xmlns="${MAIN}"><fonts count="1">${font}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  };
  const added = new Map(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(HEAD + text)]));
  return writeZip({ bytes: new Uint8Array(0), entries: [], folders: [] }, { replaced: new Map(), removed: new Set(), added });
}

function writeRelations(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}
