import type { Splice } from "./splice";
import type { XmlScanner } from "./xml-scanner";

/** 要素の並び — an element that holds items of one kind, with a count it may state, and where more can be put. */
export interface XmlList {
  /** Name as written, with its prefix. */
  readonly name: string;
  readonly start: number;
  readonly openEnd: number;
  readonly selfClosing: boolean;
  readonly end: number;
  readonly items: readonly { readonly start: number; readonly end: number }[];
  /** Right behind the last item, so that an extension list stays last. */
  readonly appendAt: number;
  /** Values of the attributes that count, by attribute name. */
  readonly counts: ReadonlyMap<string, { readonly start: number; readonly end: number; readonly value: number }>;
}

/**
 * 並びを読む — from the open tag of the list to its close tag; `each` may read an item but leaves the scanner on its close tag.
 *
 * shape  every child but an extension list is an item
 */
export function readList(scanner: XmlScanner, each: (scanner: XmlScanner, start: number) => void = (it) => it.skip()): XmlList {
  const { name, start, end: openEnd, selfClosing, depth } = scanner;
  const counts = new Map(
    scanner
      .attributes()
      .filter((attribute) => /count$/i.test(attribute.name))
      .map(({ name: attribute, valueStart, valueEnd }) => [attribute, { start: valueStart, end: valueEnd, value: Number(scanner.text.slice(valueStart, valueEnd)) }]),
  );
  const items: { start: number; end: number }[] = [];
  let appendAt = openEnd;
  while (scanner.nextChild(depth)) {
    if (scanner.is("extLst")) continue;
    const itemStart = scanner.start;
    each(scanner, itemStart);
    items.push({ start: itemStart, end: scanner.end });
    appendAt = scanner.end;
  }
  return { name, start, openEnd, selfClosing, end: scanner.end, items, appendAt, counts };
}

/** 並びに足す — the splices that put items behind the last one; `counts` are the values the counting attributes get where they stand. */
export function appendToList(source: string, list: XmlList, added: readonly string[], counts: { readonly [attribute: string]: number } = {}): Splice[] {
  const splices: Splice[] = [];
  for (const [attribute, value] of Object.entries(counts)) {
    const stated = list.counts.get(attribute);
    if (stated && stated.value !== value) splices.push({ start: stated.start, end: stated.end, text: String(value) });
  }
  if (added.length === 0) return splices;
  if (list.selfClosing) {
    const slash = source.lastIndexOf("/", list.openEnd);
    splices.push({ start: slash, end: list.openEnd, text: `>${added.join("")}</${list.name}>` });
  } else splices.push({ start: list.appendAt, end: list.appendAt, text: added.join("") });
  return splices;
}
