import { contentTypeOf, encodePart, findPart, readPart, relationshipsOf, relationshipsPart, scanPart, type OpenedFile, type PartText, type Relationship } from "./package";
import { applySplices, type Splice } from "./splice";
import { appendToList, readList } from "./xml-list";
import { escapeAttribute } from "./xml-text";
import { writeZip } from "./zip-writer";

const CONTENT_TYPES = "[Content_Types].xml";

/**
 * パッケージの変更 — collects what is to change in a workbook file, by splices at places of the source, and writes it once.
 *
 * shape  places always count in the parts as they were opened; a part nobody changes is never inflated
 */
export class PackageEditor {
  private readonly parts = new Map<string, PartText>();
  private readonly splices = new Map<string, Splice[]>();
  private readonly replaced = new Map<string, string>();
  private readonly added = new Map<string, string>();
  private readonly removed = new Set<string>();
  private readonly relations = new Map<string, { readonly ids: Set<string>; readonly texts: string[] }>();
  private readonly types: { part: string; type: string }[] = [];

  constructor(readonly opened: OpenedFile) {}

  /** A part as it was opened. */
  part(name: string): PartText {
    let part = this.parts.get(name);
    if (!part) this.parts.set(name, (part = readPart(this.opened, name)));
    return part;
  }

  splice(name: string, splices: readonly Splice[]): void {
    if (splices.length === 0) return;
    const part = this.part(name);
    const waiting = this.splices.get(part.name);
    if (waiting) waiting.push(...splices);
    else this.splices.set(part.name, [...splices]);
  }

  /** The whole text of a part that is ours. */
  replace(name: string, text: string): void {
    const part = this.part(name);
    if (part.text !== text) this.replaced.set(part.name, text);
  }

  add(name: string, text: string, contentType: string): void {
    this.added.set(name, text);
    if (contentTypeOf(this.opened, name) !== contentType) this.types.push({ part: name, type: contentType });
  }

  /** Takes out a part and what the list of content types says of it; its relationships go one by one. */
  remove(name: string): void {
    const part = findPart(this.opened, name);
    if (part !== undefined) this.removed.add(part);
  }

  /** Is there a part of this name, or will there be one? */
  has(name: string): boolean {
    return this.added.has(name) || findPart(this.opened, name) !== undefined;
  }

  /** Returns the id of the new relationship. */
  addRelationship(from: string, typeAddress: string, target: string): string {
    const { ids, texts } = this.relationsOf(from);
    let number = ids.size + 1;
    while (ids.has(`rId${number}`)) number++;
    ids.add(`rId${number}`);
    texts.push(`Id="rId${number}" Type="${escapeAttribute(typeAddress)}" Target="${escapeAttribute(target)}"/>`);
    return `rId${number}`;
  }

  removeRelationship(from: string, relation: Relationship): void {
    this.splice(relationshipsPart(from), [{ start: relation.start, end: relation.end, text: "" }]);
  }

  /**
   * Nothing more will come: makes the texts of the changed parts. Returns the names of the parts that differ, go or come.
   *
   * @throws HostRefusal when a part to be changed is damaged
   */
  finish(): ReadonlySet<string> {
    for (const [from, { texts }] of this.relations) this.writeRelations(from, texts);
    this.writeContentTypes();
    for (const [name, splices] of this.splices) this.replace(name, applySplices(this.part(name).text, splices));
    for (const name of this.removed) this.replaced.delete(name);
    return new Set([...this.replaced.keys(), ...this.added.keys(), ...this.removed]);
  }

  /** The file with its changes, after `finish`. @throws HostRefusal when it would be too large */
  write(): Uint8Array {
    const replaced = new Map([...this.replaced].map(([name, text]) => [name, encodePart(this.part(name), text)]));
    const added = new Map([...this.added].map(([name, text]) => [name, new TextEncoder().encode(text)]));
    return writeZip(this.opened.zip, { replaced, removed: this.removed, added });
  }

  private relationsOf(from: string): { readonly ids: Set<string>; readonly texts: string[] } {
    let found = this.relations.get(from);
    if (!found) this.relations.set(from, (found = { ids: new Set(relationshipsOf(this.opened, from).map(({ id }) => id)), texts: [] }));
    return found;
  }

  private writeRelations(from: string, texts: readonly string[]): void {
    if (texts.length === 0) return;
    const name = findPart(this.opened, relationshipsPart(from));
    if (name === undefined) {
      const items = texts.map((text) => `<Relationship ${text}`).join("");
      this.add(
        relationshipsPart(from),
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`,
        "application/vnd.openxmlformats-package.relationships+xml",
      );
      return;
    }
    this.appendToRoot(name, (prefix) => texts.map((text) => `<${prefix}Relationship ${text}`));
  }

  private writeContentTypes(): void {
    if (this.types.length === 0 && this.removed.size === 0) return;
    const gone = new Set([...this.removed].map((name) => `/${name}`.toLowerCase()));
    const splices = scanPart(this.part(CONTENT_TYPES), (scanner) => {
      const found: Splice[] = [];
      while (scanner.next()) {
        if (scanner.kind !== "open" || !scanner.is("Override")) continue;
        const start = scanner.start;
        const isGone = gone.has(`/${(scanner.attribute("PartName") ?? "").replace(/^\/+/, "")}`.toLowerCase());
        scanner.skip();
        if (isGone) found.push({ start, end: scanner.end, text: "" });
      }
      return found;
    });
    this.splice(CONTENT_TYPES, splices);
    this.appendToRoot(CONTENT_TYPES, (prefix) =>
      this.types.map(({ part, type }) => `<${prefix}Override PartName="${escapeAttribute(`/${part}`)}" ContentType="${escapeAttribute(type)}"/>`),
    );
  }

  private appendToRoot(name: string, items: (prefix: string) => readonly string[]): void {
    const part = this.part(name);
    const splices = scanPart(part, (scanner) => {
      scanner.next();
      const prefix = scanner.rootPrefix;
      const list = readList(scanner);
      while (scanner.next());
      return appendToList(part.text, list, items(prefix));
    });
    this.splice(name, splices);
  }
}

/** 関係の種類 — the address of a relationship type in the flavour of this file: Strict files have their own. */
export function relationshipType(opened: OpenedFile, kind: string): string {
  const main = relationshipsOf(opened, "").find((relation) => relation.type === "officeDocument");
  const address = main?.typeAddress ?? "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
  return address.replace(/[^/]*$/, kind);
}

/** 相対の部品名を書く — how a part of the package names another one in its relationships. */
export function writeTarget(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => ".."), ...there.slice(same)].join("/");
}
