import { joinRanges } from "../../../src/hosts/join-ranges";
import { readCellFormats } from "../../../src/hosts/file/styles";
import { MARK_FORMULA, writeMarkedFormat } from "../../../src/hosts/mark";
import { writeRange } from "../../../src/model/cell";
import { differingParts, editAgain, editFile, markCells, setCell, textOf, unmark } from "../../support/edit-file";
import { buildStyles, buildWorkbook, type BuiltSheet, type BuiltWorkbook } from "../../support/xlsx-builder";

const SHEET = "xl/worksheets/sheet1.xml";
const ROWS = '<row r="1"><c r="A1" s="1"><v>0.5</v></c><c r="B1" t="str"><v>7人</v></c><c r="C1"><v>3</v></c></row>';
const build = (sheet: Partial<BuiltSheet>, more: Partial<BuiltWorkbook> = {}): Uint8Array =>
  buildWorkbook({ sheets: [{ name: "実績", rows: ROWS, ...sheet }], styles: buildStyles([0, "0.0%"]), ...more });
const tailOf = (text: string | undefined): string => /<\/sheetData>(.*)<\/worksheet>/su.exec(text ?? "")![1]!;
const rule = (dxf: number, priority: number): string => `<cfRule type="expression" dxfId="${dxf}" priority="${priority}"><formula>${MARK_FORMULA}</formula></cfRule>`;
const element = (sqref: string, dxf: number, priority: number): string => `<conditionalFormatting sqref="${sqref}">${rule(dxf, priority)}</conditionalFormatting>`;

