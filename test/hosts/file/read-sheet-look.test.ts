import { writeRange } from "../../../src/model/cell";
import { readCellStyles } from "../../../src/hosts/file/cell-styles";
import { tintColor } from "../../../src/hosts/file/colors";
import { openWorkbookFile } from "../../../src/hosts/file/open-workbook-file";
import { readSheetLook, type SheetLook } from "../../../src/hosts/file/sheet-look";
import { buildWorkbook, type BuiltSheet, type BuiltWorkbook } from "../../support/xlsx-builder";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Cell formats of one font, fill, border and alignment each, beside the plain ones. */
function styles(format: { font?: string; fill?: string; border?: string; xf?: string; tail?: string; fontName?: string }): string {
  const name = format.fontName ?? "游ゴシック";
  return (
    `<styleSheet xmlns="${main}"><fonts><font><sz val="11"/><color theme="1"/><name val="${name}"/></font><font><sz val="11"/>${format.font ?? ""}<name val="${name}"/></font></fonts>` +
    `<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill>${format.fill ?? '<patternFill patternType="none"/>'}</fill></fills>` +
    `<borders><border><left/><right/><top/><bottom/><diagonal/></border><border>${format.border ?? ""}</border></borders>` +
    `<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1">${format.xf ?? ""}</xf></cellXfs>${format.tail ?? ""}</styleSheet>`
  );
}

const look = (sheet: Partial<BuiltSheet>, more: Partial<BuiltWorkbook> = {}): SheetLook =>
  readSheetLook(openWorkbookFile(buildWorkbook({ styles: styles({ font: "<b/>" }), ...more, sheets: [{ name: "実績", ...sheet }] }), "実績.xlsx"), "実績")!;
const styleOf = (format: Parameters<typeof styles>[0], parts: BuiltWorkbook = {}): unknown =>
  readCellStyles(openWorkbookFile(buildWorkbook({ ...parts, styles: styles(format) }), "実績.xlsx")).looks[1];

describe("how a cell looks", () => {
  test.each<[string, Parameters<typeof styles>[0], object]>([
    ["nothing set", {}, {}],
    ["bold, in red", { font: '<b/><color rgb="FFFF0000"/>' }, { bold: true, color: "#ff0000", valign: "bottom" }],
    ["switches that are off", { font: '<b val="0"/><u val="none"/>' }, {}],
    ["italic, underlined, struck", { font: "<i/><u/><strike/>" }, { italic: true, underline: true, strike: true, valign: "bottom" }],
    ["larger than the default", { font: '<sz val="14"/>' }, { size: 18.7, valign: "bottom" }],
    ["a solid fill", { fill: '<patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill>' }, { fill: "#ddebf7", valign: "bottom" }],
    ["a theme colour", { fill: '<patternFill patternType="solid"><fgColor theme="4"/></patternFill>' }, { fill: "#4472c4", valign: "bottom" }],
    [
      "a theme colour made lighter",
      { fill: '<patternFill patternType="solid"><fgColor theme="4" tint="0.79998168889431442"/></patternFill>' },
      { fill: "#dae3f3", valign: "bottom" },
    ],
    ["the light text colour of the theme", { font: '<color theme="0"/>' }, { color: "#ffffff", valign: "bottom" }],
    ["an indexed colour", { fill: '<patternFill patternType="solid"><fgColor indexed="13"/></patternFill>' }, { fill: "#ffff00", valign: "bottom" }],
    [
      "an indexed colour of the workbook's own",
      {
        fill: '<patternFill patternType="solid"><fgColor indexed="1"/></patternFill>',
        tail: '<colors><indexedColors><rgbColor rgb="00000000"/><rgbColor rgb="00123456"/></indexedColors></colors>',
      },
      { fill: "#123456", valign: "bottom" },
    ],
    ["a pattern", { fill: '<patternFill patternType="mediumGray"/>' }, { fill: "#808080", valign: "bottom" }],
    [
      "a gradient",
      { fill: '<gradientFill><stop position="0"><color rgb="FFAABBCC"/></stop><stop position="1"><color rgb="FFFFFFFF"/></stop></gradientFill>' },
      { fill: "#aabbcc", valign: "bottom" },
    ],
    [
      "borders",
      { border: '<left style="thin"><color indexed="64"/></left><right style="double"><color rgb="FF0000FF"/></right><top/><bottom style="hair"/><diagonal style="thin"/>' },
      { left: "1px solid #000000", right: "3px double #0000ff", bottom: "1px dotted #000000", valign: "bottom" },
    ],
    ["alignment", { xf: '<alignment horizontal="center" vertical="center" wrapText="1"/>' }, { align: "center", valign: "middle", wrap: true }],
    ["distributed and indented", { xf: '<alignment horizontal="distributed" vertical="top" indent="2"/>' }, { align: "justify", valign: "top", wrap: true, indent: 2 }],
    ["written from top to bottom", { xf: '<alignment vertical="center" textRotation="255"/>' }, { valign: "middle", vertical: true }],
    ["a colour that is none", { fill: '<patternFill patternType="solid"><fgColor rgb="url(x)"/></patternFill>', font: '<color auto="1"/>' }, {}],
  ])("%s", (_, format, style) => {
    expect(styleOf(format)).toEqual(style);
  });

  it("takes the colours of the workbook's own theme", () => {
    const theme =
      '<a:theme xmlns:a="urn:a"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="101010"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FEFEFE"/></a:lt1><a:accent1><a:srgbClr val="ABCDEF"/></a:accent1></a:clrScheme><a:fontScheme/></a:themeElements></a:theme>';
    const parts = { workbookRelations: `<Relationship Id="t" Type="${relations}/theme" Target="theme/theme1.xml"/>`, parts: { "xl/theme/theme1.xml": theme } };
    expect(styleOf({ fill: '<patternFill patternType="solid"><fgColor theme="4"/></patternFill>', font: '<color theme="1"/>' }, parts)).toMatchObject({
      fill: "#abcdef",
      color: "#101010",
    });
  });

  test.each([
    ["ffffff", -0.5, "808080"],
    ["000000", 0.5, "808080"],
    ["ff0000", 0, "ff0000"],
    ["ed7d31", -0.25, "c55a11"],
    ["70ad47", 0.4, "a9d18e"],
    ["70ad47", 0.6, "c5e0b4"],
  ])("%s under a tint of %p is %s", (color, tint, tinted) => {
    expect(tintColor(color, tint)).toBe(tinted);
  });
});

