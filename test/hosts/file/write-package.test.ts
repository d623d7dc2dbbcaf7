import { FileHost } from "../../../src/hosts/file/file-host";
import { openWorkbookFile } from "../../../src/hosts/file/open-workbook-file";
import { readOwnData } from "../../../src/hosts/file/own-data-reader";
import { readWorkbook } from "../../../src/hosts/file/workbook-reader";
import { writeTarget } from "../../../src/hosts/file/package-editor";
import { rawEntry } from "../../../src/hosts/file/zip";
import { HostRefusal } from "../../../src/hosts/host";
import type { Edit } from "../../../src/model/edit";
import { differingParts, editAgain, editFile, markCells, setCell, textOf, unmark } from "../../support/edit-file";
import { buildParts, buildWorkbook, zipParts, type BuiltWorkbook } from "../../support/xlsx-builder";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET = "xl/worksheets/sheet1.xml";
const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';
const build = (more: Partial<BuiltWorkbook> = {}): Uint8Array =>
  buildWorkbook({
    sheets: [
      { name: "実績", rows: ROWS },
      { name: "別表", rows: ROWS },
    ],
    ...more,
  });
const own = (text: string | null): Edit => ({ kind: "set-own-data", text });
const reasonOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof HostRefusal) return error.reason;
    throw error;
  }
  return "none";
};

describe("parts nobody edits", () => {
  it("are copied as they lie in the archive, in the same order", () => {
    const parts = {
      "xl/media/image1.png": new Uint8Array(2000).map((_, i) => (i * 7919) % 251),
      "xl/vbaProject.bin": new Uint8Array([1, 2, 3]),
      "docProps/app.xml": "<Properties/>",
    };
    const { before, after } = editFile(build({ parts }), [setCell("A2", 1), markCells(["A1"])]);
    expect(differingParts(before, after)).toEqual(["xl/styles.xml", "xl/workbook.xml", SHEET]);
    expect(after.zip.entries.map(({ name }) => name)).toEqual(before.zip.entries.map(({ name }) => name));
    for (const entry of before.zip.entries) {
      const copy = after.entries.get(entry.name.toLowerCase())!;
      expect([copy.time, copy.date, copy.method]).toEqual([entry.time, entry.date, entry.method]);
      if (!["xl/styles.xml", "xl/workbook.xml", SHEET].includes(entry.name))
        expect(Buffer.from(rawEntry(after.zip, copy)).equals(Buffer.from(rawEntry(before.zip, entry)))).toBe(true);
    }
  });

  it("keep the comment of the archive, extra fields, and sizes written behind the data", () => {
    const bytes = withOddHeaders(build());
    const { before, after } = editFile(bytes, [setCell("A2", 1)]);
    expect(differingParts(before, after)).toEqual(["xl/workbook.xml", SHEET]);
    expect(new TextDecoder().decode(after.zip.bytes.slice(-4))).toBe("note");
    expect(Buffer.from(after.zip.bytes).includes(Buffer.from([0x55, 0x54, 1, 0, 7]))).toBe(true);
  });

  it("include folders that have an entry of their own", () => {
    const parts = { "xl/": "", ...buildParts({ sheets: [{ name: "実績", rows: ROWS }] }), "xl/media/": "" };
    const { after } = editFile(zipParts(parts), [setCell("A2", 1)]);
    expect(after.zip.folders.map(({ name }) => name)).toEqual(["xl/", "xl/media/"]);
    expect(after.zip.entries.map(({ name }) => name)).not.toContain("xl/");
  });

  it("mean the very same bytes when nothing is to be changed", async () => {
    const bytes = build();
    const host = new FileHost(bytes, "実績.xlsx");
    expect(host.bytes()).toBe(bytes);
    expect(await host.apply([unmark(), own(null), markCells([]), setCell("A1", 1, { was: 1 })])).toEqual({ applied: 1, refused: [], marks: { 実績: null } });
    expect(host.bytes()).toBe(bytes);
    expect(await host.apply([setCell("A1", 2, { was: 1 })])).toEqual({ applied: 1, refused: [] });
    expect((await host.readWorkbook()).sheets[0]!.cells[0]!.value).toBe(2);
    expect(openWorkbookFile(bytes, "実績.xlsx").zip.bytes).toBe(bytes);
  });

  it("come back whole when everything is taken back", async () => {
    const chain = `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>`;
    const bytes = build({ parts: { "xl/calcChain.xml": chain }, workbookRelations: `<Relationship Id="rId77" Type="${RELATIONS}/calcChain" Target="calcChain.xml"/>` });
    const host = new FileHost(bytes, "実績.xlsx");
    await host.apply([setCell("A2", 0.5, { formula: "A1/2", format: "0.0%" }), setCell("B1", "該当者なし", { sheet: "別表" }), markCells(["A1"])]);
    await host.apply([own('{"journal":1}')]);
    await host.apply([markCells(["A2"])]);
    expect(differingParts(openWorkbookFile(bytes, "x"), host.opened)).toContain("xl/calcChain.xml");
    await host.apply([setCell("A2", null, { was: 0.5, wasFormula: "A1/2", format: "General" }), unmark()]);
    expect(differingParts(openWorkbookFile(bytes, "x"), host.opened).filter((name) => !/customXml|workbook\.xml|Content_Types|calcChain/.test(name))).toEqual([
      "xl/worksheets/sheet2.xml",
    ]);
    expect(await host.apply([setCell("B1", null, { sheet: "別表", was: "該当者なし" })])).toEqual({ applied: 1, refused: [] });
    expect(differingParts(openWorkbookFile(bytes, "x"), host.opened).filter((name) => !name.startsWith("customXml"))).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
    ]);
    await host.apply([own(null)]);
    expect(differingParts(openWorkbookFile(bytes, "x"), host.opened)).toEqual([]);
  });

  it("give the same result whenever the same edit is made", () => {
    const [one, other] = [0, 1].map(() => editFile(build(), [setCell("A2", "x"), markCells(["A1"]), own("{}")]).after.zip.bytes);
    expect(Buffer.from(one!).equals(Buffer.from(other!))).toBe(true);
  });
});

