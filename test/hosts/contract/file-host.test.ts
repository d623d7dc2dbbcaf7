import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { FileHost } from "../../../src/hosts/file/file-host";
import { readPart } from "../../../src/hosts/file/package";
import { readSheetLook } from "../../../src/hosts/file/sheet-look";
import { readWorkbook } from "../../../src/hosts/file/workbook-reader";
import { readWorkbookDirectory } from "../../../src/hosts/file/workbook-directory";
import { inflateEntry } from "../../../src/hosts/file/zip";
import { writeAddress, writeRange } from "../../../src/model/cell";
import { reverseEdits } from "../../../src/taskpane/journal";
import { markCells, setCell } from "../../support/edit-file";
import { addSheet, sampleSheet } from "../../support/sample-sheet";
import { writeWorkbookFile } from "../../support/write-workbook-file";
import { contractBook, type ContractBook, type HostUnderTest, type RuleSeen } from "./contract-book";
import { describeHost } from "./host-contract";
import { describeProperties } from "./host-properties";

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const unescape = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

/** The bytes of a book: a text workbook as a file, and into its parts what that cannot say. */
function writeBook({ workbook, usersRules, arrays, isStructureLocked }: ContractBook): Uint8Array {
  const parts = unzipSync(writeWorkbookFile(workbook));
  const change = (name: string, by: (text: string) => string): void => void (parts[name] = strToU8(by(strFromU8(parts[name]!))));
  const sheetPart = (sheet: string): string => `xl/worksheets/sheet${workbook.sheets.findIndex(({ name }) => name === sheet) + 1}.xml`;
  for (const { sheet, range } of arrays) {
    const at = writeAddress(range.top, range.left);
    change(sheetPart(sheet), (text) => text.replace(new RegExp(`(<c r="${at}"[^>]*><f)>`), `$1 t="array" ref="${writeRange(range)}">`));
  }
  usersRules.forEach(({ sheet, range, formula }, i) => {
    const rule = `<cfRule type="expression" priority="${i + 1}"><formula>${escape(formula)}</formula></cfRule>`;
    change(sheetPart(sheet), (text) => text.replace("</worksheet>", `<conditionalFormatting sqref="${writeRange(range)}">${rule}</conditionalFormatting></worksheet>`));
  });
  const head = `${workbook.date1904 ? '<workbookPr date1904="1"/>' : ""}${isStructureLocked ? '<workbookProtection lockStructure="1"/>' : ""}`;
  change("xl/workbook.xml", (text) => text.replace("<sheets>", `${head}<sheets>`));
  return zipSync(parts);
}

/** Parts whose text depends on the order in which tables grew. */
const NUMBERED = /styles\.xml|sharedStrings|worksheets\/|workbook\.xml|Content_Types/;

async function open(book: ContractBook): Promise<HostUnderTest> {
  const host = new FileHost(writeBook(book), book.workbook.name);
  const parts = (): [string, string][] => host.opened.zip.entries.map((entry) => [entry.name, Buffer.from(inflateEntry(host.opened.zip, entry)).toString("utf8")]);
  const rulesOf = (sheet: string): RuleSeen[] => {
    const { part } = readWorkbookDirectory(host.opened).sheets.find(({ name }) => name === sheet)!;
    const formats = [...readPart(host.opened, "xl/styles.xml").text.matchAll(/<dxf>.*?formatCode="([^"]*)"/gs)].map(([, code]) => unescape(code!));
    const found = [...readPart(host.opened, part).text.matchAll(/<conditionalFormatting sqref="([^"]*)"><cfRule ([^>]*)><formula>(.*?)<\/formula>/gs)];
    return found
      .map(([, ranges, attributes, formula]) => ({ ranges: ranges!, attributes: attributes!, formula: unescape(formula!) }))
      .sort((a, b) => priorityOf(a.attributes) - priorityOf(b.attributes))
      .map(({ ranges, attributes, formula }): RuleSeen => ({ formula, ranges, format: formats[Number(/dxfId="(\d+)"/.exec(attributes)?.[1] ?? -1)] ?? null }));
  };
  const lookOf = (sheet: string): unknown => {
    const { styled, styles, heights, widths, ...look } = readSheetLook(host.opened, sheet)!;
    return { ...look, cells: styled.map(({ row, col, style }) => [writeAddress(row, col), styles[style]]), heights: [...heights], widths: [...widths] };
  };
  return {
    host,
    picture: () => Object.fromEntries(parts()),
    meaning: () => ({
      parts: Object.fromEntries(parts().filter(([name]) => !NUMBERED.test(name))),
      ...readWorkbook(host.opened),
      looks: readWorkbook(host.opened).sheets.map(({ name }) => [lookOf(name), rulesOf(name)]),
    }),
    rules: rulesOf,
    close: () => undefined,
  };
}

function priorityOf(attributes: string): number {
  return Number(/priority="(\d+)"/.exec(attributes)![1]);
}

describe("a workbook file", () => {
  describe("as every host", () => {
    describeHost(open);
  });
  describeProperties(open, { numRuns: 60 });

  it("is given back byte for byte once everything is taken back", async () => {
    const bytes = writeBook(contractBook());
    const host = new FileHost(bytes, "行動計画.xlsx");
    const edits = [setCell("D3", 7, { format: '0"人"' }), markCells(["B4"], ["D2"]), addSheet(sampleSheet())];
    await host.apply(reverseEdits(edits, await host.apply(edits)));
    expect(host.bytes()).toBe(bytes);
  });
});
