import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { HostRefusal } from "../../../src/hosts/host";
import { openWorkbookFile } from "../../../src/hosts/file/open-workbook-file";
import { readSheetLook } from "../../../src/hosts/file/sheet-look";
import { readWorkbook } from "../../../src/hosts/file/workbook-reader";
import { readZip } from "../../../src/hosts/file/zip";
import { buildParts, buildStyles, buildWorkbook, zipParts } from "../../support/xlsx-builder";

const plain = (): { [name: string]: string | Uint8Array } =>
  buildParts({ sheets: [{ name: "実績", rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }], sharedStrings: "<si><t>男性</t></si>" });
const withPart = (name: string, change: (text: string) => string | Uint8Array): Uint8Array => {
  const parts = plain();
  return zipParts({ ...parts, [name]: change(parts[name] as string) });
};
const without = (name: string): Uint8Array => {
  const { [name]: _, ...rest } = plain();
  return zipParts(rest);
};
const compound = (...names: string[]): Uint8Array => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  names.forEach((name, i) => [...name].forEach((letter, k) => (bytes[1024 + i * 128 + k * 2] = letter.charCodeAt(0))));
  return bytes;
};
const document = (type: string, main: string): Uint8Array =>
  zipParts({
    "[Content_Types].xml": `<Types xmlns="x"><Default Extension="rels" ContentType="r"/><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="x"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`,
    [main]: "<w:document xmlns:w='w'/>",
  });
const sheet = "xl/worksheets/sheet1.xml";
const whole = buildWorkbook({});

