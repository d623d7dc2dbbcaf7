import { readPart, relationshipsOf, scanPart, type OpenedFile } from "./package";
import type { XmlScanner } from "./xml-scanner";

/**
 * 共有文字列 — the texts of the shared string table by index; none when the workbook has no such part.
 *
 * shape  furigana and formatting runs are left out: the text alone
 * @throws HostRefusal when the part is damaged
 */
export function readSharedStrings(opened: OpenedFile): readonly string[] {
  const relation = relationshipsOf(opened, opened.workbookPart).find((found) => found.type === "sharedStrings" && !found.isExternal);
  if (!relation) return [];
  return scanPart(readPart(opened, relation.target), (scanner) => {
    const texts: string[] = [];
    while (scanner.next()) if (scanner.kind === "open" && scanner.is("si")) texts.push(readStringItem(scanner));
    return texts;
  });
}

/** 文字列の項目を読む — from the open tag of <si> or <is> to its close tag: the text of its runs, without furigana. */
export function readStringItem(scanner: XmlScanner): string {
  const depth = scanner.depth;
  let text = "";
  while (scanner.next()) {
    if (scanner.kind === "close") {
      if (scanner.depth === depth) break;
    } else if (scanner.is("t")) text += scanner.readText();
    else if (scanner.is("r")) continue;
    // Of alternate contents only the fallback is for a reader that knows nothing beyond the standard.
    else if (!/^(AlternateContent|Fallback)$/.test(scanner.local)) scanner.skip();
  }
  return decodeEscapes(text);
}

/** 制御文字の書き方を解く — "_x000D_" is how a workbook writes a character XML cannot hold. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
