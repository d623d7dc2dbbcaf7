import { leaveOutUnwritable, OWN_DATA_NAMESPACE, writeOwnDataXml } from "../own-data-xml";
import { findOwnDataPart, readOwnData } from "./own-data-reader";
import { relationshipType, writeTarget, type PackageEditor } from "./package-editor";
import { findPart, relationshipsOf, relationshipsPart } from "./package";
import { escapeAttribute } from "./xml-text";

/** Names our item among the custom XML of a workbook; one workbook has it once. */
const ITEM_ID = "{6B0C1F52-7D0E-4B57-9C0B-2A5D6C1E8F37}";
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * 自分のデータを書く — puts our text into the workbook, as a customXml item of its own; null takes it out with all that belongs to it.
 *
 * shape   gives back the text as it will be read again
 * @throws HostRefusal when our own item is damaged
 */
export function writeOwnData(editor: PackageEditor, wanted: string | null): string | null {
  const { opened } = editor;
  const text = wanted === null ? null : leaveOutUnwritable(wanted);
  if (readOwnData(opened) === text) return text;
  const item = findOwnDataPart(opened);
  if (text === null) {
    if (item !== undefined) removeItem(editor, item);
  } else if (item !== undefined) editor.replace(item, itemText(text));
  else addItem(editor, text);
  return text;
}

function addItem(editor: PackageEditor, text: string): void {
  const { opened } = editor;
  let number = 1;
  while (isTaken(editor, number)) number++;
  const item = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  const namespace = relationshipType(opened, "customXml").replace("/relationships/", "/");
  editor.add(item, itemText(text), "application/xml");
  editor.add(
    properties,
    `${XML_HEAD}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${escapeAttribute(namespace)}"><ds:schemaRefs><ds:schemaRef ds:uri="${OWN_DATA_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  );
  editor.addRelationship(opened.workbookPart, relationshipType(opened, "customXml"), writeTarget(opened.workbookPart, item));
  editor.addRelationship(item, relationshipType(opened, "customXmlProps"), writeTarget(item, properties));
}

function removeItem(editor: PackageEditor, item: string): void {
  const { opened } = editor;
  for (const relation of relationshipsOf(opened, item)) if (!relation.isExternal) editor.remove(relation.target);
  editor.remove(relationshipsPart(item));
  editor.remove(item);
  for (const relation of relationshipsOf(opened, opened.workbookPart))
    if (!relation.isExternal && relation.type === "customXml" && findPart(opened, relation.target) === item) editor.removeRelationship(opened.workbookPart, relation);
}

function isTaken(editor: PackageEditor, number: number): boolean {
  return [`item${number}.xml`, `itemProps${number}.xml`, `_rels/item${number}.xml.rels`].some((name) => editor.has(`customXml/${name}`));
}

function itemText(text: string): string {
  return `${XML_HEAD}${writeOwnDataXml(text)}`;
}
