import type { Cell } from "../model/cell";
import type { CellReader } from "./cell-meaning";
import type { Crossing } from "./find-crossings";
import { readLine, type Line } from "./line";

/** 斜線で並ぶ見出し — 採用者数／うち女性／女性割合 over 4名／1名／25%: each figure of a cell has its own heading. */
export class SlashedLines {
  private readonly known = new Map<Cell, readonly Line[]>();

  constructor(private readonly reader: CellReader) {}

  /**
   * The place of a cell once for each of its figures, in the order written.
   *
   * none  undefined where no heading has as many parts as the cell has figures
   */
  apart(crossing: Crossing, count: number): readonly Crossing[] | undefined {
    const { line, column } = crossing;
    const parts = this.partsOf([line, column], count);
    const isOfLine = line.features?.part !== undefined || /[/／]/.test(line.label);
    return parts?.map((part) => (isOfLine ? { ...crossing, line: part } : { ...crossing, column: part }));
  }

  private partsOf(sides: readonly Line[], count: number): readonly Line[] | undefined {
    for (const side of sides) {
      const heading = side.path.at(-1);
      if (!heading) continue;
      const known = this.known.get(heading.cell);
      if (known) return known.length === count ? known : undefined;
      const parts = heading.meaning.text.split(/[/／]/);
      if (parts.length !== count || parts.some((part) => part.trim() === "")) continue;
      const own = parts.map((text) => readLine([...side.path.slice(0, -1), { cell: heading.cell, meaning: { ...heading.meaning, text } }], side.period, this.reader));
      const topics = own.find(({ features }) => (features?.topics.length ?? 0) > 0)?.features?.topics ?? [];
      const lines = own.map((part) => (part.features && part.features.topics.length === 0 ? { ...part, features: { ...part.features, topics } } : part));
      this.known.set(heading.cell, lines);
      return lines;
    }
    return undefined;
  }
}
