import type { XmlScanner } from "./file/xml-scanner";
import { escapeText } from "./file/xml-text";

/** 自分のデータの名前空間 — marks the one customXml item of the workbook that is ours. */
export const OWN_DATA_NAMESPACE = "urn:tokutei-action-plan-check:own-data";

/** 自分のデータのXML — the root element of our item, as every host writes it. */
export function writeOwnDataXml(text: string): string {
  return `<ownData xmlns="${OWN_DATA_NAMESPACE}">${escapeText(text)}</ownData>`;
}

/**
 * 自分のデータをXMLから読む — the text of our item, from a scanner at its beginning.
 *
 * none    undefined when the root is not ours
 * errors  XmlFault when the item is not well-formed
 */
export function readOwnDataXml(scanner: XmlScanner): string | undefined {
  const { text } = scanner;
  scanner.next();
  const isDeclared = scanner.attributes().some(({ name, valueStart, valueEnd }) => name.startsWith("xmlns") && text.slice(valueStart, valueEnd) === OWN_DATA_NAMESPACE);
  return isDeclared && scanner.is("ownData") ? scanner.readText() : undefined;
}

/** 書けない文字を除く — no text of ours holds such characters; should one ever, it must not cost the user the whole workbook. */
export function leaveOutUnwritable(text: string): string {
  return text.replace(/[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "\ufffd");
}
