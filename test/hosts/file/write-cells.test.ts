import type { ApplyReport, Edit } from "../../../src/model/edit";
import { readWorkbook } from "../../../src/hosts/file/workbook-reader";
import { differingParts, editAgain, editFile, setCell, textOf } from "../../support/edit-file";
import { buildStyles, buildWorkbook, type BuiltSheet, type BuiltWorkbook } from "../../support/xlsx-builder";

const SHEET = "xl/worksheets/sheet1.xml";
const build = (sheet: Partial<BuiltSheet>, more: Partial<BuiltWorkbook> = {}): Uint8Array => buildWorkbook({ sheets: [{ name: "実績", ...sheet }], ...more });
const dataOf = (text: string | undefined): string => /<(?:x:)?sheetData\/?>.*/su.exec(text ?? "")![0].replace(/^<sheetData>|<\/sheetData>.*$/gsu, "");

/** The inner XML of <sheetData> after one batch. */
function rowsAfter(rows: string, edits: readonly Edit[], more: Partial<BuiltWorkbook> = {}): string {
  return dataOf(textOf(editFile(build({ rows }, more), edits).after, SHEET));
}

describe("a cell that is written", () => {
  test.each<{ because: string; rows: string; edits: readonly Edit[]; after: string; more?: Partial<BuiltWorkbook> }>([
    {
      because: "a number takes the place of another one and everything else of the cell stays",
      rows: '<row r="2" spans="1:3"><c r="A2" s="3" ph="1"><v>1</v></c><c r="B2"><v>2</v></c></row>',
      edits: [setCell("A2", 5.5, { was: 1 })],
      after: '<row r="2" spans="1:3"><c r="A2" s="3" ph="1"><v>5.5</v></c><c r="B2"><v>2</v></c></row>',
    },
    {
      because: "the kind of the old value and its metadata go with it",
      rows: '<row r="1"><c r="A1" s="1" t="b" cm="1" vm="2"><v>1</v></c></row>',
      edits: [setCell("A1", 2, { was: true })],
      after: '<row r="1"><c r="A1" s="1"><v>2</v></c></row>',
    },
    { because: "a styled blank keeps its style", rows: '<row r="1"><c r="A1" s="2"/></row>', edits: [setCell("A1", 2)], after: '<row r="1"><c r="A1" s="2"><v>2</v></c></row>' },
    {
      because: "a formula comes with its computed value",
      rows: '<row r="1"><c r="A1" s="2"/></row>',
      edits: [setCell("A1", 0.5, { formula: 'IF(B1<>"",B1&"人",0)' })],
      after: '<row r="1"><c r="A1" s="2"><f>IF(B1&lt;&gt;"",B1&amp;"人",0)</f><v>0.5</v></c></row>',
    },
    {
      because: "a formula may give a text",
      rows: '<row r="1"><c r="A1"/></row>',
      edits: [setCell("A1", "該当者なし", { formula: "B1" })],
      after: '<row r="1"><c r="A1" t="str"><f>B1</f><v>該当者なし</v></c></row>',
    },
    {
      because: "a formula may come without a value",
      rows: '<row r="1"><c r="A1" t="str"><v>x</v></c></row>',
      edits: [setCell("A1", null, { formula: "B1", was: "x" })],
      after: '<row r="1"><c r="A1"><f>B1</f></c></row>',
    },
    {
      because: "a new cell stands in order, and the row no longer promises its columns",
      rows: '<row r="1" spans="1:3" ht="20"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row>',
      edits: [setCell("E1", 5), setCell("B1", 2), setCell("D1", 4)],
      after: '<row r="1" ht="20"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c><c r="E1"><v>5</v></c></row>',
    },
    {
      because: "new rows stand in order",
      rows: '<row r="3"><c r="A3"><v>3</v></c></row>',
      edits: [setCell("B5", 52), setCell("A5", 51), setCell("A1", 1), setCell("A4", 4)],
      after:
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row><row r="4"><c r="A4"><v>4</v></c></row><row r="5"><c r="A5"><v>51</v></c><c r="B5"><v>52</v></c></row>',
    },
    {
      because: "a row without cells opens for the new one",
      rows: '<row r="1" s="1" customFormat="1"/><row r="2"></row>',
      edits: [setCell("B1", 1), setCell("A2", 2)],
      after: '<row r="1" s="1" customFormat="1"><c r="B1" s="1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    },
    { because: "an empty sheet opens for the first row", rows: "", edits: [setCell("C3", 1)], after: '<row r="3"><c r="C3"><v>1</v></c></row>' },
    {
      because: "cells that state no address keep none",
      rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
      edits: [setCell("B1", 5, { was: 2 }), setCell("C1", 6), setCell("B2", 7)],
      after: '<row><c><v>1</v></c><c><v>5</v></c><c r="C1"><v>6</v></c></row><row><c><v>3</v></c><c r="B2"><v>7</v></c></row>',
    },
    {
      because: "line breaks between elements stay",
      rows: '\r\n  <row r="1">\r\n    <c r="A1"><v>1</v></c>\r\n  </row>\r\n',
      edits: [setCell("A1", 2, { was: 1 }), setCell("A2", 3)],
      after: '\r\n  <row r="1">\r\n    <c r="A1"><v>2</v></c>\r\n  </row>\r\n<row r="2"><c r="A2"><v>3</v></c></row>',
    },
    {
      because: "what stands beside the value in a cell stays",
      rows: '<row r="1"><c r="A1"><v>1</v><extLst><ext uri="u"/></extLst></c></row>',
      edits: [setCell("A1", 2, { was: 1 })],
      after: '<row r="1"><c r="A1"><v>2</v><extLst><ext uri="u"/></extLst></c></row>',
    },
    {
      because: "a cell is emptied and its style stays",
      rows: '<row r="1"><c r="A1" s="4"><f>B1</f><v>1</v></c></row>',
      edits: [setCell("A1", null, { was: 1, wasFormula: "B1" })],
      after: '<row r="1"><c r="A1" s="4"/></row>',
    },
    {
      because: "a follower of a shared formula leaves the others alone",
      rows: '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>',
      edits: [setCell("A2", 9, { was: 1, wasFormula: "B2" })],
      after: '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><v>9</v></c></row>',
    },
    {
      because: "the master of a shared formula first gives the others their own text",
      rows: '<row r="1"><c r="A1"><f t="shared" ref="A1:A4" si="0">B1/$C$1&amp;"%"</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" ca="1" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="1" ref="A3">D3</f><v>2</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/><v>3</v></c></row>',
      edits: [setCell("A1", 9, { was: 1, wasFormula: 'B1/$C$1&"%"' }), setCell("A4", 8, { was: 3, wasFormula: 'B4/$C$1&"%"' })],
      after:
        '<row r="1"><c r="A1"><v>9</v></c></row><row r="2"><c r="A2"><f ca="1">B2/$C$1&amp;"%"</f><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="1" ref="A3">D3</f><v>2</v></c></row><row r="4"><c r="A4"><v>8</v></c></row>',
    },
    {
      because: "a text stands inside the cell where the file has no table of strings",
      rows: "",
      edits: [setCell("A1", " 該当者なし\n<R6>")],
      after: '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 該当者なし\n&lt;R6&gt;</t></is></c></row>',
    },
    {
      because: "a table of strings is used where the file has one",
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      edits: [setCell("A1", "未把握", { was: "男性" }), setCell("B1", "未把握"), setCell("C1", "該当者なし")],
      after: '<row r="1"><c r="A1" t="s"><v>3</v></c><c r="B1" t="s"><v>3</v></c><c r="C1" t="s"><v>4</v></c></row>',
      more: { sharedStrings: "<si><t>男性</t></si><si/><si><r><t>a</t></r></si>" },
    },
  ])("$because", ({ rows, edits, after, more }) => {
    expect(rowsAfter(rows, edits, more)).toBe(after);
  });

  it("opens a sheetData written as one tag, and widens the stated range", () => {
    const xml =
      '<?xml version="1.0"?>\r\n<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1"/><x:sheetData /><x:pageMargins/></x:worksheet>';
    const { after } = editFile(build({ xml }), [setCell("B3", 1), setCell("D2", "x")]);
    expect(textOf(after, SHEET)).toBe(
      '<?xml version="1.0"?>\r\n<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1:D3"/><x:sheetData >' +
        '<x:row r="2"><x:c r="D2" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row><x:row r="3"><x:c r="B3"><x:v>1</x:v></x:c></x:row></x:sheetData><x:pageMargins/></x:worksheet>',
    );
  });

  it("takes the format of its row, else of its column", () => {
    const head = '<cols><col min="2" max="3" width="9" style="2"/></cols>';
    const rows = '<row r="1" s="1" customFormat="1"/><row r="2" s="1"/>';
    const { after } = editFile(build({ head, rows }, { styles: buildStyles([0, 9, 10]) }), [setCell("B1", 1), setCell("B2", 1), setCell("D2", 1), setCell("C9", 1)]);
    expect(dataOf(textOf(after, SHEET))).toBe(
      '<row r="1" s="1" customFormat="1"><c r="B1" s="1"><v>1</v></c></row><row r="2" s="1"><c r="B2" s="2"><v>1</v></c><c r="D2"><v>1</v></c></row><row r="9"><c r="C9" s="2"><v>1</v></c></row>',
    );
  });

  it("keeps every text as it was typed", () => {
    const texts = ["a\r\nb", "\u0001\u001f", "_x0041_", "_x005F_", "\ufffe", "\ud800", "𠮷野", " ", "]]>", "<&>\"'", "\t\n"];
    const edits = texts.flatMap((text, i) => [setCell(`A${i + 1}`, text), setCell(`B${i + 1}`, text, { formula: `"${text.replace(/"/g, '""')}"` })]);
    for (const more of [{}, { sharedStrings: "" }]) {
      const { after, report } = editFile(build({}, more), edits);
      expect(report).toEqual({ applied: texts.length * 2, refused: [] });
      const cells = readWorkbook(after).sheets[0]!.cells;
      expect(cells.filter(({ col }) => col === 0).map(({ value }) => value)).toEqual(texts);
      expect(cells.filter(({ col }) => col === 1).map(({ value }) => value)).toEqual(texts);
    }
  });

  it("counts the strings it appends", () => {
    const sst = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="7" uniqueCount="3"><si><t>男性</t><rPh sb="0" eb="2"><t>ダンセイ</t></rPh></si><si/><si><t>計</t></si><extLst/></sst>`;
    const bytes = build({ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }, { sharedStrings: "", parts: { "xl/sharedStrings.xml": sst } });
    const { after } = editFile(bytes, [setCell("A1", "女性", { was: "男性" }), setCell("B1", "女性"), setCell("C1", "計")]);
    expect(textOf(after, "xl/sharedStrings.xml")).toBe(
      sst.replace('count="7" uniqueCount="3"', 'count="9" uniqueCount="5"').replace("<extLst/>", "<si><t>女性</t></si><si><t>計</t></si><extLst/>"),
    );
  });
});

describe("number formats", () => {
  const styles = buildStyles([0, "0.0%", 9]).replace(
    'borderId="0" xfId="0"/></cellXfs>',
    'borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="center"/></xf></cellXfs>',
  );
  const rows = '<row r="1"><c r="A1" s="2"><v>0.5</v></c></row>';

  it("are given by a clone of the cell's own format", () => {
    const { after } = editFile(build({ rows }, { styles }), [
      setCell("A1", 0.25, { was: 0.5, format: '0.0"日"' }),
      setCell("B1", 0.25, { format: "0.0%" }),
      setCell("C1", 1, { format: "0.00" }),
    ]);
    expect(dataOf(textOf(after, SHEET))).toBe('<row r="1"><c r="A1" s="3"><v>0.25</v></c><c r="B1" s="1"><v>0.25</v></c><c r="C1" s="4"><v>1</v></c></row>');
    expect(textOf(after, "xl/styles.xml")).toBe(
      styles
        .replace(
          '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/>',
          '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0.0&quot;日&quot;"/>',
        )
        .replace('<cellXfs count="3">', '<cellXfs count="5">')
        .replace(
          "</cellXfs>",
          '<xf numFmtId="165" applyNumberFormat="1" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf><xf numFmtId="2" applyNumberFormat="1" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
        ),
    );
  });

  it("find the way back", () => {
    const first = editFile(build({ rows }, { styles }), [setCell("A1", 0.5, { was: 0.5, format: "0.0%" })]);
    const back = editAgain(first, [setCell("A1", 0.5, { was: 0.5, format: "0%" })]);
    expect(textOf(back.after, SHEET)).toBe(textOf(first.before, SHEET));
  });

  it("need no styles part to begin with", () => {
    const { after, before } = editFile(build({ rows: "" }, { styles: null }), [setCell("A1", 0.5, { format: "0.0%" }), setCell("B1", 1)]);
    expect(readWorkbook(after).sheets[0]!.cells.map(({ text }) => text)).toEqual(["50.0%", "1"]);
    expect(differingParts(before, after)).toEqual(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", SHEET]);
  });

  it("that the cell has already touch nothing", () => {
    const { after, before } = editFile(build({ rows }, { styles }), [setCell("A1", 0.5, { was: 0.5, format: "0%" })]);
    expect(after).toBe(before);
  });
});

describe("a cell that is left alone", () => {
  const table = {
    "xl/tables/table1.xml": '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" ref="A1:B4" totalsRowCount="1"/>',
    "xl/pivotTables/pivotTable1.xml": '<pivotTableDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><location ref="D1:E9"/></pivotTableDefinition>',
  };
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const withTable: Partial<BuiltWorkbook> = {
    parts: {
      ...table,
      "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/table" Target="../tables/table1.xml"/><Relationship Id="rId2" Type="${relations}/pivotTable" Target="../pivotTables/pivotTable1.xml"/></Relationships>`,
    },
  };
  type Reason = ApplyReport["refused"][number]["reason"];
  test.each<{ because: string; rows?: string; tail?: string; edit: Edit; reason: Reason | null; more?: Partial<BuiltWorkbook> }>([
    { because: "it holds another number than was read", rows: '<row r="1"><c r="A1"><v>1</v></c></row>', edit: setCell("A1", 3, { was: 2 }), reason: "changed" },
    { because: "somebody typed into it", rows: '<row r="1"><c r="A1"><v>0</v></c></row>', edit: setCell("A1", 3), reason: "changed" },
    { because: "it was emptied", edit: setCell("A1", 3, { was: 2 }), reason: "changed" },
    { because: "a number became a text of the same figures", rows: '<row r="1"><c r="A1" t="str"><v>2</v></c></row>', edit: setCell("A1", 3, { was: 2 }), reason: "changed" },
    { because: "a formula gives what was typed before", rows: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>', edit: setCell("A1", 3, { was: 2 }), reason: "changed" },
    { because: "an error stands where it was blank", rows: '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>', edit: setCell("A1", 3), reason: "changed" },
    { because: "no: an empty text is as good as a blank", rows: '<row r="1"><c r="A1" t="str"><v></v></c></row>', edit: setCell("A1", 3), reason: null },
    { because: "the sheet is protected", tail: '<sheetProtection sheet="1" objects="1"/>', edit: setCell("A1", 3), reason: "protected" },
    { because: "no: only objects are protected", tail: '<sheetProtection objects="1"/>', edit: setCell("A1", 3), reason: null },
    { because: "a merge covers it", tail: '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>', edit: setCell("B2", 3), reason: "merged" },
    { because: "no: it is the anchor of the merge", tail: '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>', edit: setCell("A1", 3), reason: null },
    { because: "an array formula fills it", rows: '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c></row>', edit: setCell("A2", 3), reason: "part-of-array" },
    {
      because: "the array formula stands in it",
      rows: '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c></row>',
      edit: setCell("A1", 3, { was: 1, wasFormula: "B1:B3" }),
      reason: "part-of-array",
    },
    {
      because: "an array formula of one cell would come back as another formula",
      rows: '<row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B3*2)</f><v>1</v></c></row>',
      edit: setCell("A1", 3, { was: 1, wasFormula: "SUM(B1:B3*2)" }),
      reason: "part-of-array",
    },
    {
      because: "a data table fills it",
      rows: '<row r="2"><c r="B2"><f t="dataTable" ref="B2:B4" dt2D="0" dtr="0" r1="A1"/><v>1</v></c></row>',
      edit: setCell("B3", 3),
      reason: "part-of-array",
    },
    { because: "it is a heading of a table", edit: setCell("B1", 3), reason: "part-of-array", more: withTable },
    { because: "it is a total of a table", edit: setCell("B4", 3), reason: "part-of-array", more: withTable },
    { because: "no: it is a figure in a table", edit: setCell("B2", 3), reason: null, more: withTable },
    { because: "a pivot table fills it", edit: setCell("D5", 3), reason: "part-of-array", more: withTable },
    { because: "there is no such sheet", edit: setCell("A1", 3, { sheet: "別表" }), reason: "not-found" },
    { because: "it lies outside of any sheet", edit: { ...setCell("A1", 3), row: 1048576 } as Edit, reason: "not-found" },
  ])("$because", ({ rows, tail, edit, reason, more }) => {
    const { report, before, after } = editFile(build({ rows: rows ?? "", tail: tail ?? "" }, more), [edit]);
    expect(report.refused.map((refused) => refused.reason)).toEqual(reason ? [reason] : []);
    expect(report.applied).toBe(reason ? 0 : 1);
    if (reason) expect(after).toBe(before);
  });

  it("does not keep the others of its batch from being written", () => {
    const { report, after } = editFile(build({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }), [setCell("A1", 3), setCell("B1", 4)]);
    expect(report).toEqual({ applied: 1, refused: [{ sheet: "実績", cell: "A1", reason: "changed" }] });
    expect(dataOf(textOf(after, SHEET))).toBe('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>4</v></c></row>');
  });

  it("is left alone the second time too: an edit holds for what was read", () => {
    const once = editFile(build({}), [setCell("A1", 3)]);
    const twice = editAgain(once, [setCell("A1", 3)]);
    expect(twice.report.refused[0]!.reason).toBe("changed");
    expect(twice.after.zip.bytes).toBe(once.after.zip.bytes);
  });

  it("may be written twice in one batch, the second edit reading the first", () => {
    const { report, after } = editFile(build({}), [setCell("A1", 3), setCell("A1", 4, { was: 3 }), setCell("A1", 5)]);
    expect([report.applied, report.refused.length]).toEqual([2, 1]);
    expect(dataOf(textOf(after, SHEET))).toBe('<row r="1"><c r="A1"><v>4</v></c></row>');
  });
});
