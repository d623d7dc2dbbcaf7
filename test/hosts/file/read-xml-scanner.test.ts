import fc from "fast-check";
import { XmlScanner } from "../../../src/hosts/file/xml-scanner";
import { decodeAttribute, decodeText, escapeAttribute, escapeText, XmlFault } from "../../../src/hosts/file/xml-text";

function outline(text: string): string {
  const scanner = new XmlScanner(text);
  const seen: string[] = [];
  while (scanner.next()) seen.push(scanner.kind === "open" ? `${scanner.depth}<${scanner.name}` : `${scanner.depth}>${scanner.name}`);
  return seen.join(" ");
}

describe("going through a part tag by tag", () => {
  test.each([
    ["<a><b/></a>", "1<a 2<b 2>b 1>a"],
    ['<?xml version="1.0"?><!-- <x> --><a ><b></b ></a >', "1<a 2<b 2>b 1>a"],
    ['<a x="1>2" y=\'"</a>\'/>', "1<a 1>a"],
    ["<a><![CDATA[<b>]]><?pi <c> ?></a>", "1<a 1>a"],
    ["<x:a><x:b/><y:b/></x:a>", "1<x:a 2<x:b 2>x:b 2<y:b 2>y:b 1>x:a"],
    ["<a>\r\n <b\r\n c = '1' /></a>\n", "1<a 2<b 2>b 1>a"],
  ])("%s", (text, tags) => {
    expect(outline(text)).toBe(tags);
  });

  it("keeps the place of every tag, attribute and value in the source", () => {
    const text = `<a><c  r = "B2" t='s'><v>1</v></c></a>`;
    const scanner = new XmlScanner(text);
    scanner.next();
    scanner.next();
    expect(text.slice(scanner.start, scanner.end)).toBe(`<c  r = "B2" t='s'>`);
    expect(scanner.attributes().map(({ name, start, end, valueStart, valueEnd }) => [name, text.slice(start, end), text.slice(valueStart, valueEnd)])).toEqual([
      ["r", 'r = "B2"', "B2"],
      ["t", "t='s'", "s"],
    ]);
    scanner.skip();
    expect(text.slice(scanner.start, scanner.end)).toBe("</c>");
  });

  it("reads text with entities, line ends, CDATA and comments, and passes children over", () => {
    const scanner = new XmlScanner("<t>A&amp;B\r\nC&#10;&#x3042;<!-- x --><![CDATA[<&>]]><r>ふりがな</r>終</t>");
    scanner.next();
    expect(scanner.readText()).toBe("A&B\nC\nあ<&>終");
    expect(scanner.next()).toBe(false);
  });

  it("reads attributes by name, by any prefix and as flags", () => {
    const scanner = new XmlScanner('<sheet name="A&amp;B" rel:id="rId1" hidden="true" xid="no"/>');
    scanner.next();
    expect([scanner.attribute("name"), scanner.prefixedAttribute("id"), scanner.attribute("id"), scanner.flag("hidden"), scanner.flag("shown", true)]).toEqual([
      "A&B",
      "rId1",
      undefined,
      true,
      true,
    ]);
  });

  it("knows elements of the root's namespace by its prefix", () => {
    const scanner = new XmlScanner("<x:worksheet><x:row/><row/></x:worksheet>");
    const are: boolean[] = [];
    while (scanner.next()) if (scanner.kind === "open") are.push(scanner.is("row"));
    expect(are).toEqual([false, true, false]);
  });

  it("stops at the children it was asked for", () => {
    const scanner = new XmlScanner("<a><b><c/></b><d/></a>");
    scanner.next();
    const names: string[] = [];
    while (scanner.nextChild(1)) names.push(scanner.name);
    expect(names).toEqual(["b", "d"]);
  });
});

describe("text that is no XML for a workbook", () => {
  test.each([
    ["an element that does not close", "<a><b></a>"],
    ["a root that does not close", "<a><b/>"],
    ["a tag that does not end", "<a><b x="],
    ["a value that does not end", '<a x="1'],
    ["two roots", "<a/><b/>"],
    ["a close tag too many", "<a/></a>"],
    ["nothing", ""],
    ["no element", "2022,12"],
    ["a comment that does not end", "<a><!-- </a>"],
    ["a close tag of a longer name", "<a></ab>"],
    ["a tag in a tag", "<a <b/></a>"],
  ])("%s", (_, text) => {
    expect(() => outline(text)).toThrow(expect.objectContaining({ name: "XmlFault", kind: "not-well-formed" }));
  });

  it("refuses a document type declaration, before or after a comment", () => {
    for (const text of ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<?xml version='1.0'?><!-- x --><!DOCTYPE a><a/>"])
      expect(() => outline(text)).toThrow(expect.objectContaining({ kind: "dtd" }));
  });

  it("refuses entities nobody declared and attributes that are none", () => {
    expect(() => decodeText("&b;", 0, 3)).toThrow(XmlFault);
    expect(() => decodeText("A & B", 0, 5)).toThrow(XmlFault);
    const scanner = new XmlScanner("<a b/>");
    scanner.next();
    expect(() => scanner.attribute("c")).toThrow(XmlFault);
  });

  it("ends on every text, by its end or by a fault", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("<a>", "</a>", "<b/>", "<", ">", "/", '"', "x='", "<!--", "-->", "<![CDATA[", "]]>", "<?", "&", "あ"), { maxLength: 12 }), (pieces) => {
        try {
          outline(pieces.join(""));
        } catch (error) {
          return error instanceof XmlFault;
        }
        return true;
      }),
    );
  });
});

describe("text put into XML", () => {
  it("comes back the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "\n", "\r", "\t", "あ", "&amp;", "]]>", "𠮷") }), (text) => {
        const inner = escapeText(text);
        const value = escapeAttribute(text);
        return decodeText(inner, 0, inner.length) === text && decodeAttribute(value, 0, value.length) === text;
      }),
    );
  });
});
