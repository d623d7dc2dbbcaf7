import type { Indicator } from "../indicators/indicator";
import { writeAddress, type Cell } from "../model/cell";
import type { Figure } from "../model/figure";
import type { Observation } from "../model/observation";
import { remember } from "../model/remember";
import type { MeantFigure } from "./cell-figures";
import type { LineMeaning } from "./correct-meaning";
import type { FigurePeriods } from "./figure-periods";
import { FigureReasons } from "./figure-reasons";
import { headingUnitFor, unitOfMeasure } from "./figure-unit";
import type { Crossing } from "./find-crossings";
import type { Line } from "./line";
import type { LinedTable } from "./lined-table";
import type { PercentScales } from "./percent-scales";

/** 数値を観測にする — a figure with all its coordinates, and the line along which it is compared with its neighbours. */
export class FigureObserver {
  private readonly reasons: FigureReasons;
  /** Its captions stand over the table before it: they may speak of that one only. */
  private readonly isCaptionLent: boolean;
  private readonly rowName: (row: number) => string;
  private readonly colName: (col: number) => string;

  constructor(
    private readonly table: LinedTable,
    private readonly periods: FigurePeriods,
    private readonly scales: PercentScales,
    private readonly byId: ReadonlyMap<string, Indicator>,
    private readonly tableId: number,
  ) {
    this.reasons = new FigureReasons(table);
    this.isCaptionLent = table.outline.captions.length > 0 && table.outline.ownCaptions === 0;
    this.rowName = remember((row) => `${tableId}:r${row}`);
    this.colName = remember((col) => `${tableId}:c${col}`);
  }

  /** The observation of a figure that means `meaning`; without a cell, nobody wrote it. */
  observe(id: number, cell: Cell | undefined, crossing: Crossing, { figure, period, isOfLine }: MeantFigure, meaning: LineMeaning): Observation {
    const { row, col, line, column } = crossing;
    const { grid, context } = this.table;
    const headingUnit = line.features?.unit ?? column.features?.unit ?? context.unit;
    const unit = figure.unit ?? headingUnitFor(meaning.measure, headingUnit) ?? unitOfMeasure(meaning.measure) ?? this.byId.get(meaning.indicator)?.unit ?? "cases";
    const factor = isOfLine && figure.unit === null && unit === "ratio" ? this.scales.factorAt(crossing) : 1;
    const scaled = factor === 1 ? figure : scaleFigure(figure, factor);
    const runsAlongColumns = !runsDown(crossing);
    const observation: Observation = {
      id,
      at: { sheet: grid.name, cell: writeAddress(row, col) },
      row,
      col,
      indicator: meaning.indicator,
      role: meaning.role,
      measure: meaning.measure,
      period: this.periods.ofIndicator(period, meaning.indicator),
      group: meaning.group,
      state: figure.state,
      value: scaled.value,
      unit,
      text: cell?.text ?? "",
      figure: scaled,
      isText: typeof cell?.value === "string",
      format: cell?.format ?? "General",
      confidence: Math.min(1, meaning.confidence) * (this.isCaptionLent && (line.features?.topics.length ?? 0) === 0 ? 0.9 : 1),
      table: this.tableId,
      line: runsAlongColumns ? this.rowName(row) : this.colName(col),
      label: (runsAlongColumns ? line.label || column.label : column.label || line.label) || context.title,
      isTotal: (line.features?.isTotal ?? false) || (column.features?.isTotal ?? false),
      isMergedCopy: grid.isMergedCopy(row, col),
      reasons: this.reasons.of(crossing, meaning.group),
    };
    const isBaseline = (line.role ?? column.role) === "baseline";
    // Few figures have more to say; spreading every one takes several times as long.
    const hasMore = isBaseline || cell?.formula !== undefined;
    return hasMore ? { ...observation, ...(cell?.formula === undefined ? {} : { formula: cell.formula }), ...(isBaseline ? { isBaseline } : {}) } : observation;
  }
}

function scaleFigure(figure: Figure, factor: number): Figure {
  return { ...figure, value: figure.value === null ? null : figure.value * factor, step: figure.step === null ? null : figure.step * factor };
}

function runsDown({ line, column }: Crossing): boolean {
  const isDated = line.period !== undefined || column.period !== undefined || column.month !== undefined || line.month !== undefined;
  // Without times, what is counted makes the line: 平均取得日数 over the departments is a column.
  return isDated ? line.period !== undefined && column.period === undefined && column.month === undefined : measures(column) && !measures(line);
}

function measures({ features }: Line): boolean {
  return features !== undefined && (features.measure !== undefined || features.part !== undefined);
}
