import { unzipSync } from "fflate";

/** 部品ごとの中身 — every part of a file by its name, unpacked by a library that is not ours. */
export type Package = ReadonlyMap<string, Buffer>;

/** 部品に分ける — the parts of the file. */
export function openPackage(bytes: Uint8Array): Package {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content)]));
}

/** 同じでない部品 — the names of parts that are not byte for byte the same in both, those that are in one only included. */
export function listDiffering(before: Package, after: Package): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.filter((name) => before.get(name)?.equals(after.get(name) ?? Buffer.from("\0absent")) !== true);
}

const TOKEN = /<[^>]+>|[^<]+/g;
/** How many there are of something, or the area they lie in: true only of the whole. */
const COUNTING = / (?:count|uniqueCount|spans)="[^"]*"/g;

function tokensOf(xml: string): string[] {
  return (xml.replace(/<(?:\w+:)?dimension [^>]*\/>/, "").match(TOKEN) ?? []).map((token) => token.replace(COUNTING, ""));
}

/**
 * 何か失われたか — the first piece of the XML that is no longer there, in its order, in what was made of it; undefined when all is.
 *
 * shape  what was added counts for nothing; figures that count or measure the whole may differ
 */
export function findLost(before: string, after: string): string | undefined {
  // An element that was empty may hold something now.
  const opened = (xml: string): string[] => tokensOf(xml).map((token) => token.replace(/\s*\/?>$/, ">"));
  const left = opened(after);
  let at = 0;
  for (const token of opened(before)) {
    while (at < left.length && left[at] !== token) at++;
    if (at++ >= left.length) return token;
  }
  return undefined;
}

const CELL = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]+\d+)"[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?c>)/g;
const OWN_RULES = /<((?:\w+:)?conditionalFormatting)\b(?:(?!<\/\1>)[\s\S])*?N\((?:"|&quot;)kpi-mark(?:(?!<\/\1>)[\s\S])*<\/\1>/g;

/**
 * ほかは同じか — whether a sheet is the same but for the cells we wrote and our marks.
 *
 * shape  every cell, row and element of it in order; a row is there when it holds a cell of others or was there before
 */
export function isSheetKept(before: string, after: string, written: ReadonlySet<string>): boolean {
  const without = (xml: string): string => xml.replace(OWN_RULES, "").replace(CELL, (cell, address: string) => (written.has(address) ? "" : cell));
  const rows = new Set([...before.matchAll(/<(?:\w+:)?row\b[^>]*?\br="(\d+)"/g)].map(([, row]) => row));
  const kept = without(after)
    .replace(/<((?:\w+:)?row)\b[^>]*?\br="(\d+)"[^>]*?(?:\/>|>\s*<\/\1>)/g, (row, name: string, number: string) =>
      rows.has(number) ? `<${name}${/<\S+([^>]*?)\/?>/.exec(row)![1]!}/>` : "",
    )
    .replace(/ \/>/g, "/>");
  const was = without(before)
    .replace(/<((?:\w+:)?row)\b([^>]*?)(?:\/>|>\s*<\/\1>)/g, (_, name: string, attributes: string) => `<${name}${attributes}/>`)
    .replace(/ \/>/g, "/>");
  return tokensOf(kept).join("") === tokensOf(was).join("");
}
