import type { Remembered, RememberedFigure } from "../../model/remembered";
import { packRemembered } from "./remembered-record";

/** So much a workbook carries of its past at most. unit  bytes of UTF-8 */
const MOST_BYTES = 100_000;
/** No figure takes less than this. unit  bytes */
const LEAST_BYTES = 4;

/**
 * 過去の数値を収める — as many figures as a workbook should carry: first those that were restated, then the newest years, and of a year
 * first what speaks for many people.
 */
export function fitRemembered(remembered: Remembered): Remembered {
  const entries = remembered.lines.flatMap(({ group, figures }) => figures.map((figure) => ({ figure, rank: rankOf(figure, group) })));
  const most = Math.floor(MOST_BYTES / LEAST_BYTES);
  if (entries.length <= most && measure(remembered) <= MOST_BYTES) return remembered;
  const ranked = entries.sort((a, b) => b.rank - a.rank).map(({ figure }) => figure);
  let fits = 0;
  for (let over = Math.min(most, ranked.length) + 1; over - fits > 1;) {
    const middle = Math.floor((fits + over) / 2);
    if (measure(keep(remembered, ranked, middle)) <= MOST_BYTES) fits = middle;
    else over = middle;
  }
  return keep(remembered, ranked, fits);
}

function keep(remembered: Remembered, ranked: readonly RememberedFigure[], count: number): Remembered {
  const kept = new Set(ranked.slice(0, count));
  const lines = remembered.lines.map((line) => ({ ...line, figures: line.figures.filter((figure) => kept.has(figure)) })).filter(({ figures }) => figures.length > 0);
  return { ...remembered, lines, cut: { kept: count, of: ranked.length } };
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