describe("a mark", () => {
  it("is one tagged rule per number format, with a symbol before the cell's own", () => {
    const { after, report } = editFile(build({}), [markCells(["A1", "C1", "D1"], ["B1"])]);
    expect(report).toEqual({ applied: 1, refused: [], marks: { 実績: null } });
    expect(tailOf(textOf(after, SHEET))).toBe(element("A1", 0, 1) + element("B1", 1, 2) + element("C1:D1", 2, 3));
    const styles = textOf(after, "xl/styles.xml")!;
    expect(styles).toContain('<dxfs count="3">');
    expect(
      [...styles.matchAll(/<dxf><font><b\/><\/font><numFmt numFmtId="(\d+)" formatCode="([^"]*)"\/><fill>/g)].map(([, id, code]) => [id, code!.replace(/&quot;/g, '"')]),
    ).toEqual([
      ["165", '"× "0.0%;"× "-0.0%;"× "0.0%;"× "@'],
      ["166", 'General;General;General;"× "@'],
      ["167", '"× "General;"× "-General;"× "General;"× "@'],
    ]);
    expect(readCellFormats(after)).toEqual(["General", "0.0%"]);
  });

  test.each([
    ["nothing", "", "", "MARK"],
    [
      "merges and page margins",
      "",
      '<mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>',
      '<mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells>MARK<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>',
    ],
    ["validations and an extension list", "", '<phoneticPr fontId="1"/><dataValidations count="0"/><extLst/>', '<phoneticPr fontId="1"/>MARK<dataValidations count="0"/><extLst/>'],
    [
      "rules of the user's",
      "",
      '<conditionalFormatting sqref="A1"><cfRule type="top10" priority="4"/></conditionalFormatting>\r\n<hyperlinks/>',
      '<conditionalFormatting sqref="A1"><cfRule type="top10" priority="4"/></conditionalFormatting>MARK5\r\n<hyperlinks/>',
    ],
    [
      "rules in the extension list",
      "",
      '<extLst><ext xmlns:x14="u"><x14:conditionalFormatting><x14:cfRule type="dataBar" priority="8"/></x14:conditionalFormatting></ext></extLst>',
      'MARK9<extLst><ext xmlns:x14="u"><x14:conditionalFormatting><x14:cfRule type="dataBar" priority="8"/></x14:conditionalFormatting></ext></extLst>',
    ],
  ])("beside %s stands where the schema wants it, comes last in priority, and comes off to the byte", (_, head, tail, after) => {
    const marked = editFile(build({ head, tail }), [markCells(["A1"])]);
    const [, priority] = /MARK(\d*)/.exec(after)!;
    expect(tailOf(textOf(marked.after, SHEET))).toBe(after.replace(/MARK\d*/, element("A1", 0, Number(priority) || 1)));
    const bare = editAgain(marked, [unmark()]);
    expect(bare.report.applied).toBe(1);
    expect(differingParts(marked.before, bare.after)).toEqual(["xl/styles.xml"]);
  });

  it("takes the place of our earlier ones", () => {
    const tail = '<conditionalFormatting sqref="A1"><cfRule type="top10" priority="1"/></conditionalFormatting>';
    const first = editFile(build({ tail }), [markCells(["A1"], ["B1"])]);
    const second = editAgain(first, [markCells(["C1"])]);
    expect(tailOf(textOf(second.after, SHEET))).toBe(tail + element("C1", 2, 2));
    const again = editAgain(second, [markCells(["C1"])]);
    expect(again.after).toBe(again.before);
    const third = editAgain(again, [markCells(["A1"], ["B1"])]);
    expect(differingParts(first.after, third.after)).toEqual(["xl/styles.xml"]);
    expect(textOf(third.after, "xl/styles.xml")).toContain('<dxfs count="3">');
  });

  it("without cells is as good as none", () => {
    const marked = editFile(build({}), [markCells(["A1"])]);
    expect(tailOf(textOf(editAgain(marked, [markCells([])]).after, SHEET))).toBe("");
  });

  it("comes off where somebody put a rule of their own into its element", () => {
    const users = '<cfRule type="expression" dxfId="0" priority="2"><formula>A1&gt;1</formula></cfRule>';
    const tail = `<conditionalFormatting sqref="A1">${rule(0, 1)}${users}</conditionalFormatting><conditionalFormatting sqref="B1">${rule(0, 3)}</conditionalFormatting>`;
    const { after } = editFile(build({ tail }), [unmark()]);
    expect(tailOf(textOf(after, SHEET))).toBe(`<conditionalFormatting sqref="A1">${users}</conditionalFormatting>`);
  });

  it("leaves rules alone that only look like ours", () => {
    const tail =
      '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1="kpi-mark missed"</formula></cfRule></conditionalFormatting>' +
      '<conditionalFormatting sqref="A1"><cfRule type="containsText" priority="2"><formula>N("kpi-mark missed")=0</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="A1"/>';
    const { after, before, report } = editFile(build({ tail }), [unmark()]);
    expect(after).toBe(before);
    expect(report).toEqual({ applied: 0, refused: [], marks: { 実績: null } });
  });

  it("is refused on a protected sheet, and there is nothing to take off one without", () => {
    const bytes = build({ tail: '<sheetProtection sheet="1"/>' });
    expect(editFile(bytes, [unmark()]).report).toEqual({ applied: 0, refused: [], marks: { 実績: null } });
    const { report, after, before } = editFile(bytes, [markCells(["C1"])]);
    expect(report).toEqual({ applied: 0, refused: [{ sheet: "実績", cell: "C1", reason: "protected" }] });
    expect(after).toBe(before);
  });

  it("follows the number format a cell gets in the same batch, or from its column", () => {
    const head = '<cols><col min="6" max="6" style="1"/></cols>';
    const { after } = editFile(build({ head }), [setCell("C1", 3, { was: 3, format: '0"人"' }), markCells(["C1", "F9"])]);
    const codes = [...textOf(after, "xl/styles.xml")!.matchAll(/<dxf>.*?formatCode="([^"]*)"/g)].map(([, code]) => code!.replace(/&quot;/g, '"').split(";")[0]);
    expect(codes).toEqual(['"× "0"人"', '"× "0.0%']);
  });

  it("needs no styles part to begin with, and keeps the prefix of the sheet", () => {
    const xml = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/></x:worksheet>';
    const { after } = editFile(build({ xml }, { styles: null }), [markCells(["A1"])]);
    expect(textOf(after, SHEET)).toContain(
      `<x:sheetData/><x:conditionalFormatting sqref="A1"><x:cfRule type="expression" dxfId="0" priority="1"><x:formula>${MARK_FORMULA}</x:formula></x:cfRule></x:conditionalFormatting></x:worksheet>`,
    );
    expect(textOf(after, "xl/styles.xml")).toContain('<dxfs count="1"><dxf>');
  });

  it("stands in the dxfs that are there", () => {
    const dxf = '<dxf><numFmt numFmtId="180" formatCode="0"/></dxf>';
    const styles = buildStyles([0, "0.0%"], `<dxfs count="1">${dxf}</dxfs><tableStyles count="0"/><extLst/>`);
    const { after } = editFile(build({}, { styles }), [markCells(["A1"])]);
    expect(textOf(after, "xl/styles.xml")).toContain(`<dxfs count="2">${dxf}<dxf><font><b/></font><numFmt numFmtId="181" formatCode="&quot;× &quot;0.0%`);
    const empty = editFile(build({}, { styles: buildStyles([0, "0.0%"], '<dxfs count="0"/><tableStyles count="0"/>') }), [markCells(["A1"])]);
    expect(textOf(empty.after, "xl/styles.xml")).toMatch(/<dxfs count="1"><dxf>.*<\/dxf><\/dxfs><tableStyles count="0"\/>/);
    const none = editFile(build({}, { styles: buildStyles([0, "0.0%"], "<tableStyles/>") }), [markCells(["A1"])]);
    expect(textOf(none.after, "xl/styles.xml")).toMatch(/<\/cellStyles><dxfs count="1"><dxf>.*<\/dxf><\/dxfs><tableStyles\/>/);
  });
});