describe("sizes, panes and styles of a sheet", () => {
  it("are those of a blank sheet when nothing is written", () => {
    const blank = look({});
    expect(blank).toMatchObject({ defaultWidth: 72, frozenRows: 0, frozenCols: 0, hasGridLines: true, styled: [], charts: 0, images: 0, marks: [] });
    expect([blank.heights.size, blank.widths.size]).toEqual([0, 0]);
    expect(look({}, { styles: styles({ fontName: "Calibri" }) }).defaultWidth).toBe(64);
  });

  it("are read where they are written, hidden ones as 0", () => {
    const seen = look({
      head: '<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="2" ySplit="3" topLeftCell="C4" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18.75" defaultColWidth="9"/><cols><col min="1" max="2" width="20.625" customWidth="1"/><col min="4" max="4" width="9" hidden="1"/><col min="6" max="6" width="9" style="1"/></cols>',
      rows: '<row r="2" ht="30" customHeight="1"/><row r="4" hidden="1"/><row r="5" s="1" customFormat="1"/>',
    });
    expect(seen).toMatchObject({ defaultHeight: 25, defaultWidth: 72, frozenRows: 3, frozenCols: 2, hasGridLines: false });
    expect([...seen.widths]).toEqual([
      [0, 165],
      [1, 165],
      [3, 0],
    ]);
    expect([...seen.heights]).toEqual([
      [1, 40],
      [3, 0],
    ]);
    expect([[...seen.rowStyles], [...seen.colStyles]]).toEqual([[[4, 1]], [[5, 1]]]);
  });

  it("split panes are not frozen", () => {
    expect(look({ head: '<sheetViews><sheetView><pane xSplit="2000" ySplit="1500"/></sheetView></sheetViews>' })).toMatchObject({ frozenRows: 0, frozenCols: 0 });
  });

  it("name the styled cells, empty ones too, in reading order", () => {
    const seen = look({ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/><c s="1"><v>2</v></c></row><row><c s="1"/></row>' });
    expect(seen.styled).toEqual([
      { row: 0, col: 1, style: 1 },
      { row: 0, col: 2, style: 1 },
      { row: 1, col: 0, style: 1 },
    ]);
    expect(seen.styles[1]).toEqual({ bold: true, valign: "bottom" });
  });

  it("a cell may undo the style of its row", () => {
    expect(look({ rows: '<row r="1" s="1" customFormat="1"><c r="A1"/><c r="B1" s="1"/></row>' }).styled).toEqual([
      { row: 0, col: 0, style: 0 },
      { row: 0, col: 1, style: 1 },
    ]);
  });

  it("tell our marks from the conditional formats of others", () => {
    const rule = (ranges: string, formula: string): string =>
      `<conditionalFormatting sqref="${ranges}"><cfRule type="expression" dxfId="0" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
    const seen = look({ tail: rule("A1:A9", "A1&gt;0") + rule("B2:C3 D5", 'AND(TRUE,N("kpi-mark 1")=0)') + '<conditionalFormatting sqref="E1"/>' });
    expect(seen.marks.map(writeRange)).toEqual(["B2:C3", "D5"]);
  });

  it("count charts and pictures, each once", () => {
    const drawing =
      '<xdr:wsDr xmlns:xdr="x" xmlns:c="c" xmlns:mc="m"><xdr:twoCellAnchor><xdr:graphicFrame><c:chart r:id="rId1"/></xdr:graphicFrame></xdr:twoCellAnchor><xdr:twoCellAnchor><xdr:pic/></xdr:twoCellAnchor>' +
      "<mc:AlternateContent><mc:Choice><c:chart/></mc:Choice><mc:Fallback><xdr:pic/></mc:Fallback></mc:AlternateContent></xdr:wsDr>";
    const seen = look(
      { tail: '<drawing r:id="rId1"/>' },
      {
        parts: {
          "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="x"><Relationship Id="rId1" Type="${relations}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
          "xl/drawings/drawing1.xml": drawing,
        },
      },
    );
    expect([seen.charts, seen.images]).toEqual([2, 1]);
  });

  it("there is none for a sheet that is not there", () => {
    expect(readSheetLook(openWorkbookFile(buildWorkbook({}), "実績.xlsx"), "別のシート")).toBeUndefined();
  });

  it("a workbook without styles has no looks", () => {
    expect(look({ rows: '<row r="1"><c r="A1" s="1"/></row>' }, { styles: null })).toMatchObject({ styles: [], styled: [] });
  });
});
