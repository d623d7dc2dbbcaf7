import type { ResolvedIndicator } from "../indicators/resolve";
import type { Cell } from "../model/cell";
import { absentFigure, type Figure } from "../model/figure";
import type { Period } from "../model/period";
import type { Legend } from "../model/reading";
import { readFigures } from "../notation/figure";
import type { CellReader } from "./cell-meaning";
import { asPart, readOf, type LineMeaning } from "./correct-meaning";
import type { FigurePeriods } from "./figure-periods";
import { unitHint } from "./figure-unit";
import type { Crossing } from "./find-crossings";
import type { LineResolver } from "./line-resolver";
import type { LineUnits } from "./line-units";
import type { RowCell } from "./row-cell";
import { SlashedLines } from "./slashed-lines";

/** 意味の分かった数値 — one figure of a cell with what its headings make of it. */
export interface MeantFigure {
  readonly figure: Figure;
  readonly meaning: LineMeaning;
  readonly period: Period | undefined;
  /** Should it be a rate, a plain number here is in percent where the others of its line are. */
  readonly isOfLine: boolean;
  /** Everything else the line could be, best first; empty where its own words leave no choice. */
  readonly candidates: readonly ResolvedIndicator[];
}

/** 表記の約束 — what the profile, the outline and the legend say of how the figures of a table are written. */
export interface FigureNotation {
  readonly hoursPerDay: number;
  /** What a second figure in brackets is, where the table says so. */
  readonly bracket: "counts" | "rate" | "previous" | undefined;
  /** Marks that the sheet's legend explains, by their text. */
  readonly legend: ReadonlyMap<string, Legend["state"]>;
}

/** 判断の材料 — what the whole table tells about the figures of one cell. */
export interface FigureEvidence {
  readonly reader: CellReader;
  readonly resolver: LineResolver;
  readonly periods: FigurePeriods;
  readonly units: LineUnits;
}

const NONE: readonly ResolvedIndicator[] = [];

/** セルの数値を読む — what each figure of a cell is, by the lines it stands on and the words beside it. */
export class CellFigures {
  private readonly slashed: SlashedLines;

  constructor(
    private readonly evidence: FigureEvidence,
    private readonly notation: FigureNotation,
  ) {
    this.slashed = new SlashedLines(evidence.reader);
  }

  /** The figure nobody wrote; undefined where the headings ask for none. */
  readBlank(crossing: Crossing): MeantFigure | undefined {
    const { line, column } = crossing;
    const { periods, resolver, units } = this.evidence;
    const period = periods.at(crossing, undefined);
    if (!period || (!line.isSaying && !column.isSaying)) return undefined;
    if (column.path.length === 0 && line.path.length === 0) return undefined;
    const candidates = resolver.resolve(line, column, undefined, units.beside(crossing), period);
    const meaning = candidates[0];
    if (!meaning || meaning.confidence < 0.4) return undefined;
    return { figure: absentFigure("blank", ""), meaning, period, isOfLine: false, candidates: readOf(candidates) };
  }

  /**
   * The figures written in a cell.
   *
   * none  "remark" for words where no figure is awaited, "unexplained" for figures that no heading explains
   */
  readFilled({ cell, meaning: read }: RowCell, crossing: Crossing): readonly MeantFigure[] | "remark" | "unexplained" {
    const { line, column } = crossing;
    const { periods, resolver, units } = this.evidence;
    const figures = this.figuresOf(cell, read.figures);
    if (figures.length === 0 && read.kind === "period" && typeof cell.value === "number" && read.year === undefined) return [];
    if (figures.length === 0) return this.readUnreadable(crossing, read.text) ?? "remark";
    const first = figures[0]!;
    const period = periods.at(crossing, first.periodText);
    const unit = unitHint(figures) ?? (first.state === "value" ? undefined : units.beside(crossing));
    const candidates = resolver.resolve(line, column, first.words || undefined, unit, period);
    const meaning = candidates[0];
    if (!meaning) return read.kind === "figure" ? "unexplained" : [];
    if (figures.length === 1 && first.part !== "previous" && !asksForBoth(crossing))
      return [{ figure: this.asLegendSays(first), meaning: forPart(meaning, first, figures), period, isOfLine: true, candidates: readOf(candidates) }];
    const apart = figures.length > 1 ? this.slashed.apart(crossing, figures.length) : undefined;
    // 「男性 25.0% 女性 100%」: each figure with its own words.
    const speaksApart = figures.length > 1 && figures.every((figure) => figure.part === "value") && new Set(figures.map((figure) => figure.words)).size > 1;
    const found: MeantFigure[] = [];
    for (const [i, written] of figures.entries()) {
      if (written.part === "previous") continue;
      const figure = this.asLegendSays(apart ? { ...written, part: "value" } : written);
      if (apart) {
        const own = resolver.resolve(apart[i]!.line, apart[i]!.column, undefined, figure.unit ?? undefined, period);
        found.push({ figure, meaning: own[0] ?? meaning, period, isOfLine: false, candidates: NONE });
        continue;
      }
      const meant = speaksApart ? (resolver.resolve(line, column, figure.words || undefined, figure.unit ?? undefined, period)[0] ?? meaning) : forPart(meaning, figure, figures);
      found.push({ figure, meaning: meant, period, isOfLine: true, candidates: figures.length === 1 ? readOf(candidates) : NONE });
    }
    if (asksForBoth(crossing) && figures.length === 1 && first.state !== "value")
      found.push({ figure: first, meaning: asPart(meaning, { role: "denominator", measure: "count" }), period, isOfLine: false, candidates: NONE });
    return found;
  }

  private figuresOf(cell: Cell, read: readonly Figure[]): readonly Figure[] {
    const { bracket, hoursPerDay } = this.notation;
    return bracket && typeof cell.value === "string" && /[(（]/.test(cell.value) ? readFigures(cell, { hoursPerDay, bracket }) : read;
  }

  private readUnreadable(crossing: Crossing, text: string): readonly MeantFigure[] | undefined {
    const period = this.evidence.periods.at(crossing, undefined);
    const meaning = this.evidence.resolver.resolve(crossing.line, crossing.column, undefined, undefined, period)[0];
    if (!meaning || meaning.confidence < 0.5 || meaning.measure === "text" || !period) return undefined;
    return [{ figure: absentFigure("unreadable", text), meaning, period, isOfLine: false, candidates: NONE }];
  }

  /** The sheet's own legend decides what a mark means. */
  private asLegendSays(figure: Figure): Figure {
    if (figure.state === "value" || figure.state === "blank") return figure;
    const state = this.notation.legend.get(figure.text.normalize("NFKC").trim());
    return state === undefined ? figure : { ...figure, state };
  }
}

function forPart(meaning: LineMeaning, figure: Figure, all: readonly Figure[]): LineMeaning {
  if (figure.part === "numerator") return asPart(meaning, { role: "numerator", measure: "count" });
  if (figure.part === "denominator") return asPart(meaning, { role: "denominator", measure: "count" });
  if (all.length > 1 && all.some((other) => other.part !== "value" && other.part !== "previous")) return asPart(meaning, { role: "value", measure: "ratio" });
  return meaning;
}

function asksForBoth({ line, column }: Crossing): boolean {
  return line.features?.part === "both" || column.features?.part === "both";
}
