import { cellKey } from "../../../src/hosts/cell-key";
import { openWorkbookFile } from "../../../src/hosts/file/open-workbook-file";
import { readSharedStrings } from "../../../src/hosts/file/shared-strings";
import { readSheet } from "../../../src/hosts/file/sheet-reader";
import { readCellFormats } from "../../../src/hosts/file/styles";
import { verifyResult, type Expected } from "../../../src/hosts/file/verify-result";
import { readWorkbookDirectory } from "../../../src/hosts/file/workbook-directory";
import { HostRefusal } from "../../../src/hosts/host";
import { differingParts, editFile, markCells, setCell, textOf } from "../../support/edit-file";
import { addSheet, sampleSheet } from "../../support/sample-sheet";
import { buildParts, zipParts } from "../../support/xlsx-builder";

const SHEET = "xl/worksheets/sheet1.xml";
const ROWS = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>';
const parts = buildParts({ sheets: [{ name: "実績", rows: ROWS }], sharedStrings: "<si><t>男性</t></si>", parts: { "xl/media/image1.png": new Uint8Array([1, 2, 3]) } });
const before = openWorkbookFile(zipParts(parts), "実績.xlsx");
const entry = readWorkbookDirectory(before).sheets[0]!;
const was = readSheet(before, entry, { strings: readSharedStrings(before), formats: readCellFormats(before), date1904: false });
const changed = (text: string): Uint8Array => zipParts({ ...parts, [SHEET]: (parts[SHEET] as string).replace(ROWS, text) });
const written = new Map([[cellKey(0, 0), { row: 0, col: 0, value: 2, formula: null }]]);
const expected = (more: Partial<Expected["sheets"][number]> = {}): Expected => ({
  touched: new Set([SHEET]),
  sheets: [{ entry, before: was, written, marks: undefined, ...more }],
  tabs: ["実績"],
  added: [],
  ownData: undefined,
});
const isRight = (bytes: Uint8Array, what: Expected): boolean => {
  try {
    verifyResult(before, bytes, what);
    return true;
  } catch (error) {
    if (error instanceof HostRefusal && error.reason === "cannot-write") return false;
    throw error;
  }
};

describe("a result opened again", () => {
  const good = '<row r="1"><c r="A1"><v>2</v></c><c r="B1" t="s"><v>0</v></c></row>';
  test.each<{ because: string; bytes: Uint8Array; what: Expected; right: boolean }>([
    { because: "holds what was written", bytes: changed(good), what: expected(), right: true },
    { because: "holds another value", bytes: changed(good.replace(">2<", ">3<")), what: expected(), right: false },
    { because: "lost the cell", bytes: changed('<row r="1"><c r="B1" t="s"><v>0</v></c></row>'), what: expected(), right: false },
    { because: "changed a cell beside", bytes: changed(good.replace('t="s"><v>0', 't="b"><v>0')), what: expected(), right: false },
    { because: "gained a cell", bytes: changed(good.replace("</row>", '<c r="C1"><v>1</v></c></row>')), what: expected(), right: false },
    {
      because: "changed a part nobody edited",
      bytes: zipParts({ ...parts, [SHEET]: (parts[SHEET] as string).replace(ROWS, good), "xl/media/image1.png": new Uint8Array([1, 2, 4]) }),
      what: expected(),
      right: false,
    },
    {
      because: "lost a part",
      bytes: zipParts(Object.fromEntries(Object.entries({ ...parts, [SHEET]: (parts[SHEET] as string).replace(ROWS, good) }).filter(([name]) => !name.includes("media")))),
      what: expected(),
      right: false,
    },
    { because: "lacks its mark", bytes: changed(good), what: expected({ marks: 1 }), right: false },
    { because: "lacks our own data", bytes: changed(good), what: { ...expected(), ownData: "{}" }, right: false },
  ])("is handed out only if it is right: it $because", ({ bytes, what, right }) => {
    expect(isRight(bytes, what)).toBe(right);
  });

  const sheet = sampleSheet();
  const added = editFile(zipParts(parts), [addSheet(sheet)]).after;
  const addedParts = Object.fromEntries(added.zip.entries.map(({ name }) => [name, textOf(added, name)!]));
  const changedIn = (part: string, from: string, to: string): Uint8Array =>
    zipParts({ ...addedParts, "xl/media/image1.png": new Uint8Array([1, 2, 3]), [part]: addedParts[part]!.replace(from, to) });
  const touched = new Set(differingParts(before, added));
  test.each([
    ["is as it was asked for", "xl/worksheets/sheet2.xml", "", "", true],
    ["holds another value", "xl/worksheets/sheet2.xml", "<v>12.5</v>", "<v>12.6</v>", false],
    ["lost a cell", "xl/worksheets/sheet2.xml", '<c r="A9"><v>3</v></c>', "", false],
    ["has another formula", "xl/worksheets/sheet2.xml", "kpi-sheet follow-up R6 0", "kpi-sheet follow-up R6 1", false],
    ["lost its merge", "xl/worksheets/sheet2.xml", '<mergeCells count="1"><mergeCell ref="A7:C8"/></mergeCells>', "", false],
    ["has another number format", "xl/styles.xml", "#,##0.0&quot;日&quot;", "#,##0.00&quot;日&quot;", false],
    ["lost its chart", "xl/drawings/drawing1.xml", "<c:chart ", "<c:table ", false],
    ["stands under another name", "xl/workbook.xml", 'name="フォローアップ R6"', 'name="フォローアップ R7"', false],
  ])("a sheet that was added %s", (_, part, from, to, right) => {
    expect(addedParts[part]).toContain(from);
    expect(isRight(changedIn(part, from, to), { touched, sheets: [], tabs: ["実績", sheet.name], added: [sheet], ownData: undefined })).toBe(right);
  });
});

/** Children of a worksheet, all of them, in the order of ECMA-376 Part 1, CT_Worksheet. */
const ORDER =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
    " ",
  );

test.each(ORDER.filter((name) => name !== "sheetData").map((name) => [name]))("a mark keeps the order of the schema beside %s", (name) => {
  const isBefore = ORDER.indexOf(name) < ORDER.indexOf("sheetData");
  const built = buildParts({ sheets: [{ name: "実績", rows: ROWS, ...(isBefore ? { head: `<${name}/>` } : { tail: `<${name}/>` }) }], sharedStrings: "<si><t>男性</t></si>" });
  const { after } = editFile(zipParts(built), [markCells(["A1"]), setCell("C3", 1)]);
  const children = [
    ...textOf(after, SHEET)!
      .replace(/<sheetData>.*<\/sheetData>/su, "<sheetData/>")
      .replace(/<conditionalFormatting sqref.*?<\/conditionalFormatting>/gsu, "<conditionalFormatting/>")
      .matchAll(/<(\w+)\/>/g),
  ].map(([, child]) => ORDER.indexOf(child!));
  expect(children).toEqual([...children].sort((a, b) => a - b));
  expect(children).toContain(ORDER.indexOf("conditionalFormatting"));
});
