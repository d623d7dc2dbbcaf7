import { refuseDamaged, refuseDtd } from "./refusals";
import { XmlScanner } from "./xml-scanner";
import { XmlFault } from "./xml-text";
import { inflateEntry, type ZipArchive, type ZipEntry } from "./zip";

/**
 * 関係 — one relationship of a part.
 *
 * shape  `type` is the last piece of its address ("worksheet"), the same for Strict files; `target` a part name without
 *        leading slash, or the address as written when `isExternal`; `start`–`end` the element in the .rels text
 */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly typeAddress: string;
  readonly target: string;
  readonly isExternal: boolean;
  readonly start: number;
  readonly end: number;
}

/** 部品の文字 — a decoded part; `encodePart` gives back the bytes it was decoded from. */
export interface PartText {
  readonly name: string;
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  readonly hasMark: boolean;
}

/**
 * 開いたファイル — the package of a workbook file with its directory read; parts are inflated when asked for.
 *
 * shape  part names have no leading slash and are as the archive writes them
 */
export interface OpenedFile {
  readonly name: string;
  readonly zip: ZipArchive;
  /** Part name of the workbook, "xl/workbook.xml" mostly. */
  readonly workbookPart: string;
  /** Entries by part name in lower case: part names are the same whatever their case. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly contentTypes: ContentTypes;
}

/** 種類の表 — [Content_Types].xml. */
export interface ContentTypes {
  /** By part name in lower case, without leading slash. */
  readonly overrides: ReadonlyMap<string, string>;
  /** By extension in lower case. */
  readonly defaults: ReadonlyMap<string, string>;
}

/** 部品があるか — the part's name as the archive writes it; undefined when there is no such part. */
export function findPart(opened: OpenedFile, name: string): string | undefined {
  return opened.entries.get(name.toLowerCase())?.name;
}

/**
 * 部品を読む — inflates and decodes one XML part.
 *
 * @throws HostRefusal when it is missing, damaged, too large or in an encoding it does not state
 */
export function readPart(opened: OpenedFile, name: string): PartText {
  const entry = opened.entries.get(name.toLowerCase());
  if (!entry) throw refuseDamaged(name);
  return decodePart(entry.name, inflateEntry(opened.zip, entry));
}

/**
 * 部品を走査する — hands the scanner of a part to `read` and turns its faults into refusals that name the part.
 *
 * @throws HostRefusal
 */
export function scanPart<T>(part: PartText, read: (scanner: XmlScanner) => T): T {
  try {
    return read(new XmlScanner(part.text));
  } catch (error) {
    if (error instanceof XmlFault) throw error.kind === "dtd" ? refuseDtd(part.name) : refuseDamaged(part.name);
    throw error;
  }
}

/** 部品の種類 — the content type of a part; undefined when none is declared. */
export function contentTypeOf(opened: Pick<OpenedFile, "contentTypes">, name: string): string | undefined {
  const key = name.toLowerCase();
  return opened.contentTypes.overrides.get(key) ?? opened.contentTypes.defaults.get(key.slice(key.lastIndexOf(".") + 1));
}

/** 関係の部品名 — "xl/workbook.xml" → "xl/_rels/workbook.xml.rels"; "" is the package itself. */
export function relationshipsPart(name: string): string {
  const slash = name.lastIndexOf("/") + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

/**
 * 関係を読む — the relationships of a part ("" for the package), in the order they are written; none when it has no .rels.
 *
 * @throws HostRefusal when the .rels part is damaged
 */
export function relationshipsOf(opened: OpenedFile, name: string): Relationship[] {
  const rels = findPart(opened, relationshipsPart(name));
  if (rels === undefined) return [];
  return scanPart(readPart(opened, rels), (scanner) => {
    const found: Relationship[] = [];
    while (scanner.next()) {
      if (scanner.kind !== "open" || !scanner.is("Relationship")) continue;
      const start = scanner.start;
      const typeAddress = scanner.attribute("Type") ?? "";
      const isExternal = scanner.attribute("TargetMode") === "External";
      const written = scanner.attribute("Target") ?? "";
      const id = scanner.attribute("Id") ?? "";
      scanner.skip();
      found.push({
        id,
        type: typeAddress.slice(typeAddress.lastIndexOf("/") + 1),
        typeAddress,
        target: isExternal ? written : resolveTarget(name, written),
        isExternal,
        start,
        end: scanner.end,
      });
    }
    return found;
  });
}

/** 相対の部品名を解く — a target as written beside the part it belongs to → a part name. */
export function resolveTarget(from: string, written: string): string {
  const path = written.replace(/\\/g, "/").replace(/#.*$/, "");
  const pieces = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const piece of path.split("/")) {
    if (piece === "..") pieces.pop();
    else if (piece !== "" && piece !== ".") pieces.push(piece);
  }
  const name = pieces.join("/");
  if (!name.includes("%")) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** 部品に戻す — the bytes of a part whose text was changed, in the encoding it came in. */
export function encodePart(part: PartText, text: string): Uint8Array {
  if (part.encoding === "utf-8") return new TextEncoder().encode(part.hasMark ? `\ufeff${text}` : text);
  const whole = part.hasMark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(whole.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < whole.length; i++) view.setUint16(i * 2, whole.charCodeAt(i), part.encoding === "utf-16le");
  return bytes;
}

/**
 * 部品を解読する — bytes of a part → text, by its byte order mark or its first bytes.
 *
 * @throws HostRefusal when the bytes are not text in that encoding
 */
export function decodePart(name: string, bytes: Uint8Array): PartText {
  const [a, b, c] = [bytes[0], bytes[1], bytes[2]];
  const encoding = (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0) ? "utf-16le" : (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c) ? "utf-16be" : "utf-8";
  const hasMark = (a === 0xef && b === 0xbb && c === 0xbf) || a === 0xff || a === 0xfe;
  try {
    // Wrong bytes are refused rather than replaced: a replaced byte would be written back as another one.
    return { name, text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, hasMark };
  } catch {
    throw refuseDamaged(name);
  }
}

/**
 * 種類の表を読む — the declarations of [Content_Types].xml.
 *
 * @throws HostRefusal when the part is damaged
 */
export function readContentTypes(part: PartText): ContentTypes {
  return scanPart(part, (scanner) => {
    const overrides = new Map<string, string>();
    const defaults = new Map<string, string>();
    while (scanner.next()) {
      if (scanner.kind !== "open") continue;
      const type = scanner.attribute("ContentType") ?? "";
      if (scanner.is("Override")) overrides.set((scanner.attribute("PartName") ?? "").replace(/^\/+/, "").toLowerCase(), type);
      else if (scanner.is("Default")) defaults.set((scanner.attribute("Extension") ?? "").toLowerCase(), type);
    }
    return { overrides, defaults };
  });
}
