import { Inflate } from "fflate";
import { refuseDamaged, refuseEncrypted, refuseNotAWorkbook, refuseTooLarge, refuseTruncated } from "./refusals";

/** ファイルの上限 — bytes of the whole file. */
export const FILE_LIMIT = 200 * 1024 * 1024;
/** 部品の上限 — bytes of one part once inflated. */
export const PART_LIMIT = 400 * 1024 * 1024;
/** Above this size a part may not be inflated more than `RATIO_LIMIT` times: real sheets stay under 60. */
const RATIO_FREE = 64 * 1024 * 1024;
const RATIO_LIMIT = 200;

/**
 * 収納物 — one entry of the central directory, with every offset needed to copy it as it is.
 *
 * shape  offsets count in the bytes of the archive; the compressed bytes are [dataOffset, dataOffset + compressedSize)
 */
export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly headerOffset: number;
  readonly dataOffset: number;
  /** The entry's own record in the central directory. */
  readonly recordOffset: number;
  readonly recordLength: number;
}

/** 書庫 — a zip file whose directory has been read; nothing is inflated yet. */
export interface ZipArchive {
  readonly bytes: Uint8Array;
  /** In the order of the central directory; folders are left out. */
  readonly entries: readonly ZipEntry[];
  /** Folders that have an entry of their own: they hold nothing, and are only carried along. */
  readonly folders: readonly ZipEntry[];
}

const LOCAL = 0x04034b50;
const RECORD = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;

/**
 * 書庫を開く — reads the central directory and checks every offset and size in it.
 *
 * @throws HostRefusal when it is no zip, ends too early, is encrypted or too large
 */
export function readZip(bytes: Uint8Array): ZipArchive {
  if (bytes.length > FILE_LIMIT) throw refuseTooLarge(FILE_LIMIT / 1024 / 1024, null);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isZip = bytes.length >= 4 && view.getUint32(0, true) === LOCAL;
  const end = findEnd(view);
  if (end === undefined) throw isZip ? refuseTruncated() : refuseNotAWorkbook();
  const directory = readEnd(view, end);
  // Bytes put before the archive (a wrapper, a stub) shift every stored offset by the same amount.
  const shift = directory.end - directory.size - directory.offset;
  if (shift < 0) throw refuseTruncated();

  const entries: ZipEntry[] = [];
  const folders: ZipEntry[] = [];
  const names = new Set<string>();
  let at = directory.offset + shift;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > directory.end || view.getUint32(at, true) !== RECORD) throw refuseDamaged(null);
    const entry = readRecord(bytes, view, at, shift);
    at += entry.recordLength;
    if (at > directory.end) throw refuseDamaged(null);
    if (entry.name.endsWith("/")) {
      folders.push(entry);
      continue;
    }
    if (names.has(entry.name)) throw refuseDamaged(entry.name);
    names.add(entry.name);
    entries.push(entry);
  }
  return { bytes, entries, folders };
}

/** 圧縮されたまま — the bytes as they lie in the archive, for copying. */
export function rawEntry(zip: ZipArchive, entry: ZipEntry): Uint8Array {
  return zip.bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedSize);
}

/**
 * 展開 — the entry's content, its size capped while inflating and its checksum compared.
 *
 * @throws HostRefusal when it is larger than allowed or than it says, or damaged
 */
export function inflateEntry(zip: ZipArchive, entry: ZipEntry): Uint8Array {
  const raw = rawEntry(zip, entry);
  if (entry.size > PART_LIMIT) throw refuseTooLarge(PART_LIMIT / 1024 / 1024, entry.name);
  if (entry.size > RATIO_FREE && entry.size > RATIO_LIMIT * raw.length) throw refuseTooLarge(RATIO_FREE / 1024 / 1024, entry.name);
  let content: Uint8Array;
  if (entry.method === 0) {
    if (entry.size !== raw.length) throw refuseDamaged(entry.name);
    content = raw;
  } else {
    // Deflate never does better than 1032 to 1, so a larger claim is a lie and not worth the memory.
    if (entry.size > 1032 * raw.length + 1032) throw refuseDamaged(entry.name);
    content = inflate(raw, entry);
  }
  if (crc32(content) !== entry.crc) throw refuseDamaged(entry.name);
  return content;
}

