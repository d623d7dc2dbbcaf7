import type { Book, XmlPart } from "./book";
import { ExcelFault } from "./excel-fault";
import { anyText, SimObject } from "./sim-object";

function namespaceOf(xml: string): string {
  return /^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->)*<[^>\s]+[^>]*?\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? "";
}

/** Excel takes well-formed XML only; one element around everything is what can be seen without a parser. */
function checkXml(value: unknown): string {
  const xml = anyText(value).trim();
  const name = /^(?:<\?[^>]*\?>\s*)?<([^\s/>]+)/.exec(xml)?.[1];
  if (name === undefined || !(xml.endsWith(`</${name}>`) || /^(?:<\?[^>]*\?>\s*)?<[^<]*\/>$/.test(xml))) throw new ExcelFault("InvalidArgument", "SIM: not one XML element");
  return xml;
}

abstract class PartCollection extends SimObject {
  override items(): SimObject[] {
    return this.parts().map((part) => new CustomXmlPart(this.book, part));
  }
  override item(id: unknown): SimObject {
    const found = this.GetItemOrNullObject(id);
    if (!found) throw new ExcelFault("ItemNotFound");
    return found;
  }
  GetItemOrNullObject(id: unknown): SimObject | null {
    const part = this.parts().find((p) => p.id === id);
    return part ? new CustomXmlPart(this.book, part) : null;
  }
  GetCount(): number {
    return this.parts().length;
  }

  protected abstract parts(): readonly XmlPart[];
}

/** 部品の集まり — all custom XML parts. */
export class CustomXmlPartCollection extends PartCollection {
  readonly className = "CustomXmlPartCollection";

  GetByNamespace(namespace: unknown): SimObject {
    return new ScopedPartCollection(this.book, anyText(namespace));
  }
  Add(xml: unknown): SimObject {
    if (this.book.isReadOnly) throw new ExcelFault("AccessDenied");
    const part: XmlPart = { id: this.book.nextId("{part-") + "}", xml: checkXml(xml) };
    this.book.xmlParts.push(part);
    return new CustomXmlPart(this.book, part);
  }

  protected override parts(): readonly XmlPart[] {
    return this.book.xmlParts;
  }
}

class ScopedPartCollection extends PartCollection {
  readonly className = "CustomXmlPartScopedCollection";

  constructor(
    book: Book,
    private readonly namespace: string,
  ) {
    super(book);
  }

  GetOnlyItem(): SimObject {
    const only = this.GetOnlyItemOrNullObject();
    if (!only) throw new ExcelFault(this.GetCount() === 0 ? "ItemNotFound" : "GeneralException");
    return only;
  }
  GetOnlyItemOrNullObject(): SimObject | null {
    const [only, ...more] = this.parts();
    return only && more.length === 0 ? new CustomXmlPart(this.book, only) : null;
  }

  protected override parts(): readonly XmlPart[] {
    return this.book.xmlParts.filter((part) => namespaceOf(part.xml) === this.namespace);
  }
}

class CustomXmlPart extends SimObject {
  readonly className = "CustomXmlPart";

  constructor(
    book: Book,
    private readonly part: XmlPart,
  ) {
    super(book);
  }

  override identity(): { readonly Id: string } {
    return { Id: this.part.id };
  }
  get Id(): string {
    return this.part.id;
  }
  get NamespaceUri(): string {
    return namespaceOf(this.part.xml);
  }
  GetXml(): string {
    return this.part.xml;
  }
  SetXml(xml: unknown): void {
    if (this.book.isReadOnly) throw new ExcelFault("AccessDenied");
    this.part.xml = checkXml(xml);
  }
  Delete(): void {
    if (this.book.isReadOnly) throw new ExcelFault("AccessDenied");
    const at = this.book.xmlParts.indexOf(this.part);
    if (at < 0) throw new ExcelFault("ItemNotFound");
    this.book.xmlParts.splice(at, 1);
  }
}
