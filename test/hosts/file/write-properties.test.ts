import fc from "fast-check";
import { openWorkbookFile } from "../../../src/hosts/file/open-workbook-file";
import { readWorkbook } from "../../../src/hosts/file/workbook-reader";
import type { Cell } from "../../../src/model/cell";
import { writeAddress } from "../../../src/model/cell";
import type { Edit } from "../../../src/model/edit";
import type { Sheet } from "../../../src/model/workbook";
import { differingParts, editAgain, editFile, unmark, type EditedFile } from "../../support/edit-file";
import { buildStyles, buildWorkbook } from "../../support/xlsx-builder";

const STRINGS = ["男性", "該当者なし", "７人／８人", " 空白 ", "_x0041_", ""];
const FORMATS = ["0.0%", '0"人"', "0%", '[$-411]ggge"年"'];

/** A cell element as some writer or other would write it; `r` is left out where the address follows from its place. */
const cellXml = fc.oneof(
  { weight: 2, arbitrary: fc.constant("") },
  fc.constantFrom<string>('s="1"', 's="2" ph="1"').map((attributes) => `<c @ ${attributes}/>`),
  fc.tuple(fc.integer({ min: 0, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true })).map(([style, value]) => `<c @ s="${style}"><v>${value}</v></c>`),
  fc.integer({ min: 0, max: STRINGS.length - 1 }).map((index) => `<c @ t="s"><v>${index}</v></c>`),
  fc.constantFrom(
    '<c @ t="b"><v>1</v></c>',
    '<c @ t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    '<c @ t="inlineStr"><is><r><t>計</t></r><rPh sb="0" eb="1"><t>ケイ</t></rPh></is></c>',
    '<c @ t="str" s="1"><f>B1&amp;"人"</f><v>3人</v></c>',
  ),
  fc.constant('<c @><f t="shared" si="0"/><v>1</v></c>'),
);

/** Rows of up to six cells, some without addresses, some rows missing; the first cell of the sheet may lend its formula. */
const sheetData = fc
  .record({
    rows: fc.array(
      fc.option(
        fc.record({ cells: fc.array(cellXml, { maxLength: 6 }), isBare: fc.boolean(), attributes: fc.constantFrom("", ' spans="1:6"', ' s="2" customFormat="1"', ' hidden="1"') }),
      ),
      { maxLength: 7 },
    ),
    gap: fc.constantFrom("", "\r\n", "\n  "),
  })
  .map(({ rows, gap }) => {
    const master = `<row r="1"><c r="A1"><f t="shared" ref="A1:F9" si="0">H1/$H$2</f><v>0.5</v></c></row>`;
    const written = rows.map((row, index) => {
      if (!row) return "";
      const cells = row.cells
        .map((cell, col) => cell.replace("@", row.isBare && row.cells.slice(0, col + 1).every((one) => one !== "") ? "" : `r="${writeAddress(index + 1, col)}"`))
        .join(gap);
      return cells === "" ? `<row r="${index + 2}"${row.attributes}/>` : `<row r="${index + 2}"${row.attributes}>${cells}</row>`;
    });
    return [master, ...written].join(gap);
  });

const tail = fc.constantFrom(
  "",
  '<mergeCells count="1"><mergeCell ref="B3:C4"/></mergeCells>',
  '<conditionalFormatting sqref="A1:F9"><cfRule type="expression" dxfId="0" priority="3"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>\n<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>',
);
const file = fc.record({ rows: sheetData, tail, hasStrings: fc.boolean(), hasStyles: fc.boolean() }).map(({ rows, tail: after, hasStrings, hasStyles }) => {
  const items = STRINGS.map((text) => `<si><t xml:space="preserve">${text.replace("_x", "_x005F_x")}</t></si>`).join("");
  // A file refers to no string and no format it does not have.
  const own = (hasStrings ? rows : rows.replace(/ t="s"/g, "")).replace(/ s="\d"/g, hasStyles ? "$&" : "");
  const sheets = [{ name: "実績", rows: own, tail: after, head: '<dimension ref="A1:B2"/>' }];
  return buildWorkbook({
    sheets,
    styles: hasStyles ? buildStyles([0, "0.0%", 9, '0"人"'], '<dxfs count="1"><dxf/></dxfs>') : null,
    ...(hasStrings ? { sharedStrings: items } : {}),
  });
});

/** A sheet knows one zero. */
const double = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
const value = fc.oneof(double, fc.integer(), fc.string({ unit: "grapheme" }), fc.constantFrom<string | null>("該当者なし", " ", null));
const change = fc.record({
  row: fc.integer({ min: 0, max: 9 }),
  col: fc.integer({ min: 0, max: 7 }),
  value,
  formula: fc.option(fc.constantFrom("A1/B1", 'IF(C1=0,"該当者なし",C1)')),
  format: fc.option(fc.constantFrom(...FORMATS)),
});
const changes = fc.uniqueArray(change, { maxLength: 8, selector: ({ row, col }) => row * 100 + col });
const marked = fc.array(fc.record({ row: fc.integer({ min: 0, max: 9 }), col: fc.integer({ min: 0, max: 7 }), isNumeric: fc.boolean() }), { maxLength: 8 });

