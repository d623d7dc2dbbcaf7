import { writeAddress } from "../model/cell";
import type { Observation } from "../model/observation";
import type { ProgressTable } from "../model/progress";
import type { Aside, ReadTable } from "../model/reading";
import type { Indicator } from "../indicators/indicator";
import { CellFigures, type FigureNotation } from "./cell-figures";
import { statesRevision } from "../notation/target-sentence";
import type { CellReader } from "./cell-meaning";
import type { Corrections, TableCorrections } from "./corrections";
import { describeTable } from "./describe-table";
import { FigurePeriods } from "./figure-periods";
import { findCrossings, type Crossing } from "./find-crossings";
import { LineResolver } from "./line-resolver";
import { LineUnits } from "./line-units";
import { readLinedTable } from "./lined-table";
import { FigureObserver } from "./observe-figure";
import { PercentScales } from "./percent-scales";
import { readProgress } from "./read-progress";
import type { RowCell } from "./row-cell";
import type { SheetGrid } from "./sheet-grid";
import type { TableOutline } from "./sheet-outline";
import type { TableContext } from "./table-context";
import { TableObservations } from "./table-observations";
import { findLabelTargets, readTargetCell, type TargetCell } from "./target-cells";

/** 表から読めたもの — what one table gives before targets are joined to plans. */
export interface TableReading {
  readonly table: ReadTable;
  readonly observations: readonly Observation[];
  readonly targetCells: readonly TargetCell[];
  readonly asides: readonly Aside[];
  readonly progress: ProgressTable | undefined;
  readonly context: TableContext;
  /** Figures that no line explained. */
  readonly unreadFigures: number;
  readonly corrections: TableCorrections;
}

/** 表の読み方 — what the sheet and the settings tell of a table before it is read. */
export interface TableOptions extends FigureNotation {
  readonly catalogue: readonly Indicator[];
  readonly nearYear: number;
  readonly firstId: number;
  readonly tableId: number;
  /** Some table of this sheet speaks of days: short years of staffing figures are days too. */
  readonly isAsOfSheet: boolean;
  readonly corrections: Corrections;
  readonly limitDays: number | null;
}

const ASIDE_OF: { readonly [role: string]: Aside["kind"] } = {
  achievement: "achievement",
  change: "change",
  remark: "remark",
  measures: "remark",
  evaluation: "evaluation",
};

/**
 * 表を読む — every figure of one table with its coordinates: the nearest word wins.
 *
 * First the headings alone, then what the figures share along them, then the cells one by one, and last the lines against each other.
 */
export function readTable(grid: SheetGrid, outline: TableOutline, reader: CellReader, options: TableOptions): TableReading {
  const { catalogue, tableId } = options;
  const table = readLinedTable(grid, outline, reader, options);
  const { corrections, context, rows, cols } = table;
  const lines = [...cols.values(), ...rows.values()];
  const byId = new Map(catalogue.map((indicator) => [indicator.id, indicator]));
  const resolver = new LineResolver({
    reader,
    catalogue,
    corrections,
    limitDays: options.limitDays,
    rows,
    cols,
    hasMonths: lines.filter((line) => line.month !== undefined).length >= 2,
    context: context.features,
  });
  const periods = new FigurePeriods(table, byId, options.isAsOfSheet);
  const figures = new CellFigures({ reader, resolver, periods, units: new LineUnits(table) }, options);
  const read = new TableObservations(new FigureObserver(table, periods, new PercentScales(table), byId, tableId), options.firstId);
  const targetCells = [...findLabelTargets(table, resolver)];
  const asides: Aside[] = [];
  let unreadFigures = 0;

  const setAside = (kind: Aside["kind"], { meaning }: RowCell, { row, col, line, column }: Crossing): void => {
    const head = kind === "change" && ({ axis: line.role === undefined ? "column" : "row", label: (line.role === undefined ? column : line).label } as const);
    asides.push({ at: { sheet: grid.name, cell: writeAddress(row, col) }, kind, text: meaning.text, table: tableId, ...(head && { head }) });
  };
  /** 備考の「令和5年度から目標を12日に引き上げ」 is the target of its row from then on. */
  const readRevision = (shown: RowCell, crossing: Crossing): void => {
    const target = statesRevision(shown.meaning.text) ? readTargetCell(table, resolver, shown, crossing) : undefined;
    if (target) targetCells.push(target);
  };

  for (const crossing of findCrossings(table)) {
    const { row, col, line, column } = crossing;
    const role = line.role ?? column.role;
    if (role === "deadline" || (!corrections.isEmpty && resolver.ignores(line, column))) continue;
    const shown = grid.shownAt(row, col);
    const filled = shown?.isFilled ? shown : undefined;
    const aside = role === undefined ? undefined : role === "baseline" && !periods.isStatedAt(crossing) ? "remark" : ASIDE_OF[role];
    if (aside !== undefined) {
      if (filled) setAside(aside, filled, crossing);
      if (filled && aside === "remark") readRevision(filled, crossing);
    } else if (role === "target") {
      const target = filled && readTargetCell(table, resolver, filled, crossing);
      if (target) targetCells.push(target);
    } else if (!filled) {
      const blank = figures.readBlank(crossing);
      if (blank) read.add(undefined, crossing, blank);
    } else {
      const found = figures.readFilled(filled, crossing);
      if (found === "remark") setAside("remark", filled, crossing);
      else if (found === "unexplained") unreadFigures++;
      else for (const meant of found) read.add(filled.cell, crossing, meant);
    }
  }

  const observations = read.settle(catalogue);
  const correctedBy = corrections.ofTable()?.by ?? corrections.ofTableYear();
  return {
    table: describeTable({ id: tableId, sheet: grid.name, outline, lines, headcount: context.headcount, subject: context.subject, correctedBy }, observations),
    observations,
    targetCells,
    asides,
    progress: readProgress(table, tableId),
    context,
    unreadFigures,
    corrections,
  };
}
