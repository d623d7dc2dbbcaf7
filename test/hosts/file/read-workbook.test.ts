import type { Cell } from "../../../src/model/cell";
import { writeAddress, writeRange } from "../../../src/model/cell";
import type { Workbook } from "../../../src/model/workbook";
import { openWorkbookFile } from "../../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../../src/hosts/file/workbook-reader";
import { generateWorkbook } from "../../support/generate-workbook";
import { buildParts, buildStyles, buildWorkbook, zipParts, type BuiltWorkbook } from "../../support/xlsx-builder";
import { spentOn } from "../../support/spent-time";

const read = (built: BuiltWorkbook): Workbook => readWorkbook(openWorkbookFile(buildWorkbook(built), "実績.xlsx"));
const readBytes = (bytes: Uint8Array): Workbook => readWorkbook(openWorkbookFile(bytes, "実績.xlsx"));
const brief = (cell: Cell): string =>
  `${writeAddress(cell.row, cell.col)} ${JSON.stringify(cell.value)} ${cell.text}${cell.formula === undefined ? "" : ` =${cell.formula}`}${cell.error === undefined ? "" : ` !${cell.error}`}`;
const cellsOf = (rows: string, more: Partial<BuiltWorkbook> = {}): string[] => read({ sheets: [{ name: "実績", rows }], ...more }).sheets[0]!.cells.map(brief);