const sheetOf = (bytes: Uint8Array): Sheet => readWorkbook(openWorkbookFile(bytes, "x")).sheets[0]!;
const cellsOf = (sheet: Sheet): ReadonlyMap<string, Cell> => new Map(sheet.cells.map((cell) => [writeAddress(cell.row, cell.col), cell]));

function editsFor(sheet: Sheet, wanted: typeof changes extends fc.Arbitrary<infer T> ? T : never): Edit[] {
  const cells = cellsOf(sheet);
  return wanted.map(({ row, col, value: now, formula, format }) => {
    const was = cells.get(writeAddress(row, col));
    return { kind: "set-cell", sheet: "実績", row, col, was: { value: was?.value ?? null, formula: was?.formula ?? null }, formula, value: now, format };
  });
}

function markOf(cells: readonly { row: number; col: number; isNumeric: boolean }[]): Edit {
  const range = ({ row, col }: { row: number; col: number }) => ({ top: row, left: col, bottom: row, right: col });
  return { kind: "mark", sheet: "実績", ranges: cells.map(range), numeric: cells.filter(({ isNumeric }) => isNumeric).map(range) };
}

const contents = (sheet: Sheet): unknown[] => sheet.cells.map(({ row, col, value: now, formula, error }) => [row, col, now, formula, error]);

describe("edits of any sheet", () => {
  it("write what they say and nothing else, and a second time nothing more", () => {
    fc.assert(
      fc.property(file, changes, (bytes, wanted) => {
        const before = sheetOf(bytes);
        const edits = editsFor(before, wanted);
        const once = editFile(bytes, edits);
        const after = cellsOf(sheetOf(once.after.zip.bytes));
        const refused = new Set(once.report.refused.map(({ cell }) => cell));
        const written = new Set(wanted.map(({ row, col }) => writeAddress(row, col)).filter((cell) => !refused.has(cell)));
        for (const { row, col, value: now, formula } of wanted) {
          const cell = after.get(writeAddress(row, col));
          if (!written.has(writeAddress(row, col))) continue;
          expect([cell?.value ?? null, cell?.formula ?? null]).toEqual([formula === null && now === "" ? null : now, formula]);
        }
        for (const [address, cell] of cellsOf(before)) if (!written.has(address)) expect(after.get(address)).toEqual(cell);
        expect([...after.keys()].filter((address) => !written.has(address)).length).toBe([...cellsOf(before).keys()].filter((address) => !written.has(address)).length);
        const same = editAgain(
          once,
          editsFor(sheetOf(once.after.zip.bytes), wanted).filter((edit) => edit.kind === "set-cell" && written.has(writeAddress(edit.row, edit.col))),
        );
        expect(contents(sheetOf(same.after.zip.bytes))).toEqual(contents(sheetOf(once.after.zip.bytes)));
        expect(same.after.zip.bytes.length).toBe(once.after.zip.bytes.length);
      }),
      { numRuns: 60 },
    );
  });

  it("are undone by writing back what was there", () => {
    fc.assert(
      fc.property(file, changes, (bytes, wanted) => {
        const before = sheetOf(bytes);
        const edits = editsFor(before, wanted);
        const once = editFile(bytes, edits);
        const refused = new Set(once.report.refused.map(({ cell }) => cell));
        const cells = cellsOf(before);
        const back = edits.flatMap((edit): Edit[] => {
          if (edit.kind !== "set-cell" || refused.has(writeAddress(edit.row, edit.col))) return [];
          const cell = cells.get(writeAddress(edit.row, edit.col));
          // A truth value or an error cannot be typed back through an edit.
          if (typeof cell?.value === "boolean" || cell?.error !== undefined) return [{ ...edit, was: { value: edit.value, formula: edit.formula } }];
          return [{ ...edit, was: { value: edit.value, formula: edit.formula }, value: cell?.value ?? null, formula: cell?.formula ?? null, format: cell?.format ?? null }];
        });
        const undone = editAgain(once, back);
        expect(undone.report.refused).toEqual([]);
        const kept = (sheet: Sheet): unknown[] =>
          contents({
            ...sheet,
            cells: sheet.cells.filter(({ row, col }) => typeof cells.get(writeAddress(row, col))?.value !== "boolean" && cells.get(writeAddress(row, col))?.error === undefined),
          });
        expect(kept(sheetOf(undone.after.zip.bytes))).toEqual(kept(before));
      }),
      { numRuns: 60 },
    );
  });
});

describe("marks of any sheet", () => {
  const unstyled = (file: EditedFile, after: EditedFile): string[] =>
    differingParts(file.before, after.after).filter((name) => !/styles|workbook\.xml\.rels|Content_Types/.test(name));

  it("come off to the byte, and a second time change nothing", () => {
    fc.assert(
      fc.property(file, marked, marked, (bytes, first, second) => {
        const once = editFile(bytes, [markOf(first)]);
        expect(differingParts(once.after, editAgain(once, [markOf(first)]).after)).toEqual([]);
        const again = editAgain(once, [markOf(second)]);
        expect(unstyled(once, editAgain(again, [unmark()]))).toEqual([]);
        expect(contents(sheetOf(again.after.zip.bytes))).toEqual(contents(sheetOf(bytes)));
      }),
      { numRuns: 60 },
    );
  });
});