describe("calculation", () => {
  const chain: Partial<BuiltWorkbook> = {
    parts: { "xl/calcChain.xml": `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>` },
    contentTypes: '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>',
    workbookRelations: `<Relationship Id="rId77" Type="${RELATIONS}/calcChain" Target="calcChain.xml"/>`,
  };

  it("loses its kept order with everything that names it", () => {
    const { before, after } = editFile(build(chain), [setCell("A2", 1, { formula: "A1" })]);
    expect(after.entries.has("xl/calcchain.xml")).toBe(false);
    expect(textOf(after, "[Content_Types].xml")).toBe(textOf(before, "[Content_Types].xml")!.replace(/<Override PartName="\/xl\/calcChain.xml"[^>]*>/, ""));
    expect(textOf(after, "xl/_rels/workbook.xml.rels")).toBe(textOf(before, "xl/_rels/workbook.xml.rels")!.replace(/<Relationship Id="rId77"[^>]*>/, ""));
  });

  it("is left alone by marks and by our own data", () => {
    const { before, after } = editFile(build(chain), [markCells(["A1"]), own("x")]);
    expect(differingParts(before, after).filter((name) => /calcChain|workbook\.xml$/.test(name))).toEqual([]);
  });

  test.each([
    ["", '<calcPr fullCalcOnLoad="1"/>'],
    ['<definedNames/><oleSize ref="A1"/>', '<definedNames/><calcPr fullCalcOnLoad="1"/><oleSize ref="A1"/>'],
    ['<calcPr calcId="191029"/>', '<calcPr fullCalcOnLoad="1" calcId="191029"/>'],
    ['<calcPr calcId="191029" fullCalcOnLoad="0"/><extLst/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/><extLst/>'],
    ['<calcPr fullCalcOnLoad="true"/>', '<calcPr fullCalcOnLoad="true"/>'],
  ])("is asked for when the file is opened: %s", (workbookTail, tail) => {
    const { after } = editFile(build({ workbookTail }), [setCell("A2", 1)]);
    expect(textOf(after, "xl/workbook.xml")).toContain(`</sheets>${tail}</workbook>`);
  });
});