describe("cells of a sheet", () => {
  test.each<{ because: string; rows: string; more?: Partial<BuiltWorkbook>; cells: string[] }>([
    {
      because: "numbers, texts, booleans and errors keep their kind",
      rows: '<row r="1"><c r="A1"><v>12.5</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#DIV/0!</v></c></row>',
      more: { sharedStrings: "<si><t>男性</t></si>" },
      cells: ["A1 12.5 12.5", 'B1 "男性" 男性', "C1 true TRUE", "D1 null #DIV/0! !#DIV/0!"],
    },
    { because: "cells without address follow each other", rows: "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>", cells: ["A1 1 1", "C1 3 3", "A2 4 4"] },
    {
      because: "after an address the count goes on from there",
      rows: '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
      cells: ["C3 1 1", "D3 2 2", "A4 3 3"],
    },
    {
      because: "rows and cells out of order are put in order, and the last of two at one place stays",
      rows: '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c><c r="A1"><v>4</v></c></row>',
      cells: ["A1 4 4", "A2 2 2", "B2 1 1"],
    },
    {
      because: "styled blanks and empty texts are nobody's cells",
      rows: '<row r="1" s="1" customFormat="1"><c r="A1" s="1"/><c r="B1" s="1"></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="inlineStr"><is><t/></is></c><c r="E1"><v></v></c><c r="F1" t="s"><v/></c><c r="G1" t="b"><v/></c></row>',
      more: { styles: buildStyles([0, 9]), sharedStrings: "<si/>" },
      cells: [],
    },
    {
      because: "a formula is a cell with or without its value",
      rows: '<row r="1"><c r="A1"><f>B1/C1</f><v>0.5</v></c><c r="B1"><f>NOW()</f></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
      cells: ["A1 0.5 0.5 =B1/C1", "B1 null  =NOW()", 'C1 ""  =""', "D1 null #DIV/0! =1/0 !#DIV/0!"],
    },
    {
      because: "followers of a shared formula get their own",
      rows: '<row r="1"><c r="C1"><f t="shared" ref="C1:D2" si="0">A1/$B1</f><v>1</v></c><c r="D1"><f t="shared" si="0"/><v>2</v></c></row><row r="2"><c r="C2"><f t="shared" si="0"/><v>3</v></c></row>',
      cells: ["C1 1 1 =A1/$B1", "D1 2 2 =B1/$B1", "C2 3 3 =A2/$B2"],
    },
    {
      because: "a follower may come before its master",
      rows: '<row r="1"><c r="A1"><f t="shared" si="3"/><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" ref="A1:A2" si="3">B2+1</f><v>1</v></c></row>',
      cells: ["A1 1 1 =B1+1", "A2 1 1 =B2+1"],
    },
    {
      because: "an array formula belongs to its anchor",
      rows: '<row r="1"><c r="A1"><f t="array" ref="A1:A2">TRANSPOSE(B1:C1)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
      cells: ["A1 1 1 =TRANSPOSE(B1:C1)", "A2 2 2"],
    },
    {
      because: "a formula is text with entities",
      rows: '<row r="1"><c r="A1" t="str"><f>IF(B1&lt;&gt;"",B1&amp;"人","－")</f><v>－</v></c></row>',
      cells: ['A1 "－" － =IF(B1<>"",B1&"人","－")'],
    },
    {
      because: "a date written as a date is its serial",
      rows: '<row r="1"><c r="A1" t="d" s="1"><v>2022-04-01</v></c><c r="B1" t="d" s="1"><v>2022-04-01T12:00:00Z</v></c></row>',
      more: { styles: buildStyles([0, 27]) },
      cells: ["A1 44652 R4.4.1", "B1 44652.5 R4.4.1"],
    },
    {
      because: "comments, instructions and CDATA may stand anywhere",
      rows: '<!-- <row r="9"><c r="A9"><v>9</v></c></row> --><row r="1"><?x <c/>?><c r="A1" t="inlineStr"><is><t><![CDATA[<男性>]]></t></is></c></row>',
      cells: ['A1 "<男性>" <男性>'],
    },
    {
      because: "unknown children of cells and rows are passed over",
      rows: '<row r="1" x14ac:dyDescent="0.2" xmlns:x14ac="urn:x"><c r="A1"><v>1</v><extLst><ext uri="u"><c r="B1"><v>2</v></c></ext></extLst></c></row>',
      cells: ["A1 1 1"],
    },
  ])("$because", ({ rows, more, cells }) => {
    expect(cellsOf(rows, more)).toEqual(cells);
  });

  test.each([
    ["furigana", '<t>課税</t><rPh sb="0" eb="2"><t>カゼイ</t></rPh><phoneticPr fontId="1"/>', "課税"],
    ["runs with furigana", '<r><rPr><b/></rPr><t>育児</t></r><r><t xml:space="preserve"> 休業</t></r><rPh sb="0" eb="2"><t>イクジ</t></rPh>', "育児 休業"],
    [
      "an alternate content in a run",
      '<r><t>上</t></r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="v2"><r><t>新</t></r></mc:Choice><mc:Fallback><r><t>下</t></r></mc:Fallback></mc:AlternateContent>',
      "上下",
    ],
    [
      "an alternate content inside a run",
      '<r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="v2"><t>新</t></mc:Choice><mc:Fallback><t>旧</t></mc:Fallback></mc:AlternateContent></r>',
      "旧",
    ],
    ["line breaks, written either way", "<t>取得率\r\n（男性）\n計&#10;終</t>", "取得率\n（男性）\n計\n終"],
    ["escaped characters", "<t>A_x000D_\nB_x005F_x000D_C</t>", "A\r\nB_x000D_C"],
    ["a character outside the first plane", "<t>𠮷野&#x20BB7;</t>", "𠮷野𠮷"],
  ])("%s in a text", (_, inner, text) => {
    expect(cellsOf('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', { sharedStrings: `<si/><si>${inner}</si>` })).toEqual([`A1 ${JSON.stringify(text)} ${text}`]);
    expect(cellsOf(`<row r="1"><c r="A1" t="inlineStr"><is>${inner}</is></c><c r="B1"><v>1</v></c></row>`)).toEqual([`A1 ${JSON.stringify(text)} ${text}`, "B1 1 1"]);
  });

  it("shows numbers under the formats of their styles", () => {
    const styles = buildStyles([0, '0"人"', 10, '#,##0;"▲"#,##0', 55]);
    const rows =
      '<row r="1"><c r="A1" s="1"><v>3</v></c><c r="B1" s="2"><v>0.875</v></c><c r="C1" s="3"><v>-1200</v></c><c r="D1" s="4"><v>44652</v></c><c r="E1" s="99"><v>1</v></c></row>';
    expect(read({ styles, sheets: [{ name: "実績", rows }] }).sheets[0]!.cells.map(({ text, format }) => [text, format])).toEqual([
      ["3人", '0"人"'],
      ["87.50%", "0.00%"],
      ["▲1,200", '#,##0;"▲"#,##0'],
      ["2022年4月", 'yyyy"年"m"月"'],
      ["1", "General"],
    ]);
  });

  it("reads a workbook without a styles part", () => {
    expect(cellsOf('<row r="1"><c r="A1" s="3"><v>1</v></c></row>', { styles: null })).toEqual(["A1 1 1"]);
  });

  it("counts days from 1904 where the workbook does", () => {
    const workbook = read({ date1904: true, styles: buildStyles([27]), sheets: [{ name: "実績", rows: '<row r="1"><c r="A1" s="0"><v>43190</v></c></row>' }] });
    expect([workbook.date1904, workbook.sheets[0]!.cells[0]!.text, workbook.sheets[0]!.cells[0]!.value]).toEqual([true, "R4.4.1", 43190]);
  });
});

