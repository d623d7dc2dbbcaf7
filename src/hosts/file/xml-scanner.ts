import { decodeAttribute, decodeText, normalizeLines, XmlFault } from "./xml-text";

/** 属性の位置 — where an attribute stands in the source; `valueStart`–`valueEnd` lie inside the quotes. */
export interface AttributeSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/**
 * XMLを読み進める — a pull scanner over a decoded part that never loses the place in the source.
 *
 * shape   after `next()` the current tag is text.slice(start, end); an element written `<a/>` gives "open" with
 *         `selfClosing` and then a "close" of no width, so that readers need not tell the two apart.
 *         Text, comments and instructions are passed over; `readText()` collects text.
 * errors  XmlFault: tags that do not close, a DTD, a wrong entity. Only a scan to the end proves the whole part.
 */
export class XmlScanner {
  kind: "none" | "open" | "close" | "end" = "none";
  start = 0;
  end = 0;
  nameStart = 0;
  nameEnd = 0;
  selfClosing = false;
  /** Open elements around the current place; an element counts itself from its open tag until after its close tag. */
  depth = 0;
  /** Prefix of the root with its colon ("x:"), "" mostly. */
  rootPrefix = "";
  private readonly names: number[] = [];
  private pendingClose = false;
  private hasRoot = false;

  constructor(readonly text: string) {}

  /** Goes to the next tag; false at the end of the part. */
  next(): boolean {
    if (this.kind === "close") this.depth--;
    if (this.pendingClose) {
      this.pendingClose = false;
      this.kind = "close";
      this.start = this.end;
      return true;
    }
    const text = this.text;
    let at = this.end;
    for (;;) {
      at = text.indexOf("<", at);
      if (at < 0) return this.finish();
      const code = text.charCodeAt(at + 1);
      if (code === 47) {
        this.readClose(at);
        return true;
      }
      if (code === 33 || code === 63) at = this.passOver(at);
      else {
        this.readOpen(at);
        return true;
      }
    }
  }

  /** Name of the current tag as written, with its prefix. */
  get name(): string {
    return this.text.slice(this.nameStart, this.nameEnd);
  }

  /** Name of the current tag without its prefix. */
  get local(): string {
    const name = this.name;
    return name.slice(name.indexOf(":") + 1);
  }

  /** Is the current tag this element of the root's own namespace? */
  is(local: string): boolean {
    const prefix = this.rootPrefix;
    if (this.nameEnd - this.nameStart !== prefix.length + local.length) return false;
    return this.text.startsWith(local, this.nameStart + prefix.length) && (prefix === "" || this.text.startsWith(prefix, this.nameStart));
  }

  /** Goes to the next child of the current element (at `depth`), or, false, to its close tag. Grandchildren are passed over. */
  nextChild(depth: number): boolean {
    while (this.next()) {
      if (this.kind === "open" && this.depth === depth + 1) return true;
      if (this.kind === "close" && this.depth === depth) return false;
    }
    return false;
  }

  /** From an open tag to its close tag; what lies between is checked and passed over. */
  skip(): void {
    const depth = this.depth;
    while (this.next()) if (this.kind === "close" && this.depth === depth) return;
  }

  /** From an open tag to its close tag; its own text, decoded, without that of its children. */
  readText(): string {
    const text = this.text;
    if (this.selfClosing) {
      this.next();
      return "";
    }
    let found = "";
    let at = this.end;
    for (;;) {
      const lt = text.indexOf("<", at);
      if (lt < 0) throw new XmlFault("not-well-formed", at);
      if (lt > at) found += decodeText(text, at, lt);
      const code = text.charCodeAt(lt + 1);
      if (code === 47) {
        this.readClose(lt);
        return found;
      }
      if (code === 33 || code === 63) {
        at = this.passOver(lt);
        if (text.startsWith("<![CDATA[", lt)) found += normalizeLines(text.slice(lt + 9, at - 3));
      } else {
        this.readOpen(lt);
        this.skip();
        this.depth--;
        this.kind = "none";
        at = this.end;
      }
    }
  }

  /** Decoded value of an attribute by its name as written; undefined when it is not there. */
  attribute(name: string): string | undefined {
    return this.findAttribute(name) ? decodeAttribute(this.text, this.valueStart, this.attributeEnd - 1) : undefined;
  }

  /** Is there an attribute of this name? Its raw value then starts at `valueStart`. */
  findAttribute(name: string): boolean {
    for (let at = this.nameEnd; (at = this.nextAttribute(at)) >= 0; at = this.attributeEnd)
      if (this.attributeNameEnd - at === name.length && this.text.startsWith(name, at)) return true;
    return false;
  }

  /** Decoded value of an attribute with any prefix: `prefixedAttribute("id")` is r:id whatever its prefix is. */
  prefixedAttribute(local: string): string | undefined {
    const tail = `:${local}`;
    for (let at = this.nameEnd; (at = this.nextAttribute(at)) >= 0; at = this.attributeEnd) {
      if (this.text.slice(at, this.attributeNameEnd).endsWith(tail)) return decodeAttribute(this.text, this.valueStart, this.attributeEnd - 1);
    }
    return undefined;
  }

