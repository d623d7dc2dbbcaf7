import { Inflate, strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { crc32, inflateEntry, rawEntry, readZip } from "../../../src/hosts/file/zip";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function inflateAll(bytes: Uint8Array): { [name: string]: string } {
  const zip = readZip(bytes);
  return Object.fromEntries(zip.entries.map((entry) => [entry.name, text(inflateEntry(zip, entry))]));
}

describe("entries of a zip file", () => {
  it("gives back what was put in, stored or deflated, with the offsets of the compressed bytes", () => {
    const bytes = zipSync({ "a.xml": strToU8("あ".repeat(5000)), "b/c.xml": [strToU8("stored"), { level: 0 }], "empty.xml": new Uint8Array() });
    expect(inflateAll(bytes)).toEqual({ "a.xml": "あ".repeat(5000), "b/c.xml": "stored", "empty.xml": "" });
    const zip = readZip(bytes);
    const stored = zip.entries.find(({ name }) => name === "b/c.xml")!;
    expect(text(rawEntry(zip, stored))).toBe("stored");
    expect(stored.method).toBe(0);
    expect(text(bytes.subarray(stored.dataOffset, stored.dataOffset + stored.compressedSize))).toBe("stored");
  });

  it("leaves folders out and reads backslashes as slashes", () => {
    expect(readZip(zipSync({ "xl/": new Uint8Array(), "xl\\workbook.xml": strToU8("x") })).entries.map(({ name }) => name)).toEqual(["xl/workbook.xml"]);
  });

  it("reads an archive with bytes before it and a comment after it", () => {
    const inner = zipSync({ "a.xml": strToU8("本文") });
    const bytes = new Uint8Array(inner.length + 10 + 4);
    bytes.set(inner, 10);
    const end = 10 + inner.length - 22;
    new DataView(bytes.buffer).setUint16(end + 20, 4, true);
    expect(inflateAll(bytes)).toEqual({ "a.xml": "本文" });
  });

  it("reads an archive in the 64-bit form", () => {
    expect(inflateAll(asZip64(zipSync({ "a.xml": strToU8("本文") })))).toEqual({ "a.xml": "本文" });
  });

  it("knows the checksum of any bytes", () => {
    const slow = (bytes: Uint8Array): number => {
      let crc = -1;
      for (const byte of bytes) {
        crc ^= byte;
        for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
      }
      return ~crc >>> 0;
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => crc32(bytes) === slow(bytes)));
    expect(crc32(strToU8("123456789"))).toBe(0xcbf43926);
  });
});