describe("what we keep in the workbook", () => {
  const text = '{"journal":["<1>&\\n"]}\r\n改行 \u3000';

  it("is a custom XML item of our own, and goes again without a trace", () => {
    const kept = editFile(build(), [own(text)]);
    expect(readOwnData(kept.after)).toBe(text);
    expect(differingParts(kept.before, kept.after)).toEqual([
      "[Content_Types].xml",
      "customXml/_rels/item1.xml.rels",
      "customXml/item1.xml",
      "customXml/itemProps1.xml",
      "xl/_rels/workbook.xml.rels",
    ]);
    expect(textOf(kept.after, "xl/_rels/workbook.xml.rels")).toContain(`<Relationship Id="rId4" Type="${RELATIONS}/customXml" Target="../customXml/item1.xml"/>`);
    const changed = editAgain(kept, [own("other")]);
    expect(differingParts(kept.after, changed.after)).toEqual(["customXml/item1.xml"]);
    expect(editAgain(changed, [own("other")]).after.zip.bytes).toBe(changed.after.zip.bytes);
    expect(differingParts(kept.before, editAgain(changed, [own(null)]).after)).toEqual([]);
  });

  it("stands beside the items of others", () => {
    const others: Partial<BuiltWorkbook> = {
      parts: {
        "customXml/item1.xml": "<a/>",
        "customXml/itemProps2.xml": "<b/>",
        "customXml/_rels/item1.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
      },
      workbookRelations: `<Relationship Id="rId3" Type="${RELATIONS}/customXml" Target="../customXml/item1.xml"/>`,
    };
    const kept = editFile(build(others), [own(text)]);
    expect(kept.after.entries.has("customxml/item3.xml")).toBe(true);
    expect(readOwnData(kept.after)).toBe(text);
    expect(differingParts(kept.before, editAgain(kept, [own(null)]).after)).toEqual([]);
  });

  it("speaks of its kind where the file declares no kind for XML", () => {
    const parts = buildParts({ sheets: [{ name: "実績", rows: ROWS }] });
    parts["[Content_Types].xml"] = (parts["[Content_Types].xml"] as string)
      .replace(/<Default[^>]*>/g, "")
      .replace("</Types>", '<Override PartName="/_rels/.rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>');
    const { after } = editFile(zipParts(parts), [own(text)]);
    const types = textOf(after, "[Content_Types].xml")!;
    for (const name of ["/customXml/item1.xml", "/customXml/itemProps1.xml", "/customXml/_rels/item1.xml.rels"]) expect(types).toContain(`<Override PartName="${name}"`);
  });

  it("holds no character XML cannot hold", () => {
    const { after } = editFile(build(), [own("a\u0000b\ufffec\ud800")]);
    expect(readOwnData(after)).toBe("a\ufffdb\ufffdc\ufffd");
  });
});