  /** Is an attribute of a yes-or-no kind set? "1", "true" and "on" are. */
  flag(name: string, otherwise = false): boolean {
    const value = this.attribute(name);
    return value === undefined ? otherwise : value === "1" || value === "true" || value === "on";
  }

  /** All attributes of the current open tag with their places. */
  attributes(): AttributeSpan[] {
    const spans: AttributeSpan[] = [];
    for (let at = this.nameEnd; (at = this.nextAttribute(at)) >= 0; at = this.attributeEnd)
      spans.push({
        name: this.text.slice(at, this.attributeNameEnd),
        start: at,
        end: this.attributeEnd,
        valueStart: this.valueStart,
        valueEnd: this.attributeEnd - 1,
      });
    return spans;
  }

  valueStart = 0;
  private attributeNameEnd = 0;
  private attributeEnd = 0;

  /** Start of the attribute after `at`, -1 when there is none. */
  private nextAttribute(at: number): number {
    const text = this.text;
    let code = text.charCodeAt(at);
    while (code <= 32) code = text.charCodeAt(++at);
    if (at >= this.end || code === 62 || code === 47 || code === 63) return -1;
    let i = at;
    while (code !== 61 && code > 32 && i < this.end) code = text.charCodeAt(++i);
    this.attributeNameEnd = i;
    while (code <= 32) code = text.charCodeAt(++i);
    if (code !== 61) throw new XmlFault("not-well-formed", i);
    do code = text.charCodeAt(++i);
    while (code <= 32);
    if (code !== 34 && code !== 39) throw new XmlFault("not-well-formed", i);
    this.valueStart = i + 1;
    const close = text.indexOf(code === 34 ? '"' : "'", i + 1);
    if (close < 0 || close >= this.end) throw new XmlFault("not-well-formed", i);
    this.attributeEnd = close + 1;
    return at;
  }

  private readOpen(at: number): void {
    const text = this.text;
    let i = at + 1;
    let code = text.charCodeAt(i);
    while (code > 32 && code !== 62 && code !== 47) code = text.charCodeAt(++i);
    if (i === at + 1) throw new XmlFault("not-well-formed", at);
    this.nameStart = at + 1;
    this.nameEnd = i;
    let before = code;
    // ">" may stand inside a value, so values are stepped over.
    while (code !== 62) {
      if (code === 34 || code === 39) {
        i = text.indexOf(code === 34 ? '"' : "'", i + 1);
        if (i < 0) throw new XmlFault("not-well-formed", at);
      } else if (code === 60 || code !== code) throw new XmlFault("not-well-formed", at);
      before = code;
      code = text.charCodeAt(++i);
    }
    if (this.depth === 0) {
      if (this.hasRoot) throw new XmlFault("not-well-formed", at);
      this.hasRoot = true;
      const colon = text.slice(this.nameStart, this.nameEnd).indexOf(":");
      this.rootPrefix = colon < 0 ? "" : text.slice(this.nameStart, this.nameStart + colon + 1);
    }
    this.kind = "open";
    this.start = at;
    this.end = i + 1;
    this.selfClosing = before === 47;
    this.pendingClose = this.selfClosing;
    this.names[this.depth * 2] = this.nameStart;
    this.names[this.depth * 2 + 1] = this.nameEnd;
    this.depth++;
  }

  private readClose(at: number): void {
    const text = this.text;
    const depth = this.depth;
    const openStart = this.names[depth * 2 - 2]!;
    const length = this.names[depth * 2 - 1]! - openStart;
    if (depth < 1) throw new XmlFault("not-well-formed", at);
    for (let k = 0; k < length; k++) if (text.charCodeAt(openStart + k) !== text.charCodeAt(at + 2 + k)) throw new XmlFault("not-well-formed", at);
    let i = at + 2 + length;
    let code = text.charCodeAt(i);
    while (code <= 32) code = text.charCodeAt(++i);
    if (code !== 62) throw new XmlFault("not-well-formed", at);
    this.kind = "close";
    this.start = at;
    this.nameStart = at + 2;
    this.nameEnd = at + 2 + length;
    this.selfClosing = false;
    this.end = i + 1;
  }

  /** End of the comment, instruction or CDATA section that starts at `at`. */
  private passOver(at: number): number {
    const text = this.text;
    const mark = text.startsWith("<!--", at) ? "-->" : text.startsWith("<![CDATA[", at) ? "]]>" : text.startsWith("<?", at) ? "?>" : "";
    if (mark === "") throw new XmlFault(text.startsWith("<!DOCTYPE", at) ? "dtd" : "not-well-formed", at);
    const end = text.indexOf(mark, at + (mark === "-->" ? 4 : 2));
    if (end < 0) throw new XmlFault("not-well-formed", at);
    return end + mark.length;
  }

  private finish(): false {
    if (this.depth > 0 || !this.hasRoot) throw new XmlFault("not-well-formed", this.text.length);
    this.kind = "end";
    this.start = this.end = this.text.length;
    return false;
  }
}
