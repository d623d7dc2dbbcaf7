import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** 目標値との比べ — one figure of the proof beside what it should be. */
export interface Aim {
  readonly name: string;
  /** As people read it: 98.7 %, 3 of 3. */
  readonly figure: string;
  readonly aim: string;
  readonly met: boolean;
}

/** 証明の節 — what one part of the proof found, as it stands in the documents. */
export interface Section {
  readonly title: string;
  /** Markdown, below the section's heading. */
  readonly tables: string;
  readonly aims: readonly Aim[];
}

/** 証明の条件 — the same seed gives the same cases; short is for every change, the whole for a release. */
export interface ProofOptions {
  readonly short: boolean;
  readonly seed: number;
}

/** 証明の部分 — one part of the proof. */
export type Proof = (options: ProofOptions) => Promise<Section>;

/** 表を書く — a Markdown table; columns whose name ends in ">" are aligned to the right. */
export function renderTable(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (pieces: readonly (string | number)[]) => `| ${pieces.map((p) => String(p).replaceAll("|", "\\|")).join(" | ")} |`;
  const heads = columns.map((c) => c.replace(/>$/, ""));
  const rule = columns.map((c) => (c.endsWith(">") ? "---:" : "---")).join("|");
  return [line(heads), `|${rule}|`, ...rows.map(line)].join("\n");
}

/** 百分率を書く — 98.7 %, or a dash where there is nothing to divide by. */
export function renderShare(met: number, all: number): string {
  return all === 0 ? "–" : `${((100 * met) / all).toFixed(1)} %`;
}

/** 目標値の表 — the aims of a section as a table. */
export function renderAims(aims: readonly Aim[]): string {
  return renderTable(
    ["aim", "figure>", "should be>", ""],
    aims.map((a) => [a.name, a.figure, a.aim, a.met ? "met" : "**not met**"]),
  );
}

/**
 * 節を書き込む — replaces what stands between `<!-- proof:MARKER -->` and `<!-- /proof:MARKER -->` of a document.
 *
 * errors  a document without the markers is refused: nothing is written where nobody expects it
 */
export function writeSection(file: string, marker: string, text: string): void {
  const [open, close] = [`<!-- proof:${marker} -->`, `<!-- /proof:${marker} -->`];
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const [from, to] = [before.indexOf(open), before.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for ${marker}: put ${open} and ${close} on lines of their own`);
  writeFileSync(file, `${before.slice(0, from + open.length)}\n\n${text.trim()}\n\n${before.slice(to)}`);
}