function refusal(bytes: Uint8Array): HostRefusal {
  try {
    readWorkbook(openWorkbookFile(bytes, "実績.xlsx"));
  } catch (error) {
    if (error instanceof HostRefusal) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("files that are refused, each with its reason and a next step", () => {
  test.each<[string, () => Uint8Array, string, RegExp]>([
    ["an empty file", () => new Uint8Array(), "truncated", /空/],
    ["a workbook with a password", () => compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "encrypted", /パスワード/],
    ["an .xls workbook", () => compound("Root Entry", "Workbook"), "old-format", /\.xls）/],
    ["an .xls workbook older still", () => new Uint8Array([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]), "old-format", /\.xls）/],
    ["a text file under this name", () => strToU8("年度,取得率\n令和4年度,12.5%\n"), "not-a-workbook", /ではありません/],
    ["a web page under this name", () => strToU8("<html><table></table></html>"), "not-a-workbook", /ではありません/],
    ["a zip file of something else", () => zipSync({ "readme.txt": strToU8("x") }), "not-a-workbook", /ではありません/],
    ["a workbook cut off", () => whole.slice(0, whole.length - 300), "truncated", /途中で切れ/],
    ["a Word document", () => document("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml"), "other-office-file", /Word文書/],
    [
      "a presentation",
      () => document("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "ppt/presentation.xml"),
      "other-office-file",
      /PowerPoint/,
    ],
    ["an .xlsb workbook", () => document("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "xl/workbook.bin"), "old-format", /\.xlsb/],
    ["an .ods workbook", () => zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": strToU8("<x/>") }), "other-office-file", /\.ods/],
    ["a document under the name of the workbook part", () => withPart("xl/workbook.xml", () => "<w:document xmlns:w='w'/>"), "damaged", /xl\/workbook.xml/],
    ["a sheet whose XML is not closed", () => withPart(sheet, (text) => text.slice(0, -20)), "damaged", /sheet1/],
    ["a sheet without its cells", () => withPart(sheet, () => "<worksheet xmlns='x'/>"), "damaged", /sheet1/],
    ["an empty sheet part", () => withPart(sheet, () => ""), "damaged", /sheet1/],
    ["a sheet with a document type declaration", () => withPart(sheet, (text) => text.replace("<worksheet", '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet')), "damaged", /DTD/],
    [
      "a sheet with bytes that are no text",
      () => withPart(sheet, (text) => new Uint8Array([...strToU8(text.slice(0, -30)), 0xff, 0xc0, ...strToU8(text.slice(-30))])),
      "damaged",
      /sheet1/,
    ],
    ["a text that is not in the table", () => withPart(sheet, (text) => text.replace("<v>0</v>", "<v>5</v>")), "damaged", /sheet1/],
    ["an address that is none", () => withPart(sheet, (text) => text.replace('r="A1"', 'r="1A"')), "damaged", /sheet1/],
    ["an address outside the sheet", () => withPart(sheet, (text) => text.replace('r="A1"', 'r="XFE1"')), "damaged", /sheet1/],
    ["a row outside the sheet", () => withPart(sheet, (text) => text.replace('row r="1"', 'row r="1048577"')), "damaged", /sheet1/],
    ["a missing sheet", () => without(sheet), "damaged", /sheet1/],
    ["missing texts", () => without("xl/sharedStrings.xml"), "damaged", /sharedStrings/],
    ["missing relationships", () => without("xl/_rels/workbook.xml.rels"), "damaged", /workbook/],
    ["a missing workbook part", () => without("xl/workbook.xml"), "damaged", /rels/],
    ["two parts of one name", () => zipParts({ ...plain(), "XL/workbook.xml": "<workbook/>" }), "damaged", /workbook/],
  ])("%s", (_, bytes, reason, sentence) => {
    const refused = refusal(bytes());
    expect(refused.reason).toBe(reason);
    expect(refused.sentence.ja).toMatch(sentence);
    // Both languages say what to do next.
    expect(refused.sentence.ja).toMatch(/ください。$/);
    expect(refused.sentence.en).toMatch(/[;,] .*\.$/);
  });

  it("many parts that are too large together", () => {
    const bytes = zipParts({ ...plain(), ...Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`xl/extra${i}.xml`, "<x/>"])) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const entry of readZip(bytes).entries) if (entry.name.includes("extra")) view.setUint32(entry.recordOffset + 24, 190 * 1024 * 1024, true);
    expect(refusal(bytes).reason).toBe("too-large");
  });

  it("a flipped bit all over a file is never an empty sheet", () => {
    const bytes = zipParts(plain());
    const read = readWorkbook(openWorkbookFile(bytes, "実績.xlsx"));
    for (let at = 0; at < bytes.length; at += 3) {
      const flipped = bytes.slice();
      flipped[at]! ^= 0x10;
      try {
        expect(readWorkbook(openWorkbookFile(flipped, "実績.xlsx"))).toEqual(read);
      } catch (error) {
        if (!(error instanceof HostRefusal)) throw error;
      }
    }
  });
});

describe("parts written by anybody", () => {
  const parts = buildParts({
    sheets: [
      {
        name: "実績",
        head: '<sheetViews><sheetView><pane ySplit="1" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="2" width="9" hidden="1"/></cols>',
        rows: '<row r="1" hidden="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>1</v></c></row><row r="2"><c r="B2" t="d"><f t="shared" si="0"/><v>2022-04-01</v></c></row>',
        tail: '<mergeCells><mergeCell ref="A3:B4"/></mergeCells><conditionalFormatting sqref="A1"><cfRule type="expression"><formula>N("kpi-mark")</formula></cfRule></conditionalFormatting>',
      },
    ],
    sharedStrings: "<si><r><t>男&amp;性</t></r><rPh><t>x</t></rPh></si>",
    styles: buildStyles([0, '[$-411]ggge"年"', 27]),
  });
  const names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "_rels/.rels"];

  it("are read or refused, and nothing else happens", () => {
    const pieces = fc.constantFrom("", "<", ">", '"', "/>", "&", "-1", "99999999", "NaN", "x:", "<c/>", '<c r="A1">', "</row>", "<!--", "\u0000", "あ", "[", ";", "\\");
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.nat(6), pieces, (name, place, length, piece) => {
        const text = parts[name] as string;
        const at = place % text.length;
        const bytes = zipParts({ ...parts, [name]: text.slice(0, at) + piece + text.slice(at + length) });
        try {
          const opened = openWorkbookFile(bytes, "実績.xlsx");
          const workbook = readWorkbook(opened);
          for (const { name: sheetName } of workbook.sheets) readSheetLook(opened, sheetName);
        } catch (error) {
          if (!(error instanceof HostRefusal)) throw error;
        }
      }),
      { numRuns: 250 },
    );
  });
});
