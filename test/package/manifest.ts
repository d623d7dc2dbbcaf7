import { XmlScanner } from "../../src/hosts/file/xml-scanner";
import { decodeText } from "../../src/hosts/file/xml-text";

/** マニフェストの要素 — one element of manifest.xml with its place. */
export interface ManifestElement {
  /** As written, with its prefix: `bt:Image`. */
  readonly name: string;
  /** Names from the root down, with slashes, and the line: what a sentence says to find it again. */
  readonly place: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly ManifestElement[];
  readonly parent: ManifestElement | undefined;
  /** Own text without what surrounds it; empty where there are children. */
  readonly text: string;
}

/** マニフェストを読む — the tree of elements. @throws XmlFault when it is not well-formed */
export function readManifest(xml: string): ManifestElement {
  const scanner = new XmlScanner(xml.replace(/^\uFEFF/, ""));
  const top: ManifestElement[] = [];
  while (scanner.next()) if (scanner.kind === "open") top.push(readElement(scanner, undefined));
  return top[0]!;
}

function readElement(scanner: XmlScanner, parent: ManifestElement | undefined): ManifestElement {
  const { name, depth, end } = scanner;
  const children: ManifestElement[] = [];
  const element = {
    name,
    place: `${parent ? `${parent.place.replace(/ \(.*/, "")}/` : ""}${name} (line ${scanner.text.slice(0, scanner.start).split("\n").length})`,
    attributes: new Map(scanner.attributes().map((span) => [span.name, scanner.attribute(span.name) ?? ""])),
    children,
    parent,
    text: "",
  };
  while (scanner.next() && !(scanner.kind === "close" && scanner.depth === depth)) if (scanner.kind === "open") children.push(readElement(scanner, element));
  if (children.length === 0) element.text = decodeText(scanner.text, end, Math.max(end, scanner.start)).trim();
  return element;
}

/** 全要素 — an element and everything below it. */
export function* allElements(element: ManifestElement): Generator<ManifestElement> {
  yield element;
  for (const child of element.children) yield* allElements(child);
}

/** 子孫を探す — the element at a path of names, the first of each name. */
export function elementAt(element: ManifestElement, path: string): ManifestElement | undefined {
  return path.split("/").reduce<ManifestElement | undefined>((at, name) => at?.children.find((child) => child.name === name), element);
}