/** 検査値 — CRC-32 as zip files keep it. */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = CRC_TABLES;
  let crc = -1;
  let i = 0;
  // Eight bytes a turn: parts of tens of megabytes are checked on every reading.
  for (const last = bytes.length - 7; i < last; i += 8) {
    const low = crc ^ (bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24));
    crc =
      t7![low & 255]! ^
      t6![(low >>> 8) & 255]! ^
      t5![(low >>> 16) & 255]! ^
      t4![low >>> 24]! ^
      t3![bytes[i + 4]!]! ^
      t2![bytes[i + 5]!]! ^
      t1![bytes[i + 6]!]! ^
      t0![bytes[i + 7]!]!;
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ t0![(crc ^ bytes[i]!) & 255]!;
  return ~crc >>> 0;
}

const CRC_TABLES: readonly Int32Array[] = (() => {
  const tables = Array.from({ length: 8 }, () => new Int32Array(256));
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    tables[0]![n] = c;
  }
  for (let n = 0; n < 256; n++) for (let k = 1; k < 8; k++) tables[k]![n] = (tables[k - 1]![n]! >>> 8) ^ tables[0]![tables[k - 1]![n]! & 255]!;
  return tables;
})();

function inflate(raw: Uint8Array, entry: ZipEntry): Uint8Array {
  const content = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length > content.length) throw refuseTooLarge(Math.ceil(entry.size / 1024 / 1024), entry.name);
    content.set(piece, length);
    length += piece.length;
  });
  // Small pieces keep what a lying entry can unpack before it is stopped to a few megabytes.
  const PIECE = 32 * 1024;
  try {
    for (let at = 0; at < raw.length; at += PIECE) stream.push(raw.subarray(at, at + PIECE), at + PIECE >= raw.length);
  } catch (error) {
    throw error instanceof Error && error.name === "HostRefusal" ? error : refuseDamaged(entry.name);
  }
  if (length !== entry.size) throw refuseDamaged(entry.name);
  return content;
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at;
  return undefined;
}

function readEnd(view: DataView, at: number): { count: number; size: number; offset: number; end: number } {
  const end = { count: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true), end: at };
  const is64 = end.count === 0xffff || end.size === 0xffffffff || end.offset === 0xffffffff;
  if (!is64 || at < 20 || view.getUint32(at - 20, true) !== LOCATOR64) return end;
  const record = Number(view.getBigUint64(at - 12, true));
  if (record + 56 > at || view.getUint32(record, true) !== END64) throw refuseTruncated();
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    size: Number(view.getBigUint64(record + 40, true)),
    offset: Number(view.getBigUint64(record + 48, true)),
    end: record,
  };
}

function readRecord(bytes: Uint8Array, view: DataView, at: number, shift: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const recordLength = 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (at + recordLength > bytes.length) throw refuseTruncated();
  const name = readName(bytes.subarray(at + 46, at + 46 + nameLength));
  const [size, compressedSize, offset] = widen(view, at + 46 + nameLength, extraLength, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const headerOffset = offset + shift;
  if (headerOffset + 30 > bytes.length) throw refuseTruncated();
  if (view.getUint32(headerOffset, true) !== LOCAL) throw refuseDamaged(name);
  const dataOffset = headerOffset + 30 + view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true);
  if (dataOffset + compressedSize > bytes.length) throw refuseTruncated();
  if (flags & 1) throw refuseEncrypted();
  if (method !== 0 && method !== 8) throw refuseDamaged(name);
  const time = view.getUint16(at + 12, true);
  const date = view.getUint16(at + 14, true);
  const crc = view.getUint32(at + 16, true);
  return { name, flags, method, time, date, crc, compressedSize, size, headerOffset, dataOffset, recordOffset: at, recordLength };
}

function readName(bytes: Uint8Array): string {
  // Names in a workbook are ASCII; anything else is only carried along, and UTF-8 is what writers use.
  return new TextDecoder().decode(bytes).replace(/\\/g, "/").replace(/^\/+/, "");
}

/** The 64-bit extra field holds, in this order, only those of the three figures that did not fit into 32 bits. */
function widen(view: DataView, from: number, length: number, figures: [number, number, number]): [number, number, number] {
  for (let at = from; at + 4 <= from + length;) {
    const id = view.getUint16(at, true);
    const size = view.getUint16(at + 2, true);
    if (id === 1) {
      let field = at + 4;
      for (let k = 0; k < 3; k++)
        if (figures[k] === 0xffffffff && field + 8 <= at + 4 + size) {
          figures[k] = Number(view.getBigUint64(field, true));
          field += 8;
        }
    }
    at += 4 + size;
  }
  return figures;
}
