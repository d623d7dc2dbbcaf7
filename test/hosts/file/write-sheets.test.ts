import { FileHost } from "../../../src/hosts/file/file-host";
import { readSheetLook } from "../../../src/hosts/file/sheet-look";
import { readWorkbook } from "../../../src/hosts/file/workbook-reader";
import { readSheetTag, type NewSheet } from "../../../src/model/new-sheet";
import { differingParts, editAgain, editFile, markCells, setCell, textOf, unmark } from "../../support/edit-file";
import { addSheet, removeSheet, sampleSheet } from "../../support/sample-sheet";
import { buildStyles, buildWorkbook, type BuiltWorkbook } from "../../support/xlsx-builder";

const SHEET = "xl/worksheets/sheet3.xml";
const WORKBOOK = "xl/workbook.xml";
const build = (more: Partial<BuiltWorkbook> = {}): Uint8Array =>
  buildWorkbook({
    sheets: [
      { name: "実績", rows: '<row r="1"><c r="A1"><v>1</v></c></row>' },
      { name: "計画", rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' },
    ],
    sharedStrings: "<si><t>男性</t></si>",
    styles: buildStyles([0, "0.0%"]),
    ...more,
  });
const refusal = (reason: string): object => ({ applied: 0, refused: [{ sheet: "フォローアップ R6", cell: "A1", reason }] });

describe("a sheet of ours", () => {
  const sheet = sampleSheet();
  const file = editFile(build(), [addSheet(sheet)]);

  it("reads as it was asked for", () => {
    expect(file.report).toEqual({ applied: 1, refused: [] });
    const made = readWorkbook(file.after).sheets[2]!;
    expect(made.name).toBe(sheet.name);
    expect(readSheetTag(made.cells)).toBe("follow-up R6 0");
    expect(made.cells.map(({ row, col, value, formula, format }) => [row, col, value, formula, format])).toEqual(
      sheet.cells.filter(({ value }) => value !== null).map(({ row, col, value, formula, look }) => [row, col, value, formula, look?.format ?? "General"]),
    );
    expect(made.merges).toEqual(sheet.merges);
    expect(made).toMatchObject({ visibility: "visible", isProtected: false });
  });

  it("looks as it was asked for", () => {
    const look = readSheetLook(file.after, sheet.name)!;
    const at = (row: number, col: number) => look.styles[look.styled.find((cell) => cell.row === row && cell.col === col)!.style];
    expect(at(0, 0)).toMatchObject({ bold: true, size: 18.7, valign: "middle" });
    expect(at(2, 0)).toMatchObject({ bold: true, fill: "#e7e6e6", align: "center", top: "1px solid #000000", left: "1px solid #000000" });
    expect(at(3, 0)).toMatchObject({ wrap: true });
    expect(at(5, 0)).toMatchObject({ color: "#c00000" });
    expect(at(7, 2)).toMatchObject({ bottom: "1px solid #000000", right: "1px solid #000000" });
    expect(look).toMatchObject({ frozenRows: 3, frozenCols: 1, charts: 1, images: 0, marks: [] });
    expect(look.heights.get(0)).toBe(35);
    expect(textOf(file.after, "xl/styles.xml")).toContain('<font><b/><sz val="14"/><name val="游ゴシック"/></font>');
  });

  it("has its elements in the order of the schema, and goes onto A4 in width", () => {
    const text = textOf(file.after, SHEET)!;
    const order = ["sheetPr", "dimension", "sheetViews", "cols", "sheetData", "mergeCells", "hyperlinks", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "drawing"];
    const places = order.map((local) => text.indexOf(`<${local}`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F9"/>');
    expect(text).toContain('<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/>');
    expect(text).toContain("<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>");
    expect(text).toContain('<rowBreaks count="1" manualBreakCount="1"><brk id="9" max="16383" man="1"/></rowBreaks>');
    expect(text).toContain('<hyperlink ref="A4" location="\'実績\'!B3"/>');
    expect(textOf(file.after, "xl/worksheets/_rels/sheet3.xml.rels")).not.toContain("External");
  });

  it("has a line chart with references, what they show, and a gap where there is no figure", () => {
    const text = textOf(file.after, "xl/charts/chart1.xml")!;
    expect(text).toContain("<c:f>'フォローアップ R6'!$C$4:$F$4</c:f>");
    expect(text).toContain(
      '<c:formatCode>0.0%</c:formatCode><c:ptCount val="4"/><c:pt idx="0"><c:v>0.25</c:v></c:pt><c:pt idx="2"><c:v>0.5</c:v></c:pt><c:pt idx="3"><c:v>0.625</c:v></c:pt></c:numCache>',
    );
    expect(text).toContain('<c:f>\'フォローアップ R6\'!$C$3:$F$3</c:f><c:strCache><c:ptCount val="4"/><c:pt idx="0"><c:v>R3</c:v></c:pt>');
    expect(text).toContain('<c:dispBlanksAs val="gap"/>');
    expect(text).toContain('<a:ea typeface="游ゴシック"/>');
    expect(text.match(/prstDash val="dash"/g)).toHaveLength(1);
    expect(text).not.toContain("<c:dPt>");
    expect(textOf(file.after, "xl/drawings/drawing1.xml")).toContain("<xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>24</xdr:row>");
  });

  it("shows a target of one year as a dash: a line through one point cannot be seen", () => {
    const lone = sampleSheet("一年", { cells: sheet.cells.map((cell) => (cell.row === 4 && cell.col === 5 ? { ...cell, value: null } : cell)) });
    expect(textOf(editFile(build(), [addSheet(lone)]).after, "xl/charts/chart1.xml")).toContain('<c:dPt><c:idx val="2"/><c:marker><c:symbol val="dash"/>');
  });

  it("stands behind the last one with a number and names of its own, and the user's views stay", () => {
    const names = '<definedName name="_xlnm.Print_Titles" localSheetId="1">計画!$1:$2</definedName><definedName name="率">実績!$A$1</definedName>';
    const bytes = build({ workbookTail: `<definedNames>${names}</definedNames><calcPr calcId="1"/>` });
    const { after, before } = editFile(bytes, [addSheet(sheet), addSheet(sampleSheet("It's 二つ目"))]);
    const text = textOf(after, WORKBOOK)!;
    expect([...text.matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)].map(([, name, id]) => [name, id])).toEqual([
      ["実績", "1"],
      ["計画", "2"],
      ["フォローアップ R6", "3"],
      ["It's 二つ目", "4"],
    ]);
    expect(text).toContain(
      `<definedNames>${names}<definedName name="_xlnm.Print_Titles" localSheetId="2">'フォローアップ R6'!$1:$3</definedName><definedName name="_xlnm.Print_Titles" localSheetId="3">'It''s 二つ目'!$1:$3</definedName></definedNames><calcPr fullCalcOnLoad="1" calcId="1"/>`,
    );
    expect(differingParts(before, after)).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/charts/chart1.xml",
      "xl/charts/chart2.xml",
      "xl/drawings/_rels/drawing1.xml.rels",
      "xl/drawings/_rels/drawing2.xml.rels",
      "xl/drawings/drawing1.xml",
      "xl/drawings/drawing2.xml",
      "xl/sharedStrings.xml",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/_rels/sheet3.xml.rels",
      "xl/worksheets/_rels/sheet4.xml.rels",
      "xl/worksheets/sheet3.xml",
      "xl/worksheets/sheet4.xml",
    ]);
  });

  it("needs no styles, no shared strings, no charts, and is content with little", () => {
    const little: NewSheet = {
      ...sampleSheet("少し"),
      columns: [],
      heights: [],
      merges: [],
      charts: [],
      freeze: null,
      page: { orientation: "portrait", titleRows: null, breaks: [] },
    };
    const { after, report } = editFile(buildWorkbook({ sheets: [{ name: "実績" }], styles: null }), [addSheet(little)]);
    expect(report.applied).toBe(1);
    expect(textOf(after, "xl/worksheets/sheet2.xml")).toContain('t="inlineStr"');
    expect(textOf(after, WORKBOOK)).not.toContain("definedName");
    const styles = textOf(after, "xl/styles.xml")!;
    expect(styles).toMatch(/<fills count="3"><fill><patternFill patternType="none"\/><\/fill><fill><patternFill patternType="gray125"\/><\/fill><fill>/);
  });

  it("keeps the prefix of the workbook, and binds that of the relationships where the root does not", () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const own = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const workbook = `<x:workbook xmlns:x="${main}"><x:sheets><x:sheet name="実績" sheetId="7" xmlns:q="${own}" q:id="rId1"/></x:sheets></x:workbook>`;
    const { after } = editFile(buildWorkbook({ sheets: [{ name: "実績" }], parts: { [WORKBOOK]: workbook } }), [addSheet(sheet)]);
    const text = textOf(after, WORKBOOK)!;
    expect(text).toMatch(new RegExp(`<x:sheet name="フォローアップ R6" sheetId="8" xmlns:r="${own}" r:id="rId\\d+"/></x:sheets><x:definedNames><x:definedName`));
    expect(readWorkbook(after).sheets.map(({ name }) => name)).toEqual(["実績", sheet.name]);
  });

  test.each<[string, Partial<BuiltWorkbook>, string]>([
    ["where the structure is locked", { workbookTail: '<workbookProtection lockStructure="1"/>' }, "protected"],
    ["where the name is taken, whatever its case", { sheets: [{ name: "実績" }, { name: "フォローアップ r6" }] }, "name-taken"],
  ])("is refused %s", (_, more, reason) => {
    const { report, after, before } = editFile(build(more), [addSheet(sheet)]);
    expect(report).toEqual(refusal(reason));
    expect(after).toBe(before);
  });

  it("is refused a second time in one batch under one name", () => {
    expect(editFile(build(), [addSheet(sheet), addSheet(sheet)]).report).toEqual({ applied: 1, refused: [{ sheet: sheet.name, cell: "A1", reason: "name-taken" }] });
  });

  test.each([
    ["a long name", { name: "あ".repeat(32) }],
    ["no name", { name: "" }],
    ["a name Excel does not take", { name: "R6/R7" }],
    ["a name in apostrophes", { name: "'R6'" }],
    ["cells out of order", { cells: [...sampleSheet().cells].reverse() }],
    ["merges that overlap", { merges: [0, 1].map((left) => ({ top: 20, left, bottom: 20, right: left + 1 })) }],
    ["a value under a merge", { merges: [{ top: 2, left: 0, bottom: 3, right: 0 }] }],
  ] satisfies [string, Partial<NewSheet>][])("is no sheet with %s, which is the caller's mistake", (_, more) => {
    expect(() => editFile(build(), [addSheet({ ...sheet, ...more })])).toThrow(/name|order|merge/);
  });
});

