import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** 最初の表示に要るもの — one script or style sheet of ours that a page names. */
export interface FirstPaintFile {
  readonly name: string;
  /** Bytes as they are, and as gzip packs them best. */
  readonly size: number;
  readonly packed: number;
}

/** 上限 — bytes after gzip of our scripts and style sheets that a page may need before it shows itself. */
export const LIMITS: { readonly [page: string]: number } = { "taskpane.html": 120_000 };

/**
 * 最初の表示を量る — the scripts and style sheets of ours that a built page names.
 *
 * none    Microsoft's library is not ours: neither its address nor the folder office/ counts
 * @throws Error when the page names no script of ours, or a file that is not there: nothing would have been measured
 */
export function measureFirstPaint(folder: string, page: string): readonly FirstPaintFile[] {
  const html = readFileSync(join(folder, page), "utf8");
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const named = tags.flatMap((tag) => (/^<script/.test(tag) ? attribute(tag, "src") : /rel=["']?(?:stylesheet|preload|modulepreload)\b/.test(tag) ? attribute(tag, "href") : []));
  const ours = [...new Set(named)].filter((name) => !/^(?:https?:|data:|office\/)/.test(name));
  if (!ours.some((name) => name.endsWith(".js"))) throw new Error(`${page} names no script of ours.`);
  return ours.map((name) => {
    const path = join(folder, name);
    if (!existsSync(path)) throw new Error(`${page} names ${name}, which is not there.`);
    const bytes = readFileSync(path);
    return { name, size: bytes.length, packed: gzipSync(bytes, { level: 9 }).length };
  });
}

const attribute = (tag: string, name: string): readonly string[] => {
  const found = new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`).exec(tag);
  return found ? [found[1] ?? found[2] ?? found[3]!] : [];
};

/** 表示の大きさの表 — one line per file and page; `faults` has a sentence for every page above its limit. */
export function reportFirstPaint(pages: ReadonlyMap<string, readonly FirstPaintFile[]>, limits = LIMITS): { readonly table: string; readonly faults: readonly string[] } {
  const rows = [["first paint", "bytes", "gzip"]];
  const faults: string[] = [];
  for (const [page, files] of pages) {
    const packed = files.reduce((sum, file) => sum + file.packed, 0);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const limit = limits[page];
    rows.push(...files.map((file) => [`  ${file.name}`, String(file.size), String(file.packed)]));
    rows.push([page, String(size), limit === undefined ? String(packed) : `${packed} of ${limit}`]);
    if (limit !== undefined && packed > limit) faults.push(`${page} needs ${packed} bytes of scripts and style sheets before it shows itself; the limit is ${limit}.`);
  }
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const table = rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join("  ")).join("\n");
  return { table, faults };
}