describe("the format of a mark", () => {
  test.each([
    ["General", '"× "General;"× "-General;"× "General;"× "@'],
    ["", '"× "General;"× "-General;"× "General;"× "@'],
    ["0.0%", '"× "0.0%;"× "-0.0%;"× "0.0%;"× "@'],
    ['#,##0;[Red]"▲"#,##0', '"× "#,##0;[Red]"× ""▲"#,##0;"× "#,##0;"× "@'],
    ['0;-0;"－"', '"× "0;"× "-0;"× ""－";"× "@'],
    ["0;;", '"× "0;;;"× "@'],
    [";;;", ";;;"],
    ['0;-0;0;@"様"', '"× "0;"× "-0;"× "0;"× "@"様"'],
    ["@", '"× "General;"× "-General;"× "General;"× "@'],
    ['0;@"様"', '"× "0;"× "-0;"× "0;"× "@"様"'],
    ['0"人;中"', '"× "0"人;中";"× "-0"人;中";"× "0"人;中";"× "@'],
    ["0\\;0_;", '"× "0\\;0_;;"× "-0\\;0_;;"× "0\\;0_;;"× "@'],
    ["[h]:mm", '"× "[h]:mm;"× "-[h]:mm;"× "[h]:mm;"× "@'],
    ["[$¥-411]#,##0", '"× "[$¥-411]#,##0;"× "-[$¥-411]#,##0;"× "[$¥-411]#,##0;"× "@'],
    ["[$-411][DBNum1]ge", '[$-411][DBNum1]"× "ge;[$-411][DBNum1]"× "-ge;[$-411][DBNum1]"× "ge;"× "@'],
    ["[>=1]0.0;[Red][<0]0.00;0", '[>=1]"× "0.0;[Red][<0]"× "0.00;"× "0'],
    [`"${"長".repeat(100)}"0`, `"× ""${"長".repeat(100)}"0`],
    [`"${"長".repeat(250)}"0`, '"× "General;"× "-General;"× "General;"× "@'],
  ])("%s", (code, marked) => {
    expect(writeMarkedFormat(code)).toBe(marked);
    expect(marked.length).toBeLessThanOrEqual(255);
  });
});

describe("the ranges of a mark", () => {
  test.each([
    [
      ["B2", "A1", "B1"],
      ["A1:B1", "B2"],
    ],
    [
      ["A1", "B1", "A2", "B2", "A3", "C3"],
      ["A1:B2", "A3", "C3"],
    ],
    [
      ["A1", "A1", "A3"],
      ["A1", "A3"],
    ],
    [[], []],
  ])("%j", (cells, ranges) => {
    const spans = cells.map((cell) => ({ top: Number(cell.slice(1)) - 1, left: cell.charCodeAt(0) - 65, bottom: Number(cell.slice(1)) - 1, right: cell.charCodeAt(0) - 65 }));
    expect(joinRanges(spans).map(writeRange)).toEqual(ranges);
  });
});
