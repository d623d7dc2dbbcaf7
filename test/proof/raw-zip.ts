import { constants, deflateRawSync } from "node:zlib";
import { crc32 } from "../../src/hosts/file/zip";

/** 生の収納物 — one entry of an archive, which may say of itself what is not so. */
export interface RawEntry {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** What the directory says instead of the truth. */
  readonly says?: { readonly size?: number; readonly compressedSize?: number; readonly crc?: number; readonly offset?: number };
  /** No data of its own: the directory points at the entry of this name. */
  readonly lies?: string;
}

/** 生の書庫 — an archive written by hand, so that its headers can lie. */
export function buildRawZip(entries: readonly RawEntry[]): Uint8Array {
  const pieces: Buffer[] = [];
  const records: Buffer[] = [];
  const packed = new Map<string, { readonly raw: Buffer; readonly size: number; readonly crc: number; readonly offset: number }>();
  let at = 0;
  for (const { name, content, says, lies } of entries) {
    const nameBytes = Buffer.from(name);
    let data = lies === undefined ? undefined : packed.get(lies);
    if (!data) {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      data = { raw: deflateRawSync(bytes, { level: constants.Z_BEST_SPEED }), size: bytes.length, crc: crc32(bytes), offset: at };
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      head.writeUInt16LE(20, 4);
      head.writeUInt16LE(8, 8);
      head.writeUInt16LE(nameBytes.length, 26);
      pieces.push(head, nameBytes, data.raw);
      at += 30 + nameBytes.length + data.raw.length;
      packed.set(name, data);
    }
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(20, 6);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(says?.crc ?? data.crc, 16);
    record.writeUInt32LE(says?.compressedSize ?? data.raw.length, 20);
    record.writeUInt32LE(says?.size ?? data.size, 24);
    record.writeUInt16LE(nameBytes.length, 28);
    record.writeUInt32LE(says?.offset ?? data.offset, 42);
    records.push(record, nameBytes);
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...pieces, directory, end]));
}

/** 部品の並び — parts as entries that say what is so. */
export function honestly(parts: { readonly [name: string]: string | Uint8Array }): RawEntry[] {
  return Object.entries(parts).map(([name, content]) => ({ name, content }));
}