describe("a sheet of ours that goes", () => {
  const sheet = sampleSheet();

  it("leaves the very bytes there were, when it came in the same session", async () => {
    const bytes = build();
    const host = new FileHost(bytes, "実績.xlsx");
    await host.apply([addSheet(sheet)]);
    expect(await host.apply([setCell("B9", "育児", { sheet: sheet.name }), markCells(["A9"], [], sheet.name)])).toMatchObject({ applied: 2, refused: [] });
    expect(await host.apply([removeSheet(sheet)])).toEqual(refusal("changed"));
    await host.apply([setCell("B9", null, { sheet: sheet.name, was: "育児" }), unmark(sheet.name)]);
    expect(await host.apply([removeSheet(sheet)])).toEqual({ applied: 1, refused: [] });
    expect(host.bytes()).toBe(bytes);
  });

  it("takes out all its parts and names, and leaves styles and texts nobody refers to", () => {
    const added = editFile(build(), [addSheet(sheet)]);
    const gone = editAgain(added, [removeSheet(sheet)]);
    expect(gone.report).toEqual({ applied: 1, refused: [] });
    expect(differingParts(added.before, gone.after)).toEqual(["xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]);
    expect(textOf(gone.after, WORKBOOK)).toBe(textOf(added.before, WORKBOOK)!.replace("</sheets>", '</sheets><calcPr fullCalcOnLoad="1"/>'));
    const again = editAgain(gone, [addSheet(sheet)]);
    expect(textOf(again.after, "xl/styles.xml")).toBe(textOf(added.after, "xl/styles.xml"));
  });

  it("leaves what counts sheets meaning the same ones, and shows another where it was shown", () => {
    const added = editFile(build(), [addSheet(sheet), addSheet(sampleSheet("次"))]);
    const views = textOf(added.after, WORKBOOK)!.replace("<sheets>", '<bookViews><workbookView firstSheet="3" activeTab="2"/><workbookView activeTab="3"/></bookViews><sheets>');
    const parts = Object.fromEntries(added.after.zip.entries.map(({ name }) => [name, textOf(added.after, name)!]));
    const gone = editFile(buildWorkbook({ parts: { ...parts, [WORKBOOK]: views } }), [removeSheet(sheet)]);
    const text = textOf(gone.after, WORKBOOK)!;
    expect(text).toContain('<workbookView firstSheet="2" activeTab="1"/><workbookView activeTab="2"/>');
    expect(text).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="2">');
    expect(text).not.toContain('localSheetId="3"');
    expect(readWorkbook(gone.after).sheets.map(({ name }) => name)).toEqual(["実績", "計画", "次"]);
  });

  it("leaves its name free only after the batch, and takes no other edit with it", async () => {
    const host = new FileHost(editFile(build(), [addSheet(sheet)]).after.zip.bytes, "実績.xlsx");
    const next = sampleSheet(sheet.name, { charts: [] });
    const report = await host.apply([removeSheet(sheet), addSheet(next), setCell("A9", 4, { was: 3, sheet: sheet.name })]);
    expect(report).toEqual({
      applied: 1,
      refused: [
        { sheet: sheet.name, cell: "A1", reason: "name-taken" },
        { sheet: sheet.name, cell: "A9", reason: "not-found" },
      ],
    });
    expect(await host.apply([addSheet(next)])).toEqual({ applied: 1, refused: [] });
    // What goes over what was written is made from the file as it was opened: one sheet goes, another comes.
    expect(await host.apply([setCell("A9", 4, { was: 3, sheet: sheet.name })])).toMatchObject({ applied: 1 });
    expect(await host.apply([setCell("A9", 5, { was: 4, sheet: sheet.name })])).toMatchObject({ applied: 1 });
    expect(host.opened.entries.has("xl/charts/chart1.xml")).toBe(false);
    const { sheets } = await host.readWorkbook();
    expect(sheets.map(({ name }) => name)).toEqual(["実績", "計画", sheet.name]);
    expect(sheets[2]!.cells.at(-1)).toMatchObject({ row: 8, col: 0, value: 5 });
  });

  test.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ["when somebody wrote into it", (bytes) => editFile(bytes, [setCell("B9", "育児", { sheet: sheet.name })]).after.zip.bytes, "changed"],
    ["when a formula elsewhere refers to it", (bytes) => editFile(bytes, [setCell("B1", 3, { formula: "'フォローアップ R6'!A9*1" })]).after.zip.bytes, "changed"],
    ["when it is not there", () => build(), "not-found"],
  ])("stays %s", (_, change, reason) => {
    const changed = editFile(change(editFile(build(), [addSheet(sheet)]).after.zip.bytes), [removeSheet(sheet)]);
    expect(changed.report).toEqual(refusal(reason));
    expect(changed.after).toBe(changed.before);
  });

  it("stays when the macros have a module for it, which would be left behind", () => {
    const added = editFile(build(), [addSheet(sheet)]).after;
    const parts = Object.fromEntries(added.zip.entries.map(({ name }) => [name, textOf(added, name)!]));
    const project = '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>';
    const opened = (codeName: string): Uint8Array =>
      buildWorkbook({
        parts: {
          ...parts,
          "xl/vbaProject.bin": new Uint8Array([1]),
          "xl/_rels/workbook.xml.rels": parts["xl/_rels/workbook.xml.rels"]!.replace("</Relationships>", project),
          [SHEET]: parts[SHEET]!.replace("<sheetPr>", `<sheetPr${codeName}>`),
        },
        contentTypes: '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      });
    expect(editFile(opened(' codeName="Sheet3"'), [removeSheet(sheet)]).report).toEqual(refusal("changed"));
    expect(editFile(opened(""), [removeSheet(sheet)]).report).toEqual({ applied: 1, refused: [] });
  });

  it("stays when it is the user's", () => {
    const { report } = editFile(build(), [{ kind: "remove-sheet", sheet: "実績", was: "1-0" }]);
    expect(report).toEqual({ applied: 0, refused: [{ sheet: "実績", cell: "A1", reason: "changed" }] });
  });
});
