/** 区間 — the characters [start, end) of a source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 差し替え — a span of a source text becomes `text`; start = end puts something in. */
export interface Splice extends Span {
  readonly text: string;
}

/**
 * 差し替える — all splices at once, everything between them as it was.
 *
 * shape  what is put in at one place keeps the order it was given in
 * @throws Error when two of them overlap, which is a mistake of ours
 */
export function applySplices(source: string, splices: readonly Splice[]): string {
  if (splices.length === 0) return source;
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of sorted) {
    if (start < at || end < start || end > source.length) throw new Error(`splices overlap at ${start}`);
    pieces.push(source.slice(at, start), text);
    at = end;
  }
  pieces.push(source.slice(at));
  return pieces.join("");
}
