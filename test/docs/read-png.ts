import { inflateSync } from "node:zlib";

/** 画素 — the pixels of a picture, three bytes each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const CHANNELS: { readonly [colourType: number]: number } = { 0: 1, 2: 3, 6: 4 };

/**
 * PNGを読む — the pixels of a picture as Chromium and pdftoppm write it.
 *
 * shape  8 bits, grey, RGB or RGBA, not interlaced; transparency is dropped, for screens and paper have none
 * @throws Error for any other kind of picture
 */
export function readPng(bytes: Uint8Array): Pixels {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const channels = CHANNELS[view.getUint8(25)];
  if (view.getUint8(24) !== 8 || channels === undefined || view.getUint8(28) !== 0) throw new Error("only plain pictures of 8 bits are read");
  const parts: Uint8Array[] = [];
  for (let at = 8; at < bytes.length; at += view.getUint32(at) + 12)
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  const raw = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let channel = 0; channel < 3; channel++) rgb[pixel * 3 + channel] = raw[pixel * channels + (channels === 1 ? 0 : channel)]!;
  return { width, height, rgb };
}

/** Takes back what each line was written relative to: its left neighbour, the line above, or both. */
function unfilter(data: Uint8Array, line: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(line * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (line + 1)]!;
    for (let x = 0; x < line; x++) {
      const left = x >= step ? out[y * line + x - step]! : 0;
      const above = y > 0 ? out[(y - 1) * line + x]! : 0;
      const corner = x >= step && y > 0 ? out[(y - 1) * line + x - step]! : 0;
      out[y * line + x] = data[y * (line + 1) + 1 + x]! + guess(filter, left, above, corner);
    }
  }
  return out;
}

function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
