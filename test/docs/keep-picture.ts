import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPng } from "./read-png";
import { writePng } from "./write-png";

/** 絵の置き場所 — where the documents look for their pictures. */
export const pictureFolder = join(__dirname, "../../docs/images");

/** 絵を残す — a picture as it was taken, with so few colours that its file is small; says its name and size. */
export function keepPicture(name: string, taken: Uint8Array, colours: number): void {
  mkdirSync(pictureFolder, { recursive: true });
  const small = writePng(readPng(taken), colours);
  writeFileSync(join(pictureFolder, `${name}.png`), small);
  process.stdout.write(`docs/images/${name}.png  ${Math.ceil(small.length / 1000)} kB\n`);
}
