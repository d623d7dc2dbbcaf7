import { findPart, readPart, relationshipsOf, scanPart, type OpenedFile } from "./package";

/** 自分のデータの名前空間 — marks the one customXml item of the workbook that is ours. */
export const OWN_DATA_NAMESPACE = "urn:tokutei-action-plan-check:own-data";

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
    const text = scanPart(part, (scanner) => {
      scanner.next();
      const declared = scanner
        .attributes()
        .some(({ name: attribute, valueStart, valueEnd }) => attribute.startsWith("xmlns") && part.text.slice(valueStart, valueEnd) === OWN_DATA_NAMESPACE);
      return declared && scanner.is("ownData") ? scanner.readText() : undefined;
    });
    if (text !== undefined) return { part: name, text };
  }
  return undefined;
}
