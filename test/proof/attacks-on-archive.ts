import { buildParts } from "../support/xlsx-builder";
import { type Attack, plainParts, SHEET } from "./attack";
import { buildRawZip, honestly, type RawEntry } from "./raw-zip";

const MEGABYTE = 1024 * 1024;
const spaces = (megabytes: number): Buffer => Buffer.alloc(megabytes * MEGABYTE, " ");
/** A sheet part of this size that holds nothing. */
const blown = (megabytes: number): Buffer =>
  Buffer.concat([Buffer.from('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/>'), spaces(megabytes), Buffer.from("</worksheet>")]);

const withSheet = (change: (entry: RawEntry) => RawEntry): Uint8Array => buildRawZip(honestly(plainParts()).map((entry) => (entry.name === SHEET ? change(entry) : entry)));
const withMore = (...more: RawEntry[]): Uint8Array => buildRawZip([...honestly(plainParts()), ...more]);
const sizeSaid = (size: number): Uint8Array => withSheet((entry) => ({ ...entry, says: { size } }));

/** Many sheets whose parts are one and the same entry of the archive. */
function shareOneEntry(count: number, megabytes: number, rename: (name: string) => string): Uint8Array {
  const parts = buildParts({ sheets: Array.from({ length: count }, (_, i) => ({ name: `S${i}` })) });
  const renamed = Object.entries(parts).map(([name, content]): RawEntry => ({
    name: /sheet\d/.test(name) ? rename(name) : name,
    content: typeof content === "string" ? content.replace(/worksheets\/sheet\d+\.xml/g, rename) : content,
  }));
  const first = rename(SHEET);
  return buildRawZip(
    renamed.map((entry) => (entry.name === first ? { name: first, content: blown(megabytes) } : entry.name.includes("worksheets/") ? { ...entry, lies: first } : entry)),
  );
}

/** 書庫への攻撃 — what a zip file can claim. */
export const archiveAttacks: readonly Attack[] = [
  { name: "a part of 300 MB in 300 kB (zip bomb by ratio)", make: () => withSheet((entry) => ({ ...entry, content: blown(300) })), expected: "refused" },
  { name: "a bomb whose header says 1 kB", make: () => withSheet((entry) => ({ ...entry, content: blown(300), says: { size: 1000 } })), expected: "refused" },
  { name: "a part said to be 4 GB", make: () => sizeSaid(0xfffffffe), expected: "refused" },
  { name: "40 sheets of 60 MB in one and the same entry", make: () => shareOneEntry(40, 60, (name) => name), expected: "refused" },
  { name: "the same with parts that are not called .xml", make: () => shareOneEntry(40, 60, (name) => name.replace(".xml", ".bin")), expected: "refused" },
  { name: "60,000 entries nobody refers to", make: () => withMore(...Array.from({ length: 60_000 }, (_, i) => ({ name: `xl/media/${i}.png`, content: "" }))), expected: "read" },
  { name: "a zip within a zip, 50 deep", make: () => withMore({ name: "xl/embeddings/a.zip", content: nest(50) }), expected: "read" },
  { name: "a size too small", make: () => sizeSaid(10), expected: "refused" },
  { name: "a size too large", make: () => sizeSaid(100_000), expected: "refused" },
  { name: "a compressed size past the end", make: () => withSheet((entry) => ({ ...entry, says: { compressedSize: 9_999_999 } })), expected: "refused" },
  { name: "an offset past the end", make: () => withSheet((entry) => ({ ...entry, says: { offset: 0x7ffffff0 } })), expected: "refused" },
  { name: "an offset into the middle of another part", make: () => withSheet((entry) => ({ ...entry, says: { offset: 40 } })), expected: "refused" },
  { name: "two entries that overlap", make: () => withMore({ name: "xl/copy.xml", content: "", lies: SHEET }), expected: "read" },
  { name: "a wrong checksum", make: () => withSheet((entry) => ({ ...entry, says: { crc: 1 } })), expected: "refused" },
  { name: "two parts of one name", make: () => withMore({ name: SHEET, content: "<worksheet/>" }), expected: "refused" },
  { name: "two parts whose names differ by case only", make: () => withMore({ name: "XL/Workbook.xml", content: "<workbook/>" }), expected: "refused" },
  {
    name: "names that lead out of the folder (../../, /etc, C:\\, \\\\server)",
    make: () => withMore(...["../../../escaped.txt", "/tmp/escaped.txt", "C:\\escaped.txt", "\\\\server\\escaped.txt", "..\\escaped.txt"].map((name) => ({ name, content: "x" }))),
    expected: "read",
  },
  { name: "a sheet that lies outside the package (../../../etc/passwd)", make: () => retarget("worksheets/sheet1.xml", "../../../../../../etc/passwd"), expected: "refused" },
  {
    name: "a sheet on another computer",
    make: () => retarget('Target="worksheets/sheet1.xml"', 'TargetMode="External" Target="http://192.0.2.1/sheet1.xml"'),
    expected: "refused",
  },
  { name: "a directory that refers to itself 65,535 times", make: selfReferring, expected: "refused" },
];

function nest(depth: number): Uint8Array {
  let inner: Uint8Array = spaces(1);
  for (let i = 0; i < depth; i++) inner = buildRawZip([{ name: "a.zip", content: inner }]);
  return inner;
}

function retarget(from: string, to: string): Uint8Array {
  const parts = plainParts();
  const rels = "xl/_rels/workbook.xml.rels";
  return buildRawZip(honestly({ ...parts, [rels]: (parts[rels] as string).replace(from, to) }));
}

function selfReferring(): Uint8Array {
  const bytes = buildRawZip(honestly(plainParts()));
  new DataView(bytes.buffer).setUint16(bytes.length - 12, 0xfffe, true);
  return bytes;
}