describe("sheets", () => {
  it("come in the order of their tabs, with their state, whatever their parts are called", () => {
    const parts = buildParts({
      sheets: [
        { name: "一", rows: "<row><c><v>1</v></c></row>" },
        { name: "二", state: "hidden", rows: "<row><c><v>2</v></c></row>" },
        { name: "三&四", state: "veryHidden", rows: "<row><c><v>3</v></c></row>" },
      ],
    });
    const workbook = parts["xl/workbook.xml"] as string;
    const elements = workbook.match(/<sheet .*?\/>/g)!;
    parts["xl/workbook.xml"] = workbook.replace(/<sheets>.*<\/sheets>/, `<sheets>${[...elements].reverse().join("")}</sheets>`);
    expect(readBytes(zipParts(parts)).sheets.map(({ name, visibility, cells }) => [name, visibility, cells[0]!.value])).toEqual([
      ["三&四", "very-hidden", 3],
      ["二", "hidden", 2],
      ["一", "visible", 1],
    ]);
  });

  it("leaves chart sheets out", () => {
    const parts = buildParts({ sheets: [{ name: "表" }, { name: "グラフ" }] });
    parts["xl/_rels/workbook.xml.rels"] = (parts["xl/_rels/workbook.xml.rels"] as string).replace(
      '/worksheet" Target="worksheets/sheet2.xml"',
      '/chartsheet" Target="chartsheets/sheet1.xml"',
    );
    expect(readBytes(zipParts(parts)).sheets.map(({ name }) => name)).toEqual(["表"]);
  });

  it("tells merges, hidden rows and columns and protection", () => {
    const sheet = read({
      sheets: [
        {
          name: "実績",
          head: '<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5" width="0"/><col min="6" max="6" width="9"/></cols>',
          rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="4" hidden="true"/><row r="5"><c r="E5"><v>5</v></c></row>',
          tail: '<sheetProtection password="CC1A" sheet="1" objects="1"/><mergeCells count="4"><mergeCell ref="C5:D6"/><mergeCell ref="A1:B1"/><mergeCell ref="B1:B2"/><mergeCell ref="D9"/></mergeCells>',
        },
      ],
    }).sheets[0]!;
    expect(sheet.isProtected).toBe(true);
    expect([...sheet.hiddenRows]).toEqual([1, 3]);
    expect([...sheet.hiddenCols]).toEqual([1, 2, 4]);
    expect(sheet.merges.map(writeRange)).toEqual(["A1:B1", "C5:D6"]);
    // B1 is covered by A1:B1.
    expect(sheet.cells.map(brief)).toEqual(["A1 1 1", "A2 2 2", "E5 5 5"]);
  });

  it("are protected only when protection is switched on", () => {
    expect(read({ sheets: [{ name: "実績", tail: '<sheetProtection sheet="0" objects="1"/>' }] }).sheets[0]!.isProtected).toBe(false);
  });
});

