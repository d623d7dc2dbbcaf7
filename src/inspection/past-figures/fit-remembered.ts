import type { Remembered, RememberedFigure } from "../../model/remembered";
import { packRemembered } from "./remembered-record";

/** So much a workbook carries of its past at most. unit  bytes of UTF-8 */
const MOST_BYTES = 100_000;

/** 覚える数値の数 — more than this never find room: none takes less than five bytes. */
export const MOST_FIGURES = MOST_BYTES / 5;

/**
 * 過去の数値を収める — as many of these figures as a workbook should carry: first those that were restated, then the newest years, and of a
 * year first what speaks for many people; where `isCut`, figures of older years were left out before.
 *
 * shape  no more than `most` where it has come to that before, so that the same workbook remembers the same
 */
export function fitRemembered(remembered: Remembered, isCut: boolean, most = MOST_FIGURES): Remembered {
  const entries = remembered.lines.flatMap(({ group, figures }) => figures.map((figure) => ({ figure, rank: rankOf(figure, group) })));
  const ranked = entries.sort((a, b) => b.rank - a.rank).map(({ figure }) => figure);
  let kept = remembered;
  for (let count = Math.min(most, ranked.length); ;) {
    if (isCut || count < ranked.length) kept = keep(remembered, ranked.slice(0, count));
    const bytes = measure(kept);
    if (bytes <= MOST_BYTES) return kept;
    // Fewer figures share their lines with fewer others, so this comes down to what fits in a few steps.
    count = Math.floor(count * Math.min(0.99, MOST_BYTES / bytes));
  }
}

function keep(remembered: Remembered, figures: readonly RememberedFigure[]): Remembered {
  const kept = new Set(figures);
  const lines = remembered.lines.map((line) => ({ ...line, figures: line.figures.filter((figure) => kept.has(figure)) })).filter((line) => line.figures.length > 0);
  return { ...remembered, lines, cut: { kept: figures.length } };
}

/** A year is worth more than any number of fields of a group. */
function rankOf({ period, seen }: RememberedFigure, group: string): number {
  const year = Number(/:(\d{4})/.exec(period)?.[1] ?? 0);
  const fields = group.split("|").filter((name) => name !== "").length;
  return (seen === undefined ? 0 : 100_000) + year * 10 - fields;
}

function measure(remembered: Remembered): number {
  const text = JSON.stringify(packRemembered(remembered));
  return text.length + 2 * (text.match(/[\u0080-\uffff]/g)?.length ?? 0);
}