describe("an archive that cannot be trusted", () => {
  const plain = zipSync({ "a.xml": strToU8("本文".repeat(1000)) });
  const changed = (change: (bytes: Uint8Array, view: DataView) => void): Uint8Array => {
    const bytes = plain.slice();
    change(bytes, new DataView(bytes.buffer));
    return bytes;
  };
  const record = readZip(plain).entries[0]!.recordOffset;
  const data = readZip(plain).entries[0]!.dataOffset;

  test.each([
    ["no zip at all", strToU8("年度,値\n令和4年度,12\n".repeat(20)), "not-a-workbook"],
    ["cut off in the middle", plain.slice(0, plain.length >> 1), "truncated"],
    ["cut off before the last byte", plain.slice(0, -1), "truncated"],
    ["cut off at its front", plain.slice(20), "truncated"],
    ["a flipped bit in the compressed bytes", changed((bytes) => (bytes[data + 10]! ^= 4)), "damaged"],
    ["a wrong checksum", changed((_, view) => view.setUint32(record + 16, 1, true)), "damaged"],
    ["a size too small", changed((_, view) => view.setUint32(record + 24, 10, true)), "too-large"],
    ["a size too large", changed((_, view) => view.setUint32(record + 24, 7000, true)), "damaged"],
    ["a size no deflate can reach", changed((_, view) => view.setUint32(record + 24, 60_000_000, true)), "damaged"],
    ["a size beyond the limit", changed((_, view) => view.setUint32(record + 24, 500_000_000, true)), "too-large"],
    ["a compressed size past the end", changed((_, view) => view.setUint32(record + 20, 999_999, true)), "truncated"],
    ["an entry with a password", changed((_, view) => view.setUint16(record + 8, 1, true)), "encrypted"],
    ["a method nobody uses", changed((_, view) => view.setUint16(record + 10, 99, true)), "damaged"],
    ["a local header that is none", changed((_, view) => view.setUint32(record + 42, 4, true)), "damaged"],
  ])("%s is refused", (_, bytes, reason) => {
    expect(() => inflateAll(bytes)).toThrow(expect.objectContaining({ name: "HostRefusal", reason }));
  });

  const large = zipSync({ "a.xml": [new Uint8Array(80_000_000), { level: 1 }] });

  it("is refused while inflating when its header lies about a bomb", () => {
    const bomb = large.slice();
    const zip = readZip(bomb);
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(zip.entries[0]!.recordOffset + 24, 1000, true);
    const push = jest.spyOn(Inflate.prototype, "push");
    expect(() => inflateAll(bomb)).toThrow(expect.objectContaining({ reason: "too-large" }));
    const given = push.mock.calls.reduce((sum, [piece]) => sum + piece.length, 0);
    push.mockRestore();
    // The first piece shows the lie: the rest of the bomb is never unpacked.
    expect(given).toBeGreaterThan(0);
    expect(given).toBeLessThan(zip.entries[0]!.compressedSize / 2);
  });

  it("is refused by its ratio when it is both large and suspiciously small", () => {
    expect(() => inflateAll(large)).toThrow(expect.objectContaining({ reason: "too-large" }));
  });

  it("never fails in any other way than by a refusal", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }), (flips) => {
        const bytes = plain.slice();
        for (const [at, byte] of flips) bytes[at] = byte;
        try {
          inflateAll(bytes);
          return true;
        } catch (error) {
          return error instanceof Error && error.name === "HostRefusal";
        }
      }),
    );
  });
});

/** The same archive with a 64-bit end record and sizes moved into the extra field. */
function asZip64(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entry = readZip(bytes).entries[0]!;
  const directory = bytes.slice(entry.recordOffset, entry.recordOffset + entry.recordLength);
  const wide = new Uint8Array(directory.length + 20);
  wide.set(directory);
  const w = new DataView(wide.buffer);
  w.setUint16(30, 20, true);
  w.setUint16(directory.length, 1, true);
  w.setUint16(directory.length + 2, 16, true);
  w.setBigUint64(directory.length + 4, BigInt(view.getUint32(entry.recordOffset + 24, true)), true);
  w.setBigUint64(directory.length + 12, BigInt(view.getUint32(entry.recordOffset + 20, true)), true);
  w.setUint32(20, 0xffffffff, true);
  w.setUint32(24, 0xffffffff, true);
  const end64 = new Uint8Array(56 + 20 + 22);
  const e = new DataView(end64.buffer);
  const at = entry.recordOffset + wide.length;
  e.setUint32(0, 0x06064b50, true);
  e.setBigUint64(32, 1n, true);
  e.setBigUint64(40, BigInt(wide.length), true);
  e.setBigUint64(48, BigInt(entry.recordOffset), true);
  e.setUint32(56, 0x07064b50, true);
  e.setBigUint64(64, BigInt(at), true);
  e.setUint32(76, 0x06054b50, true);
  e.setUint16(86, 0xffff, true);
  e.setUint32(88, 0xffffffff, true);
  e.setUint32(92, 0xffffffff, true);
  const whole = new Uint8Array(at + end64.length);
  whole.set(bytes.subarray(0, entry.recordOffset));
  whole.set(wide, entry.recordOffset);
  whole.set(end64, at);
  return whole;
}
