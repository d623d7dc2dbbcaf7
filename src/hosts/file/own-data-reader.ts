import { OWN_DATA_NAMESPACE, readOwnDataXml } from "../own-data-xml";
import { findPart, readPart, relationshipsOf, scanPart, type OpenedFile } from "./package";

/**
 * 自分のデータの部品 — part name of our customXml item.
 *
 * none  undefined when the workbook holds nothing of ours
 */
export function findOwnDataPart(opened: OpenedFile): string | undefined {
  return readOwnItem(opened)?.part;
}

/**
 * 自分のデータを読む — the text we keep inside the workbook; null when there is none.
 *
 * @throws HostRefusal when our own item is damaged
 */
export function readOwnData(opened: OpenedFile): string | null {
  return readOwnItem(opened)?.text ?? null;
}

function readOwnItem(opened: OpenedFile): { readonly part: string; readonly text: string } | undefined {
  for (const relation of relationshipsOf(opened, opened.workbookPart)) {
    if (relation.type !== "customXml" || relation.isExternal) continue;
    const name = findPart(opened, relation.target);
    if (name === undefined) continue;
    const part = readPart(opened, name);
    if (!part.text.includes(OWN_DATA_NAMESPACE)) continue;
    const text = scanPart(part, readOwnDataXml);
    if (text !== undefined) return { part: name, text };
  }
  return undefined;
}
