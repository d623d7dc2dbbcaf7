import { writeAddress, type Place } from "../model/cell";
import type { Group, Reason } from "../model/observation";
import { remember } from "../model/remember";
import type { Crossing } from "./find-crossings";
import { saidOf, type Line } from "./line";
import type { LinedTable } from "./lined-table";
import type { Heading } from "./table-shape";

/** 読みの根拠 — the headings and captions that say what a figure is, each with its place. */
export class FigureReasons {
  private readonly ofContext: Reason | undefined;

  constructor(private readonly table: LinedTable) {
    const { periodAt } = table.context;
    this.ofContext = periodAt && { feature: "period", said: periodAt.text, at: periodAt.at };
  }

  /** The row's, the column's, the period's and the caption's, as far as each says anything. */
  of({ line, column }: Crossing, group: Group): readonly Reason[] {
    const said = line.isSaying && line.path.length > 0 ? this.ofLine(line) : undefined;
    const beside = column.isSaying && column.path.length > 0 ? this.ofColumn(column) : undefined;
    const dated = (column.period ? column : line.period ? line : undefined)?.path.at(-1);
    const when = dated ? this.ofPeriod(dated) : this.ofContext;
    const about = this.table.outline.captions[0] && this.ofCaption(isOfAll(group) ? "indicator" : "group");
    // Every figure keeps its list: one made at its size takes a third of the memory of one that grew.
    if (beside === undefined && said && when && about) return [said, when, about];
    return [said, beside, when, about].filter((reason) => reason !== undefined);
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

function isOfAll(group: Group): boolean {
  for (const _axis in group) return false;
  return true;
}
