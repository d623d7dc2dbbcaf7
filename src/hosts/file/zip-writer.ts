import { deflateSync } from "fflate";
import { refuseUnwritable } from "./write-refusals";
import { crc32, rawEntry, type ZipArchive, type ZipEntry } from "./zip";

/** 書庫の変更 — parts by entry name: new content, or gone; what is not named stays as it is. */
export interface ZipChanges {
  readonly replaced: ReadonlyMap<string, Uint8Array>;
  readonly removed: ReadonlySet<string>;
  readonly added: ReadonlyMap<string, Uint8Array>;
}

interface OutEntry {
  readonly name: Uint8Array;
  /** Extra fields of the local header and of the directory record: they may differ. */
  readonly localExtra: Uint8Array;
  readonly extra: Uint8Array;
  /** Version made by, version needed. */
  readonly versions: readonly [number, number];
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
  readonly comment: Uint8Array;
  readonly internal: number;
  readonly external: number;
}

/** 1980-01-01, the first day a zip file knows: the same edit gives the same bytes whenever it is made. */
const FIRST_DAY = 0x21;

/**
 * 書庫を書く — the archive with its changes; the compressed bytes of everything else are copied, not packed again.
 *
 * shape  entries keep their order, new ones come last; dates, comments and extra fields are kept
 * @throws HostRefusal when the result would not fit an archive without 64-bit fields
 */
export function writeZip(zip: ZipArchive, changes: ZipChanges): Uint8Array {
  const out: OutEntry[] = [];
  for (const entry of [...zip.entries, ...zip.folders].sort((a, b) => a.recordOffset - b.recordOffset)) {
    if (changes.removed.has(entry.name)) continue;
    const replaced = changes.replaced.get(entry.name);
    out.push(replaced ? { ...copied(zip, entry), ...packed(replaced) } : copied(zip, entry));
  }
  for (const [name, content] of changes.added)
    out.push({
      name: new TextEncoder().encode(name),
      localExtra: EMPTY,
      extra: EMPTY,
      versions: [20, 20],
      flags: 0x0800,
      time: 0,
      date: FIRST_DAY,
      comment: EMPTY,
      internal: 0,
      external: 0,
      ...packed(content),
    });
  return join(out, archiveComment(zip));
}

const EMPTY = new Uint8Array(0);
/** Sizes come behind the data: not so once they are written in front of it. */
const SIZES_BEHIND = 0x0008;

function copied(zip: ZipArchive, entry: ZipEntry): OutEntry {
  const view = new DataView(zip.bytes.buffer, zip.bytes.byteOffset, zip.bytes.byteLength);
  const record = entry.recordOffset;
  const nameLength = view.getUint16(record + 28, true);
  const extraLength = view.getUint16(record + 30, true);
  const extraStart = record + 46 + nameLength;
  const localExtraStart = entry.headerOffset + 30 + view.getUint16(entry.headerOffset + 26, true);
  return {
    name: zip.bytes.subarray(record + 46, extraStart),
    localExtra: withoutWideSizes(zip.bytes.subarray(localExtraStart, entry.dataOffset)),
    extra: withoutWideSizes(zip.bytes.subarray(extraStart, extraStart + extraLength)),
    versions: [view.getUint16(record + 4, true), view.getUint16(record + 6, true)],
    flags: entry.flags & ~SIZES_BEHIND,
    method: entry.method,
    time: entry.time,
    date: entry.date,
    crc: entry.crc,
    size: entry.size,
    data: rawEntry(zip, entry),
    comment: zip.bytes.subarray(extraStart + extraLength, record + entry.recordLength),
    internal: view.getUint16(record + 36, true),
    external: view.getUint32(record + 38, true),
  };
}

/** Beyond this size half the time is worth a file a few percent larger. */
const LARGE = 4 * 1024 * 1024;

function packed(content: Uint8Array): Pick<OutEntry, "method" | "crc" | "size" | "data"> {
  return { method: 8, crc: crc32(content), size: content.length, data: deflateSync(content, { level: content.length > LARGE ? 3 : 6 }) };
}

/** The field with 64-bit sizes repeats what now stands in 32 bits. */
function withoutWideSizes(extra: Uint8Array): Uint8Array {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  const kept: Uint8Array[] = [];
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > extra.length) break;
    if (view.getUint16(at, true) !== 1) kept.push(extra.subarray(at, end));
    at = end;
  }
  return concat(kept);
}

function archiveComment(zip: ZipArchive): Uint8Array {
  const { bytes } = zip;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) <= bytes.length) return bytes.subarray(at + 22, at + 22 + view.getUint16(at + 20, true));
  return EMPTY;
}

function join(entries: readonly OutEntry[], comment: Uint8Array): Uint8Array {
  let length = 22 + comment.length;
  for (const { name, localExtra, extra, data, comment: note } of entries)
    length += 30 + name.length + localExtra.length + data.length + 46 + name.length + extra.length + note.length;
  if (length >= 0xffffffff || entries.length >= 0xffff) throw refuseUnwritable();
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    view.setUint16(at + 4, entry.versions[1], true);
    writeShared(view, at + 6, entry, entry.localExtra);
    at += 30;
    for (const piece of [entry.name, entry.localExtra, entry.data]) {
      bytes.set(piece, at);
      at += piece.length;
    }
  }
  const directory = at;
  for (const [index, entry] of entries.entries()) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, entry.versions[0], true);
    view.setUint16(at + 6, entry.versions[1], true);
    writeShared(view, at + 8, entry, entry.extra);
    view.setUint16(at + 32, entry.comment.length, true);
    view.setUint16(at + 36, entry.internal, true);
    view.setUint32(at + 38, entry.external, true);
    view.setUint32(at + 42, offsets[index]!, true);
    at += 46;
    for (const piece of [entry.name, entry.extra, entry.comment]) {
      bytes.set(piece, at);
      at += piece.length;
    }
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  view.setUint16(at + 20, comment.length, true);
  bytes.set(comment, at + 22);
  return bytes;
}

/** The ten fields that a local header and a directory record have in common, from the flags on. */
function writeShared(view: DataView, at: number, entry: OutEntry, extra: Uint8Array): void {
  view.setUint16(at, entry.flags, true);
  view.setUint16(at + 2, entry.method, true);
  view.setUint16(at + 4, entry.time, true);
  view.setUint16(at + 6, entry.date, true);
  view.setUint32(at + 8, entry.crc, true);
  view.setUint32(at + 12, entry.data.length, true);
  view.setUint32(at + 16, entry.size, true);
  view.setUint16(at + 20, entry.name.length, true);
  view.setUint16(at + 22, extra.length, true);
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
