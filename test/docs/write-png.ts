import { crc32, deflateSync } from "node:zlib";
import { choosePalette } from "./choose-palette";
import type { Pixels } from "./read-png";

/** PNGを小さく書く — the picture with a palette of at most so many colours; 16 or fewer take half a byte each. */
export function writePng({ width, height, rgb }: Pixels, colours: number): Uint8Array {
  const { palette, indexOf } = choosePalette(rgb, colours);
  const perByte = palette.length <= 16 ? 2 : 1;
  const line = Math.ceil(width / perByte);
  const data = new Uint8Array((line + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const pixel = (y * width + x) * 3;
      const index = indexOf((rgb[pixel]! << 16) | (rgb[pixel + 1]! << 8) | rgb[pixel + 2]!);
      const at = y * (line + 1) + 1 + Math.floor(x / perByte);
      data[at] = perByte === 1 ? index : data[at]! | (index << (x % 2 === 0 ? 4 : 0));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([perByte === 2 ? 4 : 8, 3, 0, 0, 0], 8);
  const colourBytes = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    writeChunk("IHDR", header),
    writeChunk("PLTE", colourBytes),
    writeChunk("IDAT", deflateSync(data, { level: 9, memLevel: 9 })),
    writeChunk("IEND", Buffer.alloc(0)),
  ]);
}

function writeChunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
