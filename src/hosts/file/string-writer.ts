import type { PackageEditor } from "./package-editor";
import { relationshipsOf, scanPart } from "./package";
import { keepBlanks, writeEscapes, type CellContent } from "./sheet-writer";
import { appendToList, readList, type XmlList } from "./xml-list";
import { escapeText } from "./xml-text";

/**
 * 文字列を足す — texts for cells: appended to the shared string table, or inside the cells where a file keeps them there.
 *
 * shape  the strings that are there are left alone, and a text is appended once however many cells hold it
 */
export class StringWriter {
  private readonly part: string | undefined;
  private table: { readonly list: XmlList; readonly prefix: string } | undefined;
  private readonly added = new Map<string, number>();
  private uses = 0;

  constructor(private readonly editor: PackageEditor) {
    const { opened } = editor;
    this.part = relationshipsOf(opened, opened.workbookPart).find((relation) => relation.type === "sharedStrings" && !relation.isExternal)?.target;
  }

  /** @throws HostRefusal when the string table is damaged */
  write(prefix: string, text: string): CellContent {
    if (this.part === undefined) return { type: "inlineStr", inner: `<${prefix}is>${textElement(prefix, text)}</${prefix}is>` };
    this.table ??= this.readTable(this.part);
    let index = this.added.get(text);
    if (index === undefined) this.added.set(text, (index = this.table.list.items.length + this.added.size));
    this.uses++;
    return { type: "s", inner: `<${prefix}v>${index}</${prefix}v>` };
  }

  /** A cell no longer holds a shared string. */
  drop(): void {
    this.uses--;
  }

  /** Hands what was added to the editor. */
  finish(): void {
    if (this.part === undefined || this.added.size === 0) return;
    const { list, prefix } = this.table!;
    const items = [...this.added.keys()].map((text) => `<${prefix}si>${textElement(prefix, text)}</${prefix}si>`);
    const uniqueCount = list.items.length + items.length;
    const count = Math.max((list.counts.get("count")?.value ?? 0) + this.uses, 0);
    this.editor.splice(this.part, appendToList(this.editor.part(this.part).text, list, items, { count, uniqueCount }));
  }

  private readTable(name: string): { readonly list: XmlList; readonly prefix: string } {
    return scanPart(this.editor.part(name), (scanner) => {
      scanner.next();
      const prefix = scanner.rootPrefix;
      const list = readList(scanner);
      while (scanner.next());
      return { list, prefix };
    });
  }
}

function textElement(prefix: string, text: string): string {
  return `<${prefix}t${keepBlanks(text)}>${escapeText(writeEscapes(text))}</${prefix}t>`;
}
