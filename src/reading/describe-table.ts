import { writeAddress, type Place } from "../model/cell";
import type { Observation } from "../model/observation";
import type { ReadingCorrection } from "../model/profile";
import type { Headcount, PeriodHeading, ReadTable } from "../model/reading";
import type { Line } from "./line";
import type { TableOutline } from "./sheet-outline";
import type { Heading } from "./table-shape";

/** 説明する表 — a table that was read, with the lines its figures stand on. */
export interface DescribedTable {
  readonly id: number;
  readonly sheet: string;
  readonly outline: TableOutline;
  readonly lines: readonly Line[];
  readonly headcount: Headcount | undefined;
  readonly subject: Heading | undefined;
  readonly correctedBy: ReadingCorrection | undefined;
}

/** 表の説明 — what a table was read as, for people and for checks. */
export function describeTable({ id, sheet: name, outline, lines, headcount, subject, correctedBy }: DescribedTable, observations: readonly Observation[]): ReadTable {
  const { shape, captions, notes } = outline;
  const place = (row: number, col: number): Place => ({ sheet: name, cell: writeAddress(row, col) });
  const headings: PeriodHeading[] = [];
  for (const line of lines) {
    const heading = line.path.find(({ meaning }) => meaning.period !== undefined || meaning.year !== undefined) ?? line.path[line.path.length - 1];
    // When a target is due, and what the plan began with, are no years of the figures.
    const isBeside = line.role === "target" || line.role === "deadline" || line.role === "baseline";
    if (line.period && heading && !isBeside)
      headings.push({
        at: place(heading.cell.row, heading.cell.col),
        text: heading.meaning.text,
        period: line.period.period,
        style: line.period.style,
        isPastEra: line.period.isPastEra,
        ...(line.yearBy ? { correctedBy: line.yearBy } : {}),
      });
  }
  const most = [...countIndicators(observations)].sort((a, b) => b[1] - a[1])[0];
  const known = observations.length;
  return {
    id,
    sheet: name,
    range: { ...shape.area.range, left: shape.left, right: shape.right },
    captions: [
      ...(subject ? [{ at: place(subject.cell.row, subject.cell.col), text: subject.meaning.text }] : []),
      ...captions.map((piece) => ({ at: place(piece.row, piece.col), text: piece.text })),
    ],
    notes: [...notes].map((piece) => ({ at: place(piece.row, piece.col), text: piece.text })),
    periods: headings,
    headcount,
    indicator: most?.[0],
    confidence: known === 0 ? 0 : observations.reduce((sum, observation) => sum + observation.confidence, 0) / known,
    ...(correctedBy ? { correctedBy } : {}),
  };
}

/** How many figures each indicator has; the figures of a line are counted together. */
function countIndicators(observations: readonly Observation[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  let from = 0;
  observations.forEach(({ indicator }, i) => {
    if (observations[i + 1]?.indicator === indicator) return;
    count.set(indicator, (count.get(indicator) ?? 0) + i + 1 - from);
    from = i + 1;
  });
  return count;
}
