import { writeAddress, type Place } from "../model/cell";
import type { Group, Reason } from "../model/observation";
import { remember } from "../model/remember";
import type { Crossing } from "./find-crossings";
import { saidOf, type Line } from "./line";
import type { LinedTable } from "./lined-table";
import type { Heading } from "./table-shape";

/** 読みの根拠 — the headings and captions that say what a figure is, each with its place. */
export class FigureReasons {
  constructor(private readonly table: LinedTable) {}

  /** The row's, the column's, the period's and the caption's, as far as each says anything. */
  of({ line, column }: Crossing, group: Group): readonly Reason[] {
    const { context, outline } = this.table;
    const reasons: Reason[] = [];
    if (line.isSaying && line.path.length > 0) reasons.push(this.ofLine(line));
    if (column.isSaying && column.path.length > 0) reasons.push(this.ofColumn(column));
    const dated = (column.period ? column : line.period ? line : undefined)?.path.at(-1);
    if (dated) reasons.push(this.ofPeriod(dated));
    else if (context.periodAt) reasons.push({ feature: "period", said: context.periodAt.text, at: context.periodAt.at });
    if (outline.captions[0]) reasons.push(this.ofCaption(Object.keys(group).length > 0 ? "group" : "indicator"));
    return reasons;
  }

  // Figures share their headings, so the reasons too.
  private readonly ofLine = remember((line: Line): Reason => ({ feature: "indicator", said: saidOf(line), at: this.placeOf(line.path.at(-1)!.cell) }));
  private readonly ofColumn = remember((column: Line): Reason => ({ feature: "role", said: saidOf(column), at: this.placeOf(column.path.at(-1)!.cell) }));
  private readonly ofPeriod = remember((heading: Heading): Reason => ({ feature: "period", said: heading.meaning.text, at: this.placeOf(heading.cell) }));
  private readonly ofCaption = remember((feature: "group" | "indicator"): Reason => {
    const caption = this.table.outline.captions[0]!;
    return { feature, said: caption.text, at: this.placeOf(caption) };
  });

  private placeOf({ row, col }: { readonly row: number; readonly col: number }): Place {
    return { sheet: this.table.grid.name, cell: writeAddress(row, col) };
  }
}
