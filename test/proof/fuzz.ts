import { openWorkbookFile } from "../../src/hosts/file/open-workbook-file";
import { readSheetLook } from "../../src/hosts/file/sheet-look";
import { readWorkbook } from "../../src/hosts/file/workbook-reader";
import { HostRefusal } from "../../src/hosts/host";
import { furnishWorkbook } from "../support/furniture/furnish-workbook";
import { notationPieces, notationReaders } from "../support/notation-readers";
import { spentOn } from "../support/spent-time";
import { zipParts } from "../support/xlsx-builder";
import { openTextWorkbooks } from "./clean-workbooks";
import { openPackage } from "./compare-packages";
import { makeRandom, type Random } from "./random";

/** 長い文字を読む速さ — the slowest text of a reader, and how that grows with its length. */
export interface ReaderSpeed {
  readonly reader: string;
  /** What the slowest text repeats. */
  readonly piece: string;
  readonly milliseconds: number;
  /** How many times the time of a quarter of its length. */
  readonly growth: number;
}

const LENGTH = 100_000;
/** A reader this slow at a tenth of the length would not end at the whole. */
const HOPELESS = 5_000;

const repeat = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** 長い文字を読む — each reader on texts of 100,000 characters that repeat one piece, and, where there is time, two. */
export function timeReaders(isShort: boolean, random: Random): ReaderSpeed[] {
  const pairs = Array.from({ length: isShort ? 0 : 12 }, () => `${draw(notationPieces, random)}${draw(notationPieces, random)}`);
  return notationReaders.map(([reader, read]) => {
    let slowest = { piece: "", milliseconds: -1 };
    for (const piece of [...notationPieces, ...pairs]) {
      let milliseconds = spentOn(() => read(repeat(piece, LENGTH / 10)));
      if (milliseconds < HOPELESS) milliseconds = spentOn(() => read(repeat(piece, LENGTH)));
      else milliseconds *= 10;
      if (milliseconds > slowest.milliseconds) slowest = { piece, milliseconds };
    }
    const quarter = spentOn(() => read(repeat(slowest.piece, LENGTH / 4)));
    return { reader, ...slowest, growth: slowest.milliseconds / Math.max(1, quarter) };
  });
}

/** 断片を混ぜる — how many texts put together at random each reader took; what it threw is told. */
export function mixPieces(rounds: number, random: Random, onThrown: (line: string) => void): { readonly texts: number; readonly thrown: number } {
  const odd = [
    "\u0000",
    "\ud800",
    "𠮷",
    "\u202e",
    "́",
    "\n",
    "\t",
    "NaN",
    "1e999",
    "-0",
    "0x10",
    "()",
    "％",
    "㍻",
    "㋿",
    "①",
    "Ⅳ",
    "½",
    "〇",
    "令和0年",
    "令和99年",
    "99999999999999999999",
    "2月30日",
    "13月",
  ];
  let thrown = 0;
  for (let i = 0; i < rounds; i++) {
    const text = Array.from({ length: 1 + random(12) }, () => draw(random(4) === 0 ? odd : notationPieces, random)).join("");
    for (const [name, read] of notationReaders) {
      try {
        read(text);
      } catch (error) {
        thrown++;
        onThrown(`${name} of ${JSON.stringify(text)}: ${String(error)}`);
      }
    }
  }
  return { texts: rounds, thrown };
}

/** 壊したファイル — how mutated files were taken: read, refused, or, which must not be, broken by another error. */
export interface FileFuzz {
  readonly kind: string;
  files: number;
  read: number;
  refused: number;
  broke: number;
}

const SPLICES = [
  "",
  "<",
  ">",
  '"',
  "/>",
  "&",
  "&#xD800;",
  "<c/>",
  '<c r="A1">',
  "</row>",
  "<!--",
  "]]>",
  "<![CDATA[",
  "\u0000",
  "99999999999",
  "-1",
  "NaN",
  'r:id="rId1"',
  "A1:XFD1048576",
  "../",
  "xmlns:x='y'",
  "<sheetData>",
  "あ",
  "[",
  ";",
];

/** ファイルを壊す — files with flipped bits, cut ends and XML put into XML, each of which is read or refused. */
export function spoilFiles(rounds: number, seed: number, onBroken: (line: string) => void): FileFuzz[] {
  const random = makeRandom(seed, "spoilt files");
  const books = openTextWorkbooks();
  const kinds: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
    ["bits flipped in the file", (bytes) => flip(bytes, 1 + random(6), random)],
    ["the file cut off, or a piece taken out", (bytes) => cut(bytes, random)],
    ["XML put into XML", (bytes) => splice(bytes, random)],
    ["a part with the content of another", (bytes) => exchange(bytes, random)],
  ];
  return kinds.map(([kind, spoil]) => {
    const fuzz: FileFuzz = { kind, files: 0, read: 0, refused: 0, broke: 0 };
    let source: Uint8Array = new Uint8Array();
    for (let i = 0; i < rounds; i++) {
      if (i % 25 === 0) source = furnishWorkbook(draw(books, random).workbook, random, 12).bytes;
      const bytes = spoil(source);
      fuzz.files++;
      try {
        const opened = openWorkbookFile(bytes, "x.xlsx");
        for (const { name } of readWorkbook(opened).sheets) readSheetLook(opened, name);
        fuzz.read++;
      } catch (error) {
        if (error instanceof HostRefusal) fuzz.refused++;
        else {
          fuzz.broke++;
          onBroken(`${kind}, file ${i + 1} of seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        }
      }
    }
    return fuzz;
  });
}

function draw<T>(items: readonly T[], random: Random): T {
  return items[random(items.length)]!;
}

function flip(bytes: Uint8Array, count: number, random: Random): Uint8Array {
  const flipped = bytes.slice();
  // Half of them where the directory lies, which says what all the rest is.
  for (let i = 0; i < count; i++) flipped[random(2) === 0 ? random(bytes.length) : bytes.length - 1 - random(Math.min(bytes.length, 2000))]! ^= 1 << random(8);
  return flipped;
}

function cut(bytes: Uint8Array, random: Random): Uint8Array {
  const from = random(bytes.length);
  if (random(2) === 0) return bytes.slice(0, from);
  return new Uint8Array([...bytes.subarray(0, from), ...bytes.subarray(from + 1 + random(400))]);
}

function splice(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = Object.fromEntries(openPackage(bytes));
  const name = draw(
    Object.keys(parts).filter((part) => /\.(?:xml|rels)$/.test(part)),
    random,
  );
  const text = parts[name]!.toString("utf8");
  const at = random(text.length);
  const length = random(3) === 0 ? random(200) : random(7);
  return zipParts({ ...parts, [name]: text.slice(0, at) + draw(SPLICES, random) + text.slice(at + length) });
}

function exchange(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = Object.fromEntries(openPackage(bytes));
  const names = Object.keys(parts);
  return zipParts({ ...parts, [draw(names, random)]: parts[draw(names, random)]! });
}
