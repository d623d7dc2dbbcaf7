import { zipParts } from "../support/xlsx-builder";
import { findLost, isSheetKept, listDiffering, openPackage } from "./compare-packages";

const sheet = (rows: string, tail = ""): string => `<worksheet><dimension ref="A1:B2"/><sheetData>${rows}</sheetData>${tail}</worksheet>`;
const one = '<row r="1" spans="1:2"><c r="A1" s="3"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>';
const mark = '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="2"><formula>N("kpi-mark missed")=0</formula></cfRule></conditionalFormatting>';
const rule = '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1=0</formula></cfRule></conditionalFormatting>';

describe("a sheet that was written into", () => {
  test.each([
    ["a cell of ours in a row that was there", sheet(one), sheet(one.replace("</row>", '<c r="C1"><v>2</v></c></row>').replace("1:2", "1:3")), ["C1"]],
    ["a row of ours", sheet(one), sheet(`${one}<row r="9"><c r="C9"><v>2</v></c></row>`).replace("A1:B2", "A1:C9"), ["C9"]],
    ["a cell that held something else", sheet(one), sheet(one.replace("<v>1</v>", "<f>2+3</f><v>5</v>")), ["A1"]],
    ["a mark beside the user's rule", sheet(one, rule), sheet(one, rule + mark), []],
  ])("is the same but for %s", (_, before, after, written) => {
    expect(isSheetKept(before, after, new Set(written))).toBe(true);
  });

  test.each([
    ["a cell nobody meant has another value", sheet(one), sheet(one.replace("<v>1</v>", "<v>2</v>")), ["B1"]],
    ["a cell lost its format", sheet(one), sheet(one.replace(' s="3"', "")), ["B1"]],
    ["a cell is gone", sheet(one), sheet(one.replace(/<c r="B1".*?<\/c>/, "")), ["A1"]],
    ["a row lost its height", sheet(one.replace("spans", 'ht="30" spans')), sheet(one), []],
    ["an empty row is gone", sheet(`${one}<row r="5" hidden="1"/>`), sheet(one), []],
    ["the user's rule is gone", sheet(one, rule), sheet(one, mark), []],
    ["what stands behind the cells is gone", sheet(one, '<drawing r:id="rId1"/>'), sheet(one), []],
  ])("is not the same when %s", (_, before, after, written) => {
    expect(isSheetKept(before, after, new Set(written))).toBe(false);
  });
});

test("what was added is no loss, and what is gone or changed is named", () => {
  const before = '<dxfs count="1"><dxf a="1"/></dxfs>';
  expect(findLost(before, '<dxfs count="2"><dxf a="1"/><dxf a="2"/></dxfs>')).toBeUndefined();
  expect(findLost(before, '<dxfs count="1"><dxf a="2"/></dxfs>')).toBe('<dxf a="1">');
  expect(findLost("<names /><x/>", "<names><name/></names><x/>")).toBeUndefined();
  expect(findLost("<names><name/></names>", "<names/>")).toBe("<name>");
});

test("parts are the same when every byte is", () => {
  const parts = { "a.xml": "<a/>", "b.bin": new Uint8Array([1, 2]) };
  const before = openPackage(zipParts(parts));
  expect(listDiffering(before, openPackage(zipParts({ ...parts })))).toEqual([]);
  expect(listDiffering(before, openPackage(zipParts({ ...parts, "b.bin": new Uint8Array([1, 3]), "c.xml": "" })))).toEqual(["b.bin", "c.xml"]);
  expect(listDiffering(before, openPackage(zipParts({ "a.xml": "<a/>" })))).toEqual(["b.bin"]);
});
