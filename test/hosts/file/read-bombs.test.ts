import { openWorkbookFile } from "../../../src/hosts/file/open-workbook-file";
import { readSheetLook } from "../../../src/hosts/file/sheet-look";
import { readWorkbook } from "../../../src/hosts/file/workbook-reader";
import { readZip } from "../../../src/hosts/file/zip";
import type { Workbook } from "../../../src/model/workbook";
import { buildParts, buildWorkbook, zipParts, type BuiltSheet } from "../../support/xlsx-builder";

const read = (bytes: Uint8Array): Workbook => readWorkbook(openWorkbookFile(bytes, "実績.xlsx"));
const sheet = (changed: Partial<BuiltSheet>, sharedStrings?: string): Uint8Array =>
  buildWorkbook({ sheets: [{ name: "実績", ...changed }], ...(sharedStrings === undefined ? {} : { sharedStrings }) });
const refusal = (reason: string) => expect.objectContaining({ name: "HostRefusal", reason });

describe("a text in a cell", () => {
  const most = "年".repeat(32_767);
  const inString = (text: string): Uint8Array => sheet({ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }, `<si><t>${text}</t></si>`);
  const inCell = (text: string): Uint8Array => sheet({ rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>` });
  const inFormula = (text: string): Uint8Array => sheet({ rows: `<row r="1"><c r="A1" t="str"><f>B1</f><v>${text}</v></c></row>` });

  test.each([
    ["of the table", inString],
    ["of its own", inCell],
    ["of a formula", inFormula],
  ])("%s is as long as a cell can hold, and no longer", (_, build) => {
    expect(read(build(most)).sheets[0]!.cells[0]!.value).toBe(most);
    expect(() => read(build(`${most}度`))).toThrow(refusal("damaged"));
  });

  it("may be written as long as it likes", () => {
    expect(read(inString("&#x005F;x0041&#x005F;".repeat(4_681))).sheets[0]!.cells[0]!.value).toBe("A".repeat(4_681));
    expect(() => read(inString("&#65;".repeat(500_000)))).toThrow(refusal("damaged"));
  });
});

describe("a formula that others share", () => {
  const share = (formula: string, followers: number): Uint8Array =>
    sheet({
      rows: `<row r="1"><c r="A1"><f t="shared" ref="A1:A${followers + 1}" si="0">${formula}</f><v>1</v></c></row>${Array.from({ length: followers }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><f t="shared" si="0"/><v>1</v></c></row>`).join("")}`,
    });

  it("is written out for each of them", () => {
    expect(read(share("B1/C1", 30_000)).sheets[0]!.cells.at(-1)!.formula).toBe("B30001/C30001");
    expect(read(share("B1+".repeat(2_000) + "1", 20)).sheets[0]!.cells.at(-1)!.formula).toHaveLength(8_001);
  });

  it("is refused where that would be more than any sheet holds", () => {
    expect(() => read(share("B1+".repeat(2_700) + "1", 6_000))).toThrow(refusal("too-large"));
  });
});

it("columns are hidden once, however often that is said", () => {
  const cols = `<col min="3" max="4" hidden="1"/><col min="1" hidden="1"/><col min="x" max="9" hidden="1"/><col min="9" max="7" hidden="1"/>${'<col min="2" max="16384" hidden="1"/>'.repeat(60_000)}`;
  const bytes = sheet({ head: `<cols>${cols}</cols>`, rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  const { hiddenCols } = read(bytes).sheets[0]!;
  expect([hiddenCols.size, hiddenCols.has(0), hiddenCols.has(1), hiddenCols.has(16_383)]).toEqual([16_383, false, true, true]);
  // How wide each is, the last of them would say: nobody writes that.
  expect(() => readSheetLook(openWorkbookFile(bytes, "実績.xlsx"), "実績")).toThrow(refusal("damaged"));
});

it("parts that are too large together are refused by whatever name", () => {
  const bytes = zipParts({ ...buildParts({}), ...Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`xl/worksheets/part${i}.bin`, "<x/>"])) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const entry of readZip(bytes).entries) if (entry.name.endsWith(".bin")) view.setUint32(entry.recordOffset + 24, 190 * 1024 * 1024, true);
  expect(() => read(bytes)).toThrow(refusal("too-large"));
});