describe("files of other writers", () => {
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>7</v></c></row>';
  const plain = (): { [name: string]: string | Uint8Array } =>
    buildParts({ sheets: [{ name: "実績", rows, tail: '<mergeCells><mergeCell ref="C1:D1"/></mergeCells>' }], sharedStrings: "<si><t>男性</t></si>" });
  const expected = ['A1 "男性" 男性', "B1 7 7"];

  const changed = (change: (name: string, text: string) => string | Uint8Array): Workbook => {
    const parts = plain();
    for (const [name, content] of Object.entries(parts)) parts[name] = change(name, content as string);
    return readBytes(zipParts(parts));
  };

  test.each<[string, (name: string, text: string) => string | Uint8Array]>([
    [
      "with a prefix on every element",
      (name, text) =>
        name.startsWith("xl/") && !name.endsWith(".rels")
          ? text
              .replace(/<(\/?)([a-zA-Z])/g, "<$1x:$2")
              .replace('xmlns="http', 'xmlns:x="http')
              .replace(/r:id/g, "rel:id")
              .replace("xmlns:r=", "xmlns:rel=")
          : text,
    ],
    [
      "in the Strict form",
      (_, text) =>
        text
          .replace(/http:\/\/schemas.openxmlformats.org\/spreadsheetml\/2006\/main/g, "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replace(/http:\/\/schemas.openxmlformats.org\/officeDocument\/2006\/relationships/g, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ],
    ["in UTF-16, low byte first", (name, text) => (name.startsWith("xl/") ? utf16(text.replace("UTF-8", "UTF-16"), true) : text)],
    ["in UTF-16, high byte first", (name, text) => (name.startsWith("xl/") ? utf16(text.replace("UTF-8", "UTF-16"), false) : text)],
    ["with a byte order mark", (_, text) => `\ufeff${text}`],
    ["with CRLF between all elements", (_, text) => text.replace(/></g, ">\r\n<")],
    ["with targets from the root", (_, text) => text.replace(/Target="(?!xl)/g, 'Target="/xl/')],
    ["with targets in other letters", (name, text) => (name === "xl/_rels/workbook.xml.rels" ? text.replace("worksheets/sheet1.xml", "Worksheets/Sheet1.xml") : text)],
    ["with single quotes", (_, text) => text.replace(/"/g, "'")],
    ["with a generic content type", (name, text) => (name === "[Content_Types].xml" ? text.replace(/<Override[^>]*workbook.xml"[^>]*>/, "") : text)],
  ])("are read %s", (_, change) => {
    const sheet = changed(change).sheets[0]!;
    expect(sheet.cells.map(brief)).toEqual(expected);
    expect(sheet.merges.map(writeRange)).toEqual(["C1:D1"]);
  });

  it("may keep relationships declared by an override only, and namespaces on the sheet element", () => {
    const parts = plain();
    parts["[Content_Types].xml"] = (parts["[Content_Types].xml"] as string).replace(
      /<Default Extension="rels"[^>]*>/,
      '<Override PartName="/_rels/.rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    );
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] as string)
      .replace(/ xmlns:r="([^"]*)"/, "")
      .replace("<sheet ", '<sheet xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ')
      .replace("r:id", "q:id");
    expect(readBytes(zipParts(parts)).sheets[0]!.cells.map(brief)).toEqual(expected);
  });
});

describe("what we keep inside the workbook", () => {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const own = (inner: string, root = 'ownData xmlns="urn:tokutei-action-plan-check:own-data"'): BuiltWorkbook => ({
    workbookRelations: `<Relationship Id="c1" Type="${relations}/customXml" Target="../customXml/item1.xml"/><Relationship Id="c2" Type="${relations}/customXml" Target="../customXml/item2.xml"/>`,
    parts: { "customXml/item1.xml": '<other xmlns="urn:other">x</other>', "customXml/item2.xml": `<${root}>${inner}</${root.split(" ")[0]}>` },
  });

  it("is found by its namespace among other items", () => {
    expect(read(own("{&quot;a&quot;:&lt;1&gt;}\n男性")).ownData).toBe('{"a":<1>}\n男性');
  });

  it("is nothing when there is none, or when the item is another's", () => {
    expect(read({}).ownData).toBeNull();
    expect(read(own("x", 'ownData xmlns="urn:another"')).ownData).toBeNull();
    expect(read(own("urn:tokutei-action-plan-check:own-data", 'note xmlns="urn:another"')).ownData).toBeNull();
  });
});

describe("size", () => {
  it("an empty workbook reads as sheets without cells", () => {
    expect(read({ sheets: [{ name: "Sheet1" }] }).sheets).toEqual([expect.objectContaining({ name: "Sheet1", cells: [], merges: [] })]);
    expect(read({ sheets: [{ name: "Sheet1", xml: '<worksheet xmlns="x"><sheetData/></worksheet>' }] }).sheets[0]!.cells).toEqual([]);
  });

  it("declared but empty space costs nearly nothing", () => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row>${"<row/>".repeat(1_000_000)}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`;
    const bytes = buildWorkbook({ sheets: [{ name: "実績", head: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9" style="1"/></cols>', rows }] });
    const time = spentOn(() => expect(readBytes(bytes).sheets[0]!.cells.map(brief)).toEqual(["A1 1 1", "XFD1048576 2 2"]));
    // A grid of what is declared would take the memory of any machine.
    expect(time).toBeLessThan(30_000);
  });

  it("rows hidden by the million below the last cell are not kept", () => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row>${'<row hidden="1"/>'.repeat(100_000)}`;
    expect(read({ sheets: [{ name: "実績", rows }] }).sheets[0]!.hiddenRows.size).toBe(0);
  });

  it("results are plain data", () => {
    const workbook = readBytes(generateWorkbook(2000, { sheets: 2 }));
    expect(structuredClone(workbook)).toEqual(workbook);
    expect(workbook.sheets.map(({ cells }) => cells.length)).toEqual([1000, 1000]);
    expect(workbook.sheets[0]!.cells.slice(39, 46).map(brief)).toEqual([
      'AN1 "令和40年度" 令和40年度',
      'A2 "職員課の項目その2" 職員課の項目その2',
      "B2 6 6.0日 =C2/$A$1+SUM(A:A)",
      "C2 65 65",
      "D2 0.082 8.2%",
      "E2 99 99",
      "F2 44116 R2.10.12",
    ]);
    expect(workbook.sheets[0]!.cells[81]!.formula).toBe("C3/$A$1+SUM(A:A)");
  });

  it("reading stays linear", () => {
    const [small, large] = [generateWorkbook(20_000), generateWorkbook(80_000)];
    readBytes(small);
    const one = Math.min(...[0, 1, 2].map(() => spentOn(() => readBytes(small))));
    const four = Math.min(...[0, 1, 2].map(() => spentOn(() => readBytes(large))));
    expect(four).toBeLessThan(Math.max(one, 20) * 16);
  });
});

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, isLittle);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2 + 2, text.charCodeAt(i), isLittle);
  return bytes;
}