describe("files of other writers", () => {
  it("of the Strict kind keep their addresses", () => {
    const strict = (text: string | Uint8Array): string | Uint8Array =>
      typeof text === "string"
        ? text.replaceAll(RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships").replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        : text;
    const parts = Object.fromEntries(Object.entries(buildParts({ sheets: [{ name: "実績", rows: ROWS }], styles: null })).map(([name, text]) => [name, strict(text)]));
    const { after } = editFile(zipParts(parts), [setCell("A2", 0.5, { format: "0%" }), markCells(["A1"]), own("x")]);
    expect(textOf(after, "xl/styles.xml")).toContain('<styleSheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">');
    expect(textOf(after, "xl/_rels/workbook.xml.rels")).toContain('Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="styles.xml"');
    expect(textOf(after, "customXml/itemProps1.xml")).toContain('xmlns:ds="http://purl.oclc.org/ooxml/officeDocument/customXml"');
    expect([readOwnData(after), readWorkbook(after).sheets[0]!.cells.length]).toEqual(["x", 2]);
  });

  it("with parts in UTF-16 and with byte order marks keep their encoding", () => {
    const parts = buildParts({ sheets: [{ name: "実績", rows: ROWS }] });
    const xml = (parts[SHEET] as string).replace("UTF-8", "UTF-16");
    parts[SHEET] = new Uint8Array(Buffer.from(`\ufeff${xml}`, "utf16le"));
    parts["xl/workbook.xml"] = `\ufeff${parts["xl/workbook.xml"] as string}`;
    const { after } = editFile(zipParts(parts), [setCell("A2", "該当者なし"), markCells(["A1"])]);
    const bytes = Buffer.from(editFile(after.zip.bytes, []).after.zip.bytes);
    expect(bytes.length).toBeGreaterThan(0);
    const sheet = after.entries.get(SHEET.toLowerCase())!;
    expect(readWorkbook(after).sheets[0]!.cells.map(({ value }) => value)).toEqual([1, "該当者なし"]);
    expect(sheet.size % 2).toBe(0);
    expect(differingParts(editAgain(editFile(zipParts(parts), [markCells(["A1"])]), [unmark()]).after, openWorkbookFile(zipParts(parts), "x"))).toEqual(["xl/styles.xml"]);
  });
});

describe("a signed file", () => {
  const parts = buildParts({ sheets: [{ name: "実績", rows: ROWS }] });
  parts["_rels/.rels"] = (parts["_rels/.rels"] as string).replace(
    "</Relationships>",
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
  );
  parts["_xmlsignatures/origin.sigs"] = new Uint8Array(0);
  const bytes = zipParts(parts);

  it("is edited only when its signature may be broken", () => {
    expect(reasonOf(() => editFile(bytes, [setCell("A2", 1)]))).toBe("signed");
    expect(editFile(bytes, [setCell("A2", 1)], { allowSigned: true }).report.applied).toBe(1);
  });

  it("may be looked at, and edits that change nothing are no edits", () => {
    expect(reasonOf(() => editFile(bytes, [unmark(), setCell("A1", 5, { was: 7 })]))).toBe("none");
  });
});

test.each([
  ["xl/workbook.xml", "xl/styles.xml", "styles.xml"],
  ["xl/workbook.xml", "customXml/item1.xml", "../customXml/item1.xml"],
  ["workbook.xml", "customXml/item1.xml", "customXml/item1.xml"],
  ["a/b/c.xml", "a/d/e.xml", "../d/e.xml"],
])("%s names %s as %s", (from, to, target) => {
  expect(writeTarget(from, to)).toBe(target);
});

/** The archive as other zip programs write it: sizes behind the data, a time stamp of their own in the extra field, a comment. */
function withOddHeaders(bytes: Uint8Array): Uint8Array {
  const { entries } = openWorkbookFile(bytes, "x").zip;
  const extra = Buffer.from([0x55, 0x54, 1, 0, 7]);
  const local: Buffer[] = [];
  const records: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(0x0808, 6);
    head.writeUInt16LE(entry.method, 8);
    head.writeUInt16LE(name.length, 26);
    head.writeUInt16LE(extra.length, 28);
    const behind = Buffer.alloc(16);
    behind.writeUInt32LE(0x08074b50, 0);
    behind.writeUInt32LE(entry.crc, 4);
    behind.writeUInt32LE(entry.compressedSize, 8);
    behind.writeUInt32LE(entry.size, 12);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(20, 6);
    record.writeUInt16LE(0x0808, 8);
    record.writeUInt16LE(entry.method, 10);
    behind.copy(record, 16, 4);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt32LE(at, 42);
    const piece = Buffer.concat([head, name, extra, bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedSize), behind]);
    local.push(piece);
    records.push(Buffer.concat([record, name, extra]));
    at += piece.length;
  }
  const end = Buffer.alloc(22);
  const size = records.reduce((sum, { length }) => sum + length, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(4, 20);
  return new Uint8Array(Buffer.concat([...local, ...records, end, Buffer.from("note")]));
}
