import { readPart, relationshipsOf, scanPart, type OpenedFile } from "./package";
import type { XmlScanner } from "./xml-scanner";
import { XmlFault } from "./xml-text";

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

/** 文字数の上限 — what a cell holds at most. source  ECMA-376 Part 1, ST_Xstring of a cell; Excel repairs a file with longer ones */
export const LONGEST_TEXT = 32_767;
/** As it may be written at most: every character as "_x0000_" of character references. */
const LONGEST_SOURCE = LONGEST_TEXT * 70;

/**
 * 文字列の項目を読む — from the open tag of <si> or <is> to its close tag: the text of its runs, without furigana.
 *
 * @throws XmlFault when it is longer than a cell can hold: each of its readers would go over it, for each cell it stands in
 */
export function readStringItem(scanner: XmlScanner): string {
  const depth = scanner.depth;
  let text = "";
  while (scanner.next()) {
    if (scanner.kind === "close") {
      if (scanner.depth === depth) break;
    } else if (scanner.is("t")) text += readRun(scanner);
    else if (scanner.is("r")) continue;
    // Of alternate contents only the fallback is for a reader that knows nothing beyond the standard.
    else if (!/^(AlternateContent|Fallback)$/.test(scanner.local)) scanner.skip();
  }
  const decoded = decodeEscapes(text);
  if (decoded.length > LONGEST_TEXT) throw new XmlFault("not-well-formed", scanner.start);
  return decoded;
}

function readRun(scanner: XmlScanner): string {
  const { text, end } = scanner;
  // Millions of character references are not worth decoding first.
  if (text.length - end > LONGEST_SOURCE && text.indexOf("<", end) - end > LONGEST_SOURCE) throw new XmlFault("not-well-formed", end);
  return scanner.readText();
}

/** 制御文字の書き方を解く — "_x000D_" is how a workbook writes a character XML cannot hold. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
