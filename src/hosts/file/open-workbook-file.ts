import type { HostRefusal } from "../host";
import { contentTypeOf, decodePart, readContentTypes, relationshipsOf, type OpenedFile } from "./package";
import { refuseBinaryWorkbook, refuseDamaged, refuseEmptyFile, refuseEncrypted, refuseNotAWorkbook, refuseOldFormat, refuseOtherOfficeFile, refuseTooLarge } from "./refusals";
import { inflateEntry, readZip, type ZipArchive, type ZipEntry } from "./zip";

const MEGABYTE = 1024 * 1024;
/** All parts together once inflated: many parts may be a bomb where one is not. */
const TOTAL_LIMIT = 1024 * MEGABYTE;

/**
 * ブックのファイルを開く — reads the directory, decides what kind of file it is, and nothing more.
 *
 * @throws HostRefusal for everything that is not a workbook file that can be read
 */
export function openWorkbookFile(bytes: Uint8Array, name: string): OpenedFile {
  refuseOtherContainers(bytes);
  const zip = readZip(bytes);
  const entries = new Map<string, ZipEntry>();
  for (const entry of zip.entries) {
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw refuseDamaged(entry.name);
    entries.set(key, entry);
  }
  let total = 0;
  // Every entry: which of them are read, the relationships say, and not their names.
  for (const entry of zip.entries) total += entry.size;
  if (total > TOTAL_LIMIT) throw refuseTooLarge(TOTAL_LIMIT / MEGABYTE, null);
  const types = entries.get("[content_types].xml");
  if (!types) throw refuseArchiveOfOtherKind(zip, entries);
  const contentTypes = readContentTypes(decodePart(types.name, inflateEntry(zip, types)));
  const opened = { name, zip, workbookPart: "", entries, contentTypes };
  const main = relationshipsOf(opened, "").find((relation) => relation.type === "officeDocument" && !relation.isExternal);
  const workbook = main && entries.get(main.target.toLowerCase());
  if (!workbook) throw refuseDamaged("_rels/.rels");
  refuseOtherMainPart(contentTypeOf(opened, workbook.name) ?? "");
  return { ...opened, workbookPart: workbook.name };
}

/** Compound files hold either an encrypted workbook or a workbook of the format before 2007. */
function refuseOtherContainers(bytes: Uint8Array): void {
  if (bytes.length === 0) throw refuseEmptyFile();
  const starts = (...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) throw holdsName(bytes, "EncryptedPackage") ? refuseEncrypted() : refuseOldFormat();
  if (starts(0x09, 0x08) || starts(0x09, 0x04) || starts(0x09, 0x02) || starts(0x09, 0x00)) throw refuseOldFormat();
}

/** Directory names of a compound file are UTF-16; its directory may lie anywhere in the file. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  search: for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    for (let k = 0; k < name.length; k++) if (bytes[at + k * 2] !== name.charCodeAt(k) || bytes[at + k * 2 + 1] !== 0) continue search;
    return true;
  }
  return false;
}

function refuseArchiveOfOtherKind(zip: ZipArchive, entries: ReadonlyMap<string, ZipEntry>): HostRefusal {
  const kind = entries.get("mimetype");
  const type = kind && kind.size < 200 ? new TextDecoder().decode(inflateEntry(zip, kind)) : "";
  if (type.includes("opendocument.spreadsheet"))
    return refuseOtherOfficeFile({
      ja: "OpenDocument形式（.ods）の表計算文書",
      en: "an OpenDocument spreadsheet (.ods), which has to be saved as .xlsx first",
    });
  if (type.includes("opendocument")) return refuseOtherOfficeFile({ ja: "OpenDocument形式の文書", en: "an OpenDocument file" });
  return refuseNotAWorkbook();
}

function refuseOtherMainPart(type: string): void {
  if (/wordprocessingml|ms-word/i.test(type)) throw refuseOtherOfficeFile({ ja: "Word文書", en: "a Word document" });
  if (/presentationml|ms-powerpoint/i.test(type)) throw refuseOtherOfficeFile({ ja: "PowerPointのスライド", en: "a PowerPoint presentation" });
  if (/sheet\.binary/i.test(type)) throw refuseBinaryWorkbook();
  // A generic type on the workbook is what careless writers leave; whether it is one, its root element tells.
  if (type && !/spreadsheetml|ms-excel|xml/i.test(type)) throw refuseNotAWorkbook();
}
