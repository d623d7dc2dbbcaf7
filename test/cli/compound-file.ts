const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;

/**
 * 複合ファイル — the bytes of an OLE compound file with these empty streams: what Excel writes for an old .xls, and around
 * a workbook with a password.
 */
export function buildCompoundFile(streams: readonly string[]): Uint8Array {
  const directorySectors = Math.ceil((streams.length + 1) / 4);
  const bytes = new Uint8Array(SECTOR * (2 + directorySectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END, true);
  view.setUint32(68, END, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + i * 4, i === 0 ? 0 : FREE, true);
  const table = SECTOR;
  for (let i = 0; i < SECTOR / 4; i++) view.setUint32(table + i * 4, FREE, true);
  view.setUint32(table, 0xfffffffd, true);
  for (let i = 0; i < directorySectors; i++) view.setUint32(table + (1 + i) * 4, i === directorySectors - 1 ? END : 2 + i, true);
  ["Root Entry", ...streams].forEach((name, i) => {
    const at = SECTOR * 2 + i * 128;
    [...name].forEach((letter, k) => view.setUint16(at + k * 2, letter.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    bytes[at + 66] = i === 0 ? 5 : 2;
    bytes[at + 67] = 1;
    view.setUint32(at + 68, FREE, true);
    view.setUint32(at + 72, i > 0 && i < streams.length ? i + 1 : FREE, true);
    view.setUint32(at + 76, i === 0 && streams.length > 0 ? 1 : FREE, true);
    view.setUint32(at + 116, END, true);
  });
  return bytes;
}
